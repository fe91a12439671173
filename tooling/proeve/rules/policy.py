"""What the school agreed within itself, held against what the law asks of a committee.

A linter: nothing here makes a commit unlawful. Errors are what the law or the school's
own quorum makes impossible, notes are conflicts of interest for people to weigh.
Source: WEB 7.4.5 and 7.4.5a; DOMAIN 2.1 and 2.7.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from proeve.model.exam import ExamState
from proeve.model.findings import Finding, Location, Severity
from proeve.model.records import (
    Record,
    flag_at,
    numbers_at,
    record_at,
    records_at,
    text_at,
    texts_at,
)
from proeve.model.registry import Registry
from proeve.process.vocabulary import Role
from proeve.rules.committees import voters

_NOTE = Severity.NOTE
_SEATS = {
    "outside": "policy.no-outsider",
    "teacher": "policy.no-teacher",
    "practice": "policy.no-practice",
}
_OFFICE = frozenset({Role.ADMIN, Role.SUPER_ADMIN})
_RECOGNISED_YEARS = 4
_ASKS = ("establish", "result", "decision")


@dataclass(frozen=True, slots=True, kw_only=True)
class School:
    """What the linter looks at: the registry, its records by path, groups and exams."""

    registry: Registry
    records: Mapping[str, Record]
    groups: Mapping[str, Record]
    exams: tuple[ExamState, ...]
    today: date


def check_policy(school: School) -> Iterator[Finding]:
    """Report what the committees, the policy and the agreements leave to be desired."""
    for path, record in sorted(school.records.items()):
        if path.startswith("committees/"):
            yield from _check_committee(school, path, record)
        elif path.startswith("companies/"):
            yield from _check_company(school, path, record)
        elif path.startswith("dispensations/"):
            yield from _check_dispensation(school, path, record)
    yield from _check_groups(school)
    yield from _check_grants(school)
    for exam in school.exams:
        yield from _check_exam(school, exam)


def _at(path: str, *pointer: str | int) -> Location:
    return Location(f"exams/registry/{path}", None, pointer)


def _sitting(school: School, record: Record) -> list[Record]:
    """Return the seats that are not over."""
    today = school.today.isoformat()
    seats = records_at(record, "members")
    return [s for s in seats if today <= (text_at(s, "until") or today)]


def _check_committee(school: School, path: str, record: Record) -> Iterator[Finding]:
    name, seats = text_at(record, "id"), _sitting(school, record)
    args = {"committee": name}
    ends = text_at(record, "period", "until")
    if ends and ends < school.today.isoformat():
        yield Finding("policy.committee-ended", _at(path, "period"), args)
        return
    for flag, code in _SEATS.items():
        if not any(flag_at(seat, flag) for seat in seats):
            yield Finding(code, _at(path, "members"), args)
    if all(text_at(seat, "capacity") != "chair" for seat in seats):
        yield Finding("policy.no-chair", _at(path, "members"), args)
    if len(texts_at(record, "opening_keys")) == 1:
        where = _at(path, "opening_keys")
        yield Finding("policy.one-opening-key", where, args, _NOTE)
    yield from _check_quorum(school, path, record, seats)
    yield from _check_mandates(school, path, record, seats)
    yield from _check_seats(school, path, record)


def _votes(seat: Record) -> bool:
    return text_at(seat, "capacity") != "secretary" or flag_at(seat, "mandated")


def _check_quorum(
    school: School, path: str, record: Record, seats: list[Record]
) -> Iterator[Finding]:
    asked = numbers_at(record, "quorum") or school.registry.policy.quorum
    can = len({text_at(seat, "person") for seat in seats if _votes(seat)})
    for kind in _ASKS:
        if asked.get(kind, 1) > can:
            args = {"quorum": str(asked[kind]), "voters": str(can), "kind": kind}
            yield Finding("policy.quorum-impossible", _at(path, "members"), args)
    if asked.get("result", 1) == 1:
        args = {"committee": text_at(record, "id")}
        yield Finding("policy.one-decides", _at(path), args, _NOTE)


def _check_mandates(
    school: School, path: str, record: Record, seats: list[Record]
) -> Iterator[Finding]:
    sitting = {text_at(seat, "person") for seat in seats}
    for index, mandate in enumerate(records_at(record, "mandates")):
        where, who = _at(path, "mandates", index), text_at(mandate, "to")
        args = {"person": who, "mandate": text_at(mandate, "id")}
        if who not in sitting:
            yield Finding("policy.mandate-without-seat", where, args)
        elif text_at(mandate, "until") < school.today.isoformat():
            yield Finding("policy.mandate-ended", where, args, _NOTE)


def _check_seats(school: School, path: str, record: Record) -> Iterator[Finding]:
    """Report members who cannot act, or for whom two interests meet."""
    sitting = _sitting(school, record)
    for index, seat in enumerate(records_at(record, "members")):
        who = text_at(seat, "person")
        where, args = _at(path, "members", index), {"person": who}
        if seat not in sitting:
            continue
        held = _held(school.registry, who)
        if _votes(seat) and Role.EXAM_COMMITTEE not in held:
            yield Finding("policy.seat-without-role", where, args)
        if flag_at(seat, "financial"):
            yield Finding("policy.financial", where, args, _NOTE)
        if _votes(seat) and held & _OFFICE:
            yield Finding("policy.office-decides", where, args, _NOTE)
        if _votes(seat) and Role.SCHOOL_CONTACT in held:
            yield Finding("policy.contact-decides", where, args, _NOTE)


def _held(registry: Registry, person: str) -> frozenset[Role]:
    return frozenset(
        grant.role
        for grant in registry.grants.get(person, ())
        if grant.id not in registry.withdrawn
    )


def _check_grants(school: School) -> Iterator[Finding]:
    """Report people with the committee's role and no seat in any committee."""
    seated = {
        text_at(seat, "person")
        for path, record in school.records.items()
        if path.startswith("committees/")
        for seat in _sitting(school, record)
    }
    for person in sorted(school.registry.grants):
        if Role.EXAM_COMMITTEE in _held(school.registry, person):
            where = _at(f"people/{person[2:4]}/{person}.yml")
            if person not in seated:
                args = {"person": person}
                yield Finding("policy.role-without-seat", where, args, _NOTE)


def _check_groups(school: School) -> Iterator[Finding]:
    """Report groups for whose qualification no committee is there."""
    covered = {
        crebo
        for path, record in school.records.items()
        if path.startswith("committees/")
        for crebo in texts_at(record, "programmes")
    }
    for group, record in sorted(school.groups.items()):
        crebo = text_at(record, "crebo")
        if crebo not in covered:
            where = Location(f"exams/groups/{group}/group.yml", None, ("crebo",))
            args = {"group": group, "crebo": crebo}
            yield Finding("policy.no-committee", where, args)


def _check_company(school: School, path: str, record: Record) -> Iterator[Finding]:
    checked = text_at(record_at(record, "recognition"), "checked_at")
    limit = f"{school.today.year - _RECOGNISED_YEARS:04d}{school.today.isoformat()[4:]}"
    if checked and checked < limit:
        args = {"company": text_at(record, "id"), "day": checked}
        where = _at(path, "recognition", "checked_at")
        yield Finding("policy.recognition-old", where, args)


def _check_dispensation(school: School, path: str, record: Record) -> Iterator[Finding]:
    if not text_at(record, "company"):
        return
    args = {"company": text_at(record, "company")}
    until = text_at(record, "until")
    if not until:
        yield Finding("policy.dispensation-endless", _at(path), args)
    elif until < school.today.isoformat():
        yield Finding("policy.dispensation-ended", _at(path, "until"), args, _NOTE)


def _check_exam(school: School, exam: ExamState) -> Iterator[Finding]:
    """Report an exam in which so many members play a part that no quorum is left."""
    record = exam.document("exam")
    committee = school.registry.committees.get(text_at(record, "committee"))
    if committee is None or exam.closed is not None or exam.document("result"):
        return
    asked = committee.quorum or school.registry.policy.quorum
    can = len(voters(exam, school.registry))
    if can < asked.get("result", 1) <= len({m.person for m in committee.members}):
        where = Location(f"exams/{exam.scope}/exam.yml", None, ("committee",))
        args = {"quorum": str(asked.get("result", 1)), "voters": str(can)}
        yield Finding("policy.quorum-recused", where, args)

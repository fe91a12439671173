"""Who may not be the same person, and who may not judge what they had a hand in.

Hard separations are never lifted; soft ones by a dispensation in the registry, for an
exam or for a company until a date. Source: DESIGN section 4, DOMAIN 2.7.
"""

from collections.abc import Iterator, Mapping

from proeve.model.exam import ExamState
from proeve.model.records import (
    Record,
    number_at,
    record_at,
    records_at,
    text_at,
    texts_at,
)
from proeve.model.registry import Dispensation, Registry
from proeve.process.vocabulary import ASSESSORS, Part, RowId

Parts = Mapping[Part, tuple[str, ...]]
Fault = tuple[str, dict[str, str]]
"""A finding's code and its arguments; the caller knows the place."""

_SEALS = (RowId.SEAL_FIRST, RowId.SEAL_SECOND, RowId.SEAL_THIRD)
_SOFT = {
    "supervisor_assesses": "separation.supervisor-assesses",
    "contact_assesses": "separation.contact-assesses",
    "same_side": "separation.same-side",
    "expertise": "separation.expertise",
}


def hard(parts: Parts) -> Iterator[Fault]:
    """Report a student with another part, and one person who is two assessors."""
    students = set(parts.get(Part.STUDENT, ()))
    for part, people in parts.items():
        if part is not Part.STUDENT and students.intersection(people):
            yield "separation.student", {"part": part}
    seen: dict[str, Part] = {}
    for part in ASSESSORS:
        for person in parts.get(part, ()):
            if person in seen:
                yield "separation.assessors", {"part": part, "person": person}
            seen[person] = part


def soft(parts: Parts, exam: Record, scope: str, registry: Registry) -> Iterator[Fault]:
    """Report soft separations that no dispensation lifts for this exam."""
    for lifts, args in _soft_faults(parts, exam, registry):
        if not _dispensed(lifts, exam, scope, registry):
            yield _SOFT[lifts], args


def _soft_faults(
    parts: Parts, exam: Record, registry: Registry
) -> Iterator[tuple[str, dict[str, str]]]:
    assessors = [p for part in ASSESSORS for p in parts.get(part, ())]
    for person in assessors:
        if person in parts.get(Part.WORKPLACE_SUPERVISOR, ()):
            yield "supervisor_assesses", {"person": person}
        if person in parts.get(Part.SCHOOL_CONTACT, ()):
            yield "contact_assesses", {"person": person}
        if not _expert(person, exam, registry):
            yield "expertise", {"person": person}
    both = [p for part in ASSESSORS[:2] for p in parts.get(part, ())]
    sides = {_side(person, registry) for person in both}
    if len(both) == len(ASSESSORS[:2]) and len(sides) == 1:
        yield "same_side", {"side": sides.pop()}


def _side(person: str, registry: Registry) -> str:
    known = registry.people.get(person)
    return known.side if known else ""


def _expert(person: str, exam: Record, registry: Registry) -> bool:
    """Tell whether a declaration covers the instrument's qualification and the work.

    The work begins when the placement does; without that date any declaration counts.
    """
    known = registry.people.get(person)
    wanted = _crebo(exam, registry)
    begins = [text_at(each, "from") for each in records_at(exam, "companies")]
    day = max(begins, default="")
    return known is None or any(
        wanted.intersection(declaration.crebo)
        and (not day or declaration.start <= day <= declaration.until)
        for declaration in known.declarations
    )


def _crebo(exam: Record, registry: Registry) -> frozenset[str]:
    """Return the qualifications for which the exam's instrument is meant."""
    pinned = record_at(exam, "instrument")
    key = (text_at(pinned, "code"), number_at(pinned, "version"))
    found = registry.instruments.get(key)
    return frozenset(texts_at(found.record, "crebo")) if found else frozenset()


def _dispensed(lifts: str, exam: Record, scope: str, registry: Registry) -> bool:
    since = {
        text_at(each, "company"): text_at(each, "from")
        for each in records_at(exam, "companies")
    }
    return any(
        each.lifts == lifts
        and (
            each.exam == scope.removeprefix("groups/")
            or (each.company in since and _lasts(each, since[each.company]))
        )
        for each in registry.dispensations
    )


def _lasts(dispensation: Dispensation, since: str) -> bool:
    """Tell whether a standing dispensation had not ended when the placement began."""
    return dispensation.until is None or since <= dispensation.until


def used_dispensations(exam: ExamState, registry: Registry) -> tuple[int, ...]:
    """Return the dispensations on which this exam leans, for its dossier."""
    record = exam.document("exam") or {}
    lifted = {lifts for lifts, _ in _soft_faults(exam.parts, record, registry)}
    return tuple(
        each.number
        for each in registry.dispensations
        if each.lifts in lifted and _dispensed(each.lifts, record, exam.scope, registry)
    )


def hands(row: RowId, person: str, exam: ExamState) -> str | None:
    """Return why this person may not approve the row, as a finding code, or nothing.

    The facts may land in either order, so both sides ask: the committee's rows look for
    an assessor, an assessor's rows for an establisher (PROTOCOL R9).
    """
    assesses = person in {p for part in ASSESSORS for p in exam.parts.get(part, ())}
    if row is RowId.ESTABLISH and _approved(person, exam, RowId.ACQUIRE):
        return "separation.agreed-it"
    if row in (RowId.ESTABLISH, RowId.RESULT) and (
        assesses or _approved(person, exam, *_SEALS)
    ):
        return "separation.assessed-it"
    if row is RowId.ACQUIRE and _approved(person, exam, RowId.ESTABLISH):
        return "separation.established-it"
    if row in (RowId.SEAL_FIRST, RowId.SEAL_SECOND, RowId.SEAL_THIRD) and _approved(
        person, exam, RowId.ESTABLISH, RowId.RESULT
    ):
        return "separation.established-it"
    return None


def takes_over(part: Part, person: str, exam: ExamState) -> str | None:
    """Return why this person may not become what another was, as a code, or nothing."""
    if part in ASSESSORS and _approved(person, exam, RowId.ESTABLISH, RowId.RESULT):
        return "separation.established-it"
    return None


def _approved(person: str, exam: ExamState, *rows: RowId) -> bool:
    """Tell whether the person ever approved one of these rows, standing or fallen."""
    return any(
        approval.person == person and approval.row in rows
        for event in exam.events
        for approval in event.approvals
    )

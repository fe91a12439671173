"""Evidence: it is added to the manifest, and what is whole is handed in.

The bytes are in the store before the commit that names them. A commit that then fails
leaves at most bytes that nothing names, under their digest, which hurts nobody.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from proeve.deeds.clone import Clone
from proeve.deeds.exams import exam_named, role_for
from proeve.deeds.stating import Deed, Paper, document
from proeve.errors import UsageError
from proeve.model.document import Data
from proeve.model.exam import ExamState
from proeve.model.findings import Finding, Location, Severity
from proeve.model.records import (
    Record,
    flag_at,
    number_at,
    record_at,
    records_at,
    text_at,
    texts_at,
)
from proeve.process.table import MEI_12, PROCESSES
from proeve.process.vocabulary import (
    Action,
    Approver,
    Part,
    Role,
    RowId,
    StepId,
)
from proeve.rules.status import step_verdict
from proeve.rules.time import deadline_of
from proeve.stores.media.stripping import may_show_people, shows
from proeve.stores.piece import Piece
from proeve.stores.policy import EvidencePolicy, evidence_policy

MANIFEST = "evidence.yml"
_STUDENT = frozenset[Approver]({Part.STUDENT})
_NUMBER = re.compile(r"e([0-9]{1,3})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Evidence that was seen on site: by whom, when, and at the company or school."""

    by: tuple[str, ...]
    at: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """Evidence that is a thing: where it lies, and the day after which it may go."""

    place: str
    dispose_after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """What is added to a manifest, for one required piece of evidence.

    `people` says of each file, by its digest, whether somebody is recognisable in it.
    `instead` is the item whose place the one new item takes.
    """

    wanted: str
    what: tuple[Piece, ...] | Seen | Thing
    criteria: tuple[str, ...] = ()
    people: Mapping[str, bool] = field(default_factory=dict[str, bool])
    title: str = ""
    instead: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedIn:
    """Evidence as it stands handed in: what a receipt is asked for.

    `text` is what the student approved and `commit` the commit in which; `deadline` is
    text, as it was established or extended.
    """

    scope: str
    commit: str
    text: str
    deadline: str | None


def policy_of(clone: Clone) -> EvidencePolicy:
    """Return what the school's policy says of evidence, as it was judged."""
    return evidence_policy(clone.record("school.yml"))


def required(exam: ExamState) -> dict[str, Record]:
    """Return the evidence that the assignment asks for, by its number."""
    asked = records_at(exam.document("assignment"), "required_evidence")
    return {text_at(each, "id"): each for each in asked}


def evidence_added(
    clone: Clone, person: str, exam_name: str, more: Addition, worn: Role | None = None
) -> Deed:
    """Return the deed by which a student adds evidence to the manifest of an exam."""
    exam = exam_named(clone.state, exam_name)
    policy = policy_of(clone)
    _check(clone, exam, more, policy)
    items = _with(exam, list(_items(exam, more, policy)), more.instead)
    data: dict[str, Data] = {"schema": "proeve/evidence/v1", "items": items}
    papers = {MANIFEST: document(exam.scope, MANIFEST, data)}
    return Deed(
        scope=exam.scope,
        actor=person,
        role=role_for(clone.state, exam, person, _STUDENT, worn),
        action=Action.WRITE,
        row=RowId.EVIDENCE,
        papers=papers | dict(_kept(exam, more, policy)),
    )


def evidence_submitted(
    clone: Clone, person: str, exam_name: str, worn: Role | None = None
) -> Deed:
    """Return the deed by which a student hands in the evidence as it is listed."""
    exam = exam_named(clone.state, exam_name)
    if exam.document("evidence") is None:
        raise UsageError(
            f"Bij {exam.id} is nog geen bewijs; begin met `proeve evidence add`.",
            f"{exam.id} has no evidence yet; begin with `proeve evidence add`.",
        )
    return Deed(
        scope=exam.scope,
        actor=person,
        role=role_for(clone.state, exam, person, _STUDENT, worn),
        action=Action.APPROVE,
        row=RowId.EVIDENCE,
    )


def handed_in(exam: ExamState) -> HandedIn | None:
    """Return what a receipt is to be asked for; None while nothing is handed in.

    Until a receipt stands, only a commit says when (PROTOCOL R34): it is untimed.
    """
    approvals = exam.row(RowId.EVIDENCE).approvals
    if not approvals:
        return None
    return HandedIn(
        scope=exam.scope,
        commit=approvals[-1].commit,
        text=approvals[-1].text,
        deadline=deadline_of(exam, StepId.EVIDENCE),
    )


def not_agreed(exam: ExamState, wanted: str, piece: Piece) -> Finding | None:
    """Return why a photograph or film of this may not be there, if it may not."""
    agreed = record_at(exam.document("assignment"), "agreements")
    on_site = wanted in texts_at(agreed, "seen_on_site")
    if shows(piece.kind) and (on_site or flag_at(agreed, "photo_ban")):
        return Finding("store.photo-ban", Location(str(piece.file)), {"id": wanted})
    return None


def warnings(pieces: Iterable[Piece]) -> tuple[Finding, ...]:
    """Return what whoever hands these files in must know, and stops nothing."""
    return tuple(
        Finding(
            "store.may-tell-place",
            Location(str(each.file)),
            {"type": each.kind},
            Severity.NOTE,
        )
        for each in pieces
        if each.telling
    )


def _check(
    clone: Clone, exam: ExamState, more: Addition, policy: EvidencePolicy
) -> None:
    """Raise UsageError for what was asked for and cannot be meant."""
    asked = required(exam)
    if more.wanted not in asked:
        known = ", ".join(asked) or "-"
        raise UsageError(
            f"De opdracht vraagt niet om bewijs {more.wanted}; wel om: {known}.",
            f"The assignment does not ask for evidence {more.wanted}; "
            f"it asks for: {known}.",
        )
    criteria = _criteria(clone, exam)
    strange = [each for each in more.criteria if each not in criteria]
    if strange:
        raise UsageError(
            f"Deze criteria staan niet in het instrument: {', '.join(strange)}.",
            f"These criteria are not in the instrument: {', '.join(strange)}.",
        )
    if isinstance(more.what, Seen):
        _check_seen(clone, exam, more.what, policy)


def _check_seen(
    clone: Clone, exam: ExamState, seen: Seen, policy: EvidencePolicy
) -> None:
    student = text_at(exam.document("exam"), "student")
    for each in seen.by:
        if each not in clone.state.registry.people or each == student:
            raise UsageError(
                f"{each} kan dit niet hebben gezien: niet in het register, of de "
                "student zelf.",
                f"{each} cannot have seen this: not in the registry, or the student.",
            )
    if len(set(seen.by)) < policy.seen_by:
        raise UsageError(
            f"Het beleid vraagt dat {policy.seen_by} mensen het zagen.",
            f"The policy asks that {policy.seen_by} people saw it.",
        )


def _criteria(clone: Clone, exam: ExamState) -> frozenset[str]:
    pinned = record_at(exam.document("exam"), "instrument")
    key = (text_at(pinned, "code"), number_at(pinned, "version"))
    found = clone.state.registry.instruments.get(key)
    rules = found.rules if found else None
    return frozenset(each.id for each in rules.criteria) if rules else frozenset()


def _items(
    exam: ExamState, more: Addition, policy: EvidencePolicy
) -> Iterable[dict[str, Data]]:
    """Yield the new items, without their ids."""
    start: dict[str, Data] = {"for": more.wanted}
    title = more.title or text_at(required(exam)[more.wanted], "title")
    end: dict[str, Data] = {"criteria": list(more.criteria)} if more.criteria else {}
    if isinstance(more.what, Seen):
        seen: dict[str, Data] = {
            "by": list(more.what.by),
            "at": more.what.at,
            "place": more.what.place,
        }
        yield start | {"kind": "seen_on_site", "title": title, "seen": seen} | end
    elif isinstance(more.what, Thing):
        thing: dict[str, Data] = {"place": more.what.place}
        if more.what.dispose_after:
            thing["dispose_after"] = more.what.dispose_after
        yield start | {"kind": "physical", "title": title, "physical": thing} | end
    else:
        for piece in _new(exam, more):
            told = start | {"kind": "file", "title": title}
            yield told | _file(piece, more, policy) | end


def _new(exam: ExamState, more: Addition) -> Sequence[Piece]:
    """Return the files that are not in the manifest for this already, each once."""
    there = {
        text_at(item, "sha256")
        for item in records_at(exam.document("evidence"), "items")
        if text_at(item, "for") == more.wanted
    }
    pieces = more.what if isinstance(more.what, tuple) else ()
    found = {each.name: each for each in pieces if f"sha256:{each.name}" not in there}
    if not found:
        raise UsageError(
            f"Wat u noemt staat al in de bewijslijst voor {more.wanted}.",
            f"What you name is in the manifest for {more.wanted} already.",
        )
    return tuple(found.values())


def _file(piece: Piece, more: Addition, policy: EvidencePolicy) -> dict[str, Data]:
    item: dict[str, Data] = {
        "sha256": f"sha256:{piece.name}",
        "size": piece.size,
        "media_type": piece.kind,
        "stored": "in_repo" if policy.store == "in_repo" else "store",
    }
    if piece.photograph:
        item["location_removed"] = True
    if may_show_people(piece.kind):
        item["people_visible"] = more.people[piece.name]
    return item


def _with(exam: ExamState, new: list[dict[str, Data]], instead: str) -> list[Data]:
    """Return the items of the manifest with the new ones; ids are never used again."""
    items = [dict(each) for each in records_at(exam.document("evidence"), "items")]
    ids = [text_at(each, "id") for each in items]
    if instead:
        if instead not in ids or len(new) != 1:
            raise UsageError(
                f"Eén nieuw bewijsstuk kan één ander vervangen; {instead} is er niet, "
                "of u noemt er meer.",
                f"One new piece can replace one other; {instead} is not there, or you "
                "name more than one.",
            )
        items[ids.index(instead)] = {"id": instead, **new[0]}
        return list(items)
    last = max(
        (int(found[1]) for i in ids if (found := _NUMBER.fullmatch(i))), default=0
    )
    named = [{"id": f"e{last + n}", **each} for n, each in enumerate(new, 1)]
    return [*items, *named]


def _kept(
    exam: ExamState, more: Addition, policy: EvidencePolicy
) -> Iterable[tuple[str, Paper]]:
    """Yield the small texts that policy puts in the commit itself."""
    if policy.store != "in_repo" or not isinstance(more.what, tuple):
        return
    for piece in more.what:
        path = f"evidence/{piece.name}"
        if path not in exam.files:
            yield path, Paper(piece.content())


def days_late(clone: Clone, exam: ExamState, now: int) -> int:
    """Return how many days the time for handing in is over; what is late still counts.

    It is flagged, and the committee decides (PROTOCOL R34).
    """
    step = PROCESSES.get(exam.process, MEI_12).step(StepId.EVIDENCE)
    return step_verdict(step, exam, clone.state.registry, now).overdue_days

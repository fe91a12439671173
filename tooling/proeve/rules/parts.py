"""Who plays which part in an exam: as `exam.yml` says, with substitutions over it."""

from collections.abc import Iterable, Mapping

from proeve.model.exam import Decision
from proeve.model.records import Record, record_at, records_at, text_at
from proeve.process.decisions import DecisionKind
from proeve.process.vocabulary import ASSESSORS, Part

Parts = Mapping[Part, tuple[str, ...]]


def parts_of(exam: Record | None, decisions: Iterable[Decision] = ()) -> Parts:
    """Return the people in each part that is filled, after all substitutions."""
    found: dict[Part, tuple[str, ...]] = {}
    for part in (Part.STUDENT, Part.SCHOOL_CONTACT):
        if text_at(exam, part):
            found[part] = (text_at(exam, part),)
    for part in ASSESSORS:
        if text_at(record_at(exam, part), "person"):
            found[part] = (text_at(record_at(exam, part), "person"),)
    supervisors = dict.fromkeys(
        text_at(company, "workplace_supervisor")
        for company in records_at(exam, "companies")
    )
    supervisors.pop("", None)
    if supervisors:
        found[Part.WORKPLACE_SUPERVISOR] = tuple(supervisors)
    for decision in decisions:
        found = _overlaid(found, decision)
    return found


def _overlaid(
    parts: dict[Part, tuple[str, ...]], decision: Decision
) -> dict[Part, tuple[str, ...]]:
    record = decision.record
    if decision.kind is DecisionKind.DISPUTE and text_at(record, "third_assessor"):
        return {**parts, Part.THIRD_ASSESSOR: (text_at(record, "third_assessor"),)}
    if decision.kind is not DecisionKind.SUBSTITUTION:
        return parts
    part = next((part for part in Part if part == text_at(record, "part")), None)
    if part is None:
        return parts
    old, new = text_at(record, "from"), text_at(record, "to")
    people = tuple(new if person == old else person for person in parts.get(part, ()))
    return {**parts, part: people or (new,)}

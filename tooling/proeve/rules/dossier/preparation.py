"""Assignment, appointments and establishment: what was agreed and established."""

from collections.abc import Iterable

from proeve.model.records import (
    flag_at,
    number_at,
    record_at,
    records_at,
    text_at,
    texts_at,
)
from proeve.model.registry import Instrument
from proeve.rules.dossier.case import Case, Faults, fault

_CHECKLIST = ("covers_every_work_process", "right_level", "feasible", "safe")


def units_of(instrument: Instrument) -> frozenset[str]:
    """Return the codes of the instrument's core tasks and work processes."""
    tasks = records_at(instrument.record, "core_tasks")
    processes = (p for task in tasks for p in records_at(task, "work_processes"))
    return frozenset(text_at(unit, "code") for unit in (*tasks, *processes))


def check_assignment(case: Case) -> Faults:
    """Report required evidence that is named twice or is for an unknown unit."""
    found = case.instrument()
    units = units_of(found) if found else frozenset()
    required = records_at(case.document("assignment"), "required_evidence")
    yield from _twice(required, "assignment.yml", "required_evidence")
    for index, item in enumerate(required):
        for unit in texts_at(item, "units"):
            if units and unit not in units:
                at = ("required_evidence", index, "units")
                yield fault("assignment.no-unit", "assignment.yml", *at, unit=unit)


def _twice(items: Iterable[object], path: str, field: str) -> Faults:
    seen: set[str] = set()
    for index, item in enumerate(items):
        own = text_at(item, "id") if isinstance(item, dict) else ""
        if own in seen:
            yield fault("dossier.twice", path, field, index, "id", id=own)
        seen.add(own)


def check_appointments(case: Case) -> Faults:
    """Report two appointments of one name."""
    listed = records_at(case.document("appointments"), "appointments")
    yield from _twice(listed, "appointments.yml", "appointments")


def check_establishment(case: Case) -> Faults:
    """Report another instrument or committee than the exam's, and a box left open."""
    path, found = "establishment.yml", case.document("establishment")
    exam = case.document("exam")
    pinned, own = record_at(exam, "instrument"), record_at(found, "instrument")
    for field in ("code", "digest"):
        if text_at(own, field) != text_at(pinned, field):
            code = text_at(pinned, "code")
            yield fault("exam.other-instrument", path, "instrument", field, code=code)
    if number_at(own, "version") != number_at(pinned, "version"):
        code = text_at(pinned, "code")
        yield fault("exam.other-instrument", path, "instrument", "version", code=code)
    if text_at(found, "committee") != text_at(exam, "committee"):
        name = text_at(found, "committee")
        yield fault("establishment.other-committee", path, "committee", committee=name)
    for box in _CHECKLIST:
        if not flag_at(found, "checklist", box):
            yield fault("establishment.checklist", path, "checklist", box, box=box)
    named, by = text_at(found, "mandate"), text_at(found, "by")
    if named and not _mandated(case, named, by):
        args = {"mandate": named, "person": by}
        yield fault("establishment.no-mandate", path, "mandate", **args)


def _mandated(case: Case, named: str, person: str) -> bool:
    """Tell whether the committee let this person act by the mandate of this name."""
    found = case.document("establishment")
    committee = case.registry.committees.get(text_at(found, "committee"))
    day = text_at(found, "established_on")
    return committee is None or any(
        each.id == named
        and each.person == person
        and (not each.until or day <= each.until)
        for each in committee.mandates
    )

"""Whether an exam may use its instrument as it does: type, scope, resit, assessors."""

from collections.abc import Iterator

from proeve.model.findings import Pointer
from proeve.model.instrument import CoreTask, Instrument, WorkProcess
from proeve.model.passing import PointsRule, Rating
from proeve.model.records import Record, records_at, text_at, texts_at
from proeve.process.vocabulary import Part
from proeve.rules.passing.building import rating_at
from proeve.rules.passing.fault import Fault
from proeve.rules.passing.scope import Scope, fits_unit, scope_of
from proeve.rules.passing.units import level_of

_KEYS = {
    Part.FIRST_ASSESSOR: "first_assessor",
    Part.SECOND_ASSESSOR: "second_assessor",
}


def check_exam(instrument: Instrument, exam: Record) -> Iterator[Fault]:
    """Report a type, units or ratings in `exam.yml` that the instrument has not."""
    if text_at(exam, "type") not in instrument.assignment_types:
        known = ", ".join(instrument.assignment_types)
        args = {"type": text_at(exam, "type"), "known": known}
        yield Fault("passing.assignment-type", ("type",), args)
    yield from _unknown_or_twice(instrument, exam)
    yield from _carried_over(instrument, exam)
    if "units" in exam:
        yield from _left_out(instrument, scope_of(exam))
    if "resit_of" in exam:
        yield from _too_small(instrument, exam)


def check_sides(instrument: Instrument, exam: Record) -> Iterator[Fault]:
    """Report an assessor from another side than the instrument divides its criteria by.

    A dispensation for one side may lift this; that is not seen here.
    """
    for part, side in instrument.sides.items():
        key = _KEYS[part]
        own = text_at(exam, key, "side")
        if own and own != side:
            args = {"part": part.value, "side": side, "written": own}
            yield Fault("passing.assessor-side", (key, "side"), args)


def _named(exam: Record) -> Iterator[tuple[str, Pointer]]:
    for index, unit in enumerate(texts_at(exam, "units")):
        yield unit, ("units", index)
    for key in ("carried_over", "exempted"):
        for index, one in enumerate(records_at(exam, key)):
            yield text_at(one, "unit"), (key, index, "unit")


def _unknown_or_twice(instrument: Instrument, exam: Record) -> Iterator[Fault]:
    known = frozenset(instrument.units())
    seen: set[str] = set()
    for unit, pointer in _named(exam):
        if unit not in known:
            yield Fault("passing.unit-unknown", pointer, {"unit": unit})
        elif any(_overlap(unit, other) for other in seen):
            yield Fault("passing.unit-twice", pointer, {"unit": unit})
        seen.add(unit)


def _overlap(one: str, other: str) -> bool:
    return one == other or one.startswith(f"{other}-W") or other.startswith(f"{one}-W")


def _left_out(instrument: Instrument, scope: Scope) -> Iterator[Fault]:
    for task in instrument.core_tasks:
        if task.code in scope.given:
            continue
        for part in task.work_processes:
            if part.code not in scope.given and not scope.covers(task, part):
                yield Fault("passing.unit-left-out", ("units",), {"unit": part.code})


def _too_small(instrument: Instrument, exam: Record) -> Iterator[Fault]:
    units = texts_at(exam, "units")
    whole = instrument.resit_unit == "exam" and units
    parts = [unit for unit in units if "-W" in unit]
    if whole or (instrument.resit_unit == "core_task" and parts):
        args = {"unit": (parts or [*units])[0], "smallest": instrument.resit_unit}
        yield Fault("passing.resit-too-small", ("units",), args)


def _carried_over(instrument: Instrument, exam: Record) -> Iterator[Fault]:
    for index, one in enumerate(records_at(exam, "carried_over")):
        unit, rating = text_at(one, "unit"), rating_at(one, "rating")
        args = {"rating": str(one.get("rating")), "unit": unit}
        way = ("carried_over", index, "rating")
        if rating is None or not fits_unit(instrument, unit, rating):
            args["known"] = _known(instrument, unit)
            yield Fault("passing.rating-off-scale", way, args)
        elif _fails(instrument, unit, rating):
            # A knock-out would get lost if its work process could be carried over.
            yield Fault("passing.carried-over-not-passed", way, args)


def _fails(instrument: Instrument, unit: str, rating: Rating) -> bool:
    for task in instrument.core_tasks:
        if unit == task.code:
            return not task.rule.results.passes(rating)
        for part in task.work_processes:
            if unit == part.code:
                return level_of(task, part, rating)[1] is False
    return False


def _known(instrument: Instrument, unit: str) -> str:
    for task in instrument.core_tasks:
        if unit == task.code:
            return task.rule.results.written
        for part in task.work_processes:
            if unit == part.code:
                return _known_part(task, part)
    return "-"


def _known_part(task: CoreTask, part: WorkProcess) -> str:
    if isinstance(task.rule, PointsRule):
        return f"0-{part.maximum}"
    return task.rule.scale.written

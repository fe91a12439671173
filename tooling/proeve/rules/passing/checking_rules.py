"""The rule of one core task: ladders that climb, names that exist, caps that fail."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from proeve.model.document import Data
from proeve.model.findings import Pointer
from proeve.model.passing import (
    MarksScale,
    OrdinalScale,
    PointsScale,
    ResultScale,
    Scale,
)
from proeve.model.records import Record, number_at, record_at, records_at, text_at
from proeve.rules.passing.checking_criteria import known, maximum_of
from proeve.rules.passing.fault import Fault


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """The data of one core task, its scale, all scales, and the way to it.

    `resit_unit` is the smallest unit that may be resat.
    """

    record: Record
    scale: Scale
    scales: Mapping[str, Scale]
    way: Pointer
    resit_unit: str

    @property
    def parts(self) -> tuple[str, ...]:
        """The codes of its work processes."""
        listed = records_at(self.record, "work_processes")
        return tuple(text_at(part, "code") for part in listed)

    @property
    def criteria(self) -> tuple[Record, ...]:
        """All its criteria."""
        return tuple(
            criterion
            for part in records_at(self.record, "work_processes")
            for criterion in records_at(part, "criteria")
        )

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all its criteria."""
        return tuple(text_at(criterion, "id") for criterion in self.criteria)


def check_rule(task: Task) -> Iterator[Fault]:
    """Report what cannot be meant in the rule of a core task."""
    if isinstance(task.scale, OrdinalScale):
        yield from _ordinal(task, task.scale)
    elif isinstance(task.scale, PointsScale):
        yield from _points(task)
    else:
        yield from _marks(task, task.scale)


def _ordinal(task: Task, scale: OrdinalScale) -> Iterator[Fault]:
    for layer, units in (("work_process", task.ids), ("core_task", task.parts)):
        way = (*task.way, "pass_rule", "ordinal", layer)
        ladder = record_at(task.record, "pass_rule", "ordinal", layer)
        yield from _ladder(ladder, scale, way)
        for index, level in enumerate(records_at(ladder, "levels")):
            at = (*way, "levels", index)
            yield from _conditions(level, scale, at)
            yield from _named(record_at(level, "required"), units, (*at, "required"))


def _ladder(ladder: Record, scale: ResultScale, way: Pointer) -> Iterator[Fault]:
    """Report a floor that passes, levels out of order, and no level that passes."""
    ratings: list[tuple[Pointer, Data]] = [((*way, "else"), ladder.get("else"))]
    for index, level in enumerate(records_at(ladder, "levels")):
        ratings.append(((*way, "levels", index, "rating"), level.get("rating")))
    before = -1
    for pointer, rating in ratings:
        if not scale.has(rating):
            yield _unknown(scale, rating, pointer)
            return
        rank = _rank(scale, rating)
        if rank <= before:
            args = {"rating": str(rating)}
            yield Fault("instrument.levels-out-of-order", pointer, args)
        before = rank
    if _passes(scale, ratings[0][1]):
        args = {"rating": str(ratings[0][1])}
        yield Fault("instrument.floor-passes", (*way, "else"), args)
    if not _passes(scale, ratings[-1][1]):
        yield Fault("instrument.nobody-passes", (*way, "levels"), {})


def _rank(scale: ResultScale, rating: Data) -> int:
    if isinstance(scale, OrdinalScale):
        return scale.rank(str(rating))
    return rating if isinstance(rating, int) else 0


def _passes(scale: ResultScale, rating: Data) -> bool:
    return isinstance(rating, str | int) and scale.passes(rating)


def _unknown(scale: Scale, rating: Data, pointer: Pointer) -> Fault:
    args = {"rating": str(rating), "known": known(scale, 0)}
    return Fault("instrument.rating-unknown", pointer, args)


def _conditions(level: Record, scale: OrdinalScale, at: Pointer) -> Iterator[Fault]:
    asked: list[tuple[Pointer, Data]] = [
        ((*at, key), level[key])
        for key in ("all_at_least", "none_below")
        if key in level
    ]
    if "share_at_least" in level:
        share = record_at(level, "share_at_least")
        asked.append(((*at, "share_at_least", "rating"), share.get("rating")))
        yield from _fraction(share, (*at, "share_at_least"))
    for unit, rating in record_at(level, "required").items():
        asked.append(((*at, "required", unit), rating))
    for pointer, rating in asked:
        if not scale.has(rating):
            yield _unknown(scale, rating, pointer)


def _fraction(record: Record, at: Pointer) -> Iterator[Fault]:
    written = text_at(record, "fraction")
    if Fraction(written) > 1:
        args = {"fraction": written}
        yield Fault("instrument.fraction-above-one", (*at, "fraction"), args)


def _named(named: Record, units: tuple[str, ...], at: Pointer) -> Iterator[Fault]:
    for unit in named:
        if unit not in units:
            yield Fault("instrument.unit-unknown", (*at, unit), {"unit": unit})


def _points(task: Task) -> Iterator[Fault]:
    way = (*task.way, "pass_rule", "points")
    rule = record_at(task.record, "pass_rule", "points")
    name = text_at(rule, "results")
    results = task.scales.get(name)
    if results is None or isinstance(results, PointsScale):
        yield Fault("instrument.results-scale", (*way, "results"), {"scale": name})
        return
    for layer in ("work_process", "core_task"):
        if layer in rule:
            yield from _ladder(record_at(rule, layer), results, (*way, layer))
    for index, level in enumerate(records_at(rule, "work_process", "levels")):
        at = (*way, "work_process", "levels", index)
        yield from _fraction(level, at)
    yield from _shares_ascend(rule, way)
    yield from _thresholds(task, results)
    yield from _without_part_levels(task, rule, way)


def _shares_ascend(rule: Record, way: Pointer) -> Iterator[Fault]:
    before = Fraction(0)
    for index, level in enumerate(records_at(rule, "work_process", "levels")):
        share = Fraction(text_at(level, "fraction"))
        if share <= before:
            pointer = (*way, "work_process", "levels", index, "fraction")
            args = {"rating": str(level.get("rating"))}
            yield Fault("instrument.levels-out-of-order", pointer, args)
        before = share


def _thresholds(task: Task, results: ResultScale) -> Iterator[Fault]:
    way = (*task.way, "pass_rule", "points", "core_task", "levels")
    most = sum(maximum_of(one, task.scale) for one in task.criteria)
    before = -1
    levels = records_at(task.record, "pass_rule", "points", "core_task", "levels")
    for index, level in enumerate(levels):
        points = number_at(level, "points")
        if points <= before:
            args = {"rating": str(level.get("rating"))}
            yield Fault("instrument.levels-out-of-order", (*way, index, "points"), args)
        if points > most:
            args = {"points": str(points), "maximum": str(most)}
            yield Fault("instrument.out-of-reach", (*way, index, "points"), args)
        if "none_below" in level and not results.has(level["none_below"]):
            yield _unknown(results, level["none_below"], (*way, index, "none_below"))
        before = points


def _without_part_levels(task: Task, rule: Record, way: Pointer) -> Iterator[Fault]:
    """Report what speaks of ratings of work processes where these have points only."""
    if "work_process" in rule:
        return
    if text_at(rule, "crucial", "effect") == "work_process_fails":
        pointer = (*way, "crucial", "effect")
        yield Fault("instrument.work-process-without-levels", pointer, {})
    if task.resit_unit == "work_process":
        # Nobody could say which work process was passed and may be carried over.
        pointer = ("resit", "unit")
        yield Fault("instrument.work-process-without-levels", pointer, {})
    for index, level in enumerate(records_at(rule, "core_task", "levels")):
        if "none_below" in level:
            pointer = (*way, "core_task", "levels", index, "none_below")
            yield Fault("instrument.work-process-without-levels", pointer, {})


def _marks(task: Task, scale: MarksScale) -> Iterator[Fault]:
    way = (*task.way, "pass_rule", "marks")
    rule = record_at(task.record, "pass_rule", "marks")
    yield from _cap(record_at(rule, "crucial"), scale, (*way, "crucial"))
    yield from _whole(task, rule, way)
    for layer, units in (("work_process", task.ids), ("core_task", task.parts)):
        at = (*way, layer)
        record = record_at(rule, layer)
        yield from _cap(record_at(record, "none_below"), scale, (*at, "none_below"))
        weights = record_at(record, "mark", "weighted_mean", "weights")
        named = (*at, "mark", "weighted_mean", "weights")
        yield from _named(weights, units, named)
        for unit in units:
            if weights and unit not in weights:
                yield Fault("instrument.weight-missing", named, {"unit": unit})


def _whole(task: Task, rule: Record, way: Pointer) -> Iterator[Fault]:
    """Report exact means where a whole mark is needed."""
    mean = text_at(rule, "work_process", "mark", "weighted_mean", "rounding")
    if mean != "none":
        return
    if "lowest" in record_at(rule, "core_task", "mark"):
        pointer = (*way, "core_task", "mark", "lowest")
        yield Fault("instrument.mark-not-whole", pointer, {})
    if task.resit_unit == "work_process":
        pointer = (*way, "work_process", "mark", "weighted_mean", "rounding")
        yield Fault("instrument.mark-not-carried", pointer, {})


def _cap(cap: Record, scale: MarksScale, at: Pointer) -> Iterator[Fault]:
    if number_at(cap, "at_most") >= scale.pass_mark:
        args = {"mark": str(cap.get("at_most")), "pass_mark": str(scale.pass_mark)}
        yield Fault("instrument.cap-passes", (*at, "at_most"), args)

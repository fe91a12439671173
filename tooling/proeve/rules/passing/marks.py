"""Marks: the lowest, or a weighted mean in exact fractions with a stated rounding."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from math import floor

from proeve.model.derivation import Applied, AppliedRule, Basis, Layer, Line
from proeve.model.instrument import CoreTask, WorkProcess
from proeve.model.passing import (
    Cap,
    MarksCombination,
    MarksRule,
    Rounding,
    WeightedMean,
)
from proeve.rules.passing.sheet import judged, knocked_out, knocked_out_above

_HALF = Fraction(1, 2)
_ROUND: Mapping[Rounding, Callable[[Fraction], Fraction]] = {
    Rounding.NONE: lambda mean: mean,
    Rounding.HALF_UP: lambda mean: Fraction(floor(mean + _HALF)),
    Rounding.DOWN: lambda mean: Fraction(floor(mean)),
}


def work_process(rule: MarksRule, part: WorkProcess, below: tuple[Line, ...]) -> Line:
    """Return the line of a work process of which every criterion has its mark."""
    mark, applied = _combine(rule, rule.work_process, below, knocked_out(below))
    return Line(
        layer=Layer.WORK_PROCESS,
        unit=part.code,
        basis=Basis.DERIVED,
        rating=mark,
        passes=rule.scale.passes(mark),
        applied=applied,
        below=below,
    )


def core_task(rule: MarksRule, task: CoreTask, below: tuple[Line, ...]) -> Line:
    """Return the line of a core task of which every work process has its mark."""
    failed = knocked_out_above(rule.effect, below)
    mark, applied = _combine(rule, rule.core_task, below, failed)
    return Line(
        layer=Layer.CORE_TASK,
        unit=task.code,
        basis=Basis.DERIVED,
        rating=mark,
        passes=rule.scale.passes(mark),
        applied=applied,
        below=below,
    )


def _combine(
    rule: MarksRule,
    combination: MarksCombination,
    below: tuple[Line, ...],
    failed: tuple[Applied, ...],
) -> tuple[int | Fraction, tuple[Applied, ...]]:
    marks = {
        line.unit: Fraction(line.rating)
        for line in judged(below)
        if line.rating is not None
    }
    if combination.mean is None:
        mark, applied = _lowest(marks)
    else:
        mark, applied = _mean(combination.mean, marks)
    shown = [*failed, applied]
    if failed:
        shown.append(_capped(rule.at_most, mark))
        mark = min(mark, Fraction(rule.at_most))
    if combination.none_below is not None:
        mark, held = _cap(combination.none_below, marks, mark)
        shown.append(held)
    return whole(mark), tuple(shown)


def whole(mark: Fraction) -> int | Fraction:
    """Return a mark as a whole number where it is one."""
    return mark.numerator if mark.denominator == 1 else mark


def _lowest(marks: Mapping[str, Fraction]) -> tuple[Fraction, Applied]:
    mark = min(marks.values())
    each = ", ".join(str(one) for one in marks.values())
    return mark, Applied(
        rule=AppliedRule.LOWEST, holds=True, arithmetic=f"min({each}) = {mark}"
    )


def _mean(
    mean: WeightedMean, marks: Mapping[str, Fraction]
) -> tuple[Fraction, Applied]:
    weights = {unit: mean.weights.get(unit, 1) for unit in marks}
    total = sum(weights.values())
    exact = sum((weights[unit] * mark for unit, mark in marks.items()), Fraction())
    exact /= total
    mark = _ROUND[mean.rounding](exact)
    products = " + ".join(f"{weights[unit]}×{mark}" for unit, mark in marks.items())
    arithmetic = f"({products})/{total} = {exact}"
    if mark != exact:
        arithmetic = f"{arithmetic} -> {mark}"
    return mark, Applied(
        rule=AppliedRule.WEIGHTED_MEAN,
        holds=True,
        arithmetic=arithmetic,
        args={"rounding": mean.rounding.value},
    )


def _cap(
    cap: Cap, marks: Mapping[str, Fraction], mark: Fraction
) -> tuple[Fraction, Applied]:
    lowest = min(marks.values())
    holds = lowest >= cap.mark
    return mark if holds else min(mark, Fraction(cap.at_most)), Applied(
        rule=AppliedRule.NONE_BELOW,
        holds=holds,
        arithmetic=f"{lowest} {'>=' if holds else '<'} {cap.mark}",
        args={"rating": str(cap.mark), "at_most": str(cap.at_most)},
    )


def _capped(at_most: int, mark: Fraction) -> Applied:
    return Applied(
        rule=AppliedRule.CAP,
        holds=False,
        arithmetic=f"min({mark}, {at_most}) = {min(mark, Fraction(at_most))}",
        args={"at_most": str(at_most)},
    )

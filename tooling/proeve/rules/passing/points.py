"""Points: added up and compared with thresholds; exactly the threshold is enough."""

from collections.abc import Sequence
from fractions import Fraction

from proeve.model.derivation import Applied, AppliedRule, Basis, Layer, Line
from proeve.model.instrument import CoreTask, WorkProcess
from proeve.model.passing import (
    OrdinalScale,
    PartLadder,
    PointsLadder,
    PointsRule,
    Rating,
    ResultScale,
    Threshold,
)
from proeve.rules.passing.sheet import at_least, knocked_out, knocked_out_above


def work_process(rule: PointsRule, part: WorkProcess, below: tuple[Line, ...]) -> Line:
    """Return the line of a work process: its points, and a level if there are any."""
    points, added = _sum(below)
    if rule.work_process is None:
        return Line(
            layer=Layer.WORK_PROCESS,
            unit=part.code,
            basis=Basis.DERIVED,
            rating=points,
            points=points,
            applied=(*knocked_out(below), added),
            below=below,
        )
    failed = knocked_out(below)
    rating, applied = climb_part(rule.work_process, points, part.maximum)
    return Line(
        layer=Layer.WORK_PROCESS,
        unit=part.code,
        basis=Basis.DERIVED,
        rating=rule.work_process.floor if failed else rating,
        points=points,
        passes=not failed and rule.results.passes(rating),
        applied=(added, *(failed or applied)),
        below=below,
    )


def core_task(rule: PointsRule, task: CoreTask, below: tuple[Line, ...]) -> Line:
    """Return the line of a core task of which every work process has its points."""
    points, added = _sum(below)
    failed = knocked_out_above(rule.effect, below)
    rating, applied = climb(rule.results, rule.core_task, points, below)
    return Line(
        layer=Layer.CORE_TASK,
        unit=task.code,
        basis=Basis.DERIVED,
        rating=rule.core_task.floor if failed else rating,
        points=points,
        passes=not failed and rule.results.passes(rating),
        applied=(added, *(failed or applied)),
        below=below,
    )


def climb_part(
    ladder: PartLadder, points: int, maximum: int
) -> tuple[Rating, tuple[Applied, ...]]:
    """Return the highest level that these points of a maximum reach."""
    rating = ladder.floor
    shown: list[Applied] = []
    reached = Fraction(points, maximum)
    for level in ladder.levels:
        holds = reached >= level.fraction
        written = f"{points}/{maximum}"
        if written != str(reached):
            written = f"{written} = {reached}"
        shown.append(
            Applied(
                rule=AppliedRule.POINTS_SHARE,
                holds=holds,
                arithmetic=f"{written} {'>=' if holds else '<'} {level.written}",
                level=str(level.rating),
                args={"fraction": level.written},
            )
        )
        if not holds:
            break
        rating = level.rating
    return rating, tuple(shown)


def climb(
    scale: ResultScale, ladder: PointsLadder, points: int, below: tuple[Line, ...]
) -> tuple[Rating, tuple[Applied, ...]]:
    """Return the highest level that these points reach, and how that was found."""
    rating = ladder.floor
    shown: list[Applied] = []
    for level in ladder.levels:
        conditions = [_threshold(level, points)]
        if level.none_below is not None:
            conditions.append(_none_below(scale, level, level.none_below, below))
        shown.extend(conditions)
        if not all(condition.holds for condition in conditions):
            break
        rating = level.rating
    return rating, tuple(shown)


def _sum(below: tuple[Line, ...]) -> tuple[int, Applied]:
    each = [line.points for line in below if line.points is not None]
    total = sum(each)
    arithmetic = f"{' + '.join(map(str, each))} = {total}"
    return total, Applied(rule=AppliedRule.POINTS, holds=True, arithmetic=arithmetic)


def _threshold(level: Threshold, points: int) -> Applied:
    holds = points >= level.points
    return Applied(
        rule=AppliedRule.THRESHOLD,
        holds=holds,
        arithmetic=f"{points} {'>=' if holds else '<'} {level.points}",
        level=str(level.rating),
        args={"points": str(level.points)},
    )


def _none_below(
    scale: ResultScale, level: Threshold, asked: Rating, below: tuple[Line, ...]
) -> Applied:
    ratings = [line.rating for line in below]
    low = [rating for rating in ratings if not at_least(scale, rating, asked)]
    lowest = _lowest(scale, low or ratings)
    return Applied(
        rule=AppliedRule.NONE_BELOW,
        holds=not low,
        arithmetic=f"{lowest} {'<' if low else '>='} {asked}",
        level=str(level.rating),
        args={"rating": str(asked)},
    )


def _lowest(scale: ResultScale, ratings: Sequence[object]) -> object:
    if isinstance(scale, OrdinalScale):
        return min((str(rating) for rating in ratings), key=scale.rank)
    return min(rating for rating in ratings if isinstance(rating, int))

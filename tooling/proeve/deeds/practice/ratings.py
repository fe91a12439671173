"""Ratings drawn by lot, so that an exam ends as its story says.

The outcome is not written down by hand: the instrument's own pass rule computes it, and
ratings are drawn again until it does (rules.passing).
"""

from collections.abc import Mapping
from random import Random

from proeve.model.derivation import Derivation, Layer
from proeve.model.instrument import CoreTask, Criterion, Instrument, WorkProcess
from proeve.model.passing import (
    MarksScale,
    OrdinalScale,
    PassRule,
    PointsRule,
    Rating,
)
from proeve.process.vocabulary import Outcome, Part
from proeve.rules.pass_rule import Scope, evaluate

Ratings = Mapping[str, Rating]

_TRIES = 60
_BEST_MARK = 10
_DOUBT = 0.22
_SLIP = 0.06


def agreed_for(
    instrument: Instrument, scope: Scope, wanted: Outcome, draws: Random
) -> dict[str, Rating]:
    """Return ratings for every criterion in scope from which the outcome follows."""
    parts = [
        (task, part)
        for task in instrument.core_tasks
        for part in task.work_processes
        if scope.covers(task, part)
    ]
    weak = draws.choice(parts)[1] if wanted is not Outcome.PASSED else None
    for turn in range(_TRIES):
        # Later turns are drawn ever better, or ever worse, until the rule agrees.
        lean = turn / _TRIES
        drawn = {
            criterion.id: _drawn(task, part, criterion, weak, lean, draws)
            for task, part in parts
            for criterion in part.criteria
        }
        if outcome_of(instrument, scope, drawn).outcome is wanted:
            return drawn
    raise ValueError(f"no ratings of {instrument.code} give {wanted}")


def outcome_of(instrument: Instrument, scope: Scope, ratings: Ratings) -> Derivation:
    """Return what the instrument's rule makes of ratings."""
    return evaluate(instrument, ratings, scope=scope)


def opinion(
    instrument: Instrument, agreed: Ratings, part: Part, draws: Random
) -> dict[str, Rating]:
    """Return one assessor's own ratings: those agreed on, or now and then near."""
    found: dict[str, Rating] = {}
    for task in instrument.core_tasks:
        for criterion in task.criteria:
            if criterion.id in agreed and criterion.is_for(part):
                found[criterion.id] = _near(
                    task.rule, criterion, agreed[criterion.id], part, draws
                )
    return found


def is_enough(instrument: Instrument, criterion: str, rating: Rating) -> bool:
    """Tell whether a rating would do for a unit, if it stood alone."""
    rule = instrument.task_of(criterion).rule
    if isinstance(rule, PointsRule):
        found = next(one for one in instrument.criteria if one.id == criterion)
        return int(rating) * 2 > found.maximum
    return rule.scale.passes(rating)


def failed_units(derivation: Derivation) -> tuple[str, ...]:
    """Return the work processes that did not pass."""
    return tuple(
        line.unit
        for line in derivation.exam.walk()
        if line.layer is Layer.WORK_PROCESS and line.passes is False
    )


def _drawn(  # noqa: PLR0913, PLR0917 - one draw needs to know its place
    task: CoreTask,
    part: WorkProcess,
    criterion: Criterion,
    weak: WorkProcess | None,
    lean: float,
    draws: Random,
) -> Rating:
    if weak is not None and part.code == weak.code:
        share = draws.random() * (0.45 - 0.45 * lean)
    else:
        share = 0.5 + 0.5 * draws.random()
        if weak is None:
            share = max(share, lean)
            if draws.random() < _SLIP * (1 - lean) and not criterion.crucial:
                share = 0.3
    return _on_scale(task.rule, criterion, share)


def _on_scale(rule: PassRule, criterion: Criterion, share: float) -> Rating:
    """Return the rating at a share between the worst (0) and the best (1)."""
    if isinstance(rule, PointsRule):
        return round(criterion.maximum * min(1.0, share * 1.1))
    if isinstance(rule.scale, OrdinalScale):
        codes, least = rule.scale.codes, rule.scale.rank(rule.scale.least_passing)
        if share < 0.5:  # noqa: PLR2004 - half is where passing starts
            return codes[int(share * 2 * least)]
        return codes[
            min(least + int((share - 0.5) * 2 * (len(codes) - least)), -1 % len(codes))
        ]
    return _mark(rule.scale, share)


def _mark(scale: MarksScale, share: float) -> int:
    if share < 0.5:  # noqa: PLR2004
        return 1 + int(share * 2 * (scale.pass_mark - 1))
    return min(
        _BEST_MARK, scale.pass_mark + int((share - 0.5) * 2 * (11 - scale.pass_mark))
    )


def _near(
    rule: PassRule, criterion: Criterion, rating: Rating, part: Part, draws: Random
) -> Rating:
    alone = criterion.is_for(Part.FIRST_ASSESSOR) != criterion.is_for(
        Part.SECOND_ASSESSOR
    )
    if draws.random() > _DOUBT or (alone and part is not Part.THIRD_ASSESSOR):
        return rating
    step = draws.choice((-1, 1))
    if isinstance(rule, PointsRule):
        return max(0, min(criterion.maximum, int(rating) + step))
    if isinstance(rule.scale, OrdinalScale):
        codes = rule.scale.codes
        return codes[max(0, min(len(codes) - 1, rule.scale.rank(str(rating)) + step))]
    return max(1, min(_BEST_MARK, int(rating) + step))

"""A sheet: the ratings of one evaluation, and the lines that every kind of rule shares.

A rating that its scale does not know counts as missing here; `forms` reports it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from proeve.model.derivation import Applied, AppliedRule, Basis, Layer, Line
from proeve.model.instrument import Criterion
from proeve.model.passing import (
    Effect,
    OrdinalRule,
    OrdinalScale,
    PassRule,
    PointsRule,
    Rating,
    ResultScale,
)
from proeve.process.vocabulary import Part
from proeve.rules.passing.scope import WHOLE, Scope

JUDGED = frozenset({Basis.RATED, Basis.DERIVED, Basis.CARRIED_OVER, Basis.EXEMPTED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What is known: ratings by criterion, what is in scope, and whose view it is."""

    ratings: Mapping[str, Rating] = field(default_factory=dict[str, Rating])
    scope: Scope = WHOLE
    judged_by: Part | None = None


def fits(rule: PassRule, criterion: Criterion, rating: object) -> bool:
    """Tell whether a criterion may have this rating; not applicable is none."""
    if isinstance(rule, PointsRule):
        return type(rating) is int and 0 <= rating <= criterion.maximum
    return rule.scale.has(rating)


def not_applicable(rule: PassRule, criterion: Criterion, rating: object) -> bool:
    """Tell whether the rating leaves the criterion out; a crucial one stays in."""
    return (
        isinstance(rule, OrdinalRule)
        and rule.scale.not_applicable is not None
        and rating == rule.scale.not_applicable
        and not criterion.crucial
    )


def criterion_line(rule: PassRule, criterion: Criterion, sheet: Sheet) -> Line:
    """Return the line of one criterion."""
    if sheet.judged_by is not None and not criterion.is_for(sheet.judged_by):
        return _criterion(criterion, Basis.OTHER_ASSESSOR)
    rating = sheet.ratings.get(criterion.id)
    if not_applicable(rule, criterion, rating):
        return _criterion(criterion, Basis.NOT_APPLICABLE)
    if rating is None or not fits(rule, criterion, rating):
        return _criterion(criterion, Basis.MISSING)
    return Line(
        layer=Layer.CRITERION,
        unit=criterion.id,
        basis=Basis.RATED,
        rating=rating,
        points=rating if isinstance(rating, int) else None,
        passes=None if isinstance(rule, PointsRule) else rule.scale.passes(rating),
        applied=_crucial(rule, criterion, rating),
    )


def _criterion(criterion: Criterion, basis: Basis) -> Line:
    return Line(layer=Layer.CRITERION, unit=criterion.id, basis=basis)


def _crucial(
    rule: PassRule, criterion: Criterion, rating: Rating
) -> tuple[Applied, ...]:
    if criterion.minimum is None or rule.effect is None:
        return ()
    scale = rule.scale if isinstance(rule, OrdinalRule) else None
    holds = at_least(scale, rating, criterion.minimum)
    return (
        Applied(
            rule=AppliedRule.CRUCIAL,
            holds=holds,
            arithmetic=f"{rating} {'>=' if holds else '<'} {criterion.minimum}",
            args={"unit": criterion.id, "minimum": str(criterion.minimum)},
        ),
    )


def at_least(scale: ResultScale | None, rating: object, minimum: object) -> bool:
    """Tell whether a rating reaches another one, by rank in words or by number."""
    if isinstance(scale, OrdinalScale):
        return scale.rank(str(rating)) >= scale.rank(str(minimum))
    return isinstance(rating, int) and isinstance(minimum, int) and rating >= minimum


def knocked_out(lines: Iterable[Line]) -> tuple[Applied, ...]:
    """Return the crucial criteria below these lines that stay under their minimum."""
    return tuple(
        applied
        for line in lines
        for each in line.walk()
        if each.layer is Layer.CRITERION
        for applied in each.applied
        if not applied.holds
    )


def knocked_out_above(
    effect: Effect | None, lines: Iterable[Line]
) -> tuple[Applied, ...]:
    """Return the crucial criteria that make the whole core task fail at once."""
    if effect in (Effect.CORE_TASK_FAILS, Effect.EXAM_FAILS):
        return knocked_out(lines)
    return ()


def unsettled(lines: Iterable[Line]) -> Basis | None:
    """Return why nothing can be derived from these lines yet, or None."""
    bases = {line.basis for line in lines}
    if Basis.MISSING in bases:
        return Basis.MISSING
    if bases & JUDGED:
        return None
    return Basis.OTHER_ASSESSOR if Basis.OTHER_ASSESSOR in bases else Basis.MISSING


def judged(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Return the lines that have a rating."""
    return tuple(line for line in lines if line.basis in JUDGED)

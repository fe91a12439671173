"""Ratings in words: counted and compared, never added up and never averaged.

Levels are climbed from low to high; a level is reached when all its conditions hold,
and the first that is not reached ends the climb. Shares are exact fractions.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from proeve.model.derivation import Applied, AppliedRule, Basis, Layer, Line
from proeve.model.instrument import CoreTask, WorkProcess
from proeve.model.passing import (
    OrdinalLadder,
    OrdinalLevel,
    OrdinalRule,
    OrdinalScale,
    Share,
    ShareOf,
)
from proeve.rules.passing.sheet import knocked_out, knocked_out_above


@dataclass(frozen=True, slots=True, kw_only=True)
class Units:
    """The units that a level counts; `aside` are those that are not applicable."""

    scale: OrdinalScale
    rated: Mapping[str, str]
    aside: frozenset[str]

    def reach(self, rating: str) -> int:
        """Return how many have this rating or a better one."""
        return sum(self.is_at_least(code, rating) for code in self.rated.values())

    def is_at_least(self, code: str, rating: str) -> bool:
        """Tell whether one code is this rating or a better one."""
        return self.scale.rank(code) >= self.scale.rank(rating)

    @property
    def lowest(self) -> str:
        """The lowest rating among them."""
        return min(self.rated.values(), key=self.scale.rank)


def work_process(rule: OrdinalRule, part: WorkProcess, below: tuple[Line, ...]) -> Line:
    """Return the line of a work process of which every criterion has its rating."""
    failed = knocked_out(below)
    rating, applied = _climb(rule.scale, rule.work_process, below)
    return Line(
        layer=Layer.WORK_PROCESS,
        unit=part.code,
        basis=Basis.DERIVED,
        rating=rule.work_process.floor if failed else rating,
        passes=not failed and rule.scale.passes(rating),
        applied=failed or applied,
        below=below,
    )


def core_task(rule: OrdinalRule, task: CoreTask, below: tuple[Line, ...]) -> Line:
    """Return the line of a core task of which every work process has its rating."""
    failed = knocked_out_above(rule.effect, below)
    rating, applied = _climb(rule.scale, rule.core_task, below)
    return Line(
        layer=Layer.CORE_TASK,
        unit=task.code,
        basis=Basis.DERIVED,
        rating=rule.core_task.floor if failed else rating,
        passes=not failed and rule.scale.passes(rating),
        applied=failed or applied,
        below=below,
    )


def _climb(
    scale: OrdinalScale, ladder: OrdinalLadder, below: tuple[Line, ...]
) -> tuple[str, tuple[Applied, ...]]:
    units = Units(
        scale=scale,
        rated={
            line.unit: str(line.rating) for line in below if line.rating is not None
        },
        aside=frozenset(
            line.unit for line in below if line.basis is Basis.NOT_APPLICABLE
        ),
    )
    rating = ladder.floor
    shown: list[Applied] = []
    for level in ladder.levels:
        conditions = tuple(_conditions(level, units))
        shown.extend(conditions)
        if not all(condition.holds for condition in conditions):
            break
        rating = level.rating
    return rating, tuple(shown)


def _conditions(level: OrdinalLevel, units: Units) -> Iterator[Applied]:
    for asked, apply in (
        (level.all_at_least, _all_at_least),
        (level.none_below, _none_below),
    ):
        if asked is not None:
            yield apply(level, asked, units)
    if level.share is not None:
        yield _share(level, level.share, units)
    for unit, asked in level.required.items():
        if unit in units.rated or unit in units.aside:
            yield _required(level, unit, asked, units)


def _all_at_least(level: OrdinalLevel, asked: str, units: Units) -> Applied:
    count, total = units.reach(asked), len(units.rated) + len(units.aside)
    holds = count == total
    return Applied(
        rule=AppliedRule.ALL_AT_LEAST,
        holds=holds,
        arithmetic=f"{count}/{total}" + ("" if holds else f" < {total}/{total}"),
        level=level.rating,
        args={"rating": asked},
    )


def _none_below(level: OrdinalLevel, asked: str, units: Units) -> Applied:
    holds = units.is_at_least(units.lowest, asked)
    return Applied(
        rule=AppliedRule.NONE_BELOW,
        holds=holds,
        arithmetic=f"{units.lowest} {'>=' if holds else '<'} {asked}",
        level=level.rating,
        args={"rating": asked},
    )


def _share(level: OrdinalLevel, share: Share, units: Units) -> Applied:
    # `judged` is the only denominator that leaves out what is not applicable.
    aside = 0 if share.of is ShareOf.JUDGED else len(units.aside)
    count, total = units.reach(share.rating), len(units.rated) + aside
    reached = Fraction(count, total)
    holds = reached >= share.fraction
    written = f"{count}/{total}"
    if written != str(reached):
        written = f"{written} = {reached}"
    return Applied(
        rule=AppliedRule.SHARE_AT_LEAST,
        holds=holds,
        arithmetic=f"{written} {'>=' if holds else '<'} {share.written}",
        level=level.rating,
        args={
            "rating": share.rating,
            "fraction": share.written,
            "of": share.of.value,
        },
    )


def _required(level: OrdinalLevel, unit: str, asked: str, units: Units) -> Applied:
    own = units.rated.get(unit)
    holds = own is not None and units.is_at_least(own, asked)
    return Applied(
        rule=AppliedRule.REQUIRED,
        holds=holds,
        arithmetic=f"{own or '-'} {'>=' if holds else '<'} {asked}",
        level=level.rating,
        args={"unit": unit, "rating": asked},
    )

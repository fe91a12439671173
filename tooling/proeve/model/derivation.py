"""How a result came about: a tree of lines, each with the rules that were applied.

Sentences are made elsewhere from `Applied.rule` and `Applied.args`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from proeve.process.vocabulary import Outcome

Value = str | int | Fraction
"""A rating, or a mean of marks that is not rounded yet."""


class Layer(StrEnum):
    """What a line is about."""

    EXAM = "exam"
    CORE_TASK = "core_task"
    WORK_PROCESS = "work_process"
    CRITERION = "criterion"


class Basis(StrEnum):
    """Why a line has the value that it has, or has none."""

    RATED = "rated"
    NOT_APPLICABLE = "not_applicable"
    DERIVED = "derived"
    CARRIED_OVER = "carried_over"
    EXEMPTED = "exempted"
    STOPPED = "stopped"
    MISSING = "missing"
    OTHER_ASSESSOR = "other_assessor"


class AppliedRule(StrEnum):
    """The rule that was applied."""

    CRUCIAL = "crucial"
    ALL_AT_LEAST = "all_at_least"
    SHARE_AT_LEAST = "share_at_least"
    NONE_BELOW = "none_below"
    REQUIRED = "required"
    POINTS = "points"
    THRESHOLD = "threshold"
    POINTS_SHARE = "points_share"
    LOWEST = "lowest"
    WEIGHTED_MEAN = "weighted_mean"
    CAP = "cap"
    EVERY_CORE_TASK = "every_core_task"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """One rule applied to one unit.

    `level` is the rating that it is about, empty when it is about none; `arithmetic`
    shows the sum, such as `4/6 = 2/3 >= 6/10`.
    """

    rule: AppliedRule
    holds: bool
    arithmetic: str
    level: str = ""
    args: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One unit or criterion: its value, why it has it, and what lies below it.

    `source` is the earlier exam or the decision of a unit that was not judged now.
    """

    layer: Layer
    unit: str
    basis: Basis
    rating: Value | None = None
    points: int | None = None
    passes: bool | None = None
    source: str = ""
    applied: tuple[Applied, ...] = ()
    below: tuple["Line", ...] = ()

    def walk(self) -> Iterator["Line"]:
        """Yield this line and all below it, each before what lies below it."""
        yield self
        for line in self.below:
            yield from line.walk()


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """A result and the way to it; `outcome` is None while something is missing."""

    exam: Line
    outcome: Outcome | None
    missing: tuple[str, ...]

    @property
    def core_tasks(self) -> Mapping[str, Value]:
        """The rating of each core task that has one; a stopped exam gives none."""
        if self.exam.basis is Basis.STOPPED:
            return {}
        return {
            line.unit: line.rating
            for line in self.exam.below
            if line.rating is not None
        }

    @property
    def to_carry_over(self) -> Mapping[str, Value]:
        """What each unit that passes may be carried over with into a resit."""
        carried: dict[str, Value] = {}
        for line in self.exam.walk():
            points = line.points if line.layer is Layer.WORK_PROCESS else None
            value = line.rating if points is None else points
            if line.layer in _UNITS and line.passes and value is not None:
                carried[line.unit] = value
        return carried


_UNITS = frozenset({Layer.CORE_TASK, Layer.WORK_PROCESS})

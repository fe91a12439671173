"""Scales, and the rules that turn ratings into the result of a core task.

A rule carries its own scale. Only `MarksRule` has a mean: ratings in words have an
order and no distance, so an average of them cannot even be written down here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from proeve.words.labels_text import Label

Rating = str | int
"""A code of a scale in words, a number of points, or a whole mark."""


class Effect(StrEnum):
    """What fails when a crucial criterion stays below its minimum."""

    WORK_PROCESS_FAILS = "work_process_fails"
    CORE_TASK_FAILS = "core_task_fails"
    EXAM_FAILS = "exam_fails"


class ShareOf(StrEnum):
    """The denominator of a share; `JUDGED` leaves out what is not applicable."""

    CRITERIA = "criteria"
    JUDGED = "judged"
    WORK_PROCESSES = "work_processes"


class Rounding(StrEnum):
    """How an exact mean becomes a mark."""

    NONE = "none"
    HALF_UP = "half_up"
    DOWN = "down"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleValue:
    """One rating of a scale in words."""

    code: str
    label: Label
    passes: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OrdinalScale:
    """Ratings in words, worst first; they have an order and no distance."""

    id: str
    values: tuple[ScaleValue, ...]
    not_applicable: str | None = None

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes from worst to best."""
        return tuple(value.code for value in self.values)

    @property
    def written(self) -> str:
        """The ratings as text, for a sentence."""
        return ", ".join(self.codes)

    def rank(self, code: str) -> int:
        """Return the place of a code in the order."""
        return self.codes.index(code)

    def has(self, rating: object) -> bool:
        """Tell whether this is a rating of the scale; not applicable is none."""
        return rating in self.codes

    def passes(self, rating: Rating) -> bool:
        """Tell whether a unit with this rating is enough to pass."""
        return any(value.code == rating and value.passes for value in self.values)

    @property
    def least_passing(self) -> str:
        """The lowest rating that passes."""
        return next(value.code for value in self.values if value.passes)


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsScale:
    """Whole points from 0; a criterion may state its own maximum."""

    id: str
    maximum: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MarksScale:
    """Whole marks from 1 to 10."""

    id: str
    pass_mark: int

    @property
    def written(self) -> str:
        """The marks as text, for a sentence."""
        return f"1-{_BEST_MARK}"

    def rank(self, mark: int) -> int:
        """Return the place of a mark in the order."""
        return mark

    def has(self, rating: object) -> bool:
        """Tell whether this is a whole mark from 1 to 10."""
        return type(rating) is int and 1 <= rating <= _BEST_MARK

    def passes(self, rating: Rating | Fraction) -> bool:
        """Tell whether a unit with this mark is enough to pass."""
        return not isinstance(rating, str) and rating >= self.pass_mark

    @property
    def least_passing(self) -> int:
        """The lowest mark that passes."""
        return self.pass_mark


_BEST_MARK = 10

ResultScale = OrdinalScale | MarksScale
"""The scales in which the result of a core task may be given (decree on exams, 15)."""

Scale = OrdinalScale | PointsScale | MarksScale


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """An exact share of the units that has this rating or a better one."""

    rating: str
    of: ShareOf
    fraction: Fraction
    written: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OrdinalLevel:
    """A level and its conditions, all of which must hold."""

    rating: str
    all_at_least: str | None = None
    share: Share | None = None
    none_below: str | None = None
    required: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrdinalLadder:
    """Levels from low to high; `floor` is the rating when none is reached."""

    levels: tuple[OrdinalLevel, ...]
    floor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OrdinalRule:
    """Counts and compares ratings in words; has no sum and no mean."""

    scale: OrdinalScale
    effect: Effect | None
    work_process: OrdinalLadder
    core_task: OrdinalLadder

    @property
    def results(self) -> OrdinalScale:
        """The scale of the core task's result."""
        return self.scale


@dataclass(frozen=True, slots=True, kw_only=True)
class PartThreshold:
    """A level of a work process and the share of its points that reaches it."""

    rating: Rating
    fraction: Fraction
    written: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartLadder:
    """Shares of the points from low to high; `floor` when none is reached."""

    levels: tuple[PartThreshold, ...]
    floor: Rating


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """A level of a core task and the points from which it is reached."""

    rating: Rating
    points: int
    none_below: Rating | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsLadder:
    """Thresholds from low to high; `floor` is the rating when none is reached."""

    levels: tuple[Threshold, ...]
    floor: Rating


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsRule:
    """Adds points; results are given in words or in marks."""

    scale: PointsScale
    results: ResultScale
    effect: Effect | None
    work_process: PartLadder | None
    core_task: PointsLadder


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightedMean:
    """The mean of marks; a unit that `weights` does not name counts once."""

    weights: Mapping[str, int]
    rounding: Rounding


@dataclass(frozen=True, slots=True, kw_only=True)
class Cap:
    """A mark below `mark` leaves at most `at_most`."""

    mark: int
    at_most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MarksCombination:
    """How marks become one: the lowest when there is no mean."""

    mean: WeightedMean | None
    none_below: Cap | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MarksRule:
    """Takes the lowest mark or a mean; `at_most` is left when a crucial one fails."""

    scale: MarksScale
    effect: Effect | None
    at_most: int
    work_process: MarksCombination
    core_task: MarksCombination

    @property
    def results(self) -> MarksScale:
        """The scale of the core task's result."""
        return self.scale


PassRule = OrdinalRule | PointsRule | MarksRule

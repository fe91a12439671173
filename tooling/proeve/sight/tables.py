"""Reports as plain tables: the same values for a page, a CSV file and a command.

A cell is a value, never a text for readers: who shows it gives it its words.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from math import ceil

Cell = str | int | float | None
"""A member of a vocabulary is a text that knows its own words."""

_DAY = 86_400
_TENTH, _HUNDREDTH, _WHOLE = 10, 100, 100


class ReportName(StrEnum):
    """The reports, in the order in which they are listed."""

    PROGRESS = "progress"
    LEAD_TIME = "lead-time"
    LATE = "late"
    RESULTS = "results"
    FLOW = "flow"
    AGREEMENT = "agreement"


class Kind(StrEnum):
    """What the cells of a column are."""

    WORD = "word"
    STEP = "step"
    GROUP = "group"
    EXAM = "exam"
    NAME = "name"
    TEXT = "text"
    CODE = "code"
    MONTH = "month"
    DATE = "date"
    COUNT = "count"
    DAYS = "days"
    SHARE = "share"
    KAPPA = "kappa"

    @property
    def is_number(self) -> bool:
        """Whether cells are numbers to compare, set to the right."""
        return self in _NUMBERS


_NUMBERS = frozenset({Kind.COUNT, Kind.DAYS, Kind.SHARE, Kind.KAPPA})


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `id` is its name in JSON and finds its words."""

    id: str
    kind: Kind = Kind.COUNT


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table of a report; each row has a cell for each column."""

    id: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def column(self, name: str) -> tuple[Cell, ...]:
        """Return the cells of one column."""
        at = [column.id for column in self.columns].index(name)
        return tuple(row[at] for row in self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One report: a few figures and its tables; `closed` says why there are none."""

    name: ReportName
    figures: Mapping[Column, Cell] = field(default_factory=dict[Column, Cell])
    tables: tuple[Table, ...] = ()
    closed: str = ""

    def table(self, name: str) -> Table:
        """Return the table of this name."""
        return next(table for table in self.tables if table.id == name)


def days(seconds: int) -> float:
    """Return seconds as days with one decimal; never below none."""
    return round(max(0, seconds) * _TENTH / _DAY) / _TENTH


def share(part: int, of: int) -> float | None:
    """Return a share as a percentage with one decimal; none of nothing."""
    return float(round(Fraction(part * _WHOLE * _TENTH, of))) / _TENTH if of else None


def hundredths(value: Fraction | None) -> float | None:
    """Return an exact value with two decimals."""
    return None if value is None else float(round(value * _HUNDREDTH)) / _HUNDREDTH


def median(values: Iterable[int]) -> int | None:
    """Return the middle value, or the mean of the two in the middle."""
    ordered = sorted(values)
    if not ordered:
        return None
    half = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[half]
    return (ordered[half - 1] + ordered[half]) // 2


def ninth_tenth(values: Sequence[int]) -> int | None:
    """Return the value that nine of ten do not pass (the nearest rank)."""
    ordered = sorted(values)
    return ordered[ceil(len(ordered) * 9 / 10) - 1] if ordered else None


def maybe_days(seconds: int | None) -> float | None:
    """Return seconds as days, and nothing as nothing."""
    return None if seconds is None else days(seconds)

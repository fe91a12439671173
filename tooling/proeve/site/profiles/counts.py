"""Counts for everybody, from which no count under five can be worked out.

Nothing is left blank: each table is a division of the same exams in which every cell is
five or more, or it is not there. Its columns come from one chain of divisions, each
coarser than the one before, and its rows are put together until all cells are large
enough. ADR 26 says why nothing smaller follows from several such tables.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

LEAST = 5
"""A smaller number of exams may point at a person."""


class Status(StrEnum):
    """Where an exam stood when it was counted."""

    PREPARATION = "preparation"
    EXECUTION = "execution"
    ASSESSMENT = "assessment"
    PASSED = "passed"
    NOT_PASSED = "not_passed"
    OTHERWISE = "otherwise"


class Column(StrEnum):
    """One cell of a division by status; coarser ones hold several."""

    PREPARATION = "preparation"
    EXECUTION = "execution"
    ASSESSMENT = "assessment"
    PASSED = "passed"
    NOT_PASSED = "not_passed"
    OTHERWISE = "otherwise"
    RUNNING = "running"
    NOT_PASSED_OR_OTHERWISE = "not_passed_or_otherwise"
    ENDED = "ended"
    ALL = "all"


def _level(**coarser: Column) -> Mapping[Status, Column]:
    return {one: coarser.get(one.value, Column(one.value)) for one in Status}


_RUNNING = dict.fromkeys(("preparation", "execution", "assessment"), Column.RUNNING)
_REST = dict.fromkeys(("not_passed", "otherwise"), Column.NOT_PASSED_OR_OTHERWISE)
_ENDED = dict.fromkeys(("passed", "not_passed", "otherwise"), Column.ENDED)
LEVELS: tuple[Mapping[Status, Column], ...] = (
    _level(),
    _level(**_RUNNING),
    _level(**_RUNNING, **_REST),
    _level(**_RUNNING, **_ENDED),
    dict.fromkeys(Status, Column.ALL),
)
"""The chain of divisions: each puts cells of the one before it together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One exam as it is counted."""

    status: Status
    qualification: str
    year: str


class Way(StrEnum):
    """What the rows of a table are."""

    STATUS = "status"
    QUALIFICATION = "qualification"
    YEAR = "year"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row: what it holds, and a count for each column; `names` sorted."""

    names: tuple[str, ...]
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        """How many exams it counts."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True, kw_only=True)
class CountTable:
    """A division of all exams; a row of several names is the rest put together."""

    way: Way
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


_KEYS: Mapping[Way, Callable[[Item], str]] = {
    Way.STATUS: lambda _: "",
    Way.QUALIFICATION: lambda item: item.qualification,
    Way.YEAR: lambda item: item.year,
}


def counted(items: Iterable[Item]) -> tuple[CountTable, ...]:
    """Return every table that may be published; fewer where numbers are small."""
    listed = tuple(items)
    found = (_table(way, listed) for way in Way)
    return tuple(table for table in found if table is not None)


def _table(way: Way, items: Sequence[Item]) -> CountTable | None:
    least = 1 if way is Way.STATUS else 2
    for level in LEVELS:
        columns = tuple(dict.fromkeys(level.values()))
        rows = _rows(_cells(_KEYS[way], level, items), columns)
        if len(rows) >= least:
            return CountTable(way=way, columns=columns, rows=rows)
    return None


def _cells(
    key: Callable[[Item], str], level: Mapping[Status, Column], items: Iterable[Item]
) -> Mapping[str, Counter[Column]]:
    found: dict[str, Counter[Column]] = {}
    for item in items:
        found.setdefault(key(item), Counter())[level[item.status]] += 1
    return found


def _rows(
    cells: Mapping[str, Counter[Column]], columns: Sequence[Column]
) -> tuple[Row, ...]:
    """Return rows in which every count is large enough, or none."""

    def fits(counts: Counter[Column]) -> bool:
        return all(counts[column] >= LEAST for column in columns)

    own = sorted(
        (name for name, counts in cells.items() if fits(counts)),
        key=lambda name: (-cells[name].total(), name),
    )
    rest = sorted(set(cells) - set(own))
    together = sum((cells[name] for name in rest), Counter[Column]())
    while rest and not fits(together):
        if not own:
            return ()
        name = own.pop()
        rest.append(name)
        together += cells[name]
    rows = [_row((name,), cells[name], columns) for name in sorted(own)]
    return (*rows, *([_row(sorted(rest), together, columns)] if rest else ()))


def _row(
    names: Iterable[str], counts: Counter[Column], columns: Sequence[Column]
) -> Row:
    return Row(names=tuple(names), counts=tuple(counts[column] for column in columns))

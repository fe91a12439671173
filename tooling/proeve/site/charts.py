"""Pictures as plain values: bars and areas with their measures as percentages.

The templates draw them as SVG. Nothing here knows a colour: a `look` names one of the
series of the style sheet. A picture repeats the table below it and adds nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from proeve.sight.spoken import Speaker
from proeve.sight.tables import Cell, Table
from proeve.words.labels_reports import column_title

_MOST_BARS = 16
_TICKS = (1, 2, 5)
_MOST_LABELS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One kind of segment or band: its look, its words, and the columns it adds up."""

    look: str
    title: str
    columns: tuple[str, ...]
    less: str = ""

    def value(self, row: Mapping[str, Cell]) -> float:
        """Return the length of this series in a row of a table."""
        whole = sum(_number(row[column]) for column in self.columns)
        return max(0.0, whole - (_number(row[self.less]) if self.less else 0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A part of a bar, from `start` and `width` wide, in percent."""

    look: str
    start: str
    width: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar: what it is about, and its numbers in words."""

    label: str
    said: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """A picture of lying bars; `left_out` rows of the table are not drawn."""

    series: tuple[Series, ...]
    bars: tuple[Bar, ...]
    left_out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """One band of an area picture, as the points of a polygon."""

    look: str
    title: str
    points: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Areas:
    """A picture of stacked bands over time, with marks along both sides."""

    bands: tuple[Band, ...]
    across: tuple[tuple[str, str], ...]
    up: tuple[tuple[str, str], ...]


def bars_of(  # noqa: PLR0913 - how it is drawn, by name
    table: Table,
    series: Sequence[Series],
    speaker: Speaker,
    *,
    unit: str = "",
    named_by: int = 1,
    whole: float = 0,
) -> Bars | None:
    """Return the rows of a table as bars; none where all are empty.

    The first `named_by` columns name a bar. The longest one fills the picture, or
    `whole` does.
    """
    names = [column.id for column in table.columns]
    rows = [dict(zip(names, row, strict=True)) for row in table.rows]
    lengths = [[one.value(row) for one in series] for row in rows]
    longest = whole or max((sum(each) for each in lengths), default=0)
    if not any(map(sum, lengths)):
        return None
    names_it = table.columns[:named_by]
    bars = tuple(
        Bar(
            label=" · ".join(speaker.say(row[one.id], one.kind) for one in names_it),
            said=_said(row, series, table, speaker, unit),
            segments=tuple(_segments(each, series, longest)),
        )
        for row, each in zip(rows, lengths, strict=True)
        if sum(each)
    )
    return Bars(
        series=tuple(series),
        bars=bars[:_MOST_BARS],
        left_out=max(0, len(bars) - _MOST_BARS),
    )


def _said(
    row: Mapping[str, Cell],
    series: Sequence[Series],
    table: Table,
    speaker: Speaker,
    unit: str,
) -> str:
    kinds = {column.id: column.kind for column in table.columns}
    shown = [each.columns[-1] for each in series]
    numbers = [speaker.say(row[one], kinds[one]) for one in shown]
    return f"{' · '.join(numbers)}{unit}"


def _segments(
    lengths: Sequence[float], series: Sequence[Series], longest: float
) -> list[Segment]:
    found, at = [], 0.0
    for length, one in zip(lengths, series, strict=True):
        if length:
            width = 100 * length / longest
            found.append(
                Segment(look=one.look, start=_percent(at), width=_percent(width))
            )
            at += width
    return found


def areas_of(
    table: Table, series: Sequence[Series], speaker: Speaker, total: str
) -> Areas | None:
    """Return the rows of a table, one a month, as stacked bands; the first lies low."""
    names = [column.id for column in table.columns]
    rows = [dict(zip(names, row, strict=True)) for row in table.rows]
    top = max((_number(row[total]) for row in rows), default=0)
    if len(rows) < 2 or not top:  # noqa: PLR2004 - one month makes no line
        return None
    height = _round_up(top)
    floor = [0.0] * len(rows)
    bands = []
    for one in series:
        roof = [low + one.value(row) for low, row in zip(floor, rows, strict=True)]
        bands.append(
            Band(look=one.look, title=one.title, points=_points(floor, roof, height))
        )
        floor = roof
    months = table.columns[0]
    every = -(-len(rows) // _MOST_LABELS)
    across = tuple(
        (_percent(100 * n / (len(rows) - 1)), speaker.say(row[months.id], months.kind))
        for n, row in enumerate(rows)
        if n % every == 0
    )
    return Areas(bands=tuple(bands), across=across, up=tuple(_levels(height)))


def _levels(height: int) -> list[tuple[str, str]]:
    parts = 4
    return [
        (_percent(100 - 100 * n / parts), str(height * n // parts))
        for n in range(parts + 1)
    ]


def _points(floor: Sequence[float], roof: Sequence[float], height: int) -> str:
    across = [100 * n / (len(floor) - 1) for n in range(len(floor))]
    there = list(zip(across, roof, strict=True))
    back = list(zip(across, floor, strict=True))[::-1]
    return " ".join(
        f"{_plain(x)},{_plain(100 - 100 * y / height)}" for x, y in (*there, *back)
    )


def _round_up(top: float) -> int:
    """Return a round number of four equal parts that is not below this one."""
    step = 1
    while True:
        for tick in _TICKS:
            if tick * step * 4 >= top:
                return tick * step * 4
        step *= 10


def series_of(look: str, column: str, speaker: Speaker, less: str = "") -> Series:
    """Return the series of one column, under that column's own words."""
    title = column_title(column, speaker.language)
    return Series(look=look, title=title, columns=(column,), less=less)


def _number(cell: Cell) -> float:
    return cell if isinstance(cell, int | float) else 0.0


def _plain(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _percent(value: float) -> str:
    return f"{_plain(value)}%"

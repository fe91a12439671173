"""No count under five can be worked out of what everybody sees."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proeve.site.profiles.counts import (
    LEAST,
    LEVELS,
    Column,
    CountTable,
    Item,
    Row,
    Status,
    Way,
    counted,
)
from proeve.site.profiles.moment import counting_day, school_year, start_of

pytestmark = pytest.mark.slow

QUALIFICATIONS = ("25267", "25268", "25331", "")
YEARS = ("2024-2025", "2025-2026", "2026-2027")
CELLS = [
    Item(status=status, qualification=crebo, year=year)
    for status, crebo, year in product(Status, QUALIFICATIONS, YEARS)
]
Cell = tuple[CountTable, Row, int]

schools = st.lists(
    st.one_of(st.just(0), st.integers(0, 30)),
    min_size=len(CELLS),
    max_size=len(CELLS),
)


def school(counts: Sequence[int]) -> list[Item]:
    return [item for item, n in zip(CELLS, counts, strict=True) for _ in range(n)]


def holds(table: CountTable, row: Row, place: int, item: Item) -> bool:
    """Tell whether a published cell counts exams like this one."""
    named = {Way.STATUS: "", Way.QUALIFICATION: item.qualification, Way.YEAR: item.year}
    level = next(
        one for one in LEVELS if tuple(dict.fromkeys(one.values())) == (table.columns)
    )
    return named[table.way] in row.names and level[item.status] is table.columns[place]


def cells_of(tables: Iterable[CountTable]) -> Iterator[Cell]:
    for table in tables:
        for row in table.rows:
            for place in range(len(row.counts)):
                yield table, row, place


def figures(tables: Iterable[CountTable], items: Sequence[Item]) -> list[int]:
    """Count the published cells anew, with the published rows and columns."""
    found = Counter(items)
    return [
        sum(n for item, n in found.items() if holds(*cell, item))
        for cell in cells_of(tables)
    ]


@settings(max_examples=120, deadline=None)
@given(schools)
def test_what_is_published_is_true_and_five_or_more(counts: list[int]) -> None:
    items = school(counts)
    tables = counted(items)
    shown = [row.counts[place] for _, row, place in cells_of(tables)]
    assert shown == figures(tables, items)
    assert all(count >= LEAST for count in shown)
    for table in tables:
        assert sum(row.total for row in table.rows) == len(items)


def other_school(tables: tuple[CountTable, ...], wanted: Item) -> list[Item]:
    """Build a school with the same tables and as many of these exams as can be.

    It knows only what is published: what a reader can think up, they cannot rule out.
    """
    left = {
        number: row.counts[place]
        for number, (_, row, place) in enumerate(cells_of(tables))
    }
    cells = list(cells_of(tables))

    def inside(item: Item) -> list[int]:
        return [number for number, cell in enumerate(cells) if holds(*cell, item)]

    made: list[Item] = []

    def take(item: Item, many: int) -> None:
        for number in inside(item):
            left[number] -= many
        made.extend([item] * many)

    take(wanted, min(left[number] for number in inside(wanted)))
    for item in CELLS:
        take(item, min(left[number] for number in inside(item)))
    assert not any(left.values())
    return made


def is_told(tables: Iterable[CountTable], item: Item) -> bool:
    """Tell whether the rows of every table have a place for exams like this one."""
    return all(
        any(holds(table, row, place, item) for row, place in places(table))
        for table in tables
    )


def places(table: CountTable) -> Iterator[tuple[Row, int]]:
    return ((row, place) for _, row, place in cells_of([table]))


@settings(max_examples=60, deadline=None)
@given(schools, st.sampled_from(CELLS))
def test_every_count_may_as_well_be_five_or_more(counts: list[int], item: Item) -> None:
    tables = counted(school(counts))
    if not tables or not is_told(tables, item):
        return
    published = [row.counts[place] for _, row, place in cells_of(tables)]
    other = other_school(tables, item)
    assert figures(tables, other) == published
    assert Counter(other)[item] >= LEAST


def rank_of(rows: list[list[Fraction]]) -> int:
    rows = [row[:] for row in rows]
    rank = 0
    for column in range(len(rows[0])):
        pivot = next((n for n in range(rank, len(rows)) if rows[n][column]), None)
        if pivot is None:
            continue
        rows[rank], rows[pivot] = rows[pivot], rows[rank]
        for n in range(rank + 1, len(rows)):
            if rows[n][column]:
                factor = rows[n][column] / rows[rank][column]
                rows[n] = [
                    a - factor * b for a, b in zip(rows[n], rows[rank], strict=True)
                ]
        rank += 1
    return rank


def questions() -> Iterator[frozenset[Item]]:
    """Yield what a reader would ask for: exams of a kind, alone or crossed."""
    everything: tuple[Sequence[str | None], ...] = (
        (None, *Status),
        (None, *QUALIFICATIONS),
        (None, *YEARS),
    )
    for status, crebo, year in product(*everything):
        yield frozenset(
            item
            for item in CELLS
            if (status is None or item.status == status)
            and (crebo is None or item.qualification == crebo)
            and (year is None or item.year == year)
        )


@settings(max_examples=5, deadline=None)
@given(schools)
def test_no_sum_or_difference_of_published_counts_is_a_small_one(
    counts: list[int],
) -> None:
    items = school(counts)
    cells = list(cells_of(counted(items)))
    if not cells:
        return
    found = Counter(items)
    published = [[Fraction(holds(*cell, item)) for item in CELLS] for cell in cells]
    rank = rank_of(published)
    for asked in questions():
        if sum(found[item] for item in asked) < LEAST:
            row = [Fraction(item in asked) for item in CELLS]
            assert rank_of([*published, row]) > rank


def test_each_division_only_puts_cells_of_the_finer_one_together() -> None:
    for finer, coarser in pairwise(LEVELS):
        joined = {finer[status]: coarser[status] for status in Status}
        assert all(joined[finer[status]] is coarser[status] for status in Status)


def many(status: Status, crebo: str, number: int) -> list[Item]:
    return [Item(status=status, qualification=crebo, year=YEARS[0])] * number


def test_a_small_row_is_put_with_the_smallest_that_makes_it_large_enough() -> None:
    items = [
        item
        for crebo, passed, failed in (("a", 40, 20), ("b", 12, 9), ("c", 7, 1))
        for item in (
            *many(Status.PASSED, crebo, passed),
            *many(Status.NOT_PASSED, crebo, failed),
            *many(Status.EXECUTION, crebo, 8),
        )
    ]
    table = next(one for one in counted(items) if one.way is Way.QUALIFICATION)
    assert [row.names for row in table.rows] == [("a",), ("b", "c")]
    assert Column.NOT_PASSED_OR_OTHERWISE in table.columns


@pytest.mark.parametrize("number", range(LEAST))
def test_a_school_of_fewer_than_five_says_nothing(number: int) -> None:
    assert counted(many(Status.PASSED, "a", number)) == ()


@pytest.mark.parametrize(
    ("day", "counted_on"),
    [
        (date(2026, 11, 23), date(2026, 8, 1)),
        (date(2027, 1, 31), date(2026, 8, 1)),
        (date(2027, 2, 1), date(2027, 2, 1)),
        (date(2027, 8, 1), date(2027, 8, 1)),
    ],
)
def test_numbers_are_counted_twice_a_year(day: date, counted_on: date) -> None:
    assert counting_day(start_of(day)) == counted_on


def test_a_school_year_turns_in_august() -> None:
    assert school_year(start_of(date(2026, 7, 31))) == "2025-2026"
    assert school_year(start_of(date(2026, 8, 1))) == "2026-2027"

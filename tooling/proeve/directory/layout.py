"""What a table of the office must look like, and what is wrong with one that does not.

Headings may be Dutch or English, in any order. Rows that are not in order are findings
with their row and column.
"""

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from proeve.directory.cells import cell_fault
from proeve.directory.tables import (
    Cell,
    Table,
    TableError,
    by_heading,
    heading_key,
    read_table,
)
from proeve.model.findings import Finding, Location, Severity

_NEVER = frozenset({"bsn", "burgerservicenummer", "sofinummer", "onderwijsnummer"})
_CLOSE = 0.8
Row = Mapping[str, Cell]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The headings of each field, the first of them the usual one.

    `needed` are the fields that each row must have; `instead` names another column that
    a needed one may be split into. `tells` pairs fields of which the first says the
    second once and for all: a number its company, an address its owner.
    """

    headings: Mapping[str, tuple[str, ...]]
    needed: tuple[str, ...]
    most: int
    instead: Mapping[str, str] = field(default_factory=dict[str, str])
    tells: tuple[tuple[str, str], ...] = ()

    @property
    def fields(self) -> Mapping[str, str]:
        """The field of each heading, as headings are compared."""
        return {
            heading_key(heading): name
            for name, headings in self.headings.items()
            for heading in headings
        }


Rows = list[dict[str, Cell]]
OwnFaults = Callable[[Table, Rows], Iterable[Finding]]


def read_rows(
    path: str, raw: bytes, layout: Layout, own: OwnFaults
) -> tuple[Rows, tuple[Finding, ...]]:
    """Return the rows of a table, or none where something is wrong, and the findings.

    `own` reports what no other kind of table minds.
    """
    try:
        table = read_table(path, raw)
    except TableError as error:
        return [], (error.finding,)
    faults = tuple(heading_faults(table, layout))
    if failing(faults):
        return [], faults
    rows = rows_of(table, layout)
    faults = (*faults, *row_faults(table, rows, layout), *own(table, rows))
    return ([] if failing(faults) else rows), faults


def rows_of(table: Table, layout: Layout) -> list[dict[str, Cell]]:
    """Return each row's cells by field."""
    return by_heading(table, layout.fields)


def heading_faults(table: Table, layout: Layout) -> Iterator[Finding]:
    """Report headings that may not be, stand twice, are nearly known, or are absent."""
    seen: set[str] = set()
    fields = layout.fields
    for cell in table.headings:
        key = heading_key(cell.text)
        name = fields.get(key)
        where, args = cell.at(table.path), {"column": cell.text}
        if key in _NEVER:
            yield Finding("csv.bsn", where, args)
        elif name in seen:
            yield Finding("csv.column-twice", where, args)
        elif name is not None:
            seen.add(name)
        elif key:
            yield _unknown(key, layout, where, args)
    for wanted in layout.needed:
        if wanted not in seen and layout.instead.get(wanted) not in seen:
            args = {"column": layout.headings[wanted][0]}
            yield Finding("csv.no-column", table.headings[0].at(table.path), args)


def _unknown(
    key: str, layout: Layout, where: Location, args: dict[str, str]
) -> Finding:
    """Report a heading that is nearly a known one; another is only not used."""
    fields = layout.fields
    near = difflib.get_close_matches(key, fields, 1, _CLOSE)
    if not near:
        return Finding("csv.unused-column", where, args, Severity.NOTE)
    headings = layout.headings[fields[near[0]]]
    known = next(each for each in headings if heading_key(each) == near[0])
    return Finding("csv.near-column", where, {"column": args["column"], "near": known})


def row_faults(
    table: Table, rows: list[dict[str, Cell]], layout: Layout
) -> Iterator[Finding]:
    """Report what is wrong in each row by itself, and two that tell two stories."""
    if not rows:
        yield Finding("csv.empty", Location(table.path))
    if len(rows) > layout.most:
        args = {"count": str(len(rows)), "most": str(layout.most)}
        yield Finding("csv.too-many", Location(table.path), args)
    for cells, row in zip(table.rows, rows, strict=True):
        beyond = cells[len(table.headings) :]
        if any(cell.text for cell in beyond):
            yield Finding("csv.ragged", beyond[0].at(table.path))
        yield from _absent(table, cells, row, layout)
        for name, cell in row.items():
            fault = cell_fault(name, cell.text)
            if fault:
                heading = table.headings[cell.column - 1].text
                args = {"value": cell.text[:40], "column": heading}
                yield Finding(fault, cell.at(table.path), args)
    yield from _stories(table, rows, layout)


def _absent(
    table: Table, cells: tuple[Cell, ...], row: Row, layout: Layout
) -> Iterator[Finding]:
    for wanted in layout.needed:
        name = wanted if wanted in row else layout.instead.get(wanted, wanted)
        if not text_in(row, name):
            args = {"column": layout.headings[name][0]}
            where = row.get(name, cells[0]).at(table.path)
            yield Finding("csv.required", where, args)


def _stories(
    table: Table, rows: list[dict[str, Cell]], layout: Layout
) -> Iterator[Finding]:
    told: dict[tuple[str, str], tuple[str, int]] = {}
    for row in rows:
        for key, value in layout.tells:
            own, other = text_in(row, key).casefold(), text_in(row, value)
            said = told.setdefault((key, own), (other, row_of(row)))
            if own and said[0].casefold() != other.casefold():
                args = {"value": row[key].text, "row": str(said[1])}
                yield Finding("csv.two-stories", row[key].at(table.path), args)


def failing(findings: tuple[Finding, ...]) -> bool:
    """Tell whether anything is wrong, and not only worth knowing."""
    return any(each.severity is Severity.ERROR for each in findings)


def row_of(row: Row) -> int:
    """Return the number of a row as a spreadsheet shows it."""
    return next(iter(row.values())).row


def text_in(row: Row, name: str) -> str:
    """Return what stands in a field of a row; nothing where there is no such column."""
    return row[name].text if name in row else ""


def whole_name(texts: dict[str, str]) -> str:
    """Take first name, prefix and last name out of a row, and return the whole name."""
    parts = (texts.pop("first"), texts.pop("prefix"), texts.pop("last"))
    return texts["name"] or " ".join(part for part in parts if part)

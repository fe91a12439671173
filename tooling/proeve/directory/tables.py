"""Tables as Excel in Dutch saves and opens them: bytes in, rows with their places out.

Semicolons or commas; UTF-8 with or without its mark, or the old Windows code page. What
is written has semicolons, CRLF and the mark, and no cell that a spreadsheet would take
for a formula: such a cell gets an apostrophe in front, which is no part of it.
"""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from proeve.model.findings import Finding, Location, Position

_MARK = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_OLD_WINDOWS = "cp1252"
_DELIMITERS = (";", ",", "\t")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text, and its row and column as a spreadsheet numbers them."""

    text: str
    row: int
    column: int

    def at(self, path: str) -> Location:
        """Return the place of the cell in a file."""
        return Location(path, Position(self.row, self.column))


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table that was read: its headings, and each row as one cell a heading."""

    path: str
    headings: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


class TableError(Exception):
    """The bytes are no table; `finding` says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding


def read_table(path: str, raw: bytes) -> Table:
    """Return the table in a file; raises TableError where there is none."""
    lines = _decoded(path, raw).splitlines(keepends=True)
    try:
        found = list(csv.reader(lines, delimiter=_delimiter(lines), strict=True))
    except csv.Error as error:
        raise TableError(Finding("csv.unreadable", Location(path))) from error
    rows = [
        tuple(Cell(plain(text.strip()), number, at) for at, text in enumerate(cells, 1))
        for number, cells in enumerate(found, 1)
        if any(text.strip() for text in cells)
    ]
    if not rows:
        raise TableError(Finding("csv.empty", Location(path)))
    return Table(path=path, headings=rows[0], rows=tuple(rows[1:]))


def _decoded(path: str, raw: bytes) -> str:
    """Return the text; only what is not UTF-8 can be the old Windows code page."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode(_OLD_WINDOWS, errors="replace")
    if "\0" in text or "\ufffd" in text:
        raise TableError(Finding("csv.unreadable", Location(path)))
    return text


def _delimiter(lines: Sequence[str]) -> str:
    """Return the sign between cells: the one of which the first line has the most."""
    first = next((line for line in lines if line.strip()), "")
    return max(_DELIMITERS, key=first.count)


def written(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return a table as the bytes that Excel in Dutch opens with a double click."""
    page = _Page()
    writer = csv.writer(page, delimiter=";", lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([safe(cell) for cell in row] for row in rows)
    return (_MARK + "".join(page.lines)).encode()


class _Page:
    def __init__(self) -> None:
        self.lines: list[str] = []

    def write(self, line: str) -> None:
        self.lines.append(line)


def safe(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def plain(cell: str) -> str:
    """Return a cell without the apostrophe that kept it from being a formula."""
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(_FORMULA) else cell


def by_heading(table: Table, names: Mapping[str, str]) -> list[dict[str, Cell]]:
    """Return each row's cells by field; `names` gives the field of each heading."""
    fields = [names.get(heading_key(each.text)) for each in table.headings]
    return [
        {field: cell for field, cell in zip(fields, row, strict=False) if field}
        for row in table.rows
    ]


def heading_key(text: str) -> str:
    """Return a heading as it is compared: without case, spaces and hyphens."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())

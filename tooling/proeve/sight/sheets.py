"""Tables as CSV that Excel in Dutch opens at once: semicolons and a byte order mark.

What a spreadsheet would take for a formula gets an apostrophe in front: text in a cell
may come from an exam.
"""

from collections.abc import Iterable, Sequence

from proeve.sight.spoken import Speaker
from proeve.sight.tables import Cell, Column, Kind, Table
from proeve.words.labels_reports import column_title

BOM = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_QUOTED = (";", '"', "\r", "\n")
_UNITS = {Kind.DAYS: ("dagen", "days"), Kind.SHARE: ("%", "%")}


def neutral(text: str) -> str:
    """Return text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def sheet(table: Table, speaker: Speaker) -> str:
    """Return a table as CSV; numbers with the decimal sign of the language."""
    heading = [heading_of(column, speaker) for column in table.columns]
    return written(
        [
            heading,
            *(
                [
                    _cell(cell, column, speaker)
                    for cell, column in zip(row, table.columns, strict=True)
                ]
                for row in table.rows
            ),
        ]
    )


def written(rows: Iterable[list[str]]) -> str:
    """Return rows of text as CSV."""
    return of_lines(line(row) for row in rows)


def of_lines(lines: Iterable[str]) -> str:
    """Return lines of CSV as a file."""
    return BOM + "".join(f"{each}\r\n" for each in lines)


def line(cells: Sequence[str]) -> str:
    """Return one row; most have no mark in them that asks for quotes."""
    joined = "".join(cells)
    if any(mark in joined for mark in _QUOTED):
        cells = [_quoted(cell) for cell in cells]
    return ";".join(cells)


def _quoted(text: str) -> str:
    if not any(mark in text for mark in _QUOTED):
        return text
    return '"' + text.replace('"', '""') + '"'


def heading_of(column: Column, speaker: Speaker) -> str:
    """Return a column's heading with its unit."""
    title = column_title(column.id, speaker.language)
    if column.kind not in _UNITS:
        return title
    unit = _UNITS[column.kind][speaker.language == "en"]
    return f"{title} ({unit})"


def _cell(cell: Cell, column: Column, speaker: Speaker) -> str:
    if cell is None or cell == "":
        return ""
    if column.kind.is_number:
        return speaker.number(cell, column.kind)
    if column.kind in (Kind.MONTH, Kind.DATE):
        return str(cell)
    return neutral(speaker.say(cell, column.kind))

"""Reports as text for a terminal, as CSV and as one JSON object."""

import json
from collections.abc import Iterator, Mapping

from proeve.report.findings import clean
from proeve.sight.sheets import BOM, heading_of, sheet
from proeve.sight.spoken import Speaker
from proeve.sight.tables import Cell, Report, Table
from proeve.words.labels_reports import closed, report_title, table_title

_GAP = "  "


def report_json(report: Report) -> str:
    """Return one report as one JSON object: what its pages show, as plain values."""
    return json.dumps(report_data(report), ensure_ascii=False)


def report_data(report: Report) -> dict[str, object]:
    """Return one report as plain values."""
    return {
        "report": report.name,
        "closed": report.closed or None,
        "figures": {column.id: cell for column, cell in report.figures.items()},
        "tables": {table.id: list(_records(table)) for table in report.tables},
    }


def _records(table: Table) -> Iterator[Mapping[str, Cell]]:
    names = [column.id for column in table.columns]
    for row in table.rows:
        yield dict(zip(names, row, strict=True))


def report_csv(report: Report, speaker: Speaker) -> Iterator[str]:
    """Yield the tables of a report as CSV, one below the other."""
    for number, table in enumerate(report.tables):
        text = sheet(table, speaker)
        yield text.removeprefix(BOM) if number else text


def report_lines(report: Report, speaker: Speaker) -> Iterator[str]:
    """Yield a report for a terminal."""
    language = speaker.language
    yield report_title(report.name, language)
    if report.closed:
        yield closed(report.closed, language)
        return
    for column, cell in report.figures.items():
        yield f"  {heading_of(column, speaker)}: {speaker.say(cell, column.kind)}"
    for table in report.tables:
        yield ""
        yield table_title(report.name, table.id, language)
        yield from _aligned(table, speaker)


def _aligned(table: Table, speaker: Speaker) -> Iterator[str]:
    heading = [heading_of(column, speaker) for column in table.columns]
    rows = [
        [
            clean(speaker.say(cell, column.kind))
            for cell, column in zip(row, table.columns, strict=True)
        ]
        for row in table.rows
    ]
    widths = [max(map(len, cells)) for cells in zip(heading, *rows, strict=True)]
    right = [column.kind.is_number for column in table.columns]
    for cells in (heading, *rows):
        padded = (
            cell.rjust(width) if number else cell.ljust(width)
            for cell, width, number in zip(cells, widths, right, strict=True)
        )
        yield f"  {_GAP.join(padded)}".rstrip()

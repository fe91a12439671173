"""Tables as the reader's place can show them: ruled on a terminal, plain in a pipe."""

import sys
from collections.abc import Iterable, Iterator

import click

from proeve.report.tables import Table

_GAP = "  "


def print_tables(tables: Iterable[Table]) -> None:
    """Print tables, with an empty line between two that have a title."""
    console = _terminal()
    for number, each in enumerate(tables):
        if each.title:
            click.echo(("\n" if number else "") + each.title)
        if not each.rows:
            click.echo(each.nothing)
        elif console is None:
            for line in plain_lines(each):
                click.echo(line)
        else:
            click.echo(ruled(each, console), nl=False)


def plain_lines(table: Table) -> Iterator[str]:
    """Yield heads and rows in columns of their own width; nothing is cut or folded."""
    lines = (table.heads, *table.rows)
    widths = [max(len(cell) for cell in column) for column in zip(*lines, strict=True)]
    for line in lines:
        cells = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        yield _GAP.join(cells).rstrip()


def ruled(table: Table, width: int) -> str:
    """Return a table that fits a terminal this wide; long cells go on below."""
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415 - a pipe does without rich
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table as Ruled  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    shown = Ruled(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    for head in table.heads:
        shown.add_column(Text(head), overflow="fold")
    for row in table.rows:
        shown.add_row(*(Text(cell) for cell in row))
    console = Console(width=width, force_terminal=True, color_system=None)
    with console.capture() as captured:
        console.print(shown)
    return captured.get()


def _terminal() -> int | None:
    """Return how wide the terminal is; None where output goes elsewhere."""
    if not sys.stdout.isatty():
        return None
    import shutil  # noqa: PLC0415 - a pipe has no width

    return shutil.get_terminal_size().columns

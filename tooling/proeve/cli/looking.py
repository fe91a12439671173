"""What the looking commands share: their options, and the one way to look."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

import click

from proeve.cli import places
from proeve.cli.cycles import search_no_cycles
from proeve.cli.output import Session, moment
from proeve.gather.looking import Looked, look

T = TypeVar("T")
Command = TypeVar("Command", bound=Callable[..., object])


def looks(command: Command) -> Command:
    """Give a command the options that say what to look at, and as of when."""
    for option in (
        click.option("--json", "as_json", is_flag=True, help="Print JSON."),
        click.option("--now", default=None, help="Count days late from this moment."),
        click.option("--rev", default="main", help="Branch, full ref or commit id."),
    ):
        command = option(command)
    return command


def looked(
    session: Session, see: Callable[[Looked], T], rev: str, now: str | None
) -> T:
    """Look at the session's ledger, on top of what was judged before."""
    search_no_cycles()
    return look(session.folder, see, now=moment(now), memory=places.memory(), rev=rev)


def print_json(output: Mapping[str, object]) -> None:
    """Print one JSON document on one line."""
    click.echo(json.dumps(output, ensure_ascii=False))


def print_lines(lines: Iterable[str]) -> None:
    """Print lines."""
    for line in lines:
        click.echo(line)

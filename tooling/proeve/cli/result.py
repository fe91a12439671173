"""`proeve explain-result`: how the consensus of an exam becomes its result."""

import click

from proeve.cli.output import FINDINGS, OK, Session, moment
from proeve.cli.status import chosen
from proeve.errors import UsageError
from proeve.gather.history import judge_repository
from proeve.gather.results import explained


@click.command(name="explain-result")
@click.argument("exam")
@click.option("--rev", default="main", help="Branch, full ref or commit id.")
@click.pass_obj
def COMMAND(session: Session, exam: str, rev: str) -> int:  # noqa: N802 - the name that main looks for
    """Show step by step how the pass rule of EXAM gives its result."""
    verdict = judge_repository(session.folder, rev=rev, now=moment(None))
    found = list(chosen(verdict, exam))
    if len(found) != 1:
        raise UsageError(
            f"{exam} wijst niet precies één examen aan.",
            f"{exam} does not name exactly one exam.",
        )
    lines = explained(found[0].state, verdict.registry, session.language)
    if lines is None:
        click.echo(
            session.choose(
                "De uitslag is nog niet te berekenen: er is geen gezamenlijk oordeel.",
                "The result cannot be derived yet: there is no consensus.",
            )
        )
        return FINDINGS
    for line in lines:
        click.echo(line)
    return OK

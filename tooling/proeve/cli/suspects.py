"""`proeve suspects`: which approvals a lost or stolen key leaves in doubt."""

import click

from proeve.cli.output import FINDINGS, OK, Session
from proeve.gather.history import judge_repository
from proeve.report.ledger import environment_line
from proeve.report.suspects import suspect_lines


@click.command(name="suspects")
@click.option("--rev", default="main", help="Branch, full ref or commit id.")
@click.pass_obj
def COMMAND(session: Session, rev: str) -> int:  # noqa: N802 - the name that main looks for
    """List what must be confirmed again, or taken away, after a lost key."""
    verdict = judge_repository(session.folder, rev=rev, now=None)
    first = environment_line(verdict, session.language)
    if first:
        click.echo(first)
    for line in suspect_lines(verdict, session.language):
        click.echo(line)
    return FINDINGS if any(exam.suspects for exam in verdict.exams) else OK

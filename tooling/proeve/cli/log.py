"""`proeve log`: the story of one exam in plain sentences."""

import click

from proeve.cli.looking import looked, looks, print_json
from proeve.cli.output import Session
from proeve.gather.looking import Looked
from proeve.report.ledger import environment_line
from proeve.report.outputs import log_output
from proeve.report.story import story_lines
from proeve.sight.story import Told, story_of


@click.command(name="log")
@click.argument("exam")
@looks
@click.pass_obj
def COMMAND(  # noqa: N802 - the name that main looks for; one option each
    session: Session,
    exam: str,
    rev: str,
    now: str | None,
    as_json: bool,  # noqa: FBT001 - click passes options by name
) -> int:
    """Tell the story of EXAM: who did what, when, and what proves it."""

    def see(found: Looked) -> tuple[str, tuple[Told, ...], str | None]:
        one = found.one(exam)
        first = environment_line(found.verdict, session.language)
        return one.scope, story_of(one), first

    scope, story, first = looked(session, see, rev, now)
    if as_json:
        print_json(log_output(scope, story, session.language))
        return 0
    if first:
        click.echo(first)
    if not story:
        click.echo(session.spoken("This exam has no history."))
    for line in story_lines(story, session.language):
        click.echo(f"{line.moment} UTC ({line.basis})")
        click.echo(f"  {line.text}")
        for proof in line.proofs:
            click.echo(f"    {proof}")
    return 0

"""`proeve explain-result`: how the consensus of an exam becomes its result."""

import click

from proeve.cli.looking import looked, looks, print_json, print_lines
from proeve.cli.output import FINDINGS, OK, Session
from proeve.gather.looking import Looked
from proeve.gather.results import explained
from proeve.report.outputs import result_output


@click.command(name="explain-result")
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
    """Show step by step how the pass rule of EXAM gives its result."""

    def see(found: Looked) -> tuple[str, tuple[str, ...] | None]:
        one = found.one(exam)
        lines = explained(one.state, found.verdict.registry, session.language)
        return one.scope, lines

    scope, lines = looked(session, see, rev, now)
    if as_json:
        print_json(result_output(scope, lines))
    elif lines is None:
        click.echo(
            session.choose(
                "De uitslag is nog niet te berekenen: er is geen gezamenlijk oordeel.",
                "The result cannot be derived yet: there is no consensus.",
            )
        )
    else:
        print_lines(lines)
    return FINDINGS if lines is None else OK

"""`proeve explain`: the manual of a finding code."""

import click

from proeve.cli.output import Session
from proeve.errors import UsageError
from proeve.words.codes import ALL


@click.command(name="explain")
@click.argument("code", required=False)
@click.pass_obj
def COMMAND(session: Session, code: str | None) -> int:  # noqa: N802 - the name that main looks for
    """Explain a finding CODE: what is so, what remedies it, why the rule exists."""
    if code is None:
        for known in sorted(ALL):
            click.echo(known)
        return 0
    if code not in ALL:
        raise UsageError(
            f"De code {code} bestaat niet. `proeve explain` noemt ze allemaal.",
            f"There is no code {code}. `proeve explain` lists them all.",
        )
    say = ALL[code].in_language(session.language)
    click.echo(code)
    for text in (say.text, say.hint, say.why):
        if text:
            click.echo(f"\n{text}")
    return 0

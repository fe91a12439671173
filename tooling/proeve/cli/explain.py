"""`proeve explain`: the manual of a finding code."""

import click

from proeve.cli.looking import print_json
from proeve.cli.output import Session
from proeve.errors import UsageError
from proeve.report.outputs import explain_output
from proeve.words.codes import ALL


@click.command(name="explain")
@click.argument("code", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def COMMAND(  # noqa: N802 - the name that main looks for
    session: Session,
    code: str | None,
    as_json: bool,  # noqa: FBT001 - click passes options by name
) -> int:
    """Explain a finding CODE: what is so, what remedies it, why the rule exists."""
    if code is None:
        for known in sorted(ALL):
            _tell(session, known) if as_json else click.echo(known)
        return 0
    if code not in ALL:
        raise UsageError(
            f"De code {code} bestaat niet. `proeve explain` noemt ze allemaal.",
            f"There is no code {code}. `proeve explain` lists them all.",
        )
    if as_json:
        _tell(session, code)
        return 0
    say = ALL[code].in_language(session.language)
    click.echo(code)
    for text in (say.text, say.hint, say.why):
        if text:
            click.echo(f"\n{text}")
    return 0


def _tell(session: Session, code: str) -> None:
    print_json(explain_output(code, ALL[code].in_language(session.language)))

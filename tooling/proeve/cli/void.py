"""`proeve void`: an approval in doubt, taken away by the committee."""

import click

from proeve.cli.doing import Signing, deed_options
from proeve.cli.healing import heal
from proeve.cli.output import Session
from proeve.process.vocabulary import Action


@click.command(name="void")
@click.argument("exam")
@click.argument("row")
@deed_options
@click.pass_obj
def COMMAND(session: Session, exam: str, row: str, how: Signing) -> int:  # noqa: N802 - the name that main looks for
    """Take back ROW of EXAM for the committee: its approvals fall."""
    return heal(session, Action.VOID, (exam, row), how)

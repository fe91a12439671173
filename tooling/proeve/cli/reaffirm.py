"""`proeve reaffirm`: an approval in doubt, confirmed by the same person."""

import click

from proeve.cli.doing import Signing, deed_options
from proeve.cli.healing import heal
from proeve.cli.output import Session
from proeve.process.vocabulary import Action


@click.command(name="reaffirm")
@click.argument("exam")
@click.argument("row")
@deed_options
@click.pass_obj
def COMMAND(session: Session, exam: str, row: str, how: Signing) -> int:  # noqa: N802 - the name that main looks for
    """Confirm your own approval in ROW of EXAM with a new key."""
    return heal(session, Action.REAFFIRM, (exam, row), how)

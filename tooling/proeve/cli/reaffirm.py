"""`proeve reaffirm`: an approval in doubt, confirmed by the same person."""

from pathlib import Path

import click

from proeve.cli.healing import heal
from proeve.cli.output import Session
from proeve.process.vocabulary import Action


@click.command(name="reaffirm")
@click.argument("exam")
@click.argument("row")
@click.option("--key", type=click.Path(path_type=Path), default=None)
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def COMMAND(  # noqa: N802 - the name that main looks for
    session: Session,
    exam: str,
    row: str,
    key: Path | None,
    yes: bool,  # noqa: FBT001 - click passes options by name
) -> int:
    """Confirm your own approval in ROW of EXAM with a new key."""
    return heal(session, Action.REAFFIRM, (exam, row), key, yes=yes)

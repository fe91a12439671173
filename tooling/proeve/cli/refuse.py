"""`proeve refuse`: say no to the text that waits for you, with a reason."""

import click

from proeve.cli.doing import Signing, carry_out, deed_options
from proeve.cli.output import Session, today
from proeve.deeds.refuse import Refusing, refuse, take_back
from proeve.deeds.turns import Work


@click.command(name="refuse")
@click.argument("exam")
@click.argument("row", default="")
@click.option("--reason", default="", help="Why, without names.")
@click.option("--take-back", "back", is_flag=True, help="Take a refusal back.")
@deed_options
@click.pass_obj
def COMMAND(  # noqa: N802, PLR0913, PLR0917 - the name that main looks for; an option each
    session: Session,
    exam: str,
    row: str,
    reason: str,
    back: bool,  # noqa: FBT001 - click passes options by name
    how: Signing,
) -> int:
    """Do not agree with EXAM, or with ROW of it; or take that back."""
    work = Work(exam=exam, today=today(), worn=how.worn)
    asked = Refusing(reason=reason, row=row)
    does = take_back if back else refuse
    return carry_out(
        session, how, lambda clone, person: does(clone, person, work, asked)
    )

"""`proeve approve`: agree with the text that waits for you."""

import click

from proeve.cli.doing import Signing, carry_out, deed_options
from proeve.cli.forms.running import desk_of
from proeve.cli.output import Session
from proeve.deeds.approve import Agreeing, approval_turn, approve
from proeve.deeds.showing import text_lines
from proeve.report.findings import clean
from proeve.rules.rows import text_of


@click.command(name="approve")
@click.argument("exam")
@click.argument("row", default="")
@deed_options
@click.pass_obj
def COMMAND(session: Session, exam: str, row: str, how: Signing) -> int:  # noqa: N802 - the name that main looks for
    """Agree with the text of EXAM that waits for you, or with that of ROW."""
    desk = desk_of(session, how, exam)
    turn = approval_turn(desk.clone, desk.person, desk.work, row)
    for line in text_lines(desk.clone, turn.exam, turn.row, session.language):
        click.echo(clean(line), err=how.as_json)
    asked = Agreeing(row=row, read=text_of(turn.row, turn.exam.files))
    return carry_out(
        session,
        how,
        lambda clone, person: approve(clone, person, desk.work, asked),
        clone=desk.clone,
    )

"""`proeve approve`: agree with the text that waits for you."""

from collections.abc import Iterator

import click

from proeve.cli.doing import Signing, carry_out, deed_options
from proeve.cli.forms.running import desk_of
from proeve.cli.output import Session
from proeve.deeds.approve import Agreeing, approval_turn, approve
from proeve.deeds.clone import Clone
from proeve.deeds.showing import text_lines
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
    # Who reads along is shown a text that changed meanwhile and asked again. Who said
    # beforehand that nothing needs asking agrees with this text and with no other.
    read = text_of(turn.row, turn.exam.files) if how.yes else ""
    asked = Agreeing(row=turn.row.id, read=read)

    def shows(clone: Clone) -> Iterator[str]:
        now = approval_turn(clone, desk.person, desk.work, turn.row.id)
        yield from text_lines(clone, now.exam, now.row, session.language)

    return carry_out(
        session,
        how,
        lambda clone, person: approve(clone, person, desk.work, asked),
        clone=desk.clone,
        shows=shows,
    )

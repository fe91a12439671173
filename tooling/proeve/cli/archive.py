"""`proeve archive`: close an exam's dossier."""

import click

from proeve.cli.doing import Signing, carry_out, deed_options
from proeve.cli.forms.running import desk_of
from proeve.cli.output import Session
from proeve.deeds.archive import Keeping, archive, warnings
from proeve.deeds.turns import turn_of
from proeve.process.vocabulary import RowId


@click.command(name="archive")
@click.argument("exam")
@click.option("--class", "name", default="", help="Retention class of the policy.")
@deed_options
@click.pass_obj
def COMMAND(session: Session, exam: str, name: str, how: Signing) -> int:  # noqa: N802 - the name that main looks for
    """Freeze the folder of EXAM, with the digest of every file in it."""
    desk = desk_of(session, how, exam)
    turn = turn_of(desk.clone, desk.person, desk.work, RowId.ARCHIVE)
    for each in warnings(turn, desk.clone.state, desk.work.today):
        click.echo(each.in_language(session.language), err=True)
    return carry_out(
        session,
        how,
        lambda clone, person: archive(clone, person, desk.work, Keeping(name=name)),
        clone=desk.clone,
    )

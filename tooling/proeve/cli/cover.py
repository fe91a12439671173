"""`proeve cover`: what a bad commit left, made lawful or taken back."""

from pathlib import Path

import click

from proeve.cli.doing import Signing, ask, deed_options, opened, say_unlawful, sent
from proeve.cli.keys import pen_of
from proeve.cli.output import FINDINGS, Session, moment
from proeve.deeds.clone import act_of
from proeve.deeds.covering import Cover, cover, scope_named
from proeve.deeds.making import UnlawfulError
from proeve.deeds.stating import acts_folder
from proeve.report.findings import clean
from proeve.rules.holding import held_by

_FILE = click.Path(path_type=Path, dir_okay=False, exists=True)


@click.command(name="cover")
@click.argument("scope")
@click.option("--restore", is_flag=True, help="Put the last lawful files back.")
@click.option(
    "--act", "acts", multiple=True, type=_FILE, help="An approval that lands with it."
)
@deed_options
@click.pass_obj
def COMMAND(  # noqa: N802 - the name that main looks for
    session: Session,
    scope: str,
    restore: bool,  # noqa: FBT001 - click passes options by name
    acts: tuple[Path, ...],
    how: Signing,
) -> int:
    """Confirm what stands unconfirmed in SCOPE, or restore what was lawful."""
    clone = opened(session, how)
    where = scope_named(clone.state, scope)
    hand = clone.hand(pen_of(how.key, session.folder))
    for commit in held_by(clone.state, where):
        click.echo(f"{where}  {commit}")
    for path in clone.state.pending[where].changes:
        click.echo(f"  {clean(path)}")
    question = (
        ("Zet terug wat rechtmatig was?", "Restore what was lawful?")
        if restore
        else ("Bevestig wat er nu staat?", "Confirm what stands here now?")
    )
    ask(session, yes=how.yes, question=question)
    found = tuple(act_of(path.read_bytes(), acts_folder(where)) for path in acts)
    what = Cover(scope=where, restores=restore, acts=found)
    try:
        after = cover(clone, what, hand, (moment(None), "+0000"))
    except UnlawfulError as error:
        say_unlawful(session, error)
        return FINDINGS
    return sent(session, how, clone, after)

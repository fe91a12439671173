"""What `reaffirm` and `void` share: show the row, ask, sign, have it judged."""

from pathlib import Path

import click

from proeve.cli.keys import pen_of
from proeve.cli.output import FINDINGS, OK, Session, moment, print_findings
from proeve.deeds.clone import do, open_clone
from proeve.deeds.healing import healing
from proeve.deeds.making import UnlawfulError
from proeve.process.vocabulary import Action


def heal(
    session: Session,
    action: Action,
    what: tuple[str, str],
    key: Path | None,
    *,
    yes: bool,
) -> int:
    """Confirm or take back one row of an exam, and return the exit code."""
    clone = open_clone(session.folder)
    hand = clone.hand(pen_of(key, session.folder))
    deed = healing(clone, action, *what, hand.person)
    click.echo(f"{deed.scope}  {deed.row}  {deed.action}  {deed.actor} ({deed.role})")
    if not yes:
        question = session.choose("Zo tekenen?", "Sign this?")
        click.confirm(question, abort=True)
    try:
        after = do(clone, deed, hand, (moment(None), "+0000"))
    except UnlawfulError as error:
        print_findings(error.findings, "text", session.language)
        return FINDINGS
    click.echo(after.state.head)
    return OK

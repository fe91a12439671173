"""`proeve cover`: what a bad commit left, made lawful or taken back."""

import click

from proeve.cli.doing import (
    Signing,
    ask,
    deed_options,
    noting,
    opened,
    say_unlawful,
    sent,
)
from proeve.cli.keys import pen_of
from proeve.cli.output import FINDINGS, Session, moment
from proeve.deeds.covering import Cover, cover, scope_named
from proeve.deeds.landing import acts_in
from proeve.deeds.making import UnlawfulError
from proeve.deeds.receiving import branch_head
from proeve.report.findings import clean
from proeve.rules.holding import held_by


@click.command(name="cover")
@click.argument("scope")
@click.option("--restore", is_flag=True, help="Put the last lawful files back.")
@click.option(
    "--branch", default="", help="What was reviewed, if a review lands with --act."
)
@deed_options
@click.pass_obj
def COMMAND(  # noqa: N802 - the name that main looks for
    session: Session,
    *,
    scope: str,
    restore: bool,
    branch: str,
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
    acts = acts_in(how.acts, where)
    beside = branch_head(clone, branch) if branch else ""
    what = Cover(scope=where, restores=restore, acts=acts, beside=beside)
    try:
        now = (moment(None), "+0000")
        after = cover(clone, what, hand, now, noting(session, how))
    except UnlawfulError as error:
        say_unlawful(session, error)
        return FINDINGS
    return sent(session, how, clone, after)

"""`proeve receiver receipt` and `checkpoint`, `proeve arrival`: when something came in.

A date that somebody gives their own commit is never believed; what counts is the word
of another.
"""

import click

from proeve.cli.doing import Signing, carry_out, deed_options
from proeve.cli.output import Session, moment
from proeve.deeds.timing import Timed, arrived, checkpointed, receipted
from proeve.errors import UsageError
from proeve.process.vocabulary import RowId

ROW = click.option(
    "--row",
    type=click.Choice([row.value for row in RowId]),
    default=RowId.EVIDENCE.value,
    help="Which approval came in; the evidence if not given.",
)
PERSON = click.option("--person", default="", help="Whose approval, if there are more.")
_ROADS = ("mail", "stick", "paper", "desk")


def past(given: str | None) -> int:
    """Return a moment that was; now if none is given."""
    if given is None:
        return _now()
    found = moment(given)
    if found > _now():
        raise UsageError(f"{given} is nog niet geweest.", f"{given} has not been yet.")
    return found


def _now() -> int:
    return moment(None)


@click.command(name="receipt")
@click.argument("exam")
@ROW
@PERSON
@click.option("--at", default=None, help="When it came in; now if not given.")
@deed_options
@click.pass_obj
def receipt(  # noqa: PLR0913 - one option each
    session: Session, *, exam: str, row: str, person: str, at: str | None, how: Signing
) -> int:
    """Say as the receiver that what was handed in for EXAM came in."""
    what = Timed(exam=exam, row=RowId(row), person=person)
    return carry_out(session, how, receipted(what, past(at), how.worn))


@click.command(name="arrival")
@click.argument("exam")
@ROW
@PERSON
@click.option(
    "--road", type=click.Choice(_ROADS), required=True, help="How it came in."
)
@click.option("--at", required=True, help="When: 2027-01-15T10:00:00+01:00.")
@deed_options
@click.pass_obj
def COMMAND(  # noqa: N802, PLR0913 - the name that main looks for; one option each
    session: Session,
    *,
    exam: str,
    row: str,
    person: str,
    road: str,
    at: str,
    how: Signing,
) -> int:
    """Say for the exam office when and how what was handed in for EXAM came in."""
    what = Timed(exam=exam, row=RowId(row), person=person)
    return carry_out(session, how, arrived(what, road, past(at), how.worn))


@click.command(name="checkpoint")
@deed_options
@click.pass_obj
def checkpoint(session: Session, *, how: Signing) -> int:
    """Say as the receiver how long the history is now, and in which commit it ends."""
    return carry_out(session, how, checkpointed(how.worn))

"""`proeve today`: the ten questions of an exam office's morning, answered."""

from datetime import date

import click

from proeve.cli.looking import looked, looks, print_json
from proeve.cli.output import Session
from proeve.cli.tables import print_tables
from proeve.errors import UsageError
from proeve.gather.looking import Looked
from proeve.report.ledger import environment_line
from proeve.report.outputs import today_output
from proeve.report.today import today_tables
from proeve.sight.today import Today, today_of


@click.command(name="today")
@click.option(
    "--since",
    default=None,
    help="What came in from this day on; without it the last working day.",
)
@looks
@click.pass_obj
def COMMAND(  # noqa: N802 - the name that main looks for; one option each
    session: Session,
    since: str | None,
    rev: str,
    now: str | None,
    as_json: bool,  # noqa: FBT001 - click passes options by name
) -> int:
    """Answer the ten questions of the day: what came in, what is stuck, what ends."""
    first_day = _day(since)

    def see(found: Looked) -> tuple[Today, int, str | None]:
        verdict = found.verdict
        answers = today_of(verdict, found.exams, found.open_exam, first_day)
        return answers, verdict.now, environment_line(verdict, session.language)

    today, moment, first = looked(session, see, rev, now)
    if as_json:
        print_json(today_output(today, moment, session.language))
        return 0
    if first:
        click.echo(f"{first}\n")
    print_tables(today_tables(today, session.language))
    return 0


def _day(given: str | None) -> date | None:
    try:
        return date.fromisoformat(given) if given else None
    except ValueError:
        raise UsageError(
            f"{given} is geen dag zoals 2027-01-15.",
            f"{given} is no day such as 2027-01-15.",
        ) from None

"""`proeve resit`: a new exam after one that was not passed, linked to it."""

from datetime import UTC, datetime

import click

from proeve.cli.doing import Signing, carry_out, deed_options
from proeve.cli.output import Session, moment
from proeve.deeds.resitting import ResitWish, resitting
from proeve.errors import UsageError

_DAY = click.DateTime(["%Y-%m-%d", "%d-%m-%Y"])


@click.command(name="resit")
@click.argument("exam")
@click.option("--from", "starts", type=_DAY, required=True, help="First day of work.")
@click.option("--until", type=_DAY, required=True, help="Last day of the work.")
@click.option("--first", default="", help="Another first assessor, p-...")
@click.option("--second", default="", help="Another second assessor, p-...")
@click.option("--company", default="", help="Another company, c-...")
@click.option("--supervisor", default="", help="Another supervisor, p-...")
@click.option("--year", type=int, default=None, help="The year of the exam numbers.")
@click.option("--above", type=int, default=0, help="Only numbers above this one.")
@deed_options
@click.pass_obj
def COMMAND(  # noqa: N802, PLR0913, PLR0917 - the name that main looks for; one option each
    session: Session,
    exam: str,
    starts: datetime,
    until: datetime,
    first: str,
    second: str,
    company: str,
    supervisor: str,
    year: int | None,
    above: int,
    how: Signing,
) -> int:
    """Prepare a resit of EXAM: what was not passed anew, the rest carried over."""
    if until < starts:
        raise UsageError(
            "De laatste dag ligt voor de eerste.", "The last day is before the first."
        )
    wish = ResitWish(
        exam=exam,
        year=year or datetime.fromtimestamp(moment(None), UTC).year,
        starts=starts.date().isoformat(),
        until=until.date().isoformat(),
        first=first,
        second=second,
        company=company,
        supervisor=supervisor,
        above=above,
    )
    return carry_out(session, how, resitting(wish))

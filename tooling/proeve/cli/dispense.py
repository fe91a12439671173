"""`proeve dispense`: a committee lifts a separation, for one exam or for a company."""

import click

from proeve.cli.doing import Signing, deed_options
from proeve.cli.output import Session
from proeve.cli.registering import register
from proeve.deeds.recording import Fields, dispensation
from proeve.errors import UsageError

_LIFTS = ("supervisor_assesses", "contact_assesses", "expertise", "same_side")


@click.command(name="dispense")
@click.argument("lifts", type=click.Choice(_LIFTS))
@click.option("--committee", required=True)
@click.option("--by", required=True, help="The member who signs for it, p-...")
@click.option("--on", "day", required=True, help="The day of the decision.")
@click.option("--exam", default="", help="GROUP/EXAM.")
@click.option("--company", default="", help="For all exams at this company.")
@click.option("--until", default="", help="The last day; a company's always ends.")
@click.option("--reason", required=True, help="Why, without a name.")
@deed_options
@click.pass_obj
def COMMAND(  # noqa: N802, PLR0913, PLR0917 - the name that main looks for; one option each
    session: Session,
    lifts: str,
    committee: str,
    by: str,
    day: str,
    exam: str,
    company: str,
    until: str,
    reason: str,
    how: Signing,
) -> int:
    """Record that a committee lifts a separation, for an exam or a company."""
    if bool(exam) == bool(company):
        raise UsageError(
            "Zeg met --exam of met --company waarvoor dit geldt.",
            "Say with --exam or with --company what this is for.",
        )
    if company and not until:
        raise UsageError(
            "Voor een leerbedrijf eindigt dit op een dag; zeg welke met --until.",
            "For a company this ends on a day; say which with --until.",
        )
    fields: Fields = {"lifts": lifts, "committee": committee, "by": by}
    fields |= {"decided_on": day}
    target: Fields = {"exam": exam.removeprefix("groups/")} if exam else {}
    target |= {"company": company} if company else {}
    target |= {"until": until} if until else {}
    whole = fields | target | {"reason": reason}
    return register(session, how, lambda clone, _: dispensation(clone, whole))

"""`proeve plan`: through which exams the students of a cohort show each core task."""

from pathlib import Path

import click

from proeve.cli.doing import Signing, deed_options
from proeve.cli.group import content_of
from proeve.cli.output import Session
from proeve.cli.registering import register
from proeve.deeds.recording import Fields, plan_of, plan_record

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.group(name="plan")
def COMMAND() -> None:  # noqa: N802 - the name that main looks for
    """Keep the exam plans of the programmes."""


@COMMAND.command(name="new")
@click.argument("crebo")
@click.argument("cohort")
@click.option("--instrument", "codes", multiple=True, required=True)
@click.option("--committee", default="")
@click.option("--on", "day", default="", help="When it was established.")
@deed_options
@click.pass_obj
def new(  # noqa: PLR0913, PLR0917 - one option each
    session: Session,
    crebo: str,
    cohort: str,
    codes: tuple[str, ...],
    committee: str,
    day: str,
    how: Signing,
) -> int:
    """Make the plan of a CREBO and COHORT: each core task through one instrument."""

    def fields() -> Fields:
        found: Fields = {"instruments": [*codes]}
        if committee:
            found["committee"] = committee
        return found | ({"established_on": day} if day else {})

    return register(
        session, how, lambda clone, _: plan_of(clone, crebo, cohort, fields())
    )


@COMMAND.command(name="set")
@click.argument("file", type=_FILE)
@deed_options
@click.pass_obj
def set_(session: Session, file: Path, how: Signing) -> int:
    """Record the plan that is in FILE, in the place of the one that is there."""
    content = content_of(file)
    return register(session, how, lambda _clone, _person: plan_record(content))

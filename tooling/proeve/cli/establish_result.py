"""`proeve establish-result`: Establish the result of EXAM for the committee."""

import click

from proeve.cli.doing import Signing, deed_options
from proeve.cli.forms.running import Source, form_options, run_form
from proeve.cli.output import Session
from proeve.deeds.establish_result import FORM


@click.command(name="establish-result")
@click.argument("exam")
@form_options
@deed_options
@click.pass_obj
def COMMAND(session: Session, exam: str, source: Source, how: Signing) -> int:  # noqa: N802 - the name that main looks for
    """Establish the result of EXAM for the committee."""
    return run_form(session, how, source, exam, FORM)

"""`proeve report-execution`: Report the days, hours and course of the work in EXAM."""

import click

from proeve.cli.doing import Signing, deed_options
from proeve.cli.forms.running import Source, form_options, run_form
from proeve.cli.output import Session
from proeve.deeds.report_execution import FORM


@click.command(name="report-execution")
@click.argument("exam")
@form_options
@deed_options
@click.pass_obj
def COMMAND(session: Session, exam: str, source: Source, how: Signing) -> int:  # noqa: N802 - the name that main looks for
    """Report the days, hours and course of the work in EXAM."""
    return run_form(session, how, source, exam, FORM)

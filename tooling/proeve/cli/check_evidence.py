"""`proeve check-evidence`: Check the evidence of EXAM piece by piece."""

import click

from proeve.cli.doing import Signing, deed_options
from proeve.cli.forms.running import Source, form_options, run_form
from proeve.cli.output import Session
from proeve.deeds.check_evidence import FORM


@click.command(name="check-evidence")
@click.argument("exam")
@form_options
@deed_options
@click.pass_obj
def COMMAND(session: Session, exam: str, source: Source, how: Signing) -> int:  # noqa: N802 - the name that main looks for
    """Check the evidence of EXAM piece by piece."""
    return run_form(session, how, source, exam, FORM)

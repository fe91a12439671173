"""`proeve fill-in`: any document of an exam, field by field."""

import click

from proeve.cli.doing import Signing, deed_options
from proeve.cli.forms.running import Source, form_options, run_form
from proeve.cli.output import Session
from proeve.deeds.clone import Clone
from proeve.deeds.fill_in import deed, guide
from proeve.deeds.forms.form import Filled, Guided
from proeve.deeds.forms.questions import Guide
from proeve.deeds.stating import Deed
from proeve.deeds.turns import Work
from proeve.words.say import Language


@click.command(name="fill-in")
@click.argument("exam")
@click.argument("document")
@click.option("--approve", "agrees", is_flag=True, help="Agree with it as well.")
@form_options
@deed_options
@click.pass_obj
def COMMAND(  # noqa: N802, PLR0913, PLR0917 - the name that main looks for; an option each
    session: Session,
    exam: str,
    document: str,
    agrees: bool,  # noqa: FBT001 - click passes options by name
    source: Source,
    how: Signing,
) -> int:
    """Fill in DOCUMENT of EXAM, such as `exam`, `assignment` or `appointments`."""

    def asks(clone: Clone, person: str, work: Work, language: Language) -> Guide:
        return guide(clone, person, work, document, language)

    def does(clone: Clone, person: str, work: Work, data: Filled) -> Deed:
        return deed(clone, person, work, (document, data), agrees=agrees)

    return run_form(session, how, source, exam, Guided(asks, does))

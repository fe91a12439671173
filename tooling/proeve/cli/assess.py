"""`proeve assess`: fill in one's own form, as a draft outside the repository."""

import click

from proeve.cli.doing import Signing, deed_options
from proeve.cli.forms.drafts import draft_of
from proeve.cli.forms.running import Source, desk_of, filled, form_options
from proeve.cli.output import FINDINGS, OK, Session
from proeve.deeds.assess import guide, own_part
from proeve.deeds.seal import form_faults
from proeve.deeds.yamlwriting import document_text
from proeve.model.document import Data
from proeve.model.findings import Finding


@click.command(name="assess")
@click.argument("exam")
@form_options
@deed_options
@click.pass_obj
def COMMAND(session: Session, exam: str, source: Source, how: Signing) -> int:  # noqa: N802 - the name that main looks for
    """Judge EXAM alone: nothing of it leaves this machine before `proeve seal`."""
    desk = desk_of(session, how, exam)
    form = guide(desk.clone, desk.person, desk.work, session.language)
    turn, stem = own_part(desk.clone, desk.person, desk.work)
    draft = draft_of(desk.clone, turn.exam.scope, "form", desk.person)
    path = f"forms/{stem}.yml"

    def check(data: dict[str, Data]) -> tuple[Finding, ...]:
        content = document_text(f"exams/{turn.exam.scope}/{path}", data)
        return tuple(form_faults(turn.exam, desk.clone.state, path, content))

    data = filled(session, form, source, draft, check)
    if data is None:
        return FINDINGS
    draft.save(draft.load()[0], data)
    click.echo(
        session.choose(
            f"Je formulier is compleet en ligt alleen hier. Versturen: proeve seal "
            f"{exam}",
            f"Your form is complete and lies here only. Send it: proeve seal {exam}",
        ),
        err=True,
    )
    return OK

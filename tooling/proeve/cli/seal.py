"""`proeve seal`: close one's own form and send it, readable for nobody yet."""

import secrets
from pathlib import Path

import click

from proeve.cli import places
from proeve.cli.doing import Signing, carry_out, deed_options
from proeve.cli.forms.drafts import draft_of
from proeve.cli.forms.editing import FaultyFormError, from_file
from proeve.cli.forms.running import Desk, Source, desk_of, form_options
from proeve.cli.output import FINDINGS, Session, print_findings
from proeve.cli.private import keep
from proeve.deeds.assess import guide, own_part
from proeve.deeds.making import UnlawfulError
from proeve.deeds.seal import Sealing, closed_form, seal, sealing
from proeve.errors import UsageError
from proeve.model.document import Data
from proeve.model.records import text_at
from proeve.reading.yamltext import data_of

_NONCE_BYTES = 32


@click.command(name="seal")
@click.argument("exam")
@form_options
@deed_options
@click.pass_obj
def COMMAND(session: Session, exam: str, source: Source, how: Signing) -> int:  # noqa: N802 - the name that main looks for
    """Seal your form of EXAM: you are bound to it, and nobody reads it yet."""
    desk = desk_of(session, how, exam)
    nonce = secrets.token_hex(_NONCE_BYTES)
    try:
        data = _data(desk, source)
        made = sealing(desk.clone, desk.person, desk.work, data, nonce)
    except FaultyFormError:
        return FINDINGS
    except UnlawfulError as error:
        print_findings(error.findings, "text", session.language)
        return FINDINGS
    folder = places.copies() / made.seat.repo / made.seat.scope
    _refuse_again(desk, data, made, folder)
    closed = closed_form(desk.clone, made)
    name = f"{made.seat.part}.{text_at(closed, 'commitment').removeprefix('sha256:')}"
    # Before the commit: a seal of which the clear text is lost would bind to nothing.
    copy = keep(folder, f"{name}.yml", made.form, outside=session.folder)
    click.echo(
        session.choose(f"Je eigen exemplaar: {copy}", f"Your own copy: {copy}"),
        err=True,
    )
    return carry_out(
        session,
        how,
        lambda clone, person: seal(clone, person, desk.work, closed),
        clone=desk.clone,
    )


def _refuse_again(
    desk: Desk, data: dict[str, Data], made: Sealing, folder: Path
) -> None:
    """Raise for a form that is sealed in these words, as after an interrupted run.

    A seal says nothing of what is in it, so one's own copy is looked at.
    """
    exam = desk.clone.state.exam(made.seat.scope)
    standing = exam.document(f"forms/{made.seat.part}.seal") if exam else None
    commitment = text_at(standing, "commitment").removeprefix("sha256:")
    copy = folder / f"{made.seat.part}.{commitment}.yml"
    if not commitment or not copy.is_file():
        return
    kept = copy.read_bytes()
    found = data_of(kept, copy.name)
    nonce = text_at(found, "nonce") if isinstance(found, dict) else ""
    again = sealing(desk.clone, desk.person, desk.work, data, nonce)
    if again.form == kept:
        raise UsageError(
            "Dit formulier ligt al zo vast; er is niets te doen.",
            "This form is sealed in these very words; there is nothing to do.",
        )


def _data(desk: Desk, source: Source) -> dict[str, Data]:
    """Return the form to seal: the file that is named, or the complete draft."""
    form = guide(desk.clone, desk.person, desk.work, desk.session.language)
    if source.file is not None:
        return from_file(desk.session, form, source.file, lambda _: ())
    turn, _ = own_part(desk.clone, desk.person, desk.work)
    _, data = draft_of(desk.clone, turn.exam.scope, "form", desk.person).load()
    if data is None:
        raise UsageError(
            f"Er is geen compleet formulier van jou; vul het in met `proeve assess "
            f"{desk.work.exam}`.",
            f"There is no complete form of yours; fill it in with `proeve assess "
            f"{desk.work.exam}`.",
        )
    return data

"""`proeve init`: a live school from an empty folder, and the trust root for paper."""

import secrets
from collections.abc import Mapping
from pathlib import Path

import click

from proeve.cli.keys import pens_of
from proeve.cli.output import FINDINGS, OK, Session, moment, print_findings
from proeve.deeds.founding import (
    Holder,
    Plan,
    ask_for_words,
    begin,
    beside,
    confirm,
    is_founded,
    make_genesis,
    read_plan,
    state_of,
    unsigned,
    words,
)
from proeve.deeds.making import UnlawfulError
from proeve.deeds.texts import namespace_of, sign_text
from proeve.errors import UsageError
from proeve.history.pens import Pen, public_text
from proeve.rules.ledger import unproved_roots

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command(name="init")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--name", default="", help="What the school is called.")
@click.option("--contact", default="", help="Where people get help: a service.")
@click.option(
    "--holder",
    "holders",
    multiple=True,
    type=_FILE,
    help="A public key file of a root holder; at least three. The first one founds.",
)
@click.option("--key", "keys", multiple=True, type=_FILE, help="A key to sign with.")
@click.option("--confirm", is_flag=True, help="Go on with what was begun before.")
@click.pass_obj
def COMMAND(  # noqa: N802, PLR0913, PLR0917 - the name that main looks for; one option each
    session: Session,
    folder: Path,
    name: str,
    contact: str,
    holders: tuple[Path, ...],
    keys: tuple[Path, ...],
    confirm: bool,  # noqa: FBT001 - click passes options by name
) -> int:
    """Begin a live school in FOLDER; run it again until everybody has signed."""
    plan = read_plan(folder)
    if plan is None:
        if confirm:
            raise UsageError(
                f"Er is nog niets begonnen voor {folder}.",
                f"Nothing was begun for {folder} yet.",
            )
        plan = _planned(session, name, contact, holders)
        begin(folder, plan)
    pens = pens_of(keys, folder)
    try:
        return _go_on(session, folder, plan, pens)
    except UnlawfulError as error:
        print_findings(error.findings, "text", session.language)
        return FINDINGS


def _planned(
    session: Session, name: str, contact: str, holders: tuple[Path, ...]
) -> Plan:
    if not name:
        raise UsageError(
            "Geef de naam van de school met --name.",
            "Give the name of the school with --name.",
        )
    return Plan(
        repo=f"r-{secrets.token_hex(16)}",
        name=name,
        contact=contact or name,
        language=session.language,
        holders=tuple(
            Holder(
                person=f"p-{secrets.token_hex(4)}",
                grant=f"g-{secrets.token_hex(4)}",
                key=public_text(path),
            )
            for path in holders
        ),
    )


def _go_on(session: Session, folder: Path, plan: Plan, pens: Mapping[str, Pen]) -> int:
    now = (moment(None), "+0000")
    _sign(folder, plan, pens)
    if not is_founded(folder):
        if unsigned(folder, plan):
            return _tell(session, folder, plan)
        make_genesis(folder, plan, pens, now)
    state = state_of(folder)
    ask_for_words(folder, plan, state)
    _sign(folder, plan, pens)
    known = set(state.confirmed)
    given = [
        act
        for act in words(folder, plan)
        if act.act.statement is not None and act.act.statement.actor not in known
    ]
    if given:
        state = confirm(folder, plan, pens, now, given)
    if unproved_roots(state):
        return _tell(session, folder, plan)
    click.echo(
        session.choose(
            "De school is begonnen. Het vertrouwensanker, voor op papier:",
            "The school has begun. Its trust root, for paper:",
        )
    )
    click.echo(state.trust_root)
    return OK


def _sign(folder: Path, plan: Plan, pens: Mapping[str, Pen]) -> None:
    """Sign what the keys at hand can sign."""
    for path, holder in unsigned(folder, plan).items():
        if holder.key in pens:
            sign_text(path, pens[holder.key])


def _tell(session: Session, folder: Path, plan: Plan) -> int:
    """Say who signs what, and that the verb is run again afterwards."""
    click.echo(
        session.choose(
            f"Nog te tekenen, elk door de eigenaar van de sleutel ({beside(folder)}):",
            f"Still to be signed, each by the owner of the key ({beside(folder)}):",
        )
    )
    for path, holder in unsigned(folder, plan).items():
        namespace = namespace_of(path.read_bytes())
        click.echo(f"  {holder.person}  {holder.key}")
        click.echo(f"    ssh-keygen -Y sign -n {namespace} -f KEY {path}")
    click.echo(
        session.choose(
            f"Daarna: proeve init --confirm {folder}",
            f"Then: proeve init --confirm {folder}",
        )
    )
    return OK

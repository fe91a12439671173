"""`proeve people`: who is in the registry, with which keys and roles.

Each verb shows what changes, asks, builds the commit, has it judged, and moves the
branch; or it leaves everything as it was. Where a second person is needed it writes an
offer for them to sign.
"""

import secrets
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from proeve.cli.doing import Signing, deed_options, opened
from proeve.cli.keys import pen_of
from proeve.cli.output import OK, Session
from proeve.cli.registering import register
from proeve.cli.rooting import ROOT
from proeve.deeds.clone import Clone
from proeve.deeds.offering import (
    approve,
    is_offer,
    read_offer,
)
from proeve.deeds.registry import (
    Ending,
    active_keys,
    added,
    granted,
    keyed,
    revoked,
    role_of,
    root_left,
)
from proeve.deeds.signing import PenHand
from proeve.deeds.stating import Paper
from proeve.deeds.texts import (
    Proof,
    content_of,
    enrolment,
    namespace_of,
    read_proof,
    sign_text,
)
from proeve.errors import ProeveError, UsageError
from proeve.gather.history import open_ledger
from proeve.history.pens import public_text
from proeve.process.vocabulary import Role
from proeve.report.findings import clean

Papers = Mapping[str, Paper]
_FILE = click.Path(path_type=Path, dir_okay=False)
_KEY = click.option("--key", type=_FILE, default=None, help="The key to sign with.")
_YES = click.option("--yes", is_flag=True, help="Do not ask.")
_AS = click.option(
    "--role",
    "worn",
    type=click.Choice([role.value for role in Role]),
    default=None,
    help="The role to sign in.",
)


@click.group(name="people")
def COMMAND() -> None:  # noqa: N802 - the name that main looks for
    """Add people, keys and roles to the registry, or end them."""


COMMAND.add_command(ROOT)


@COMMAND.command(name="invite")
@click.argument("public", type=_FILE)
@click.option("--person", default="", help="Somebody who is there already.")
@click.option("--to", "out", type=_FILE, default=None, help="Where to write the text.")
@click.pass_obj
def invite(session: Session, public: Path, person: str, out: Path | None) -> int:
    """Write the text by which the owner of a PUBLIC key proves that it is theirs."""
    clone = opened(session)
    who = person or f"p-{secrets.token_hex(4)}"
    text = enrolment(clone.state.registry.repo, who, public_text(public))
    path = out or Path(f"{who}.enrol")
    path.write_bytes(text)
    click.echo(
        session.choose(
            f"Laat de eigenaar van de sleutel tekenen: proeve people sign {path}",
            f"Have the owner of the key sign: proeve people sign {path}",
        )
    )
    return OK


@COMMAND.command(name="sign")
@click.argument("file", type=_FILE)
@_KEY
@_AS
@_YES
@click.pass_obj
def sign(
    session: Session,
    file: Path,
    key: Path | None,
    worn: str | None,
    yes: bool,  # noqa: FBT001 - click passes options by name
) -> int:
    """Sign a text, or approve an offer as its second person."""
    pen = pen_of(key, session.folder)
    if not is_offer(file):
        content = content_of(file)
        if namespace_of(content) is not None:
            click.echo(content.decode("utf-8", "replace"), nl=False)
            _ask(session, yes=yes)
        environment = _environment(session, content)
        click.echo(str(sign_text(file, pen, environment)))
        return OK
    clone = opened(session)
    papers = read_offer(file, clone.state.registry.repo)
    hand = clone.hand(pen)
    _show(papers)
    _ask(session, yes=yes)
    act = approve(clone, hand, _role(clone, hand, worn), papers)
    out = file.with_name(f"{file.name}.{hand.person}.act")
    out.write_bytes(act.content)
    click.echo(str(out))
    return OK


@COMMAND.command(name="apply")
@click.argument("offer", type=_FILE)
@deed_options
@click.pass_obj
def apply(
    session: Session,
    offer: Path,
    how: Signing,
) -> int:
    """Make the change that an OFFER holds, with the approvals that came back."""
    clone = opened(session, how)
    papers = read_offer(offer, clone.state.registry.repo)
    return register(session, how, lambda _clone, _person: papers, clone, offer=offer)


@COMMAND.command(name="add")
@click.argument("proof", type=_FILE)
@click.option("--side", type=click.Choice(["school", "company", "student"]))
@click.option("--company", default="", help="The id of the company.")
@click.option("--grant", "grants", multiple=True, help="ROLE or ROLE:SCOPE.")
@deed_options
@click.pass_obj
def add(  # noqa: PLR0913, PLR0917 - one option each
    session: Session,
    proof: Path,
    side: str,
    company: str,
    grants: tuple[str, ...],
    how: Signing,
) -> int:
    """Add the person whose PROOF was signed, with roles."""
    clone = opened(session, how)
    found = _proof(clone, proof)
    papers = dict(added(clone, found, side or "school", company))
    for each in grants:
        role, _, scope = each.partition(":")
        papers |= granted_to(found.person, role, scope or "*")
    return _change(session, clone, papers, how)


def granted_to(person: str, role: str, scope: str) -> Papers:
    """Return a grant with an id of its own."""
    chosen = next((each for each in Role if each == role), None)
    if chosen is None:
        raise UsageError(f"De rol {role} bestaat niet.", f"There is no role {role}.")
    return granted(f"g-{secrets.token_hex(4)}", person, chosen, scope)


@COMMAND.command(name="key")
@click.argument("proof", type=_FILE)
@deed_options
@click.pass_obj
def key(
    session: Session,
    proof: Path,
    how: Signing,
) -> int:
    """Add a key to somebody; one of your own needs nobody else."""
    clone = opened(session, how)
    papers = keyed(clone, _proof(clone, proof))
    return _change(session, clone, papers, how)


@COMMAND.command(name="grant")
@click.argument("person")
@click.argument("role")
@click.argument("scope", default="*")
@deed_options
@click.pass_obj
def grant(
    session: Session,
    person: str,
    role: str,
    scope: str,
    how: Signing,
) -> int:
    """Give a PERSON a ROLE, everywhere or in one group or exam."""
    clone = opened(session, how)
    if person not in clone.state.registry.people:
        raise UsageError(
            f"{person} staat niet in het register.", f"{person} is not in the registry."
        )
    papers = granted_to(person, role, scope)
    return _change(session, clone, papers, how)


@COMMAND.command(name="revoke")
@click.argument("what")
@click.option("--kind", type=click.Choice(["retired", "lost", "compromised"]))
@click.option("--since", default="", help="From when a lost key is not believed.")
@click.option("--reason", default="", help="Why, without a name.")
@click.option("--only", type=_FILE, default=None, help="Only this public key.")
@deed_options
@click.pass_obj
def revoke(  # noqa: PLR0913, PLR0917 - one option each
    session: Session,
    what: str,
    kind: str | None,
    since: str,
    reason: str,
    only: Path | None,
    how: Signing,
) -> int:
    """End the keys of a person (p-...), or one grant (g-...)."""
    clone = opened(session, how)
    is_grant = what.startswith("g-")
    if kind is None and not is_grant:
        raise UsageError(
            "Zeg met --kind wat er met de sleutel is: retired, lost of compromised.",
            "Say with --kind what became of the key: retired, lost or compromised.",
        )
    ending = Ending(kind=kind or "retired", reason=reason or "-", since=since)
    keys = (public_text(only),) if only else active_keys(clone.state, what)
    papers = revoked(clone, () if is_grant else keys, what if is_grant else "", ending)
    if not papers:
        raise UsageError(
            f"Van {what} is niets in te trekken.", f"Nothing of {what} can be revoked."
        )
    if not is_grant:
        _warn_of_root(session, clone, keys)
    return _change(session, clone, papers, how)


def _warn_of_root(session: Session, clone: Clone, keys: Sequence[str]) -> None:
    """Say what a root key that ends leaves of the root: too few lock it for good."""
    left, needed = root_left(clone.state, keys), clone.state.registry.threshold
    if left is None:
        return
    if left < needed:
        told = session.spoken(
            "Mind: {left} holders of the root are left and {needed} must agree. After "
            "this nobody can change the root any more, in this ledger. If it can wait, "
            "first: proeve people key, then proeve people root replace.",
            left=left,
            needed=needed,
        )
    else:
        told = session.spoken(
            "Mind: this is a root key. {left} holders are left and {needed} must "
            "agree. Put another in its place: proeve people root replace.",
            left=left,
            needed=needed,
        )
    click.echo(told, err=True)


def _change(
    session: Session,
    clone: Clone,
    papers: Papers,
    how: Signing,
) -> int:
    """Make a change that was stated whole, or offer it to the second person."""
    return register(session, how, lambda _clone, _person: papers, clone)


def _proof(clone: Clone, file: Path) -> Proof:
    return read_proof(file, clone.state.registry.repo, clone.ledger.environment)


def _environment(session: Session, content: bytes) -> str:
    """Return of what kind the school is that a text names, if it is the one at hand.

    Keys of a practice school prove themselves apart, so that a live one refuses them.
    """
    try:
        ledger = open_ledger(session.folder)
    except ProeveError:
        return "live"
    named = content.decode("utf-8", "replace").split("\n")[1:2]
    return ledger.environment if named == [ledger.repo] else "live"


def _role(clone: Clone, hand: PenHand, worn: str | None) -> Role:
    return Role(worn) if worn else role_of(clone.state, hand.person)


def _show(papers: Papers) -> None:
    for path, paper in sorted(papers.items()):
        click.echo(f"exams/registry/{path}")
        for line in paper.content.decode().splitlines()[1:]:
            click.echo(f"  {clean(line)}")


def _ask(session: Session, *, yes: bool) -> None:
    if yes:
        return
    question = session.choose("Zo tekenen?", "Sign this?")
    click.confirm(question, abort=True)

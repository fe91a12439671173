"""`proeve people root`: who holds the root keys, and how many of them must agree.

A change is an offer until enough holders have signed it, old ones and new ones. It
stands in a commit of its own; the genesis and the trust root on paper stay.
"""

from pathlib import Path

import click

from proeve.cli.doing import Signing, deed_options, opened
from proeve.cli.looking import print_json
from proeve.cli.output import OK, Session
from proeve.cli.registering import PapersOf, register
from proeve.deeds.rooting import (
    holder_added,
    holder_removed,
    key_replaced,
    root_of,
    service_believed,
    service_dropped,
    threshold_set,
)
from proeve.history.pens import public_text
from proeve.report.listings import root_output

_FILE = click.Path(path_type=Path, dir_okay=False)
_PUBLIC = click.option(
    "--public", type=_FILE, default=None, help="Which public key, if there are more."
)
_THRESHOLD = click.option(
    "--threshold",
    type=click.IntRange(2, 9),
    default=None,
    help="How many holders must agree from then on.",
)


@click.group(name="root")
def ROOT() -> None:  # noqa: N802 - as COMMAND in a module of its own
    """Change who holds the root keys; enough of the holders sign it together."""


@ROOT.command(name="show")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def show(
    session: Session,
    as_json: bool,  # noqa: FBT001 - click passes options by name
) -> int:
    """Show the holders, how many must agree, and the trust root on paper."""
    clone = opened(session)
    root, registry = root_of(clone), clone.state.registry
    if as_json:
        print_json(root_output(registry, clone.state.trust_root, root.services))
        return OK
    for key, person in sorted(root.holders.items(), key=lambda each: each[1]):
        ended = session.choose("  (ingetrokken)", "  (revoked)")
        click.echo(f"{person}  {key}{ended if key in registry.lost else ''}")
    for name in root.services:
        click.echo(session.choose(f"Tijdstempels: {name}", f"Time stamps: {name}"))
    click.echo(
        session.choose(
            f"Versie {registry.root_version}; {root.threshold} van hen moeten het "
            "eens zijn.",
            f"Version {registry.root_version}; {root.threshold} of them must agree.",
        )
    )
    click.echo(clone.state.trust_root)
    return OK


@ROOT.command(name="add")
@click.argument("person")
@_PUBLIC
@_THRESHOLD
@deed_options
@click.pass_obj
def add(
    session: Session,
    person: str,
    public: Path | None,
    threshold: int | None,
    how: Signing,
) -> int:
    """Give a PERSON a root key: a key in force that is theirs already."""
    key = _text(public)
    return _change(
        session, how, lambda clone, _: holder_added(clone, person, key, threshold or 0)
    )


@ROOT.command(name="remove")
@click.argument("person")
@_THRESHOLD
@deed_options
@click.pass_obj
def remove(session: Session, person: str, threshold: int | None, how: Signing) -> int:
    """Let a PERSON hold no root key any more; their key stays theirs."""
    return _change(
        session, how, lambda clone, _: holder_removed(clone, person, threshold or 0)
    )


@ROOT.command(name="replace")
@click.argument("person")
@_PUBLIC
@deed_options
@click.pass_obj
def replace(session: Session, person: str, public: Path | None, how: Signing) -> int:
    """Put another key of a PERSON in the place of their root key."""
    key = _text(public)
    return _change(session, how, lambda clone, _: key_replaced(clone, person, key))


@ROOT.command(name="threshold")
@click.argument("number", type=click.IntRange(2, 9))
@deed_options
@click.pass_obj
def threshold(session: Session, number: int, how: Signing) -> int:
    """Set the NUMBER of holders who must agree to a change of the root."""
    return _change(session, how, lambda clone, _: threshold_set(clone, number))


@ROOT.command(name="believe")
@click.argument("name")
@click.argument("certificate", type=_FILE)
@deed_options
@click.pass_obj
def believe(session: Session, name: str, certificate: Path, how: Signing) -> int:
    """Believe the stamps of the time-stamping service that this CERTIFICATE is of."""
    return _change(
        session, how, lambda clone, _: service_believed(clone, name, certificate)
    )


@ROOT.command(name="disbelieve")
@click.argument("name")
@deed_options
@click.pass_obj
def disbelieve(session: Session, name: str, how: Signing) -> int:
    """Believe no new stamps of a time-stamping service; older ones keep their time."""
    return _change(session, how, lambda clone, _: service_dropped(clone, name))


def _text(public: Path | None) -> str:
    return public_text(public) if public else ""


def _change(session: Session, how: Signing, papers_of: PapersOf) -> int:
    return register(session, how, papers_of, opened(session, how))

"""`proeve instrument`: versions of exam instruments, and their establishment."""

from pathlib import Path

import click

from proeve.cli.doing import Signing, deed_options, opened
from proeve.cli.group import content_of
from proeve.cli.looking import print_json
from proeve.cli.output import OK, Session
from proeve.cli.registering import register
from proeve.deeds.recording import Fields, established, instrument_version
from proeve.report.listings import instruments_output

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.group(name="instrument")
def COMMAND() -> None:  # noqa: N802 - the name that main looks for
    """Add versions of instruments and record who established them."""


@COMMAND.command(name="add")
@click.argument("file", type=_FILE)
@deed_options
@click.pass_obj
def add(session: Session, file: Path, how: Signing) -> int:
    """Add the version of an instrument that is in FILE; it never changes."""
    content = content_of(file)
    return register(session, how, lambda clone, _: instrument_version(clone, content))


@COMMAND.command(name="establish")
@click.argument("version")
@click.option("--committee", required=True)
@click.option("--by", required=True, help="The member who signs for it, p-...")
@click.option("--present", multiple=True, help="Who was there, p-...")
@click.option(
    "--origin",
    type=click.Choice(["certified_supplier", "own_validated"]),
    required=True,
)
@click.option("--reference", required=True, help="Where this is written down.")
@click.option("--on", "day", required=True, help="The day, 2026-09-01.")
@click.option("--until", default="", help="Until when it is valid.")
@deed_options
@click.pass_obj
def establish(  # noqa: PLR0913, PLR0917 - one option each
    session: Session,
    version: str,
    committee: str,
    by: str,
    present: tuple[str, ...],
    origin: str,
    reference: str,
    day: str,
    until: str,
    how: Signing,
) -> int:
    """Record that a committee established VERSION (CODE/NUMBER)."""
    fields: Fields = {
        "committee": committee,
        "by": by,
        "origin": {"kind": origin, "reference": reference},
        "established_on": day,
    }
    if present:
        fields["present"] = [*present]
    if until:
        fields["valid_until"] = until
    return register(session, how, lambda clone, _: established(clone, version, fields))


@COMMAND.command(name="list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def list_(
    session: Session,
    as_json: bool,  # noqa: FBT001 - click passes options by name
) -> int:
    """List the versions, and whether each is established."""
    registry = opened(session).state.registry
    if as_json:
        print_json(instruments_output(registry))
        return OK
    found = registry.instruments
    for (code, version), each in sorted(found.items()):
        state = (
            session.choose("vastgesteld", "established")
            if each.established
            else session.choose("niet vastgesteld", "not established")
        )
        click.echo(f"{code}/{version}  {state}")
    return OK

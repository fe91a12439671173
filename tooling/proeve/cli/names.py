"""`proeve names`: look up, change and take out a row of the directory file.

A person may ask what is kept of them, have it put right, and have it taken out. Nothing
of this is in Git, so nothing is signed; the file is whole at every moment.
"""

from collections.abc import Callable
from pathlib import Path

import click

from proeve.cli.doing import Signing, ask
from proeve.cli.naming import NamesFile, names_options
from proeve.cli.output import FINDINGS, OK, Session, print_findings
from proeve.deeds.keeping_names import Names, keep_names
from proeve.deeds.rectifying import (
    CHANGEABLE,
    changed,
    faults_in,
    found_in,
    one_in,
    referring,
    values_of,
    without,
)
from proeve.directory.entries import Entry
from proeve.errors import UsageError
from proeve.report.findings import clean
from proeve.words.labels_directory import COLUMN_WORDS

_FILE = click.Path(path_type=Path, dir_okay=False)
_KEY = click.option(
    "--key", type=_FILE, default=None, help="A key that opens the names."
)
_YES = click.option("--yes", is_flag=True, help="Do not ask.")


@click.group(name="names")
def COMMAND() -> None:  # noqa: N802 - the name that main looks for
    """Look up, change or take out what the directory file says of somebody."""


@COMMAND.command(name="find")
@click.argument("text")
@_KEY
@names_options
@click.pass_obj
def find(
    session: Session,
    text: str,
    key: Path | None,
    names: NamesFile,
) -> int:
    """List the rows in which TEXT stands: a name, a number, an address, a pseudonym."""
    found = found_in(names.needed(session, Signing(key=key)).directory, text)
    for entry in found:
        parts = (entry.id, entry.name, entry.number, entry.place, entry.email)
        click.echo(clean("  ".join(part for part in parts if part)))
    if not found:
        click.echo(session.spoken("Nobody was found."))
    return OK


@COMMAND.command(name="show")
@click.argument("who")
@_KEY
@names_options
@click.pass_obj
def show(
    session: Session,
    who: str,
    key: Path | None,
    names: NamesFile,
) -> int:
    """Show all that is kept of WHO: a pseudonym, a number or a whole name."""
    _show(session, one_in(names.needed(session, Signing(key=key)).directory, who))
    return OK


def _new_values(command: Callable[..., int]) -> Callable[..., int]:
    for name in reversed(CHANGEABLE):
        option = f"--{name.replace('_', '-')}"
        command = click.option(option, name, default=None, help=_HELPS[name])(command)
    return command


_HELPS = {
    "name": "The name.",
    "email": "The e-mail address.",
    "phone": "The telephone number.",
    "company": "The training company, c-...",
    "representative": "The legal representative of a minor.",
    "representative_email": "The e-mail address of the representative.",
    "representative_phone": "The telephone number of the representative.",
    "number": "The student number, or the company's own number.",
    "born": "The date of birth.",
    "language": "The language for messages: nl or en.",
    "place": "The place of a company.",
    "supervisor": "The workplace supervisor of a student, p-...",
    "starts": "The first day at the company.",
    "ends": "The last day at the company.",
    "hours": "The hours a week at the company.",
}


@COMMAND.command(name="change")
@click.argument("who")
@_new_values
@_KEY
@_YES
@names_options
@click.pass_obj
def change(
    session: Session,
    /,
    *,
    who: str,
    key: Path | None,
    yes: bool,
    names: NamesFile,
    **given: str | None,
) -> int:
    """Change what is kept of WHO; an empty value takes it away."""
    wanted = {name: text.strip() for name, text in given.items() if text is not None}
    if not wanted:
        raise UsageError(
            "Zeg wat er anders wordt, bijvoorbeeld met --phone of --email.",
            "Say what is to change, with --phone or --email for one.",
        )
    found = names.needed(session, Signing(key=key))
    entry = one_in(found.directory, who)
    faults = tuple(faults_in(str(found.path), found.directory, entry, wanted))
    print_findings(faults, "text", session.language)
    if faults:
        return FINDINGS
    after = changed(entry, wanted)
    if after == entry:
        click.echo(session.spoken("It stands there like that already."))
        return OK
    click.echo(entry.id)
    for name in CHANGEABLE:
        before, now = getattr(entry, name), getattr(after, name)
        if before != now:
            title = COLUMN_WORDS[name].in_language(session.language)
            click.echo(clean(f"  {title}: {before or '-'} → {now or '-'}"))
    ask(session, yes=yes, question=("Zo bewaren?", "Keep it like this?"))
    keep_names(found.holding(found.directory.with_entries([after])))
    return OK


@COMMAND.command(name="remove")
@click.argument("who")
@_KEY
@_YES
@names_options
@click.pass_obj
def remove(
    session: Session,
    who: str,
    key: Path | None,
    yes: bool,  # noqa: FBT001 - click passes options by name
    names: NamesFile,
) -> int:
    """Take the row of WHO out; the pseudonym in Git then says nothing to anybody."""
    found: Names = names.needed(session, Signing(key=key))
    entry = one_in(found.directory, who)
    _show(session, entry)
    others = referring(found.directory, entry.id)
    if others:
        click.echo(
            session.spoken(
                "{count} other rows name {id}; they stay as they are.",
                count=len(others),
                id=entry.id,
            )
        )
    click.echo(
        session.spoken("Nobody can find this name again, and no message reaches them.")
    )
    ask(session, yes=yes, question=("Deze rij weghalen?", "Take this row out?"))
    keep_names(found.holding(without(found.directory, entry.id)))
    return OK


def _show(session: Session, entry: Entry) -> None:
    for name, text in values_of(entry).items():
        title = COLUMN_WORDS[name].in_language(session.language)
        click.echo(clean(f"{title}: {text}"))

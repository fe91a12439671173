"""`proeve calendar`: files that a calendar reads, per exam, group and person."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from proeve.cli.choosing import verdicts
from proeve.cli.doing import Signing, opened
from proeve.cli.naming import NamesFile, names_options
from proeve.cli.output import OK, Session, moment
from proeve.deeds.keeping_names import check_outside, put
from proeve.directory.entries import Directory
from proeve.errors import UsageError
from proeve.sight.calendars import Reader, entries_of, of_person
from proeve.sight.ics import Entry, calendar_file

_FOLDER = click.Path(path_type=Path, file_okay=False)
_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command(name="calendar")
@click.argument("out", type=_FOLDER)
@click.argument("what", required=False)
@click.option("--person", default="", help="Only the calendar of this person, p-...")
@click.option("--now", default=None, help="As if it were this moment.")
@click.option("--key", type=_FILE, default=None, help="A key that opens the names.")
@names_options
@click.pass_obj
def COMMAND(  # noqa: N802, PLR0913, PLR0917 - the name that main looks for; one option each
    session: Session,
    out: Path,
    what: str | None,
    person: str,
    now: str | None,
    key: Path | None,
    names: NamesFile,
) -> int:
    """Write calendars to OUT: of all exams, or of one GROUP or EXAM."""
    check_outside(out, session.folder)
    clone = opened(session)
    found = names.opened(session, Signing(key=key))
    directory = found.directory if found else Directory()
    reader = Reader(
        repo=clone.state.registry.repo,
        language=session.language,
        names=directory.names,
    )
    at = moment(now)
    entries = entries_of(verdicts(clone, what, at), reader)
    if person and not of_person(entries, person):
        raise UsageError(
            f"Voor {person} staat er niets in de agenda.",
            f"Nothing is planned for {person}.",
        )
    files = {
        name: calendar_file(title, own)
        for name, title, own in _calendars(entries, directory, person)
    }
    for name, content in files.items():
        path = out / name
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        put(path, content)
    click.echo(
        session.choose(
            f"{len(files)} agenda's in {out}", f"{len(files)} calendars in {out}"
        )
    )
    return OK


def _calendars(
    entries: Sequence[Entry], directory: Directory, person: str
) -> Iterator[tuple[str, str, Sequence[Entry]]]:
    """Yield each calendar's file, title and events."""
    people = {who for each in entries for who in each.people}
    for who in sorted(people if not person else {person}):
        name = directory.name(who)
        yield f"people/{who}.ics", name, of_person(entries, who)
    if person:
        return
    for scope in sorted({each.exam for each in entries}):
        own = [each for each in entries if each.exam == scope]
        number = scope.split("/")[-1]
        yield f"exams/{number}.ics", number, own
    for group in sorted({each.exam.split("/")[1] for each in entries}):
        own = [each for each in entries if each.exam.split("/")[1] == group]
        yield f"groups/{group}.ics", group, own

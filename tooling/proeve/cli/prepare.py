"""`proeve prepare`: an exam for each student of a group, in one go."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from proeve.cli.bars import Bar
from proeve.cli.doing import Signing, carry_out, deed_options, opened
from proeve.cli.group import content_of
from proeve.cli.naming import NamesFile, names_options
from proeve.cli.output import FINDINGS, OK, Session, moment, print_findings
from proeve.deeds.preparing import (
    Frame,
    Preparation,
    Seat,
    preparations,
    seats_known,
    students_of,
)
from proeve.directory.entries import Directory, Entry
from proeve.directory.planning import Planned, Planning, read_planning
from proeve.errors import UsageError
from proeve.report.findings import clean
from proeve.words.labels import open_part

_FILE = click.Path(path_type=Path, dir_okay=False)
_DAY = click.DateTime(["%Y-%m-%d", "%d-%m-%Y"])


@click.command(name="prepare")
@click.argument("group")
@click.option("--student", "only", multiple=True, help="Only this student, p-...")
@click.option("--instrument", default="", help="CODE or CODE/VERSION.")
@click.option("--from", "starts", type=_DAY, default=None, help="First day of work.")
@click.option("--until", type=_DAY, default=None, help="Last day of the work.")
@click.option(
    "--planning", type=_FILE, default=None, help="A table with a row a student."
)
@click.option("--first", default="", help="The first assessor of all, p-...")
@click.option("--second", default="", help="The second assessor of all, p-...")
@click.option("--committee", default="", help="The committee that establishes.")
@click.option("--place", type=click.Choice(["company", "school"]), default=None)
@click.option("--title", default="", help="The title of the assignment.")
@click.option("--year", type=int, default=None, help="The year of the exam numbers.")
@click.option("--above", type=int, default=0, help="Only numbers above this one.")
@names_options
@deed_options
@click.pass_obj
def COMMAND(  # noqa: N802, PLR0913, PLR0917 - the name that main looks for; one option each
    session: Session,
    group: str,
    only: tuple[str, ...],
    instrument: str,
    starts: datetime | None,
    until: datetime | None,
    planning: Path | None,
    first: str,
    second: str,
    committee: str,
    place: str | None,
    title: str,
    year: int | None,
    above: int,
    names: NamesFile,
    how: Signing,
) -> int:
    """Make the exams of GROUP; what is not known yet stays open and is listed."""
    code, _, version = instrument.partition("/")
    frame = Frame(
        group=group.removeprefix("groups/").strip("/"),
        year=year or datetime.fromtimestamp(moment(None), UTC).year,
        starts=_day(starts),
        until=_day(until),
        instrument=code,
        version=int(version) if version.isdigit() else 0,
        committee=committee,
        place=place or "",
        title=title,
        after=above,
    )
    clone = opened(session, how)
    students = students_of(clone.state, frame.group)
    found = names.opened(session, how)
    directory = found.directory if found else Directory()
    planned = _planning(planning, directory, frozenset(students))
    print_findings(planned.findings, "text", session.language)
    if planned.findings:
        return FINDINGS
    seats = seats_known(
        _chosen(students, only), _seats(directory, planned.students), first, second
    )
    made = preparations(clone, frame, seats)
    if not made:
        click.echo(
            session.choose(
                "Alle examens zijn er al.", "All the exams are there already."
            ),
            err=how.as_json,
        )
        return OK
    _show(session, made, directory, to_error=how.as_json)
    bar = Bar(len(made))
    try:
        plans = [bar.counting(each.plan) for each in made]
        return carry_out(session, how, *plans, clone=clone)
    finally:
        bar.stop()


def _day(given: datetime | None) -> str:
    return given.date().isoformat() if given else ""


def _chosen(students: Sequence[str], only: Sequence[str]) -> tuple[str, ...]:
    unknown = [who for who in only if who not in students]
    if unknown:
        raise UsageError(
            f"{unknown[0]} zit niet in deze groep.",
            f"{unknown[0]} is not in this group.",
        )
    return tuple(who for who in students if not only or who in only)


def _planning(
    path: Path | None, directory: Directory, students: frozenset[str]
) -> Planning:
    if path is None:
        return Planning({}, ())
    return read_planning(str(path), content_of(path), directory, students)


def _seats(directory: Directory, planned: Mapping[str, Planned]) -> Mapping[str, Seat]:
    """Return what the directory file and the planning know of each student."""
    seats = {who: _seat(each) for who, each in directory.entries.items()}
    for who, each in planned.items():
        seats[who] = replace(
            seats.get(who, Seat(student=who)),
            starts=each.starts,
            until=each.until,
            first=each.first,
            second=each.second,
        )
    return seats


def _seat(entry: Entry) -> Seat:
    return Seat(
        student=entry.id,
        company=entry.company,
        supervisor=entry.supervisor,
        placed_from=entry.starts,
        placed_until=entry.ends,
    )


def _show(
    session: Session,
    made: Sequence[Preparation],
    directory: Directory,
    *,
    to_error: bool,
) -> None:
    """Show the exams to be, and what of each is still open."""
    say = session.choose
    table = Table(
        say("examen", "exam"),
        say("student", "student"),
        say("leerbedrijf", "company"),
        say("nog open", "still open"),
    )
    for each in made:
        table.add_row(
            each.number,
            clean(directory.name(each.seat.student)),
            clean(directory.name(each.seat.company)),
            ", ".join(open_part(part, session.language) for part in each.still_open),
        )
    Console(stderr=to_error, markup=False, highlight=False).print(table)

"""`proeve group`: a group of students from the office's own list."""

import secrets
from collections.abc import Callable
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from proeve.cli.doing import Signing, carry_out, deed_options, opened
from proeve.cli.naming import NamesFile, names_options
from proeve.cli.output import FINDINGS, OK, Session, exit_code, print_findings
from proeve.deeds.clone import Clone
from proeve.deeds.grouping import GroupWish, group_plans
from proeve.deeds.keeping_names import (
    Names,
    check_outside,
    is_sealed,
    keep_names,
    put,
    put_back,
)
from proeve.deeds.matching import Matched, match
from proeve.deeds.preparing import students_of
from proeve.directory.entries import Directory, Entry
from proeve.directory.roster import read_roster, template
from proeve.directory.tables import written
from proeve.directory.written import GROUP_COLUMNS, group_row
from proeve.errors import UsageError
from proeve.process.vocabulary import Role
from proeve.report.findings import clean

_FILE = click.Path(path_type=Path, dir_okay=False)
_LENGTHS = {"p-": 4, "c-": 4, "g-": 4, "ed-": 4}


@click.group(name="group")
def COMMAND() -> None:  # noqa: N802 - the name that main looks for
    """Make groups of students and read in who is in them."""


@COMMAND.command(name="template")
@click.argument("out", type=_FILE)
@click.pass_obj
def template_(session: Session, out: Path) -> int:
    """Write an empty table to OUT, with every heading that `new` reads."""
    if out.exists():
        raise UsageError(f"{out} is er al.", f"{out} is there already.")
    put(out, template())
    click.echo(session.choose(f"Vul {out} in.", f"Fill in {out}."))
    return OK


@COMMAND.command(name="list")
@click.argument("group")
@click.option("--to", "out", type=_FILE, default=None, help="Write a table here.")
@click.option("--key", type=_FILE, default=None, help="A key that opens the names.")
@names_options
@click.pass_obj
def list_(
    session: Session, group: str, out: Path | None, key: Path | None, names: NamesFile
) -> int:
    """List who is in GROUP, or write a table of it that a spreadsheet opens."""
    found = names.opened(session, Signing(key=key))
    directory = found.directory if found else Directory()
    students = students_of(opened(session).state, group)
    rows = [group_row(directory, who) for who in students]
    if out is None:
        for row in rows:
            click.echo("  ".join(clean(cell) for cell in row if cell))
        return OK
    check_outside(out, session.folder)
    put(out, written(GROUP_COLUMNS, rows))
    return OK


@COMMAND.command(name="new")
@click.argument("group")
@click.argument("file", type=_FILE)
@click.option("--title", default="", help="What the group is called.")
@click.option("--crebo", default="", help="The qualification, five digits.")
@click.option("--cohort", default="", help="The year in which they began.")
@click.option("--route", type=click.Choice(["bol", "bbl"]), default="bol")
@click.option("--contact", "contacts", multiple=True, help="A contact person, p-...")
@click.option(
    "--checked", default="", help="The day on which the recognitions were looked at."
)
@click.option(
    "--recipient",
    "recipients",
    multiple=True,
    help="For a new directory file: a public key that opens it.",
)
@names_options
@deed_options
@click.pass_obj
def new(  # noqa: PLR0913, PLR0917 - one option each
    session: Session,
    group: str,
    file: Path,
    title: str,
    crebo: str,
    cohort: str,
    route: str,
    contacts: tuple[str, ...],
    checked: str,
    recipients: tuple[str, ...],
    names: NamesFile,
    how: Signing,
) -> int:
    """Read the students in FILE into GROUP; a second time it adds nothing."""
    wish = GroupWish(
        id=group,
        title=title,
        crebo=crebo,
        cohort=cohort,
        route=route,
        contacts=contacts,
        checked=checked,
        role=how.worn,
    )
    roster = read_roster(str(file), content_of(file))
    print_findings(roster.findings, "text", session.language)
    if not roster.placements:
        return FINDINGS
    clone = opened(session, how)
    found = names.opened_or_new(session, how, recipients)
    _check(clone, found, wish)
    fresh = fresh_ids(clone, found)
    matched = match(str(file), roster.placements, found.directory, fresh)
    print_findings(matched.findings, "text", session.language)
    if exit_code(matched.findings) != OK:
        return FINDINGS
    show_roster(session, matched, to_error=how.as_json)
    return _import(session, how, clone, found, wish, matched)


def _import(  # noqa: PLR0913, PLR0917 - where everything of an import comes together
    session: Session,
    how: Signing,
    clone: Clone,
    found: Names,
    wish: GroupWish,
    matched: Matched,
) -> int:
    """Keep the names first: names without a record do no harm, a record without does.

    Where the deed does not come about, the file is put back as it was.
    """
    plans = group_plans(clone, wish, matched, fresh_ids(clone, found))
    after = found.holding(matched.after)
    if not plans and matched.after == found.directory:
        click.echo(
            session.choose("Hier is niets nieuws bij.", "There is nothing new in it."),
            err=how.as_json,
        )
        return OK
    if not plans:
        return _only_names(session, how, after)
    code = FINDINGS
    try:
        keep_names(after)
        code = carry_out(session, how, *plans, clone=clone)
    finally:
        if code == FINDINGS:
            put_back(found)
    return code


def _only_names(session: Session, how: Signing, after: Names) -> int:
    if not how.yes:
        question = "Deze gegevens bewaren?", "Keep these details?"
        click.confirm(session.choose(*question), abort=True)
    keep_names(after)
    return OK


def check_sealed(clone: Clone, names: Names) -> None:
    """Refuse a plain table of names in a live school."""
    live = clone.state.registry.environment == "live"
    if live and not is_sealed(names.path):
        raise UsageError(
            "In een echte school staan namen versleuteld: kies een bestand op .age.",
            "In a live school names are encrypted: choose a file ending in .age.",
        )


def _check(clone: Clone, names: Names, wish: GroupWish) -> None:
    """Refuse a plain table of names in a live school, and contacts who are none."""
    registry = clone.state.registry
    check_sealed(clone, names)
    for who in wish.contacts:
        if not registry.holds(who, Role.SCHOOL_CONTACT, wish.id):
            raise UsageError(
                f"{who} is geen contactpersoon voor {wish.id}.",
                f"{who} is no contact person for {wish.id}.",
            )


def fresh_ids(clone: Clone, names: Names) -> Callable[[str], str]:
    """Return what makes ids that nothing has, here or in the directory file."""
    registry = clone.state.registry
    taken = {*registry.people, *registry.companies, *names.directory.entries}

    def fresh(prefix: str) -> str:
        while True:
            found = f"{prefix}{secrets.token_hex(_LENGTHS[prefix])}"
            if found not in taken:
                taken.add(found)
                return found

    return fresh


def content_of(file: Path) -> bytes:
    """Return what is in a file; raises UsageError when it cannot be read."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise UsageError(
            f"Het bestand {file} kan niet worden gelezen.",
            f"The file {file} cannot be read.",
        ) from error


def show_roster(session: Session, matched: Matched, *, to_error: bool) -> None:
    """Show who is read in, and what of it is new."""
    say = session.choose
    table = Table(
        say("rij", "row"),
        say("nummer", "number"),
        say("student", "student"),
        say("leerbedrijf", "company"),
        say("praktijkbegeleider", "supervisor"),
        say("van", "from"),
        say("tot", "until"),
    )
    for each in matched.placed:
        student = each.student
        table.add_row(
            str(each.row),
            clean(student.number),
            _told(session, matched, student),
            _told(session, matched, each.company),
            _told(session, matched, each.supervisor),
            student.starts,
            student.ends,
        )
    Console(stderr=to_error, markup=False, highlight=False).print(table)


def _told(session: Session, matched: Matched, entry: Entry | None) -> str:
    if entry is None:
        return session.choose("nog niet bekend", "not known yet")
    if matched.is_new(entry):
        return f"+ {clean(entry.name)}"
    return f"{'~ ' if matched.is_changed(entry) else ''}{clean(entry.name)}"

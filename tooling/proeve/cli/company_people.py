"""`proeve company people`: who supervises and who assesses at which company."""

from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from proeve.cli.doing import Signing, ask, deed_options, opened
from proeve.cli.group import check_sealed, content_of, fresh_ids
from proeve.cli.naming import NamesFile, names_options
from proeve.cli.output import FINDINGS, OK, Session, exit_code, print_findings
from proeve.cli.registering import register
from proeve.deeds.keeping_names import keep_names, put
from proeve.deeds.matching import Crew, match_staff
from proeve.deeds.staffing import StaffWish, staff_papers
from proeve.directory.entries import Entry
from proeve.directory.staff import Worker, read_staff, template
from proeve.errors import UsageError
from proeve.report.findings import clean

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command(name="template")
@click.argument("out", type=_FILE)
@click.pass_obj
def template_(session: Session, out: Path) -> int:
    """Write an empty table to OUT, with every heading that `people` reads."""
    if out.exists():
        raise UsageError(f"{out} is er al.", f"{out} is there already.")
    put(out, template())
    click.echo(session.choose(f"Vul {out} in.", f"Fill in {out}."))
    return OK


@click.command(name="people")
@click.argument("file", type=_FILE)
@click.option("--group", "reach", default="*", help="Only for this group.")
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
def people(  # noqa: PLR0913, PLR0917 - one option each
    session: Session,
    file: Path,
    reach: str,
    checked: str,
    recipients: tuple[str, ...],
    names: NamesFile,
    how: Signing,
) -> int:
    """Read the supervisors and assessors in FILE; a second time it adds nothing."""
    staff = read_staff(str(file), content_of(file))
    print_findings(staff.findings, "text", session.language)
    if not staff.workers:
        return FINDINGS
    clone = opened(session, how)
    found = names.opened_or_new(session, how, recipients)
    check_sealed(clone, found)
    fresh = fresh_ids(clone, found)
    crew = match_staff(str(file), staff.workers, found.directory, fresh)
    print_findings(crew.findings, "text", session.language)
    if exit_code(crew.findings) != OK:
        return FINDINGS
    _show(session, crew, to_error=how.as_json)
    wish = StaffWish(reach=reach, checked=checked)
    papers = staff_papers(clone, wish, crew.hired, fresh)
    after = found.holding(crew.after)
    if papers:
        # Names without a record do no harm, and an offer is made of these ids.
        return register(
            session,
            how,
            lambda _clone, _: papers,
            clone,
            keep=lambda: keep_names(after),
        )
    if crew.after == found.directory:
        click.echo(session.spoken("There is nothing new in it."), err=how.as_json)
        return OK
    ask(
        session, yes=how.yes, question=("Deze gegevens bewaren?", "Keep these details?")
    )
    keep_names(after)
    return OK


def _show(session: Session, crew: Crew, *, to_error: bool) -> None:
    say = session.choose
    table = Table(
        say("rij", "row"),
        say("naam", "name"),
        say("leerbedrijf", "company"),
        say("rol", "role"),
        "crebo",
        say("deskundig tot", "expert until"),
    )
    for each in crew.hired:
        table.add_row(
            str(each.worker.placement.row),
            _told(crew, each.person),
            _told(crew, each.company),
            _role(session, each.worker),
            ", ".join(each.worker.crebo),
            each.worker.ends,
        )
    Console(stderr=to_error, markup=False, highlight=False).print(table)


def _role(session: Session, worker: Worker) -> str:
    if worker.supervises and worker.assesses:
        return session.choose("beide", "both")
    if worker.supervises:
        return session.choose("begeleider", "supervisor")
    return session.choose("beoordelaar", "assessor")


def _told(crew: Crew, entry: Entry) -> str:
    known = crew.before.entries.get(entry.id)
    mark = "+ " if known is None else "" if known == entry else "~ "
    return f"{mark}{clean(entry.name)}"

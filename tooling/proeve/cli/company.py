"""`proeve company`: the training companies of the school, without their names."""

import secrets
from dataclasses import replace
from datetime import datetime

import click

from proeve.cli.company_people import people, template_
from proeve.cli.doing import Signing, carry_out, deed_options, opened
from proeve.cli.looking import print_json
from proeve.cli.naming import NamesFile, names_options
from proeve.cli.output import OK, Session, today
from proeve.cli.registering import register
from proeve.deeds.changing_company import CompanyWish, changing_company
from proeve.deeds.grouping import company_papers
from proeve.deeds.keeping_names import keep_names, put_back
from proeve.deeds.recording import Fields, changed, fresh_path
from proeve.deeds.turns import Work
from proeve.directory.entries import Entry, EntryKind
from proeve.errors import UsageError
from proeve.model.records import text_at
from proeve.report.findings import clean
from proeve.report.listings import companies_output

_DAY = click.DateTime(["%Y-%m-%d", "%d-%m-%Y"])
_KINDS = click.Choice(["company", "training_pool", "institution"])


@click.group(name="company")
def COMMAND() -> None:  # noqa: N802 - the name that main looks for
    """Add training companies, and say whether they are recognised."""


@COMMAND.command(name="add")
@click.argument("name", default="")
@click.option("--id", "company", default="", help="Its id; made for you otherwise.")
@click.option("--place", default="", help="Where it is.")
@click.option("--kind", type=_KINDS, default="company")
@click.option("--checked", required=True, help="When its recognition was looked at.")
@names_options
@deed_options
@click.pass_obj
def add(  # noqa: PLR0913, PLR0917 - one option each
    session: Session,
    name: str,
    company: str,
    place: str,
    kind: str,
    checked: str,
    names: NamesFile,
    how: Signing,
) -> int:
    """Add a company; its NAME goes to the directory file, never to Git."""
    clone = opened(session, how)
    who = company or f"c-{secrets.token_hex(4)}"
    fresh_path(clone, f"companies/{who}.yml", who)
    found = names.needed(session, how) if name else None
    code = 1
    try:
        if found is not None:
            entry = Entry(id=who, kind=EntryKind.FIRM, name=name, place=place)
            keep_names(replace(found, directory=found.directory.with_entries([entry])))
        papers = company_papers(who, place, kind, checked)
        code = register(session, how, lambda _clone, _person: papers, clone=clone)
    finally:
        if code == 1 and found is not None:
            put_back(found)
    if code == OK:
        click.echo(who, err=how.as_json)
    return code


@COMMAND.command(name="change")
@click.argument("company")
@click.option("--status", type=click.Choice(["recognised", "lapsed"]), default=None)
@click.option("--checked", default="", help="When its recognition was looked at.")
@click.option("--place", default="")
@click.option("--kind", type=_KINDS, default=None)
@deed_options
@click.pass_obj
def change(  # noqa: PLR0913, PLR0917 - one option each
    session: Session,
    company: str,
    status: str | None,
    checked: str,
    place: str,
    kind: str | None,
    how: Signing,
) -> int:
    """Say that a COMPANY is recognised or no longer, or that it moved."""
    fields: Fields = {}
    if place:
        fields["place"] = place
    if kind:
        fields["kind"] = kind
    if status or checked:
        if not (status and checked):
            raise UsageError(
                "Geef --status en --checked samen.",
                "Give --status and --checked together.",
            )
        fields["recognition"] = {"status": status, "checked_at": checked}
    path = f"companies/{company}.yml"
    return register(
        session, how, lambda clone, _: changed(clone, path, company, fields)
    )


@COMMAND.command(name="list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@names_options
@click.pass_obj
def list_(
    session: Session,
    as_json: bool,  # noqa: FBT001 - click passes options by name
    names: NamesFile,
) -> int:
    """List the companies with their recognition."""
    clone = opened(session)
    if as_json:
        print_json(companies_output(clone.state.registry))
        return OK
    found = names.opened(session, Signing())
    for company, record in sorted(clone.state.registry.companies.items()):
        name = found.directory.name(company) if found else company
        parts = (
            company,
            clean(name) if name != company else "",
            text_at(record, "place"),
            text_at(record, "recognition", "status"),
            text_at(record, "recognition", "checked_at"),
        )
        click.echo("  ".join(part for part in parts if part))
    return OK


@COMMAND.command(name="move")
@click.argument("exam")
@click.argument("company")
@click.option("--supervisor", required=True, help="Who guides the student, p-...")
@click.option("--from", "starts", type=_DAY, required=True, help="The first day there.")
@click.option("--keep", "keeps", is_flag=True, help="The old one keeps its period.")
@deed_options
@click.pass_obj
def move(  # noqa: PLR0913, PLR0917 - one option each
    session: Session,
    exam: str,
    company: str,
    supervisor: str,
    starts: datetime,
    keeps: bool,  # noqa: FBT001 - click passes options by name
    how: Signing,
) -> int:
    """Let EXAM go on at another COMPANY; those who agreed are asked again."""
    wish = CompanyWish(
        company=company,
        supervisor=supervisor,
        starts=starts.date().isoformat(),
        keeps=keeps,
    )
    work = Work(exam=exam, today=today(), worn=how.worn)
    return carry_out(session, how, changing_company(work, wish))


COMMAND.add_command(people)
COMMAND.add_command(template_)

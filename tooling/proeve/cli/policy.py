"""`proeve policy`: what the school agreed, changed by two and looked over by anyone."""

from datetime import UTC, datetime

import click

from proeve.cli.doing import Signing, deed_options, opened
from proeve.cli.looking import print_json
from proeve.cli.output import OK, Session, exit_code, moment, print_findings
from proeve.cli.registering import register
from proeve.deeds.clone import Clone
from proeve.deeds.recording import Fields, existing, policy_with
from proeve.deeds.yamlwriting import mapping_text
from proeve.errors import UsageError
from proeve.model.records import Record, record_at
from proeve.report.findings import FORMATS
from proeve.report.listings import policy_check_output, policy_output
from proeve.rules.policy import School, check_policy

_LOOKED_AT = ("committees/", "companies/", "dispensations/")


@click.group(name="policy")
def COMMAND() -> None:  # noqa: N802 - the name that main looks for
    """Show, change and check the agreements within the school."""


@COMMAND.command(name="show")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def show(
    session: Session,
    as_json: bool,  # noqa: FBT001 - click passes options by name
) -> int:
    """Show the policy in force."""
    clone = opened(session)
    record = existing(clone, "school.yml", "school.yml")
    policy: Fields = {**record_at(record, "policy")}
    if as_json:
        print_json(policy_output(policy))
        return OK
    click.echo(mapping_text(policy), nl=False)
    return OK


@COMMAND.command(name="set")
@click.argument("settings", nargs=-1, required=True, metavar="NAME=VALUE...")
@deed_options
@click.pass_obj
def set_(session: Session, settings: tuple[str, ...], how: Signing) -> int:
    """Change the policy, such as `quorum.result=2`; two super administrators do."""
    pairs = dict(each.partition("=")[::2] for each in settings)
    if any("=" not in each for each in settings):
        raise UsageError(
            "Schrijf elke instelling als naam=waarde, zoals quorum.result=2.",
            "Write each setting as name=value, such as quorum.result=2.",
        )
    return register(session, how, lambda clone, _: policy_with(clone, pairs))


@COMMAND.command(name="check")
@click.option("--now", default=None, help="Judge what has ended at this moment.")
@click.option("--format", "style", type=click.Choice([*FORMATS]), default="text")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def check(
    session: Session,
    now: str | None,
    style: str,
    as_json: bool,  # noqa: FBT001 - click passes options by name
) -> int:
    """Look over committees, mandates, conflicts of interest and what has run out."""
    findings = list(check_policy(_school(opened(session), moment(now))))
    if as_json:
        print_json(policy_check_output(findings, session.language))
        return exit_code(findings)
    print_findings(findings, style, session.language)
    if not findings:
        click.echo(session.choose("Alles is in orde.", "All is in order."))
    return exit_code(findings)


def _school(clone: Clone, now: int) -> School:
    records: dict[str, Record] = {}
    for path in clone.state.register.files:
        if path.startswith(_LOOKED_AT):
            records[path] = clone.record(path) or {}
    return School(
        registry=clone.state.registry,
        records=records,
        groups={
            name: group.record
            for name, group in clone.state.groups.items()
            if group.record is not None
        },
        exams=tuple(clone.state.exams()),
        today=datetime.fromtimestamp(now, UTC).date(),
    )

"""`proeve report`: progress, lead time, results and more, the same as on the site."""

from collections.abc import Iterator
from pathlib import Path

import click

from proeve.cli.output import Session, moment
from proeve.gather.history import judge_repository
from proeve.report.ledger import environment_line
from proeve.report.reports import report_csv, report_json, report_lines
from proeve.sight.reports import Sight
from proeve.sight.spoken import Speaker
from proeve.sight.tables import Report, ReportName
from proeve.sight.titles import titles_of


@click.command(name="report")
@click.argument(
    "name", required=False, type=click.Choice([str(name) for name in ReportName])
)
@click.option("--rev", default="main", help="Branch, full ref or commit id.")
@click.option("--now", default=None, help="Count waiting and days late from here.")
@click.option("--json", "form", flag_value="json", help="One JSON object a report.")
@click.option("--csv", "form", flag_value="csv", help="Tables for a spreadsheet.")
@click.option(
    "--directory",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    default=None,
    help="The file with names that the administrator keeps outside Git.",
)
@click.pass_obj
def COMMAND(  # noqa: N802, PLR0913, PLR0917 - the name main looks for; one option each
    session: Session,
    name: str | None,
    rev: str,
    now: str | None,
    form: str | None,
    directory: Path | None,
) -> int:
    """Tell how the exams go: all reports, or the one of this NAME.

    Without --now it counts from the date of the last commit, as the site does.
    """
    verdict = judge_repository(
        session.folder, rev=rev, now=moment(now) if now else None
    )
    sight = Sight(verdict)
    chosen = [ReportName(name)] if name else list(ReportName)
    speaker = Speaker(
        language=session.language,
        names=_names(directory),
        groups=sight.school.groups,
        titles=titles_of(verdict.registry, session.language),
    )
    first = environment_line(verdict, session.language)
    if first and form is None:
        click.echo(f"{first}\n")
    for line in _lines((sight.report(each) for each in chosen), speaker, form):
        click.echo(line, nl=form != "csv")
    return 0


def _lines(
    reports: Iterator[Report], speaker: Speaker, form: str | None
) -> Iterator[str]:
    for number, report in enumerate(reports):
        if form == "json":
            yield report_json(report)
        elif form == "csv":
            yield from report_csv(report, speaker)
        else:
            yield from ([""] if number else [])
            yield from report_lines(report, speaker)


def _names(directory: Path | None) -> dict[str, str]:
    if directory is None:
        return {}
    # MkDocs loads with this room, and nobody without the file needs to wait for it.
    from proeve.site.directory import read_directory  # noqa: PLC0415

    return dict(read_directory(directory))

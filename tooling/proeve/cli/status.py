"""`proeve status`: whose move it is, for a ledger, a group or one exam."""

from collections.abc import Iterator

import click

from proeve.cli.output import Session, moment
from proeve.errors import UsageError
from proeve.gather.history import judge_repository
from proeve.model.records import text_at
from proeve.model.verdict import ExamVerdict, LedgerVerdict
from proeve.report.ledger import environment_line
from proeve.report.status import exam_json, exam_line, exam_lines


@click.command(name="status")
@click.argument("what", required=False)
@click.option("--rev", default="main", help="Branch, full ref or commit id.")
@click.option("--now", default=None, help="Count days late from this moment.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object an exam.")
@click.pass_obj
def COMMAND(  # noqa: N802 - the name that main looks for
    session: Session,
    what: str | None,
    rev: str,
    now: str | None,
    as_json: bool,  # noqa: FBT001 - click passes options by name
) -> int:
    """Show whose move it is: in every exam, or in one GROUP or EXAM."""
    verdict = judge_repository(session.folder, rev=rev, now=moment(now))
    exams = list(chosen(verdict, what))
    if what is not None and not exams:
        raise UsageError(
            f"Er is geen groep of examen {what}.", f"There is no group or exam {what}."
        )
    for line in _lines(session, verdict, exams, as_json=as_json):
        click.echo(line)
    return 0


def chosen(verdict: LedgerVerdict, what: str | None) -> Iterator[ExamVerdict]:
    """Yield the exams of a group, the exam of a name or number, or all of them."""
    name = (what or "").removeprefix("exams/").removeprefix("groups/").strip("/")
    for group, exams in verdict.groups.items():
        for exam in exams:
            number = text_at(exam.state.document("exam"), "number")
            own = {f"{group}/{exam.state.id}", exam.state.id, number, group, ""}
            if name in own:
                yield exam


def _lines(
    session: Session, verdict: LedgerVerdict, exams: list[ExamVerdict], *, as_json: bool
) -> Iterator[str]:
    if as_json:
        yield from (exam_json(exam) for exam in exams)
        return
    first = environment_line(verdict, session.language)
    if first:
        yield first
    if len(exams) == 1:
        yield from exam_lines(exams[0], session.language)
        return
    yield from (exam_line(exam, session.language) for exam in exams)

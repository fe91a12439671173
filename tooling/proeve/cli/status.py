"""`proeve status`: whose move it is, for a ledger, a group or one exam."""

from collections.abc import Callable

import click

from proeve.cli.looking import looked, looks, print_json
from proeve.cli.output import Session
from proeve.cli.tables import print_tables
from proeve.gather.looking import Looked
from proeve.report.ledger import environment_line
from proeve.report.outputs import status_output
from proeve.report.status import (
    exam_table,
    exams_table,
    groups_table,
    moves_table,
    tasks_of_steps,
)
from proeve.report.tables import Table
from proeve.words.say import Language


@click.command(name="status")
@click.argument("what", required=False)
@looks
@click.pass_obj
def COMMAND(  # noqa: N802 - the name that main looks for; one option each
    session: Session,
    what: str | None,
    rev: str,
    now: str | None,
    as_json: bool,  # noqa: FBT001 - click passes options by name
) -> int:
    """Show whose move it is: in every group, or in one GROUP or EXAM."""
    if as_json:
        for one in looked(session, _outputs(what), rev, now):
            print_json(one)
        return 0
    first, tables = looked(session, _tables(what, session.language), rev, now)
    if first:
        click.echo(first)
    print_tables(tables)
    return 0


def _outputs(what: str | None) -> Callable[[Looked], list[dict[str, object]]]:
    return lambda found: [
        status_output(exam, found.verdict.now) for exam in found.chosen(what)
    ]


def _tables(
    what: str | None, language: Language
) -> Callable[[Looked], tuple[str | None, list[Table]]]:
    def see(found: Looked) -> tuple[str | None, list[Table]]:
        first = environment_line(found.verdict, language)
        exams, now = found.chosen(what), found.verdict.now
        if len(exams) == 1:
            steps = exam_table(found.open_exam(exams[0].scope), language)
            moves = tuple(tasks_of_steps(exams[0]))
            below = [moves_table(moves, now, language)] if moves else []
            return first, [exams_table(exams, now, language), steps, *below]
        if what is None and len({exam.group for exam in exams}) > 1:
            return first, [groups_table(exams, now, language)]
        return first, [exams_table(exams, now, language)]

    return see

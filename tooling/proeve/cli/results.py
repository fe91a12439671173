"""`proeve results`: established results for the student system, with a tick each."""

from collections.abc import Sequence
from pathlib import Path

import click

from proeve.cli.choosing import verdicts
from proeve.cli.doing import Signing, ask, opened
from proeve.cli.looking import print_json
from proeve.cli.naming import NamesFile, names_options
from proeve.cli.output import OK, Session, moment, today
from proeve.cli.tables import print_tables
from proeve.deeds.clone import Clone
from proeve.deeds.exams import exam_named
from proeve.deeds.keeping_lists import ENTERED, Tick, result_mark
from proeve.deeds.keeping_names import Names, check_outside, put
from proeve.directory.entries import Directory
from proeve.directory.tables import written
from proeve.errors import UsageError
from proeve.model.records import record_at, text_at
from proeve.model.verdict import ExamVerdict
from proeve.report.findings import clean
from proeve.report.outputs import results_output
from proeve.report.results import Known, ResultRow, headings, result_rows
from proeve.report.tables import Table
from proeve.sight.attempts import counting

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command(name="results")
@click.argument("what", required=False)
@click.option("--csv", "out", type=_FILE, default=None, help="Write a table here.")
@click.option("--all", "all_too", is_flag=True, help="Those entered before as well.")
@click.option("--entered", multiple=True, help="An exam of which it was entered.")
@click.option("--key", type=_FILE, default=None, help="A key that opens the names.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@names_options
@click.pass_obj
def COMMAND(  # noqa: N802, PLR0913, PLR0917 - the name that main looks for; one option each
    session: Session,
    what: str | None,
    out: Path | None,
    all_too: bool,  # noqa: FBT001 - click passes options by name
    entered: tuple[str, ...],
    key: Path | None,
    yes: bool,  # noqa: FBT001 - click passes options by name
    as_json: bool,  # noqa: FBT001
    names: NamesFile,
) -> int:
    """List results of all, one GROUP or EXAM that are still to be entered elsewhere."""
    clone, how = opened(session), Signing(key=key, yes=yes)
    found = names.needed(session, how) if entered else names.opened(session, how)
    ticks = ENTERED.read(found, names.secrets(session, how)) if found else ()
    rows = _rows(session, clone, what, ticks, found)
    if entered and found is not None:
        return _tick(session, clone, how, found, (ticks, rows, entered))
    left = [row for row in rows if all_too or not row.ticked]
    if as_json:
        print_json(results_output(row.values for row in left))
        return OK
    if out is None:
        _list(session, left)
        return OK
    check_outside(out, session.folder)
    put(out, written(headings(session.language), [row.cells for row in left]))
    click.echo(
        session.choose(
            f"{len(left)} uitslagen in {out}", f"{len(left)} results in {out}"
        )
    )
    return OK


def _rows(
    session: Session,
    clone: Clone,
    what: str | None,
    ticks: Sequence[Tick],
    names: Names | None,
) -> tuple[ResultRow, ...]:
    state = clone.state
    policy = record_at(clone.record("school.yml"), "policy")
    exams = verdicts(clone, None, moment(None))
    asked = verdicts(clone, what, moment(None)) if what else exams
    day = {(tick.exam, tick.result): tick.day for tick in ticks}
    known = Known(
        entered={n: day[n, m] for n, m in map(_mark, exams) if (n, m) in day},
        crebo={name: text_at(g.record, "crebo") for name, g in state.groups.items()},
        counting=counting(
            exams, state.registry.policy, best=policy.get("best_counts") is True
        ),
        directory=names.directory if names else Directory(),
        language=session.language,
    )
    return result_rows(asked, known)


def _mark(exam: ExamVerdict) -> tuple[str, str]:
    """Return an exam, and what tells its result from a later one."""
    name = exam.state.scope.removeprefix("groups/")
    return name, result_mark(exam.state, exam.outcome or "")


def _list(session: Session, rows: Sequence[ResultRow]) -> None:
    told = Table(
        heads=headings(session.language),
        rows=tuple(tuple(clean(cell) for cell in row.cells) for row in rows),
        nothing=session.choose(
            "Alle uitslagen zijn ingevoerd.", "All results were entered."
        ),
    )
    print_tables([told])


def _tick(
    session: Session,
    clone: Clone,
    how: Signing,
    names: Names,
    what: tuple[tuple[Tick, ...], tuple[ResultRow, ...], tuple[str, ...]],
) -> int:
    """Note of these exams that their result, as it stands now, was entered."""
    ticks, rows, entered = what
    known = {row.exam: row for row in rows}
    marks = dict(map(_mark, verdicts(clone, None, moment(None))))
    new: list[Tick] = []
    for name in entered:
        exam = exam_named(clone.state, name)
        row = known.get(exam.scope.removeprefix("groups/"))
        if row is None:
            raise UsageError(
                f"{name} heeft nog geen vastgestelde uitslag.",
                f"{name} has no established result yet.",
            )
        click.echo(clean(" ".join(cell for cell in row.cells if cell)))
        if not row.ticked:
            new.append(Tick(exam=row.exam, result=marks[row.exam], day=today()))
    if not new:
        click.echo(session.choose("Dit stond er al.", "This was noted already."))
        return OK
    question = ("Als ingevoerd noteren?", "Note as entered?")
    ask(session, yes=how.yes, question=question)
    ENTERED.keep(names, (*ticks, *new))
    click.echo(str(ENTERED.path(names)))
    return OK

"""What an unsigned proposal writes that no approval could make lawful now (R28).

Approvals that are missing are waited for. A document whose turn has not come, that is
frozen, archived or taken away is not: whoever proposes it hears so before all sign.
"""

from collections.abc import Iterator
from dataclasses import replace

from proeve.model.exam import ExamState
from proeve.model.findings import Finding, Location
from proeve.model.history import Transition
from proeve.model.ledger import State
from proeve.model.registry import Registry
from proeve.model.statement import REGISTRY, TOOLING, folder_of, scope_of
from proeve.process.documents import ACT, TOKEN
from proeve.process.table import Row
from proeve.process.vocabulary import RowId
from proeve.rules.holding import is_exam
from proeve.rules.registering import check_kept
from proeve.rules.rows import (
    active,
    all_rows,
    begun,
    done,
    frozen,
    matches,
    needs_of,
    not_needed,
)

_ASSIGNMENT = "assignment.yml"


def check_proposed(state: State, transition: Transition) -> Iterator[Finding]:
    """Report what a commit that nobody signed may not change, whoever signs it yet."""
    books = (each for each in transition.changes if scope_of(each.path) == REGISTRY)
    yield from check_kept(replace(transition, changes=tuple(books)))
    for change in transition.changes:
        scope = scope_of(change.path)
        where = Location(change.path, commit=transition.oid)
        if scope in (None, TOOLING, REGISTRY):
            continue
        if change.new is None:
            yield Finding("rows.deleted", where)
        elif is_exam(scope) and not _is_act(change.path):
            exam = state.exam(scope) or ExamState(scope=scope)
            path = change.path.removeprefix(folder_of(scope))
            yield from _check_written(exam, path, state.registry, where)


def _is_act(path: str) -> bool:
    inside = path.removeprefix("exams/")
    return any(kind.fullmatch(inside) for kind in (ACT, TOKEN))


def _check_written(
    exam: ExamState, path: str, registry: Registry, where: Location
) -> Iterator[Finding]:
    """Report a document that none of the rows that write it may write now."""
    rows = [
        row
        for row in all_rows(exam).values()
        if matches(path, row.writes) and active(row, exam)
    ]
    if path == _ASSIGNMENT and path in exam.files:
        rows = [row for row in rows if row.id is not RowId.CREATE]
    if rows and begun(RowId.ARCHIVE, exam):
        yield Finding("rows.archived", where)
        return
    barred = [tuple(_bars(row, exam, registry, where)) for row in rows]
    if barred and all(barred):
        yield from barred[0]


def _bars(
    row: Row, exam: ExamState, registry: Registry, where: Location
) -> Iterator[Finding]:
    if not_needed(row.id, exam, registry):
        yield Finding("rows.not-needed", where, {"row": row.id})
    for need in needs_of(row, exam):
        if not (done(need, exam, registry) or not_needed(need, exam, registry)):
            yield Finding("rows.locked", where, {"row": row.id, "needs": need})
    for by in frozen(row, exam):
        yield Finding("rows.frozen", where, {"row": by})

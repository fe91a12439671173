"""Which row a statement speaks of, and in which hat it counts there (R4, R10)."""

from collections.abc import Iterator

from proeve.model.exam import ExamState
from proeve.model.registry import Policy
from proeve.model.statement import Statement
from proeve.process.table import Row
from proeve.process.vocabulary import Action, Approver
from proeve.rules.rows import active, all_rows, approvers_of, begun

Address = tuple[Row, Approver]


def address(
    said: Statement, hats: tuple[Approver, ...], exam: ExamState, policy: Policy
) -> Address | None:
    """Return the row and the hat in which this person's action counts, or nothing.

    The committee opens twice in step 8 after a dispute: what was opened is not meant.
    """
    found = tuple(_addresses(said, hats, exam, policy))
    fresh = (each for each in found if not begun(each[0].id, exam))
    return next(fresh, found[0] if found else None)


def _addresses(
    said: Statement, hats: tuple[Approver, ...], exam: ExamState, policy: Policy
) -> Iterator[Address]:
    wanted = Action.APPROVE if said.action is Action.WRITE else said.action
    for row in all_rows(exam).values():
        if row.step != said.step or row.action is not wanted or not active(row, exam):
            continue
        sets = approvers_of(row, exam, policy)
        hat = next((hat for hat in hats if any(hat in each for each in sets)), None)
        if hat is not None:
            yield row, hat

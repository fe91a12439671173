"""The roles and parts that have a page of their own, and what waits for each."""

from collections.abc import Iterable, Mapping, Sequence

from proeve.process.table import MEI_12
from proeve.process.vocabulary import Approver, Part, Role
from proeve.sight.tasks import Task, is_for


def hats() -> tuple[Approver, ...]:
    """Return the roles and parts that have a page of their own.

    A role and a part of the same name share one: it has the tasks of both.
    """
    rows = MEI_12.rows.values()
    asked = {hat for row in rows for any_of in row.approvers for hat in any_of}
    parts = tuple(part for part in Part if part in asked)
    named = {str(part) for part in parts}
    roles = tuple(r for r in Role if r in asked and str(r) not in named)
    return (*parts, *roles)


def by_hat(tasks: Iterable[Task]) -> Mapping[Approver, Sequence[Task]]:
    """Return what waits for each, in the order in which the tasks come."""
    found: dict[Approver, list[Task]] = {hat: [] for hat in hats()}
    # For whom a task is, its hat alone says; a role and a part of one name are equal.
    known = dict[tuple[type, Approver], tuple[list[Task], ...]]()
    for task in tasks:
        key = type(task.hat), task.hat
        if key not in known:
            known[key] = tuple(
                waits for hat, waits in found.items() if is_for(task, None, hat)
            )
        for waits in known[key]:
            waits.append(task)
    return found

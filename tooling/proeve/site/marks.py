"""How a step is drawn: eight states and lateness become seven marks with a sign each.

The sign and the words carry the meaning; colour only repeats it.
"""

from collections.abc import Mapping
from enum import StrEnum

from proeve.model.verdict import StepState, StepVerdict


class Mark(StrEnum):
    """The look of a step in the step bar and in the table of a group."""

    DONE = "done"
    NOW = "now"
    LATE = "late"
    RETURNED = "returned"
    BROKEN = "broken"
    LOCKED = "locked"
    LEFT_OUT = "left-out"


_OF_STATE: Mapping[StepState, Mark] = {
    StepState.LOCKED: Mark.LOCKED,
    StepState.OPEN: Mark.NOW,
    StepState.WAITING: Mark.NOW,
    StepState.DONE: Mark.DONE,
    StepState.SKIPPED: Mark.LEFT_OUT,
    StepState.NOT_NEEDED: Mark.LEFT_OUT,
    StepState.RETURNED: Mark.RETURNED,
    StepState.BROKEN: Mark.BROKEN,
}
SIGNS: Mapping[Mark, str] = {
    Mark.DONE: "✓",
    Mark.NOW: "●",
    Mark.LATE: "!",
    Mark.RETURNED: "↩",
    Mark.BROKEN: "✕",
    Mark.LOCKED: "·",
    Mark.LEFT_OUT: "–",
}


def mark_of_state(state: StepState, late: int = 0) -> Mark:
    """Return how a state is drawn, by its days late; a broken one stays broken."""
    mark = _OF_STATE[state]
    return Mark.LATE if late > 0 and mark in (Mark.NOW, Mark.RETURNED) else mark


def mark_of(step: StepVerdict) -> Mark:
    """Return how a step is drawn."""
    return mark_of_state(step.state, step.overdue_days)

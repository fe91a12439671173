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


def mark_of_state(state: StepState) -> Mark:
    """Return the mark of a state that is not late."""
    return _OF_STATE[state]


def mark_of(step: StepVerdict) -> Mark:
    """Return how a step is drawn; a broken one stays broken however late it is."""
    mark = _OF_STATE[step.state]
    late = step.overdue_days > 0 and mark in (Mark.NOW, Mark.RETURNED)
    return Mark.LATE if late else mark

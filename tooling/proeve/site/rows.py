"""One exam as a line in a table: where it stands, whose move it is, how it ended."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from proeve.model.registry import Registry
from proeve.model.verdict import ExamVerdict, StepState, StepVerdict
from proeve.process.decisions import DecisionKind
from proeve.process.table import MEI_12, PROCESSES, Step
from proeve.process.vocabulary import Outcome
from proeve.sight.calendars import is_planned
from proeve.site.derivation import Derivation
from proeve.site.exam_view import Facts, facts_of, is_provisional
from proeve.site.marks import Mark, mark_of_state

_NUMBERS = {step.id: step.number for step in MEI_12.steps}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One exam as a line in a table.

    `states` and `late` (days) are those of its steps in order; `current` is without
    approvals; `held_up` are the commits that hold the exam up. `planned` says that it
    has something for a calendar.
    """

    id: str
    group: str
    process: str
    facts: Facts
    states: tuple[StepState, ...]
    late: tuple[int, ...]
    current: StepVerdict | None
    outcome: Outcome | None
    closed: DecisionKind | None
    provisional: bool
    held_up: tuple[str, ...]
    planned: bool = False

    @property
    def marks(self) -> Iterator[tuple[Step, StepState, Mark]]:
        """The twelve steps with how each stands and is drawn."""
        steps = PROCESSES.get(self.process, MEI_12).steps
        for step, state, late in zip(steps, self.states, self.late, strict=True):
            yield step, state, mark_of_state(state, late)

    @property
    def number(self) -> int:
        """The number of the step that the exam stands at; 0 once it is closed."""
        return _NUMBERS[self.current.step] if self.current else 0

    @property
    def overdue(self) -> int:
        """Days past the deadline of the current step."""
        return self.current.overdue_days if self.current else 0

    @property
    def ended(self) -> Outcome | DecisionKind | None:
        """How the exam ended: its outcome, or the decision that closed it."""
        return self.outcome or self.closed


def row_of(exam: ExamVerdict, registry: Registry) -> Row:
    """Return an exam as a line in a table."""
    del registry
    state, current = exam.state, exam.current
    return Row(
        id=state.id,
        group=state.group,
        process=state.process,
        facts=facts_of(state),
        states=tuple(step.state for step in exam.steps),
        late=tuple(step.overdue_days for step in exam.steps),
        current=replace(current, approvals=()) if current else None,
        outcome=exam.outcome,
        closed=state.closed,
        provisional=is_provisional(exam),
        held_up=state.held_up,
        planned=is_planned(exam),
    )


ROWS: Derivation[Row] = Derivation("row", row_of, Row)

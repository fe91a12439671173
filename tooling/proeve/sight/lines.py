"""One exam as a line: all that reports and the finder need of it, as plain values.

A line follows from its exam alone, so that it can be kept for as long as the exam stays
as it is; only the days past a deadline move with the clock.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from proeve.model.exam import ExamState
from proeve.model.records import number_at, record_at, records_at, text_at
from proeve.model.registry import Registry
from proeve.model.verdict import ExamVerdict, StepState, StepVerdict
from proeve.process.decisions import DecisionKind
from proeve.process.vocabulary import (
    ASSESSORS,
    Approver,
    Outcome,
    Part,
    StepId,
)
from proeve.sight.course import Stand, course_of
from proeve.sight.ratings import Rated, ratings_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A step that is done: from when it could be done until it was."""

    step: StepId
    start: int
    end: int
    deadline: str | None

    @property
    def seconds(self) -> int:
        """How long it took; dates in commits may run backwards."""
        return max(0, self.end - self.start)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One exam; without a `step` nothing is left to do in it.

    `rated` is for one report only, and is read for it alone.
    """

    group: str
    id: str
    number: str
    title: str
    student: str
    companies: tuple[str, ...]
    instrument: str
    version: int
    attempt: int
    resit_of: str
    opened: int | None
    step: StepId | None
    state: StepState
    hats: tuple[Approver, ...]
    since: int | None
    deadline: str | None
    overdue: int
    held_up: bool
    outcome: Outcome | None
    closed: DecisionKind | None
    decided: int | None
    assessors: tuple[tuple[Part, str], ...]
    spans: tuple[Span, ...]
    extended: tuple[StepId, ...]
    course: tuple[Stand, ...]
    rated: Sequence[Rated]

    @property
    def resit(self) -> bool:
        """Whether this is another attempt at an earlier exam."""
        return bool(self.resit_of)


def line_of(exam: ExamVerdict, registry: Registry) -> Line:
    """Return one exam as a line."""
    state, current = exam.state, exam.current
    record = state.document("exam")
    return Line(
        group=state.group,
        id=state.id,
        number=text_at(record, "number") or state.id,
        title=text_at(state.document("assignment"), "title"),
        student=text_at(record, "student"),
        companies=_companies(state),
        instrument=text_at(record, "instrument", "code"),
        version=number_at(record, "instrument", "version"),
        attempt=number_at(record, "attempt") or 1,
        resit_of=text_at(record_at(record, "resit_of"), "exam").rpartition("/")[2],
        opened=state.events[0].at if state.events else None,
        step=current.step if current else None,
        state=current.state if current else StepState.DONE,
        hats=_hats(current),
        since=current.since if current else None,
        deadline=current.deadline if current else None,
        overdue=current.overdue_days if current else 0,
        held_up=bool(state.held_up),
        outcome=None if exam.provisional and not state.closed else exam.outcome,
        closed=state.closed,
        decided=_done_at(exam, StepId.RESULT),
        assessors=_assessors(state),
        spans=spans_of(exam),
        extended=_extended(state),
        course=course_of(exam, registry),
        rated=ratings_of(state),
    )


def _companies(state: ExamState) -> tuple[str, ...]:
    listed = records_at(state.document("exam"), "companies")
    return tuple(dict.fromkeys(text_at(company, "company") for company in listed))


def _hats(current: StepVerdict | None) -> tuple[Approver, ...]:
    missing = current.missing if current else ()
    kinds = {(type(one.hat), one.hat): one.hat for one in missing}
    return tuple(kinds.values())


def _done_at(exam: ExamVerdict, step: StepId) -> int | None:
    return next((each.done_at for each in exam.steps if each.step is step), None)


def _assessors(state: ExamState) -> tuple[tuple[Part, str], ...]:
    return tuple(
        (part, person) for part in ASSESSORS for person in state.parts.get(part, ())
    )


def spans_of(exam: ExamVerdict) -> tuple[Span, ...]:
    """Return the steps that are done; each could begin when all before it were."""
    opened = exam.state.events[0].at if exam.state.events else None
    found, ready = [], opened
    for step in exam.steps:
        if step.done_at is None:
            continue
        start = step.done_at if ready is None else ready
        found.append(
            Span(step=step.step, start=start, end=step.done_at, deadline=step.deadline)
        )
        if step.step is not StepId.APPOINTMENT:
            ready = max(start, step.done_at)
    return tuple(found)


def _extended(state: ExamState) -> tuple[StepId, ...]:
    named = (
        text_at(decision.record, "step")
        for decision in state.decisions
        if decision.kind is DecisionKind.EXTENSION
    )
    return tuple(StepId(step) for step in named if step in list(StepId))

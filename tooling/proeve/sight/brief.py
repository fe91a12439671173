"""One exam in brief: what lists, agendas and clocks need of it, at any moment.

It follows from the exam and the registry alone, so that it can be remembered; a school
of thousands is listed without opening every exam.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from proeve.model.days import overdue
from proeve.model.records import text_at
from proeve.model.registry import Registry
from proeve.model.time import Time
from proeve.model.verdict import ExamVerdict, LedgerVerdict, StepState
from proeve.process.vocabulary import Outcome, Part, StepId
from proeve.sight.cases import Case, cases_of
from proeve.sight.clocks import Clock, clocks_of
from proeve.sight.meeting import Item, items_of
from proeve.sight.tasks import Task, tasks_of, to_cover
from proeve.sight.week import Run, run_of

_PLACES = {step: place for place, step in enumerate(StepId)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """One exam; `bar` has the state of each step, and `latest` when it last went on.

    `cases` are the open ones. `handed_in` is when the evidence came in, and `came_late`
    how many days that was behind the deadline.
    """

    scope: str
    number: str
    contacts: tuple[str, ...]
    company: str
    current: StepId | None
    bar: tuple[StepState, ...]
    since: int | None
    deadline: str | None
    paused: bool
    held_up: tuple[str, ...]
    outcome: Outcome | None
    provisional: bool
    latest: int
    tasks: tuple[Task, ...]
    cases: tuple[Case, ...]
    clocks: tuple[Clock, ...]
    run: Run | None
    items: tuple[Item, ...]
    suspects: tuple[tuple[str, str], ...]
    commit: str
    subject: str
    handed_in: Time | None = None
    came_late: int = 0

    @property
    def name(self) -> str:
        """The exam as people write it: `group/exam`."""
        return self.scope.removeprefix("groups/")

    @property
    def group(self) -> str:
        """The id of the exam's group."""
        return self.name.split("/")[0]

    @property
    def state(self) -> StepState:
        """The state of the current step; done when there is none."""
        if self.current is None:
            return StepState.DONE
        return self.bar[_PLACES[self.current]]

    @property
    def awaited(self) -> tuple[Task, ...]:
        """The tasks of the current step; none when there is no such step."""
        if self.current is None:
            return ()
        return tuple(each for each in self.tasks if each.step is self.current)

    def late_days(self, now: int) -> int:
        """Return how many days the current step is too late."""
        waits = self.state in (StepState.OPEN, StepState.WAITING, StepState.RETURNED)
        return overdue(self.deadline, now) if waits and not self.paused else 0


def brief_of(exam: ExamVerdict, registry: Registry) -> Brief:
    """Return an exam in brief."""
    state, step = exam.state, exam.current
    record = state.document("exam")
    run = run_of(exam)
    return Brief(
        scope=exam.scope,
        number=text_at(record, "number"),
        contacts=state.parts.get(Part.SCHOOL_CONTACT, ()),
        company=run.company if run else "",
        current=step.step if step else None,
        bar=tuple(each.state for each in exam.steps),
        since=step.since if step else None,
        deadline=step.deadline if step else None,
        paused=state.paused,
        held_up=state.held_up,
        outcome=exam.outcome,
        provisional=exam.provisional,
        latest=state.events[-1].at if state.events else 0,
        tasks=(*tasks_of(exam), *to_cover(exam, registry)),
        cases=tuple(case for case in cases_of(state) if case.open),
        clocks=tuple(clocks_of(exam)),
        run=run,
        items=tuple(items_of(exam, registry)),
        suspects=tuple((str(one.row), one.person) for one in exam.suspects),
        commit=state.commit,
        subject=state.subject,
        handed_in=exam.handed_in,
        came_late=exam.late_days,
    )


def briefs_of(verdict: LedgerVerdict) -> tuple[Brief, ...]:
    """Return every exam of a verdict in brief, group by group."""
    return all_briefs(
        {
            name: tuple(brief_of(exam, verdict.registry) for exam in exams)
            for name, exams in verdict.groups.items()
        }
    )


def all_briefs(groups: Mapping[str, Sequence[Brief]]) -> tuple[Brief, ...]:
    """Return the exams of all groups, in the order of their names."""
    return tuple(chain.from_iterable(groups[name] for name in sorted(groups)))

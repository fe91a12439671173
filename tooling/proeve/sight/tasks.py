"""Tasks: what waits for somebody, most urgent first, with the command that does it.

A task does not know the moment: it is remembered. Whether it is late is asked of it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from proeve.model.days import overdue
from proeve.model.exam import ExamState
from proeve.model.records import text_at
from proeve.model.registry import Registry
from proeve.model.verdict import ExamVerdict, Missing, StepVerdict
from proeve.process.decisions import DecisionKind
from proeve.process.table import MEI_12
from proeve.process.vocabulary import (
    PART_ROLES,
    Action,
    Approver,
    Needed,
    Part,
    Role,
    RowId,
    StepId,
)
from proeve.sight.cases import cases_of, unratified, untold_since

What = RowId | DecisionKind | Action
_NO_DAY = "9999-12-31"
_COMMITTEE = Role.EXAM_COMMITTEE


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One thing that one or more people are awaited for.

    `what` is the row of a step, the kind of a decision, or an approval to confirm
    again. `people` is empty where a part has nobody yet; `row` is one that the command
    has to name, and so is the role that is `worn`, for whoever has more than one.
    `event` is what calendars know its last day by, and `moved` how often that was set.
    """

    scope: str
    what: What
    hat: Approver
    people: tuple[str, ...]
    verb: str
    since: int | None = None
    until: str | None = None
    paused: bool = False
    optional: bool = False
    refused: str | None = None
    step: StepId | None = None
    row: RowId | None = None
    worn: Role | None = None
    event: str = ""
    moved: int = 0

    @property
    def command(self) -> str:
        """What to type to do it."""
        row = f" {self.row}" if self.row else ""
        worn = f" --as {self.worn}" if self.worn else ""
        return f"proeve {self.verb} {self.scope.removeprefix('groups/')}{row}{worn}"

    def late_days(self, now: int) -> int:
        """Return how many days too late it is; a paused exam is never late."""
        return 0 if self.paused else overdue(self.until, now)


def tasks_of(exam: ExamVerdict) -> Iterator[Task]:
    """Yield everything that somebody is awaited for in an exam."""
    for step in exam.steps:
        for missing in step.missing:
            yield _of_step(exam, step, missing)
    yield from _to_tell(exam)
    yield from _to_handle(exam)
    yield from _to_ratify(exam)
    yield from _to_confirm(exam)


def _of_step(exam: ExamVerdict, step: StepVerdict, missing: Missing) -> Task:
    return Task(
        scope=exam.scope,
        what=missing.row,
        hat=missing.hat,
        people=missing.people,
        verb=missing.verb,
        since=step.since,
        until=step.deadline,
        paused=exam.state.paused,
        optional=MEI_12.step(step.step).needed is Needed.OPTIONAL,
        refused=missing.refused,
        step=step.step,
        event=f"deadline-{step.step}",
        moved=times_set(exam.state, step.step),
    )


def times_set(exam: ExamState, step: StepId) -> int:
    """Return how often a deadline was set: by each establishment and extension."""
    extensions = sum(
        each.kind is DecisionKind.EXTENSION and text_at(each.record, "step") == step
        for each in exam.decisions
    )
    return exam.row(RowId.ESTABLISH).seq + extensions


def _to_tell(exam: ExamVerdict) -> Iterator[Task]:
    """Yield the notice of a result that the student has not been told."""
    since = untold_since(exam)
    if since is not None:
        yield Task(
            scope=exam.scope,
            what=DecisionKind.NOTICE,
            hat=Part.SCHOOL_CONTACT,
            people=exam.state.parts.get(Part.SCHOOL_CONTACT, ()),
            verb="notice",
            since=since,
        )


def _to_handle(exam: ExamVerdict) -> Iterator[Task]:
    """Yield the open cases, for whoever handles them."""
    for case in cases_of(exam.state):
        if case.open:
            yield Task(
                scope=exam.scope,
                what=case.kind,
                hat=_COMMITTEE,
                people=case.handled_by,
                verb=f"record {case.kind}",
                until=case.decide_by,
                event=f"{case.kind}-decision-{case.number}",
            )


def _to_ratify(exam: ExamVerdict) -> Iterator[Task]:
    """Yield the substitutions that the committee still has to ratify."""
    awaited = (m.people for s in exam.steps for m in s.missing if m.hat == _COMMITTEE)
    for decision in unratified(exam.state):
        yield Task(
            scope=exam.scope,
            what=DecisionKind.RATIFICATION,
            hat=_COMMITTEE,
            people=next(awaited, ()),
            verb=f"decide {DecisionKind.RATIFICATION}",
            since=decision.at,
        )


def _to_confirm(exam: ExamVerdict) -> Iterator[Task]:
    """Yield the approvals in doubt, for whoever gave them."""
    for one in exam.suspects:
        yield Task(
            scope=exam.scope,
            what=Action.REAFFIRM,
            hat=one.hat,
            people=(one.person,),
            verb="reaffirm",
            row=one.row,
            since=one.at,
        )


def to_cover(exam: ExamVerdict, registry: Registry) -> Iterator[Task]:
    """Yield the cover that an exam needs which a bad commit holds up."""
    if exam.state.held_up:
        reach = exam.scope.removeprefix("groups/")
        yield Task(
            scope=exam.scope,
            what=Action.COVER,
            hat=Role.ADMIN,
            people=tuple(
                person
                for person in sorted(registry.grants)
                if registry.holds(person, Role.ADMIN, reach)
            ),
            verb="cover",
        )


def worn_by(task: Task, person: str, registry: Registry) -> Task:
    """Return a task whose command says the role, for a person who has several there."""
    reach = task.scope.removeprefix("groups/")
    held = [role for role in Role if registry.holds(person, role, reach)]
    fitting = PART_ROLES[task.hat] if isinstance(task.hat, Part) else {task.hat}
    roles = [role for role in held if role in fitting]
    return replace(task, worn=roles[0]) if roles and len(held) > 1 else task


def most_urgent(tasks: Iterable[Task], now: int) -> tuple[Task, ...]:
    """Return tasks with the latest first, then what must be done by the nearest day."""

    def urgency(task: Task) -> tuple[int, bool, str, int, str]:
        until = task.until or _NO_DAY
        late = -task.late_days(now)
        return late, task.optional, until, task.since or 0, task.scope

    return tuple(sorted(tasks, key=urgency))


def is_for(task: Task, person: str | None, hat: Approver | None) -> bool:
    """Tell whether a task waits for this person, in this role or part."""
    if person is not None and person not in task.people:
        return False
    if hat is None or task.hat == hat:
        return True
    return isinstance(task.hat, Part) and hat in PART_ROLES[task.hat]

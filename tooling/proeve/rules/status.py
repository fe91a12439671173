"""Where an exam stands: each step's state, who is awaited, since when, until when.

A view of the last lawful state; it judges nothing again (PROTOCOL R2).
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from enum import StrEnum

from proeve.model.days import overdue
from proeve.model.exam import ExamState
from proeve.model.findings import Finding, Location, Severity
from proeve.model.records import text_at
from proeve.model.registry import Registry
from proeve.model.verdict import ExamVerdict, Missing, StepState, StepVerdict
from proeve.process.decisions import DecisionKind
from proeve.process.table import MEI_12, PROCESSES, Row, Step
from proeve.process.vocabulary import (
    Action,
    Approver,
    Needed,
    Part,
    Role,
    RowId,
)
from proeve.rules.committees import voters
from proeve.rules.rows import (
    active,
    blocks_of,
    done,
    early_start,
    missing_hats,
    not_needed,
    outcome_of,
    unlocked,
)
from proeve.rules.suspicion import suspects
from proeve.rules.time import (
    days_late,
    deadline_of,
    handed_in,
    times,
    untimed,
)

_VERBS = {
    RowId.CREATE: "prepare",
    RowId.ESTABLISH: "establish",
    RowId.APPOINTMENT: "schedule",
    RowId.EXECUTION: "report-execution",
    RowId.EVIDENCE: "evidence submit",
    RowId.EVIDENCE_CHECK: "check-evidence",
    RowId.SEAL_FIRST: "assess",
    RowId.SEAL_SECOND: "assess",
    RowId.SEAL_THIRD: "assess",
    RowId.UNSEAL: "unseal",
    RowId.UNSEAL_THIRD: "unseal",
    RowId.CONSENSUS: "consensus",
    RowId.FINAL: "final-assessment",
    RowId.RESULT: "establish-result",
    RowId.FOLLOW_UP: "follow-up",
    RowId.ARCHIVE: "archive",
}
_ENDED = frozenset(
    {StepState.DONE, StepState.SKIPPED, StepState.NOT_NEEDED, StepState.LOCKED}
)
_DAY = 86_400
_NEVER = 1 << 62


def exam_verdict(exam: ExamState, registry: Registry, now: int) -> ExamVerdict:
    """Return where the exam stands at `now` (seconds since 1970)."""
    process = PROCESSES.get(exam.process, MEI_12)
    steps = tuple(step_verdict(step, exam, registry, now) for step in process.steps)
    return ExamVerdict(
        state=exam,
        steps=steps,
        current=_current(steps),
        outcome=outcome_of(exam, registry),
        provisional=exam.closed is None and not done(RowId.RESULT, exam, registry),
        findings=exam_notes(exam, registry),
        untimed=untimed(exam, registry),
        handed_in=handed_in(exam, registry),
        late_days=days_late(exam, registry),
        times=times(exam, registry),
        early_start=early_start(exam),
        suspects=suspects(exam, registry),
        steady=_steady(steps, exam, now),
    )


def _current(steps: tuple[StepVerdict, ...]) -> StepVerdict | None:
    """Return the first step that somebody must do; an optional one comes last."""
    moves = [step for step in steps if step.state not in _ENDED]
    needed = [s for s in moves if MEI_12.step(s.step).needed is not Needed.OPTIONAL]
    return next(iter(needed or moves), None)


def step_verdict(
    step: Step, exam: ExamState, registry: Registry, now: int
) -> StepVerdict:
    """Return where one step of the exam stands."""
    process = PROCESSES.get(exam.process, MEI_12)
    rows = [process.rows[row] for row in step.rows if active(process.rows[row], exam)]
    approvals = tuple(one for row in rows for one in exam.row(row.id).approvals)
    state = _state(step, rows, exam, registry)
    waits = state in (StepState.OPEN, StepState.WAITING, StepState.RETURNED)
    deadline = deadline_of(exam, step.id)
    return StepVerdict(
        step=step.id,
        state=state,
        approvals=approvals,
        missing=_missing(rows, exam, registry) if waits else (),
        since=_since(rows, exam, registry) if waits else None,
        done_at=max(_moments([row.id for row in rows], exam), default=None)
        if state is StepState.DONE
        else None,
        deadline=deadline,
        overdue_days=overdue(deadline, now) if waits and not exam.paused else 0,
    )


def _state(
    step: Step, rows: list[Row], exam: ExamState, registry: Registry
) -> StepState:
    finished = [done(row.id, exam, registry) for row in rows]
    if all(finished):
        return StepState.DONE
    if all(
        ended or not_needed(row.id, exam, registry)
        for row, ended in zip(rows, finished, strict=True)
    ):
        return StepState.NOT_NEEDED
    if step.needed is Needed.OPTIONAL and done(RowId.EXECUTION, exam, registry):
        return StepState.SKIPPED
    return _unfinished(rows, finished, exam, registry)


def _unfinished(
    rows: list[Row], finished: list[bool], exam: ExamState, registry: Registry
) -> StepState:
    left = [row for row, ended in zip(rows, finished, strict=True) if not ended]
    free = [row for row in left if unlocked(row, exam, registry)]
    blocked = any(blocks_of(row, exam, registry) for row in left)
    if exam.held_up and (free or blocked):
        return StepState.BROKEN
    if not free:
        return (
            StepState.WAITING
            if blocked and _turn(left, exam, registry)
            else (StepState.LOCKED)
        )
    if any(exam.row(row.id).returned for row in free):
        return StepState.RETURNED
    started = any(exam.row(row.id).approvals for row in rows) or any(
        _own_document(row) in exam.files for row in free
    )
    return StepState.WAITING if started else StepState.OPEN


def _turn(rows: list[Row], exam: ExamState, registry: Registry) -> bool:
    """Tell whether only a block stands between these rows and their turn."""
    return all(
        done(need, exam, registry) or not_needed(need, exam, registry)
        for need in rows[0].needs
    )


def _own_document(row: Row) -> str:
    return row.writes[0]


def _missing(
    rows: list[Row], exam: ExamState, registry: Registry
) -> tuple[Missing, ...]:
    found: list[Missing] = []
    for row in rows:
        if done(row.id, exam, registry):
            continue
        if unlocked(row, exam, registry):
            found += _approvals_missing(row, exam, registry)
        elif _turn([row], exam, registry):
            found += _decisions_missing(row, exam, registry)
    return tuple(found)


def _approvals_missing(
    row: Row, exam: ExamState, registry: Registry
) -> Iterator[Missing]:
    for hat in missing_hats(row, exam, registry):
        yield Missing(
            row=row.id,
            hat=hat,
            people=_people(row, hat, exam, registry),
            verb=_verb(row, exam),
            refused=exam.row(row.id).refused.get(hat),
        )


def _decisions_missing(
    row: Row, exam: ExamState, registry: Registry
) -> Iterator[Missing]:
    for kind in blocks_of(row, exam, registry):
        yield Missing(
            row=row.id,
            hat=Role.EXAM_COMMITTEE,
            people=voters(exam, registry),
            verb=f"decide {kind}",
        )


def _verb(row: Row, exam: ExamState) -> str:
    """Return the verb of the deed: the row's own, or `approve` once there is a text."""
    if row.action is Action.APPROVE and _own_document(row) in exam.files:
        returned = exam.row(row.id).returned
        return "approve" if not returned or row.id not in _VERBS else _VERBS[row.id]
    return _VERBS.get(row.id, "fill-in")


def _people(
    row: Row, hat: Approver, exam: ExamState, registry: Registry
) -> tuple[str, ...]:
    given = {one.person for one in exam.row(row.id).approvals}
    if hat is Role.EXAM_COMMITTEE:
        return tuple(p for p in voters(exam, registry) if p not in given)
    if isinstance(hat, Part):
        return tuple(p for p in exam.parts.get(hat, ()) if p not in given)
    scope = exam.scope.removeprefix("groups/")
    # In a large school most people hold other roles: those are passed over first.
    holders = (
        person
        for person, grants in registry.grants.items()
        if any(grant.role is hat for grant in grants)
    )
    return tuple(
        person for person in sorted(holders) if registry.holds(person, hat, scope)
    )


def _moments(rows: Iterable[RowId], exam: ExamState) -> Iterator[int]:
    """Yield when rows were approved, and when the committee went on without that."""
    for row in rows:
        yield from (one.at for one in exam.row(row).approvals)
        if exam.row(row).waived:
            yield from (
                decision.at
                for decision in exam.decisions
                if decision.kind is DecisionKind.CONTINUE_WITHOUT
                and text_at(decision.record, "row") == row
            )


def _since(rows: list[Row], exam: ExamState, registry: Registry) -> int | None:
    """Return when the last thing happened that these rows were waiting for."""
    rows_of = PROCESSES.get(exam.process, MEI_12).rows
    needs = {need for row in rows for need in row.needs}
    moments = [*_moments(needs, exam)]
    moments += [
        changed
        for row in rows
        if (changed := exam.row(row.id).changed_at) is not None
        and unlocked(rows_of[row.id], exam, registry)
    ]
    return max(moments, default=exam.events[-1].at if exam.events else None)


def _steady(
    steps: tuple[StepVerdict, ...], exam: ExamState, now: int
) -> tuple[int, int]:
    """Return from and until which moment no day late is added or taken away."""
    waiting = (StepState.OPEN, StepState.WAITING, StepState.RETURNED)
    deadlines = [
        step.deadline
        for step in steps
        if step.deadline and step.state in waiting and not exam.paused
    ]
    spans = [_span(deadline, now) for deadline in deadlines]
    return (
        max((since for since, _ in spans), default=0),
        min((until for _, until in spans), default=_NEVER),
    )


def _span(deadline: str, now: int) -> tuple[int, int]:
    """Return from and until which moment a deadline is as many days past as now."""
    late = overdue(deadline, now)
    moment = datetime.fromisoformat(deadline)
    if moment.tzinfo is None:
        begun = int(
            datetime.fromisoformat(deadline[:10]).replace(tzinfo=UTC).timestamp()
        )
        first = begun + _DAY
    else:
        first = int(moment.timestamp()) + 1
    # The first day late begins at `first`; before it nothing is late.
    return (first + (late - 1) * _DAY if late else 0), first + late * _DAY


def exam_notes(exam: ExamState, registry: Registry) -> tuple[Finding, ...]:
    """Return what a reader must know of the exam, whenever they read it.

    It follows from the exam and from keys and checkpoints of the registry, never from
    the moment: it is remembered.
    """
    registry = _bearing(registry)
    where = Location(f"exams/{exam.scope}", commit=exam.commit)
    notes = []
    if early_start(exam) and DecisionKind.ACCEPT_EARLY_START not in exam.accepted:
        notes.append(Finding("exam.early-start", where))
    for commit in exam.held_up:
        held = Location(f"exams/{exam.scope}", commit=commit)
        notes.append(Finding("scope.held-up", held, {"scope": exam.scope}))
    notes += _time_notes(exam, registry, where)
    return (*notes, *_doubts(exam, registry))


class Bearing(StrEnum):
    """Which exams may have other notes under another registry."""

    NONE = "none"
    NOTED = "noted"  # those that had notes
    ALL = "all"


def notes_bear(before: Registry, after: Registry) -> Bearing:
    """Return which notes another registry may have changed.

    One more checkpoint only adds a moment before which things were there. So it may
    time what was untimed, make the late less late and clear what was in doubt; where
    there was nothing to note it changes nothing.
    """
    if before is after:
        return Bearing.NONE
    old, new = _bearing(before), _bearing(after)
    if old == new:
        return Bearing.NONE
    more = new.checkpoints[: len(old.checkpoints)] == old.checkpoints
    if more and replace(old, checkpoints=new.checkpoints) == new:
        return Bearing.NOTED
    return Bearing.ALL


def _bearing(registry: Registry) -> Registry:
    """Return the part of a registry from which notes may follow, and no more."""
    return Registry(
        lost=registry.lost, since=registry.since, checkpoints=registry.checkpoints
    )


def _time_notes(
    exam: ExamState, registry: Registry, where: Location
) -> Iterator[Finding]:
    """Yield what is to be known of the time at which the evidence came in."""
    if untimed(exam, registry):
        yield Finding("exam.untimed", where, {}, Severity.NOTE)
    days = days_late(exam, registry)
    if days:
        accepted = DecisionKind.ACCEPT_LATE in exam.accepted
        code = "time.late-accepted" if accepted else "time.late"
        yield Finding(code, where, {"days": str(days)}, Severity.NOTE)
    for act, code in sorted(exam.doubts.items()):
        place = Location(f"{where.path}/acts/{act}.tsr", commit=exam.commit)
        yield Finding(code, place, {}, Severity.NOTE)


def _doubts(exam: ExamState, registry: Registry) -> Iterator[Finding]:
    """Yield a finding for each standing approval that is in doubt."""
    for one in suspects(exam, registry):
        where = Location(f"exams/{exam.scope}", commit=one.commit)
        args = {"person": one.person, "row": one.row, "kind": registry.lost[one.key]}
        yield Finding("exam.suspect", where, args)

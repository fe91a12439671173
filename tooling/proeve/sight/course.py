"""The way of one exam through the twelve steps, told again from its history.

Where an exam stands today the judge says. Where it stood earlier follows from its
events: approvals land, a changed text or a return takes them away, and the exam stands
at the first step that is not done. The last stand is always the judge's.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from proeve.model.exam import Decision, Event, ExamState
from proeve.model.records import text_at
from proeve.model.registry import Registry
from proeve.model.verdict import ExamVerdict
from proeve.process.decisions import DECISIONS, DecisionKind, Effect
from proeve.process.table import MEI_12, Row
from proeve.process.vocabulary import (
    Approver,
    Needed,
    Outcome,
    Part,
    Role,
    RowId,
    StepId,
)

FINISHED = len(MEI_12.steps) + 1
"""The stand of an exam in which nothing is left to do."""

_ORDER = tuple(RowId)
_STEPS = {step.number: step for step in MEI_12.steps}
_NUMBER_OF = {row: step.number for step in MEI_12.steps for row in step.rows}
_ARCHIVE = MEI_12.step(StepId.ARCHIVE).number
_STOP_SKIPS = range(
    MEI_12.step(StepId.EVIDENCE).number, MEI_12.step(StepId.CONSENSUS).number + 1
)
_QUORUMS = {RowId.ESTABLISH: "establish", RowId.RESULT: "result"}
_FOLLOWED = frozenset({Outcome.NOT_PASSED, Outcome.NOT_TAKEN, Outcome.DECLARED_INVALID})
_THIRD = "third_assessor"


@dataclass(frozen=True, slots=True)
class Stand:
    """From this moment the exam stood at this step; 13 is finished."""

    at: int
    number: int


@dataclass(slots=True)
class _Walk:
    """What the walk along the events remembers."""

    exam: ExamState
    registry: Registry
    follows: bool
    given: dict[RowId, set[tuple[Approver, str]]] = field(
        default_factory=dict[RowId, set[tuple[Approver, str]]]
    )
    waived: dict[RowId, set[str]] = field(default_factory=dict[RowId, set[str]])
    dispute: str = ""
    closed: bool = False
    stopped: bool = False
    number: int = 1


def course_of(exam: ExamVerdict, registry: Registry) -> tuple[Stand, ...]:
    """Return where the exam stood, from when; oldest first, each step once in a row."""
    stands = tuple(_walked(exam, registry))
    if not stands:
        return ()
    now = MEI_12.step(exam.current.step).number if exam.current else FINISHED
    if exam.current and MEI_12.step(exam.current.step).needed is Needed.OPTIONAL:
        return stands
    last = stands[-1]
    # What only the judge knows of, such as approvals in doubt, shows at the end.
    return stands if last.number == now else (*stands, Stand(last.at, now))


def _walked(exam: ExamVerdict, registry: Registry) -> Iterator[Stand]:
    state = exam.state
    decided = {each.commit: each for each in state.decisions}
    walk = _Walk(state, registry, exam.outcome in _FOLLOWED)
    stood = 0
    for event in state.events:
        _write(walk, event)
        decision = decided.get(event.commit)
        if decision is not None:
            _decide(walk, decision)
        for approval in event.approvals:
            given = walk.given.setdefault(approval.row, set())
            given.add((approval.hat, approval.person))
        moves = event.approvals or decision is not None
        while moves and walk.number < FINISHED and _ended(walk, walk.number):
            walk.number += 1
        if walk.number != stood:
            stood = walk.number
            yield Stand(event.at, stood)


def _write(walk: _Walk, event: Event) -> None:
    """Let a changed text take its approvals away."""
    for path in event.files:
        for row in _bound_by(path):
            if walk.given.pop(row, None):
                walk.number = min(walk.number, _NUMBER_OF[row])


@lru_cache(maxsize=1024)
def _bound_by(path: str) -> tuple[RowId, ...]:
    return tuple(
        row.id
        for row in MEI_12.rows.values()
        if any(
            path == text or (text.endswith("/") and path.startswith(text))
            for text in row.text
        )
    )


def _decide(walk: _Walk, decision: Decision) -> None:
    effect, record = DECISIONS[decision.kind].effect, decision.record
    if effect is Effect.CLOSE:
        walk.closed = True
        walk.number = max(walk.number, _ARCHIVE)
    elif effect is Effect.STOP:
        walk.stopped = True
    elif effect is Effect.DISPUTE:
        walk.dispute = text_at(record, "way")
        _go_back(walk, RowId.CONSENSUS if walk.dispute != _THIRD else RowId.SEAL_THIRD)
    elif effect is Effect.WAIVE and text_at(record, "row") in _ORDER:
        row = RowId(text_at(record, "row"))
        walk.waived.setdefault(row, set()).add(text_at(record, "approver"))
    elif _resets(decision):
        to = text_at(record, "to")
        first = RowId(to) if to in _ORDER else RowId.CONSENSUS
        for row in _ORDER[_ORDER.index(first) :]:
            walk.given.pop(row, None)
            walk.waived.pop(row, None)
        _go_back(walk, first)


def _resets(decision: Decision) -> bool:
    if decision.kind is DecisionKind.APPEAL:
        return text_at(decision.record, "outcome") == "annulled"
    return DECISIONS[decision.kind].effect is Effect.RESET


def _go_back(walk: _Walk, row: RowId) -> None:
    walk.number = min(walk.number, _NUMBER_OF[row])


def _ended(walk: _Walk, number: int) -> bool:
    step = _STEPS[number]
    if step.needed is Needed.OPTIONAL or (walk.stopped and number in _STOP_SKIPS):
        return True
    if walk.closed and number != _ARCHIVE:
        return True
    if step.needed is Needed.IF_NOT_PASSED and not walk.follows:
        return True
    rows = (MEI_12.rows[row] for row in step.rows)
    return all(
        _done(walk, row) for row in rows if not row.disputed or walk.dispute == _THIRD
    )


def _done(walk: _Walk, row: Row) -> bool:
    given = walk.given.get(row.id)
    if not given:
        return False
    waived = walk.waived.get(row.id, set())
    if row.id is RowId.CONSENSUS and walk.dispute == _THIRD:
        return len({person for _, person in given}) > 1
    return all(
        any(hat in waived or _stands(walk, row, hat) for hat in hats)
        for hats in _approvers(walk, row)
    )


def _approvers(walk: _Walk, row: Row) -> tuple[frozenset[Approver], ...]:
    if row.by_policy:
        policy = walk.registry.policy
        named = dict.fromkeys((policy.completeness, policy.authenticity))
        return tuple(frozenset[Approver]({part}) for part in named)
    if row.id is RowId.CONSENSUS and walk.dispute == "first_decides":
        return (frozenset[Approver]({Part.FIRST_ASSESSOR}),)
    if row.id is RowId.CONSENSUS and walk.dispute == "committee_decides":
        return (frozenset[Approver]({Role.EXAM_COMMITTEE}),)
    supervised = bool(walk.exam.parts.get(Part.WORKPLACE_SUPERVISOR))
    nobody = frozenset[Approver]({Part.WORKPLACE_SUPERVISOR})
    return tuple(hats for hats in row.approvers if supervised or hats != nobody)


def _stands(walk: _Walk, row: Row, hat: Approver) -> bool:
    people = {person for each, person in walk.given[row.id] if each is hat}
    if hat is Role.EXAM_COMMITTEE:
        return len(people) >= _quorum(walk, _QUORUMS.get(row.id, "decision"))
    needed = walk.exam.parts.get(hat, ()) if isinstance(hat, Part) else ()
    if hat is Part.WORKPLACE_SUPERVISOR and len(needed) > 1:
        return len(people) >= len(needed)
    return bool(people)


def _quorum(walk: _Walk, kind: str) -> int:
    named = text_at(walk.exam.document("exam"), "committee")
    committee = walk.registry.committees.get(named)
    own: Mapping[str, int] = committee.quorum if committee else {}
    return own.get(kind) or walk.registry.policy.quorum.get(kind, 1)

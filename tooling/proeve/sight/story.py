"""The story of one exam: what happened, by whom, when, and what proves it.

Values only; the sentences are in `words.telling`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from proeve.model.days import day_of
from proeve.model.exam import Approval, Decision, Event
from proeve.model.records import Record
from proeve.model.time import Time, TimeBasis
from proeve.model.verdict import ExamVerdict
from proeve.process.decisions import DecisionKind
from proeve.process.vocabulary import (
    Action,
    Approver,
    Level,
    Role,
    RowId,
    StepId,
)

_UNTOLD = frozenset({"schema", "number", "kind", "by", "decided_on", "committee"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What proves one approval, and how sure it is; `stands` while it counts.

    `via` is `commit` or `act`, `name` the commit's id or the act file's name.
    """

    person: str
    hat: Approver
    row: RowId
    level: Level
    via: str
    name: str
    time: Time
    stands: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One happening; `said` is what its decision says, `proofs` its approvals.

    Without proofs the commit itself is what proves it.
    """

    time: Time
    who: str
    role: Role
    step: StepId
    action: Action
    decision: DecisionKind | None
    said: Mapping[str, str]
    files: tuple[str, ...]
    rows: tuple[RowId, ...]
    proofs: tuple[Proof, ...]
    commit: str


def story_of(exam: ExamVerdict, since: date | None = None) -> tuple[Told, ...]:
    """Return what happened in an exam, oldest first, or what did from a day on."""
    decided = {decision.commit: decision for decision in exam.state.decisions}
    standing = {
        (one.row, one.person, one.proof)
        for row in exam.state.rows.values()
        for one in row.approvals
    }
    return tuple(
        _told(event, decided.get(event.commit), standing, exam.times)
        for event in exam.events
        if since is None
        or day_of(_time(exam.times, event.commit, event.at).at) >= since
    )


def _told(
    event: Event,
    decision: Decision | None,
    standing: set[tuple[RowId, str, str]],
    times: Mapping[str, Time],
) -> Told:
    proofs = tuple(_proof(one, standing, times) for one in event.approvals)
    own = (one.row for one in event.approvals if one.person == event.actor)
    return Told(
        time=_time(times, event.commit, event.at),
        who=event.actor,
        role=event.role,
        step=event.step,
        action=event.action,
        decision=event.decision,
        said=dict(_said(decision.record)) if decision else {},
        files=event.files,
        rows=tuple(dict.fromkeys(own)),
        proofs=proofs,
        commit=event.commit,
    )


def _proof(
    one: Approval,
    standing: set[tuple[RowId, str, str]],
    times: Mapping[str, Time],
) -> Proof:
    return Proof(
        person=one.person,
        hat=one.hat,
        row=one.row,
        level=one.level,
        via=one.via,
        name=one.proof,
        time=_time(times, one.proof, one.at),
        stands=(one.row, one.person, one.proof) in standing,
    )


def _time(times: Mapping[str, Time], name: str, at: int) -> Time:
    """Return the trusted time of a commit or act; else what the commit says."""
    return times.get(name) or Time(at=at, basis=TimeBasis.COMMIT)


def _said(record: Record) -> Iterator[tuple[str, str]]:
    """Yield what a decision says, as text; lists and maps are no part of a sentence."""
    for key, value in record.items():
        if key not in _UNTOLD and isinstance(value, str | int):
            yield key, str(value)

"""What an exam accounts for: how sure its approvals are, and where it deviated."""

from collections import Counter
from dataclasses import dataclass

from proeve.model.days import date_of, day_of
from proeve.model.exam import Decision, ExamState
from proeve.model.records import text_at
from proeve.model.registry import Registry
from proeve.model.time import TimeBasis
from proeve.model.verdict import ExamVerdict
from proeve.process.decisions import DecisionKind
from proeve.process.vocabulary import Level

DEVIATING = frozenset(
    {
        DecisionKind.CONTINUE_WITHOUT,
        DecisionKind.EXTENSION,
        DecisionKind.SUBSTITUTION,
        DecisionKind.STOP,
        DecisionKind.ACCEPT_LATE,
        DecisionKind.ACCEPT_UNTIMED,
        DecisionKind.ACCEPT_EARLY_START,
        DecisionKind.OVERRULE,
        DecisionKind.REVISION,
        DecisionKind.EXEMPTION,
    }
)
"""Decisions by which an exam left the straight way (FIELD 5.1, I9)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deviation:
    """One decision that left the straight way: which, on what day, by whom, and why."""

    scope: str
    kind: DecisionKind
    number: int
    day: str
    by: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoned:
    """The standing approvals of an exam by level and by what vouches for their time."""

    scope: str
    levels: tuple[tuple[Level, int], ...]
    bases: tuple[tuple[TimeBasis, int], ...]
    suspects: int
    deviations: tuple[Deviation, ...]


def reckoned_of(exam: ExamVerdict, registry: Registry) -> Reckoned:
    """Return what an exam has to account for."""
    del registry
    given = [one for row in exam.state.rows.values() for one in row.approvals]
    levels = Counter(one.level for one in given)
    bases = Counter(
        exam.times[one.proof].basis if one.proof in exam.times else TimeBasis.COMMIT
        for one in given
    )
    return Reckoned(
        scope=exam.scope,
        levels=tuple((level, levels[level]) for level in Level if levels[level]),
        bases=tuple((basis, bases[basis]) for basis in TimeBasis if bases[basis]),
        suspects=len(exam.suspects),
        deviations=tuple(
            _deviation(exam.state, each)
            for each in exam.state.decisions
            if each.kind in DEVIATING
        ),
    )


def _deviation(exam: ExamState, decision: Decision) -> Deviation:
    said = text_at(decision.record, "decided_on")
    return Deviation(
        scope=exam.scope,
        kind=decision.kind,
        number=decision.number,
        day=said if date_of(said) else day_of(decision.at).isoformat(),
        by=text_at(decision.record, "by") or decision.by,
        reason=text_at(decision.record, "reason"),
    )

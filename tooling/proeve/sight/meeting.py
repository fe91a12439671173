"""The meeting: what the committee can decide, what it must discuss, and with whom."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from proeve.model.exam import ExamState
from proeve.model.findings import Severity
from proeve.model.records import text_at
from proeve.model.registry import Registry
from proeve.model.verdict import ExamVerdict, Missing
from proeve.process.decisions import DecisionKind
from proeve.process.vocabulary import Outcome, Role, RowId
from proeve.sight.cases import cases_of, unratified


class Concern(StrEnum):
    """Why the committee should look at an exam before it decides."""

    OTHER_OUTCOME = "other-outcome"
    NOT_PASSED = "not-passed"
    FINDING = "finding"
    IN_DOUBT = "in-doubt"
    NO_QUORUM = "no-quorum"
    NOT_RATIFIED = "not-ratified"
    OPEN_CASE = "open-case"


_TOLD = frozenset(
    {
        DecisionKind.DISPUTE,
        DecisionKind.STOP,
        DecisionKind.OVERRULE,
        DecisionKind.IRREGULARITY,
        DecisionKind.CONTINUE_WITHOUT,
        DecisionKind.ACCEPT_LATE,
        DecisionKind.ACCEPT_UNTIMED,
        DecisionKind.ACCEPT_EARLY_START,
        DecisionKind.RETURN,
    }
)
"""Decisions that the committee should have in mind when it establishes a result."""
_QUORUM = {RowId.ESTABLISH: "establish", RowId.RESULT: "result"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing on the agenda: what, who may still vote, who stands aside.

    `needed` is how many more must stand for it. Without `concerns` it is clean.
    """

    scope: str
    committee: str
    what: RowId | DecisionKind
    voters: tuple[str, ...]
    recused: tuple[str, ...]
    needed: int
    concerns: tuple[Concern | DecisionKind, ...]

    @property
    def clean(self) -> bool:
        """Whether it can be decided without a discussion."""
        return not self.concerns


def items_of(exam: ExamVerdict, registry: Registry) -> Iterator[Item]:
    """Yield what the committee has to decide in an exam."""
    for step in exam.steps:
        for missing in step.missing:
            if missing.hat is Role.EXAM_COMMITTEE and missing.row is not RowId.UNSEAL:
                yield _item(exam, registry, missing)


def _item(exam: ExamVerdict, registry: Registry, missing: Missing) -> Item:
    state = exam.state
    name = text_at(state.document("exam"), "committee")
    _, _, kind = missing.verb.partition("decide ")
    needed = _needed(state, registry, missing.row, "decision" if kind else None)
    in_exam = {person for people in state.parts.values() for person in people}
    seated = registry.committees.get(name)
    members = seated.members if seated else ()
    concerns = tuple(dict.fromkeys(_concerns(exam, missing)))
    if len(missing.people) < needed:
        concerns = (Concern.NO_QUORUM, *concerns)
    return Item(
        scope=exam.scope,
        committee=name,
        what=DecisionKind(kind) if kind else missing.row,
        voters=missing.people,
        recused=tuple(m.person for m in members if m.votes and m.person in in_exam),
        needed=needed,
        concerns=concerns,
    )


def _needed(exam: ExamState, registry: Registry, row: RowId, kind: str | None) -> int:
    """Return how many members more must stand for it."""
    about = kind or _QUORUM.get(row, "decision")
    seated = registry.committees.get(text_at(exam.document("exam"), "committee"))
    own = seated.quorum.get(about) if seated else None
    quorum = own or registry.policy.quorum.get(about, 1)
    if kind:
        return quorum
    given = {
        one.person for one in exam.row(row).approvals if one.hat is Role.EXAM_COMMITTEE
    }
    return max(1, quorum - len(given))


def _concerns(exam: ExamVerdict, missing: Missing) -> Iterator[Concern | DecisionKind]:
    """Yield why an exam is none to pass without a word."""
    state = exam.state
    if exam.suspects:
        yield Concern.IN_DOUBT
    if any(each.severity is Severity.ERROR for each in exam.findings):
        yield Concern.FINDING
    if any(case.open for case in cases_of(state)):
        yield Concern.OPEN_CASE
    if unratified(state):
        yield Concern.NOT_RATIFIED
    yield from (d.kind for d in state.decisions if d.kind in _TOLD)
    if missing.row is RowId.RESULT:
        yield from _about_outcome(state)


def _about_outcome(exam: ExamState) -> Iterator[Concern]:
    final = exam.document("final-assessment")
    outcome = text_at(final, "outcome")
    if outcome != text_at(final, "computed"):
        yield Concern.OTHER_OUTCOME
    if outcome and outcome != Outcome.PASSED:
        yield Concern.NOT_PASSED

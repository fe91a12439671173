"""The ways back and aside: each kind of decision, who may take it, what it does.

Source: PROTOCOL R13, R14; FIELD section 1.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from proeve.process.vocabulary import Approver, Part, Role, RowId


class DecisionKind(StrEnum):
    """The name of a decision; its file is `decisions/<n>-<kind>.yml`."""

    RETURN = "return"
    REFUSAL = "refusal"
    REFUSAL_WITHDRAWN = "refusal-withdrawn"
    CONTINUE_WITHOUT = "continue-without"
    EXTENSION = "extension"
    SUBSTITUTION = "substitution"
    RATIFICATION = "ratification"
    DISPUTE = "dispute"
    WITHDRAWAL = "withdrawal"
    STOP = "stop"
    ANNULMENT = "annulment"
    PAUSE = "pause"
    RESUME = "resume"
    ACCEPT_LATE = "accept-late"
    ACCEPT_UNTIMED = "accept-untimed"
    ACCEPT_EARLY_START = "accept-early-start"
    OVERRULE = "overrule"
    REVISION = "revision"
    NOTICE = "notice"
    IRREGULARITY = "irregularity"
    EXEMPTION = "exemption"
    REQUEST = "request"
    COMPLAINT = "complaint"
    RECONSIDERATION = "reconsideration"
    APPEAL = "appeal"
    RETENTION = "retention"


class Effect(StrEnum):
    """What a decision changes in the state of its exam."""

    RESET = "reset"  # the row named and all later ones lose their approvals
    REFUSE = "refuse"  # the row waits until its text changes
    UNREFUSE = "unrefuse"
    WAIVE = "waive"  # a named approval is no longer awaited
    DEADLINE = "deadline"
    PART = "part"  # another person plays the part from here
    DISPUTE = "dispute"  # other approvers for the consensus, as policy says
    CLOSE = "close"  # open rows become not-needed; archive unlocks
    STOP = "stop"  # evidence to consensus become not-needed; final cites the stop
    CLOCK_STOP = "clock_stop"
    CLOCK_GO = "clock_go"
    ACCEPT = "accept"  # resolves the state that the decision names
    OUTCOME = "outcome"  # another outcome than the computed or established one
    RECORD = "record"  # changes no state; it is kept and its clocks run


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRule:
    """Who may take a decision of one kind, and when.

    `by`: any one of these (the committee with its quorum). `after`: this row must be
    done. `before`: none of these rows may have a standing approval. `archived`: lawful
    after the archive as well.
    """

    kind: DecisionKind
    by: frozenset[Approver]
    effect: Effect
    after: RowId | None = None
    before: frozenset[RowId] = frozenset()
    archived: bool = False


_COMMITTEE = frozenset[Approver]({Role.EXAM_COMMITTEE})
_OFFICE = frozenset[Approver]({Role.EXAM_COMMITTEE, Role.ADMIN, Part.SCHOOL_CONTACT})
_RETURNERS = frozenset[Approver](
    {Role.EXAM_COMMITTEE, Part.FIRST_ASSESSOR, Part.SECOND_ASSESSOR}
)
_ASSESSORS = frozenset[Approver]({Part.FIRST_ASSESSOR, Part.SECOND_ASSESSOR})
_ANY_PART = frozenset[Approver]({*Part, Role.EXAM_COMMITTEE})
_RESULT = frozenset({RowId.RESULT})

_RULES = (
    DecisionRule(kind=DecisionKind.RETURN, by=_RETURNERS, effect=Effect.RESET),
    DecisionRule(kind=DecisionKind.REFUSAL, by=_ANY_PART, effect=Effect.REFUSE),
    DecisionRule(
        kind=DecisionKind.REFUSAL_WITHDRAWN, by=_ANY_PART, effect=Effect.UNREFUSE
    ),
    DecisionRule(
        kind=DecisionKind.CONTINUE_WITHOUT, by=_COMMITTEE, effect=Effect.WAIVE
    ),
    DecisionRule(
        kind=DecisionKind.EXTENSION,
        by=_OFFICE,
        effect=Effect.DEADLINE,
        after=RowId.ESTABLISH,
    ),
    DecisionRule(
        kind=DecisionKind.SUBSTITUTION, by=_OFFICE, effect=Effect.PART, before=_RESULT
    ),
    DecisionRule(kind=DecisionKind.RATIFICATION, by=_COMMITTEE, effect=Effect.RECORD),
    DecisionRule(
        kind=DecisionKind.DISPUTE,
        by=_ASSESSORS,
        effect=Effect.DISPUTE,
        after=RowId.UNSEAL,
        before=frozenset({RowId.FINAL}),
    ),
    DecisionRule(
        kind=DecisionKind.WITHDRAWAL, by=_OFFICE, effect=Effect.CLOSE, before=_RESULT
    ),
    DecisionRule(
        kind=DecisionKind.STOP,
        by=frozenset[Approver](
            {Role.EXAM_COMMITTEE, Part.WORKPLACE_SUPERVISOR, *_ASSESSORS}
        ),
        effect=Effect.STOP,
        after=RowId.ESTABLISH,
        before=frozenset({RowId.SEAL_FIRST, RowId.SEAL_SECOND}),
    ),
    DecisionRule(
        kind=DecisionKind.ANNULMENT, by=_COMMITTEE, effect=Effect.CLOSE, before=_RESULT
    ),
    DecisionRule(kind=DecisionKind.PAUSE, by=_OFFICE, effect=Effect.CLOCK_STOP),
    DecisionRule(kind=DecisionKind.RESUME, by=_OFFICE, effect=Effect.CLOCK_GO),
    DecisionRule(
        kind=DecisionKind.ACCEPT_LATE,
        by=_COMMITTEE,
        effect=Effect.ACCEPT,
        after=RowId.EVIDENCE,
    ),
    DecisionRule(
        kind=DecisionKind.ACCEPT_UNTIMED,
        by=_COMMITTEE,
        effect=Effect.ACCEPT,
        after=RowId.EVIDENCE,
    ),
    DecisionRule(
        kind=DecisionKind.ACCEPT_EARLY_START,
        by=_COMMITTEE,
        effect=Effect.ACCEPT,
        after=RowId.ESTABLISH,
    ),
    DecisionRule(
        kind=DecisionKind.OVERRULE,
        by=_COMMITTEE,
        effect=Effect.OUTCOME,
        after=RowId.UNSEAL,
        before=_RESULT,
    ),
    DecisionRule(
        kind=DecisionKind.REVISION,
        by=_COMMITTEE,
        effect=Effect.OUTCOME,
        after=RowId.RESULT,
        archived=True,
    ),
    DecisionRule(
        kind=DecisionKind.NOTICE,
        by=_OFFICE,
        effect=Effect.RECORD,
        after=RowId.RESULT,
        archived=True,
    ),
    DecisionRule(kind=DecisionKind.IRREGULARITY, by=_COMMITTEE, effect=Effect.RECORD),
    DecisionRule(kind=DecisionKind.EXEMPTION, by=_COMMITTEE, effect=Effect.RECORD),
    DecisionRule(
        kind=DecisionKind.REQUEST, by=_OFFICE, effect=Effect.RECORD, archived=True
    ),
    DecisionRule(
        kind=DecisionKind.COMPLAINT, by=_OFFICE, effect=Effect.RECORD, archived=True
    ),
    DecisionRule(
        kind=DecisionKind.RECONSIDERATION,
        by=_OFFICE,
        effect=Effect.RECORD,
        after=RowId.RESULT,
        archived=True,
    ),
    DecisionRule(
        kind=DecisionKind.APPEAL,
        by=_OFFICE,
        effect=Effect.RESET,
        after=RowId.RESULT,
        archived=True,
    ),
    DecisionRule(
        kind=DecisionKind.RETENTION,
        by=frozenset[Approver]({Role.ADMIN}),
        effect=Effect.RECORD,
        after=RowId.ARCHIVE,
        archived=True,
    ),
)

DECISIONS: Mapping[DecisionKind, DecisionRule] = {rule.kind: rule for rule in _RULES}

RETURNS: Mapping[RowId, frozenset[Approver]] = {
    RowId.ACQUIRE: _COMMITTEE,
    RowId.EVIDENCE: _ASSESSORS,
    RowId.CONSENSUS: _COMMITTEE,
}
"""The rows that can be returned to, and who returns (PROTOCOL R13)."""

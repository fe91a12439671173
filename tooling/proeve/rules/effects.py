"""What each kind of decision changes in the state of its exam.

Source: PROTOCOL R13, R14.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from proeve.model.decided import is_reset
from proeve.model.exam import Decision, ExamState, RowState
from proeve.model.records import text_at
from proeve.process.decisions import DECISIONS, DecisionKind, Effect
from proeve.process.vocabulary import RowId
from proeve.rules.parts import parts_of

_ORDER = tuple(RowId)
_OF_HAND_IN = frozenset({DecisionKind.ACCEPT_LATE, DecisionKind.ACCEPT_UNTIMED})
"""What was accepted of one hand-in says nothing of the next one."""


def applied(exam: ExamState, decision: Decision) -> ExamState:
    """Return the exam after a decision."""
    decided = replace(exam, decisions=(*exam.decisions, decision))
    decided = replace(
        decided, parts=parts_of(decided.document("exam"), decided.decisions)
    )
    if is_reset(decision):
        return reset(decided, reset_row(decision), decision.at)
    effect = _EFFECTS.get(DECISIONS[decision.kind].effect)
    return effect(decided, decision) if effect else decided


def reset_row(decision: Decision) -> RowId:
    """Return the first row that a return or a won appeal resets."""
    to = text_at(decision.record, "to")
    return RowId(to) if to in list(RowId) else RowId.CONSENSUS


def reset(exam: ExamState, to: RowId, at: int) -> ExamState:
    """Count this row and all later ones on; their approvals fall, documents stay."""
    rows = dict(exam.rows)
    for row in _ORDER[_ORDER.index(to) :]:
        seq = rows.get(row, RowState()).seq + 1
        rows[row] = RowState(seq=seq, returned=row is to, changed_at=at)
    again = _ORDER.index(to) <= _ORDER.index(RowId.EVIDENCE)
    accepted = exam.accepted - _OF_HAND_IN if again else exam.accepted
    return replace(exam, rows=rows, accepted=accepted)


def _with_row(exam: ExamState, row: str, state: RowState) -> ExamState:
    return replace(exam, rows={**exam.rows, RowId(row): state})


def _refuse(exam: ExamState, decision: Decision) -> ExamState:
    row, hat = text_at(decision.record, "row"), text_at(decision.record, "approver")
    if row not in list(RowId):
        return exam
    state = exam.row(RowId(row))
    kept = tuple(one for one in state.approvals if one.person != decision.by)
    refused = {**state.refused, hat: text_at(decision.record, "reason")}
    return _with_row(exam, row, replace(state, approvals=kept, refused=refused))


def _unrefuse(exam: ExamState, decision: Decision) -> ExamState:
    row, hat = text_at(decision.record, "row"), text_at(decision.record, "approver")
    if row not in list(RowId):
        return exam
    state = exam.row(RowId(row))
    refused = {key: value for key, value in state.refused.items() if key != hat}
    return _with_row(exam, row, replace(state, refused=refused))


def _waive(exam: ExamState, decision: Decision) -> ExamState:
    row, hat = text_at(decision.record, "row"), text_at(decision.record, "approver")
    if row not in list(RowId):
        return exam
    state = exam.row(RowId(row))
    return _with_row(exam, row, replace(state, waived=state.waived | {hat}))


def _dispute(exam: ExamState, decision: Decision) -> ExamState:
    return replace(exam, dispute=text_at(decision.record, "way"))


def _close(exam: ExamState, decision: Decision) -> ExamState:
    return replace(exam, closed=decision.kind)


def _stop(exam: ExamState, decision: Decision) -> ExamState:
    return replace(exam, stopped=decision.number)


def _pause(exam: ExamState, decision: Decision) -> ExamState:
    return replace(exam, paused=decision.kind is DecisionKind.PAUSE)


def _accept(exam: ExamState, decision: Decision) -> ExamState:
    return replace(exam, accepted=exam.accepted | {decision.kind})


_EFFECTS: Mapping[Effect, Callable[[ExamState, Decision], ExamState]] = {
    Effect.REFUSE: _refuse,
    Effect.UNREFUSE: _unrefuse,
    Effect.WAIVE: _waive,
    Effect.DISPUTE: _dispute,
    Effect.CLOSE: _close,
    Effect.STOP: _stop,
    Effect.CLOCK_STOP: _pause,
    Effect.CLOCK_GO: _pause,
    Effect.ACCEPT: _accept,
}
"""Effects that change more than the list of decisions; `PART` shows in the parts."""

"""Decisions: who may take one, in which state, and what it changes.

Each keeps the history; none deletes anything. Source: PROTOCOL R4, R13, R14.
"""

import re
from collections.abc import Iterator, Mapping

from proeve.model.decided import is_reset
from proeve.model.digest import tree_digest
from proeve.model.exam import Decision, ExamState
from proeve.model.findings import Finding
from proeve.model.records import Record, number_at, text_at
from proeve.process.decisions import DECISIONS, RETURNS, DecisionKind, DecisionRule
from proeve.process.table import Row
from proeve.process.vocabulary import Action, Approver, Part, Role, RowId
from proeve.rules.cases import check_record
from proeve.rules.committees import check_member
from proeve.rules.effects import applied, reset_row
from proeve.rules.erasing import check_erasure, due_after
from proeve.rules.landing import check_unlocked
from proeve.rules.levels import least_of
from proeve.rules.move import Move, Voice
from proeve.rules.rows import all_rows, approvers_of, begun, done, quorum_of
from proeve.rules.seals import seal_row
from proeve.rules.separation import takes_over

_FILE = re.compile(r"decisions/([1-9][0-9]*)-([a-z-]+)\.yml")
_SEALS = (RowId.SEAL_FIRST, RowId.SEAL_SECOND)
_WAIVABLE = frozenset(
    {
        RowId.ACQUIRE,
        RowId.APPOINTMENT,
        RowId.EXECUTION,
        RowId.EVIDENCE,
        RowId.EVIDENCE_CHECK,
        RowId.CONSENSUS,
    }
)
"""Rows in which an approval may stay away; nothing stands in for a judgement."""


def decide(move: Move, exam: ExamState) -> tuple[ExamState, tuple[Finding, ...]]:
    """Return the exam after the move's decision, and what keeps it from being one."""
    deciders = [v for v in move.voices if v.statement.action is Action.DECIDE]
    if not deciders:
        return exam, ()
    files = [path for path in sorted(move.changed) if _FILE.fullmatch(path)]
    if len(files) != 1 or len(move.changed) != 1:
        return exam, (move.finding("decisions.one-file"),)
    decision = _decision(move, files[0], deciders[0])
    after = applied(exam, decision)
    findings = (
        *_check_file(move, files[0], decision, deciders),
        *_check_right(move, files[0], decision, deciders),
        *_check_moment(move, files[0], decision),
        *_check_kind(move, files[0], decision, deciders),
        *check_erasure(move, files[0], decision),
        *check_record(move, files[0], decision),
        *_check_seq(move, files[0], decision, deciders, after),
    )
    return after, findings


def _decision(move: Move, path: str, voice: Voice) -> Decision:
    found = _FILE.fullmatch(path)
    number, kind = (found[1], found[2]) if found else ("0", "")
    return Decision(
        number=int(number),
        kind=DecisionKind(kind),
        record=move.documents.get(path, {}),
        by=voice.person,
        commit=move.transition.oid,
        at=move.transition.authored,
    )


def _check_file(
    move: Move, path: str, decision: Decision, deciders: list[Voice]
) -> Iterator[Finding]:
    expected = len(move.before.decisions) + 1
    if decision.number != expected:
        yield move.finding("decisions.number", path, expected=str(expected))
    if number_at(decision.record, "number") != decision.number:
        yield move.finding("decisions.number", path, "number", expected=str(expected))
    text = tree_digest({path: move.files[path]})
    for voice in deciders:
        if voice.statement.text != text:
            yield move.finding("decisions.other-text", path, person=voice.person)
    by = text_at(decision.record, "by")
    if by not in {voice.person for voice in deciders}:
        yield move.finding("decisions.not-the-decider", path, "by", person=by)


def allowed_hats(decision: Decision, rule: DecisionRule) -> frozenset[Approver]:
    """Return the parts and roles of which any one may take this decision."""
    if decision.kind is DecisionKind.RETURN:
        to = text_at(decision.record, "to")
        return RETURNS.get(RowId(to), frozenset()) if to in RETURNS else frozenset()
    return rule.by


def _check_right(
    move: Move, path: str, decision: Decision, deciders: list[Voice]
) -> Iterator[Finding]:
    allowed = allowed_hats(decision, DECISIONS[decision.kind])
    worn = {hat for voice in deciders for hat in voice.hats} & allowed
    yield from _check_levels(move, path, decision, deciders)
    if not worn:
        person = deciders[0].person
        yield move.finding(
            "decisions.not-yours", path, person=person, decision=decision.kind
        )
    elif worn == {Role.EXAM_COMMITTEE}:
        yield from _check_quorum(move, path, decision, deciders)


def _check_levels(
    move: Move, path: str, decision: Decision, deciders: list[Voice]
) -> Iterator[Finding]:
    for voice in deciders:
        leasts = [least_of(hat, voice.statement.role) for hat in voice.hats]
        least = max(leasts, default=voice.level)
        if voice.level > least:
            args = {"row": decision.kind, "level": voice.level, "least": least}
            yield move.finding("rows.level", path, **args)


def _check_quorum(
    move: Move, path: str, decision: Decision, deciders: list[Voice]
) -> Iterator[Finding]:
    """Report members without a vote, and too few of them.

    A decision needs all its members in the commit itself: it has no row to wait in.
    """
    members = set()
    for voice in deciders:
        code = check_member(voice.person, move.before, move.registry)
        if code is None:
            members.add(voice.person)
        else:
            yield move.finding(code, path, person=voice.person)
    quorum = quorum_of(move.before, move.registry, "decision")
    if len(members) < quorum:
        args = {"decision": decision.kind, "quorum": str(quorum)}
        yield move.finding("committee.quorum", path, **args)


def _check_moment(move: Move, path: str, decision: Decision) -> Iterator[Finding]:
    rule, before = DECISIONS[decision.kind], move.before
    if not before.files:
        yield move.finding("decisions.no-exam", path)
    if begun(RowId.ARCHIVE, before) and not rule.archived:
        yield move.finding("rows.archived", path)
    if before.closed is not None and not rule.archived:
        yield move.finding("decisions.closed", path, decision=decision.kind)
    after = due_after(decision, rule)
    if after is not None and not done(after, before, move.registry):
        args = {"decision": decision.kind, "row": after}
        yield move.finding("decisions.too-early", path, **args)
    for row in sorted(rule.before):
        if begun(row, before):
            args = {"decision": decision.kind, "row": row}
            yield move.finding("decisions.too-late", path, **args)


def _check_kind(
    move: Move, path: str, decision: Decision, deciders: list[Voice]
) -> Iterator[Finding]:
    if decision.kind is DecisionKind.RETURN:
        yield from _check_return(move, path, decision)
    elif decision.kind in (DecisionKind.REFUSAL, DecisionKind.REFUSAL_WITHDRAWN):
        yield from _check_refusal(move, path, decision, deciders)
    elif decision.kind is DecisionKind.SUBSTITUTION:
        yield from _check_substitution(move, path, decision.record)
    elif decision.kind is DecisionKind.DISPUTE:
        way = text_at(decision.record, "way")
        if way != move.registry.policy.dispute:
            wanted = move.registry.policy.dispute
            yield move.finding("decisions.other-way", path, "way", wanted=wanted)
    elif decision.kind is DecisionKind.CONTINUE_WITHOUT:
        yield from _check_waiver(move, path, decision.record)
    elif decision.kind is DecisionKind.RESUME and not move.before.paused:
        yield move.finding("decisions.not-paused", path)


def _check_return(move: Move, path: str, decision: Decision) -> Iterator[Finding]:
    to, before = text_at(decision.record, "to"), move.before
    if to not in RETURNS:
        yield move.finding("decisions.no-return", path, "to", row=to)
        return
    sealed = any(begun(row, before) for row in _SEALS)
    if sealed and to != RowId.CONSENSUS:
        yield move.finding("decisions.sealed", path, "to", row=to)
    if not done(RowId(to), before, move.registry):
        yield move.finding("decisions.nothing-to-return", path, "to", row=to)
    if begun(RowId.RESULT, before):
        args = {"decision": decision.kind, "row": RowId.RESULT}
        yield move.finding("decisions.too-late", path, **args)


def _check_refusal(
    move: Move, path: str, decision: Decision, deciders: list[Voice]
) -> Iterator[Finding]:
    """Report a refusal of an approval that is not the refuser's to give."""
    row, hat = text_at(decision.record, "row"), text_at(decision.record, "approver")
    if not _awaited(move, row, hat):
        yield move.finding("decisions.no-such-approval", path, "approver", hat=hat)
    elif all(hat not in voice.hats for voice in deciders):
        person = deciders[0].person
        yield move.finding(
            "decisions.not-yours", path, "approver", person=person, decision=hat
        )


def _awaited(move: Move, row: str, hat: str) -> bool:
    found = all_rows(move.before).get(RowId(row)) if row in list(RowId) else None
    return found is not None and any(
        hat in approvers
        for approvers in approvers_of(found, move.before, move.registry.policy)
    )


def _check_waiver(move: Move, path: str, record: Record) -> Iterator[Finding]:
    row, hat = text_at(record, "row"), text_at(record, "approver")
    if not _awaited(move, row, hat) or hat == Role.EXAM_COMMITTEE:
        yield move.finding("decisions.no-such-approval", path, "approver", hat=hat)
    elif RowId(row) not in _WAIVABLE:
        yield move.finding("decisions.not-waivable", path, "row", row=row)
    else:
        yield from check_unlocked(move, all_rows(move.before)[RowId(row)])


def _check_substitution(move: Move, path: str, record: Record) -> Iterator[Finding]:
    part = next((part for part in Part if part == text_at(record, "part")), None)
    if part is None or text_at(record, "from") not in move.before.parts.get(part, ()):
        named = text_at(record, "part")
        yield move.finding("decisions.not-the-part", path, "from", part=named)
        return
    row = seal_row(part)
    if row is not None and begun(row, move.before):
        yield move.finding("decisions.sealed", path, "part", row=row)
    code = takes_over(part, text_at(record, "to"), move.before)
    if code is not None:
        yield move.finding(code, path, "to", person=text_at(record, "to"), row=part)
    if part is Part.STUDENT:
        yield move.finding("decisions.not-the-part", path, "part", part=part)


def _check_seq(
    move: Move,
    path: str,
    decision: Decision,
    deciders: list[Voice],
    after: ExamState,
) -> Iterator[Finding]:
    """Report a decision whose number is not the row's after it (PROTOCOL R6)."""
    row = named_row(decision, move.own.step, move.process.rows)
    seq = after.row(row).seq if row is not None else 0
    for voice in deciders:
        if voice.statement.seq != seq:
            args = {"row": row or "", "seq": str(seq), "said": str(voice.statement.seq)}
            yield move.finding("rows.stale", path, **args)
        elif row is not None and all_rows(after)[row].step != voice.statement.step:
            step, own = all_rows(after)[row].step, voice.statement.step
            yield move.finding("rows.other-step", path, step=step, own=own)


def named_row(decision: Decision, step: str, rows: Mapping[RowId, Row]) -> RowId | None:
    """Return the row whose Seq the decision carries.

    That is the row it resets, else the one that its document names, else the first row
    of the step in its statement.
    """
    if is_reset(decision):
        return reset_row(decision)
    named = text_at(decision.record, "row")
    if named in list(RowId):
        return RowId(named)
    return next((row.id for row in rows.values() if row.step == step), None)

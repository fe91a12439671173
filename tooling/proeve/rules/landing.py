"""Approvals: each lands on exactly the text and sequence number that it names.

Source: PROTOCOL R6 to R10, R12, R35.
"""

from collections.abc import Iterator
from dataclasses import replace

from proeve.model.exam import Approval, ExamState, RowState
from proeve.model.findings import Finding
from proeve.model.records import text_at
from proeve.process.table import Row
from proeve.process.vocabulary import Action, Approver, Level, Role
from proeve.rules.committees import check_member
from proeve.rules.levels import least_level
from proeve.rules.move import Move, Voice
from proeve.rules.rows import (
    blocks_of,
    done,
    needs_of,
    not_needed,
    text_of,
)
from proeve.rules.separation import hands

_GIVES = frozenset({Action.APPROVE, Action.SEAL, Action.UNSEAL})


def land(
    move: Move, exam: ExamState
) -> tuple[tuple[Approval, ...], tuple[Finding, ...]]:
    """Return the approvals that this move adds, and what keeps any from landing.

    `exam` is the state after the move's text, so that fallen approvals are gone.
    """
    landed: list[Approval] = []
    findings: list[Finding] = []
    for voice in move.voices:
        if voice.statement.action not in _GIVES:
            continue
        if voice.address is None:
            continue  # rules.writing reports a voice without a row
        row, hat = voice.address
        faults = tuple(_faults(move, exam, voice, row, hat))
        if any(_counted(voice, row, one) for one in landed):
            faults = (*faults, move.finding("rows.twice", person=voice.person))
        findings.extend(faults)
        landed.append(_approval(move, voice, row, hat))
    return tuple(landed), tuple(findings)


def _counted(voice: Voice, row: Row, approval: Approval) -> bool:
    return approval.row is row.id and approval.person == voice.person


def _approval(move: Move, voice: Voice, row: Row, hat: Approver) -> Approval:
    return Approval(
        row=row.id,
        hat=hat,
        role=voice.statement.role,
        person=voice.person,
        seq=voice.statement.seq,
        text=voice.statement.text,
        level=Level(voice.level),
        via=voice.via,
        proof=voice.proof,
        commit=move.transition.oid,
        at=move.transition.authored,
        key=voice.key,
        position=move.state.length + 1,
        sha256=voice.sha256,
    )


def _faults(
    move: Move, exam: ExamState, voice: Voice, row: Row, hat: Approver
) -> Iterator[Finding]:
    yield from check_unlocked(move, row)
    yield from check_current(move, exam, voice, row)
    state = exam.row(row.id)
    if any(one.person == voice.person for one in state.approvals):
        yield move.finding("rows.twice", person=voice.person, row=row.id)
    if hat in state.refused:
        yield move.finding("rows.refused", row=row.id, hat=hat)
    if not _written(row, exam):
        yield move.finding("rows.nothing-to-approve", row=row.id)
    least = least_level(row, hat, voice.statement.role, move.registry.policy)
    if voice.level > least:
        yield move.finding("rows.level", row=row.id, level=voice.level, least=least)
    if hat is Role.EXAM_COMMITTEE:
        code = check_member(voice.person, exam, move.registry)
        if code is not None:
            yield move.finding(code, person=voice.person)
    yield from _check_author(move, row)
    code = hands(row.id, voice.person, exam)
    if code is not None:
        yield move.finding(code, person=voice.person, row=row.id)


def _check_author(move: Move, row: Row) -> Iterator[Finding]:
    """Report a new document that says somebody else made it than those who sign."""
    path = row.writes[0]
    author = text_at(move.documents.get(path), "by")
    signers = {voice.person for voice in move.voices}
    if path in move.changed and author and author not in signers:
        yield move.finding("rows.other-author", path, "by", person=author)


def check_unlocked(move: Move, row: Row) -> Iterator[Finding]:
    """Report a row whose turn has not come, or that is no longer needed."""
    before, registry = move.before, move.registry
    if not_needed(row.id, before, registry):
        yield move.finding("rows.not-needed", row=row.id)
    for need in needs_of(row, before):
        if not (done(need, before, registry) or not_needed(need, before, registry)):
            yield move.finding("rows.locked", row=row.id, needs=need)
    for kind in blocks_of(row, before, registry):
        yield move.finding("rows.blocked", row=row.id, decision=kind)


def check_current(
    move: Move, exam: ExamState, voice: Voice, row: Row
) -> Iterator[Finding]:
    """Report a statement about another text or turn of the row than is there now."""
    seq = exam.row(row.id).seq
    if voice.statement.seq != seq:
        said = str(voice.statement.seq)
        yield move.finding("rows.stale", row=row.id, seq=str(seq), said=said)
    elif voice.statement.text != text_of(row, move.files):
        yield move.finding("rows.other-text", row=row.id)


def _written(row: Row, exam: ExamState) -> bool:
    """Tell whether the row's own document is there; all of them when forms open."""
    own = [path for path in row.writes if not path.endswith("/")]
    if row.action is Action.UNSEAL:
        return all(path in exam.files for path in own)
    return own[0] in exam.files


def with_approvals(exam: ExamState, landed: tuple[Approval, ...]) -> ExamState:
    """Return the exam with approvals added to their rows."""
    rows = dict(exam.rows)
    for approval in landed:
        row = rows.get(approval.row, RowState())
        rows[approval.row] = replace(
            row, approvals=(*row.approvals, approval), returned=False
        )
    return replace(exam, rows=rows)

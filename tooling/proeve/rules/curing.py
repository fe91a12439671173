"""What heals an approval in doubt: its owner's new key, or the committee's `void`.

`reaffirm` says the same of the same text in the same turn, with another key; `void`
resets the row like a return. Nothing is rewritten. Source: TRUST 1.4; PROTOCOL R4, R13.
"""

from collections.abc import Iterator
from dataclasses import replace

from proeve.model.exam import Approval, ExamState
from proeve.model.findings import Finding
from proeve.model.statement import Statement
from proeve.process.table import Row
from proeve.process.vocabulary import Action, Level, Role, RowId
from proeve.rules.committees import check_member
from proeve.rules.effects import reset
from proeve.rules.levels import least_level
from proeve.rules.move import Move, Voice
from proeve.rules.rows import all_rows, begun, quorum_of, text_of
from proeve.rules.suspicion import suspects

_CURES = (Action.VOID, Action.REAFFIRM)
_ORDER = tuple(RowId)
_SEALS = (RowId.SEAL_FIRST, RowId.SEAL_SECOND, RowId.SEAL_THIRD)
_OPENED = (RowId.UNSEAL, RowId.UNSEAL_THIRD)

Cured = tuple[ExamState, tuple[Approval, ...], tuple[Finding, ...]]


def cure(move: Move, exam: ExamState) -> Cured:
    """Return the exam after what heals it, the new approvals, and what is wrong."""
    voices = [v for v in move.voices if v.statement.action in _CURES]
    given: list[Approval] = []
    findings: list[Finding] = []
    seqs: set[int] = set()
    for voice in voices:
        if voice.statement.step != move.own.step:
            args = {"step": voice.statement.step, "own": move.own.step}
            findings.append(move.finding("rows.other-step", **args))
        elif voice.statement.action is Action.REAFFIRM:
            exam, made, wrong = _reaffirmed(move, exam, voice)
            given += made
            findings += wrong
            seqs.add(voice.statement.seq)
    voids = [v for v in voices if v.statement.action is Action.VOID]
    if voids:
        exam, wrong = _voided(move, exam, voids)
        findings += wrong
        seqs.add(voids[0].statement.seq)
    if len(voices) == len(move.voices) and voices and move.own.seq not in seqs:
        args = {"row": move.own.step, "seq": str(min(seqs, default=0))}
        findings.append(move.finding("rows.stale", said=str(move.own.seq), **args))
    return exam, tuple(given), tuple(findings)


def _in_doubt(
    move: Move, exam: ExamState, said: Statement
) -> Iterator[tuple[Row, Approval]]:
    rows = all_rows(exam)
    for approval in suspects(exam, move.registry):
        if rows[approval.row].step == said.step:
            yield rows[approval.row], approval


def _named(
    found: list[tuple[Row, Approval]], exam: ExamState, said: Statement
) -> tuple[Row, Approval]:
    """Return the row whose text the statement names, or else the first."""
    fits = (each for each in found if text_of(each[0], exam.files) == said.text)
    return next(fits, found[0])


def _reaffirmed(
    move: Move, exam: ExamState, voice: Voice
) -> tuple[ExamState, list[Approval], list[Finding]]:
    said = voice.statement
    found = [
        (row, one)
        for row, one in _in_doubt(move, exam, said)
        if one.person == voice.person and one.role is said.role
    ]
    if not found:
        args = {"person": voice.person, "step": said.step}
        return exam, [], [move.finding("rows.nothing-to-reaffirm", **args)]
    row, old = _named(found, exam, said)
    level = Level(voice.level)
    new = replace(
        old,
        level=level,
        key=voice.key,
        via=voice.via,
        proof=voice.proof,
        commit=move.transition.oid,
        first_proof=old.first_proof or old.proof,
        sha256=voice.sha256,
    )
    findings = [*_check_current(move, exam, said, row, exam.row(row.id).seq)]
    least = least_level(row, old.hat, old.role, move.registry.policy)
    if level > least:
        args = {"row": row.id, "level": level, "least": least}
        findings.append(move.finding("rows.level", **args))
    stands = exam.row(row.id)
    kept = tuple(new if one == old else one for one in stands.approvals)
    rows = {**exam.rows, row.id: replace(stands, approvals=kept)}
    return replace(exam, rows=rows), [new], findings


def _check_current(
    move: Move, exam: ExamState, said: Statement, row: Row, seq: int
) -> Iterator[Finding]:
    if said.seq != seq:
        args = {"row": row.id, "seq": str(seq), "said": str(said.seq)}
        yield move.finding("rows.stale", **args)
    elif said.text != text_of(row, exam.files):
        yield move.finding("rows.other-text", row=row.id)


def _voided(
    move: Move, exam: ExamState, voids: list[Voice]
) -> tuple[ExamState, list[Finding]]:
    said = voids[0].statement
    found = list(_in_doubt(move, exam, said))
    if not found:
        return exam, [move.finding("rows.nothing-to-void", step=said.step)]
    row, _ = _named(found, exam, said)
    after = reset(exam, row.id, move.transition.authored)
    findings = [*_check_right(move, voids), *_check_moment(move, exam, row.id)]
    for voice in voids:
        seq = after.row(row.id).seq
        findings += _check_current(move, exam, voice.statement, row, seq)
    return after, findings


def _check_right(move: Move, voids: list[Voice]) -> Iterator[Finding]:
    """Report voices that are no committee member's, and too few of those."""
    members = set()
    for voice in voids:
        code = check_member(voice.person, move.before, move.registry)
        if Role.EXAM_COMMITTEE not in voice.hats:
            args = {"person": voice.person, "role": voice.statement.role}
            yield move.finding("parts.not-yours", **args)
        elif code is not None:
            yield move.finding(code, person=voice.person)
        elif voice.level > Level.B:
            args = {"row": "void", "level": voice.level, "least": Level.B}
            yield move.finding("rows.level", **args)
        else:
            members.add(voice.person)
    quorum = quorum_of(move.before, move.registry, "decision")
    if len(members) < quorum:
        yield move.finding("committee.quorum", decision="void", quorum=str(quorum))


def _check_moment(move: Move, exam: ExamState, row: RowId) -> Iterator[Finding]:
    """Report a row that cannot be done again: forms that were opened stay so (R13)."""
    if begun(RowId.ARCHIVE, exam) and row is not RowId.ARCHIVE:
        yield move.finding("rows.archived")
    early = _ORDER.index(row) < _ORDER.index(RowId.CONSENSUS)
    opened = any(begun(each, exam) for each in _OPENED)
    sealed = row not in _SEALS and any(begun(each, exam) for each in _SEALS)
    if early and (opened or sealed):
        yield move.finding("rows.too-late-to-void", row=row)

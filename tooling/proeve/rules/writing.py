"""Documents: written only by whom their row names, while it is unlocked and not frozen.

Source: PROTOCOL R4, R8, R12; nothing is ever deleted.
"""

from collections.abc import Iterator
from dataclasses import replace

from proeve.model.exam import ExamState, RowState
from proeve.model.findings import Finding
from proeve.model.records import text_at
from proeve.model.statement import NO_TEXT
from proeve.process.documents import ACT, TOKEN
from proeve.process.table import Row
from proeve.process.vocabulary import Action, Part, Role, RowId
from proeve.rules.arrivals import carried
from proeve.rules.landing import check_current, check_unlocked
from proeve.rules.move import Move
from proeve.rules.rows import begun, bound_by, frozen, matches

_ASSIGNMENT = "assignment.yml"
_LANDERS = frozenset({Role.ADMIN, Role.EXAM_COMMITTEE, Role.RECEIVER})
_IN_STEP = frozenset({Action.WRITE, Action.APPROVE, Action.SEAL, Action.UNSEAL})


def check_writing(move: Move) -> Iterator[Finding]:
    """Report what may not be written by these people, now, or at all."""
    yield from _check_voices(move)
    yield from _check_acts_folder(move)
    rows = _own_rows(move)
    for path in sorted(move.changed):
        if path not in move.files:
            yield move.finding("rows.deleted", path)
        elif path.startswith("decisions/"):
            if not _decides(move):
                yield move.finding("rows.not-writable", path, step=move.own.step)
        else:
            yield from _check_path(move, rows, path)


def _check_acts_folder(move: Move) -> Iterator[Finding]:
    """Report a file among the acts that is neither an act nor a token."""
    for change in move.transition.changes:
        path = change.path.removeprefix("exams/")
        if path.startswith(f"{move.scope}/acts/") and not (
            ACT.fullmatch(path) or TOKEN.fullmatch(path)
        ):
            inside = path.removeprefix(f"{move.scope}/")
            yield move.finding("path.unknown-file", inside, path=inside)


def _decides(move: Move) -> bool:
    return any(v.statement.action is Action.DECIDE for v in move.voices)


def _own_rows(move: Move) -> dict[RowId, Row]:
    """Return the rows in which a statement of this move may write."""
    found = (voice.address for voice in move.voices)
    return {row.id: row for row, _ in filter(None, found)}


def _check_path(move: Move, rows: dict[RowId, Row], path: str) -> Iterator[Finding]:
    writable = [row for row in rows.values() if matches(path, row.writes)]
    if path == _ASSIGNMENT and _ASSIGNMENT in move.before.files:
        writable = [row for row in writable if row.id is not RowId.CREATE]
    if not writable:
        yield move.finding("rows.not-writable", path, step=move.own.step)
    if begun(RowId.ARCHIVE, move.before):
        yield move.finding("rows.archived", path)
    for row in writable:
        yield from check_unlocked(move, row)
        for by in frozen(row, move.before):
            yield move.finding("rows.frozen", path, row=by)


def _check_voices(move: Move) -> Iterator[Finding]:
    own = move.own
    acts = any(voice.via == "act" for voice in move.voices)
    if own.action is Action.LAND or (acts and own.action is not Action.DECIDE):
        yield from _check_lander(move)
    for voice in move.voices:
        said = voice.statement
        if said.action not in _IN_STEP:
            continue
        if said.step != own.step:
            yield move.finding("rows.other-step", step=said.step, own=own.step)
        elif not voice.hats:
            args = {"person": voice.person, "role": said.role}
            yield move.finding("parts.not-yours", **args)
        elif voice.address is None:
            args = {"role": said.role, "action": said.action, "step": said.step}
            yield move.finding("parts.no-say", **args)
    if not move.changed and own.action is Action.WRITE:
        yield move.finding("rows.empty")


def _check_lander(move: Move) -> Iterator[Finding]:
    own = move.own
    acts = [voice for voice in move.voices if voice.via == "act"]
    group_exam = move.scope.removeprefix("groups/")
    held = own.role in _LANDERS and move.registry.holds(own.actor, own.role, group_exam)
    contact = own.role is Role.SCHOOL_CONTACT and own.actor in move.parts.get(
        Part.SCHOOL_CONTACT, ()
    )
    if not (held or contact):
        yield move.finding("parts.may-not-land", role=own.role, person=own.actor)
    if not acts and not carried(move):
        yield move.finding("rows.empty")
    if own.action is Action.LAND and own.text != NO_TEXT:
        yield move.finding("rows.other-text", row=own.step)


def check_written(move: Move, exam: ExamState) -> Iterator[Finding]:
    """Report a writer's statement about another text than the one that stands here."""
    for voice in move.voices:
        found = voice.address
        if voice.statement.action is Action.WRITE and found is not None:
            yield from check_unlocked(move, found[0])
            yield from check_current(move, exam, voice, found[0])


def check_land_seq(move: Move, exam: ExamState) -> Iterator[Finding]:
    """Report a landing whose sequence number is that of none of its rows."""
    if move.own.action is not Action.LAND:
        return
    rows = [voice.address[0] for voice in move.voices if voice.address]
    if rows and move.own.seq not in {exam.row(row.id).seq for row in rows}:
        seq = str(exam.row(rows[0].id).seq)
        yield move.finding(
            "rows.stale", row=rows[0].id, seq=seq, said=str(move.own.seq)
        )


_ORDER = {row: place for place, row in enumerate(RowId)}


def with_text(move: Move) -> ExamState:
    """Return the exam after the move's text: rows counted on, fallen approvals gone."""
    before = move.before
    rows = dict(before.rows)
    bound = {row for path in move.changed for row in bound_by(path, before.process)}
    for row in sorted(bound, key=_ORDER.__getitem__):
        seq = rows.get(row, RowState()).seq + 1
        rows[row] = RowState(seq=seq, changed_at=move.transition.authored)
    process = text_at(move.documents.get("exam.yml"), "process") or before.process
    return replace(
        before,
        process=process,
        files=move.files,
        documents=move.documents,
        parts=move.parts,
        rows=rows,
    )

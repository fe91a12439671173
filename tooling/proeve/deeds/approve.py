"""Agreeing with a row: the one in which this person's approval is missing."""

from collections.abc import Iterator
from dataclasses import dataclass

from proeve.deeds.clone import Clone
from proeve.deeds.exams import exam_named
from proeve.deeds.stating import Deed
from proeve.deeds.turns import Turn, Work, check_open, only, turns
from proeve.errors import UsageError
from proeve.model.exam import ExamState
from proeve.model.ledger import State
from proeve.process.table import Row
from proeve.process.vocabulary import Action, RowId
from proeve.rules.rows import all_rows, frozen, not_needed, text_of, unlocked
from proeve.words.labels import label


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreeing:
    """Which row, if it is named, and the digest of the text that was read, if any."""

    row: str = ""
    read: str = ""


def approve(clone: Clone, person: str, work: Work, asked: Agreeing) -> Deed:
    """Return the approval of a row of an exam; of no other text than what was read."""
    turn = approval_turn(clone, person, work, asked.row)
    if asked.read not in ("", text_of(turn.row, turn.exam.files)):
        raise UsageError(
            "De tekst is intussen veranderd; lees hem opnieuw en geef dan akkoord.",
            "The text has changed meanwhile; read it again before you agree.",
        )
    return Deed(
        scope=turn.exam.scope,
        actor=person,
        role=turn.role,
        action=Action.APPROVE,
        row=turn.row.id,
    )


def approval_turn(clone: Clone, person: str, work: Work, row: str = "") -> Turn:
    """Return where somebody's approval is missing; raises when it is nowhere."""
    state = clone.state
    exam = exam_named(state, work.exam)
    if row:
        return _in_row(exam, state, person, work, row_named(exam, row))
    found = list(_missing(exam, state, person, work))
    if not found:
        raise UsageError(
            f"In dit examen wacht nu geen akkoord op {person}"
            f"{_worn(work)}; `proeve status` zegt wie aan zet is.",
            f"No approval in this exam waits for {person} now{_worn(work)}; "
            "`proeve status` says whose move it is.",
        )
    rows = {turn.row.id for turn in found}
    if len(rows) > 1:
        listed = ", ".join(sorted(rows))
        raise UsageError(
            f"Er wacht meer dan één regel op je: {listed}; noem er een.",
            f"More than one row waits for you: {listed}; name one.",
        )
    return only(found)


def row_named(exam: ExamState, name: str) -> Row:
    """Return the row with this name."""
    rows = all_rows(exam)
    found = next((row for row in rows.values() if row.id == name), None)
    if found is None:
        listed = ", ".join(rows)
        raise UsageError(
            f"Er is geen regel {name}; kies uit: {listed}.",
            f"There is no row {name}; choose from: {listed}.",
        )
    return found


def _missing(exam: ExamState, state: State, person: str, work: Work) -> Iterator[Turn]:
    for row in all_rows(exam).values():
        if row.action is not Action.APPROVE or row.writes[0] not in exam.files:
            continue
        if not_needed(row.id, exam, state.registry) or frozen_by_others(row, exam):
            continue
        if unlocked(row, exam, state.registry):
            mine = turns(exam, state, person, row, work.worn)
            yield from (turn for turn in mine if turn.awaited)


def frozen_by_others(row: Row, exam: ExamState) -> bool:
    """Tell whether a later row fixed this one; its own approvals leave it open."""
    return any(by is not row.id for by in frozen(row, exam))


def _in_row(exam: ExamState, state: State, person: str, work: Work, row: Row) -> Turn:
    mine = list(turns(exam, state, person, row, work.worn))
    if not mine or row.action is not Action.APPROVE:
        raise UsageError(
            f"Een akkoord bij {row.id} is niet aan {person}{_worn(work)}.",
            f"An approval of {row.id} is not up to {person}{_worn(work)}.",
        )
    awaited = [turn for turn in mine if turn.awaited]
    if not frozen(row, exam):
        check_open(exam, row, state)
    if not awaited:
        raise UsageError(
            f"Bij {label(row.id, 'nl')} wacht geen akkoord op {person}.",
            f"No approval waits for {person} in: {label(row.id, 'en')}.",
        )
    if row.writes[0] not in exam.files:
        raise _nothing_there(row.id, row.writes[0])
    return only(awaited)


def _nothing_there(row: RowId, path: str) -> UsageError:
    return UsageError(
        f"Bij {label(row, 'nl')} is nog niets om akkoord op te geven: {path} is er "
        "nog niet.",
        f"There is nothing to approve yet in: {label(row, 'en')}; {path} is not there.",
    )


def _worn(work: Work) -> str:
    return f" ({work.worn})" if work.worn else ""

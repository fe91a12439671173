"""Opening the forms: all in one commit, from the assessors' own copies or the boxes."""

from collections.abc import Sequence
from dataclasses import dataclass

from proeve.deeds.clone import Clone
from proeve.deeds.exams import exam_named
from proeve.deeds.sealing_deeds import Seat, opened
from proeve.deeds.stating import Deed, Paper
from proeve.deeds.turns import Turn, Work, turn_in
from proeve.errors import UsageError
from proeve.model.document import Document
from proeve.model.exam import ExamState
from proeve.model.records import Record, text_at
from proeve.process.documents import KINDS
from proeve.process.table import Row
from proeve.process.vocabulary import Action, RowId
from proeve.reading.documents import read_as
from proeve.rules.rows import active, all_rows
from proeve.sealing import SealingError, commitment


@dataclass(frozen=True, slots=True, kw_only=True)
class Openers:
    """What is at hand to open with: clear copies, and secret opening keys."""

    copies: Sequence[bytes] = ()
    identities: Sequence[str] = ()


def opening_row(exam: ExamState) -> RowId:
    """Return the row in which forms wait to be opened: of a third assessor, or both."""
    rows = all_rows(exam)
    third = rows[RowId.UNSEAL_THIRD]
    both = rows[RowId.UNSEAL].writes[0] in exam.files
    return third.id if active(third, exam) and both else RowId.UNSEAL


def unseal(clone: Clone, person: str, work: Work, openers: Openers) -> Deed:
    """Return the deed that puts the opened forms on the spine; all of them or none."""
    exam = exam_named(clone.state, work.exam)
    turn = turn_in(clone.state, exam, person, opening_row(exam), work.worn)
    papers = {
        seat.form: _opened(clone, turn, seat, openers) for seat in seats(clone, turn)
    }
    return Deed(
        scope=exam.scope,
        actor=person,
        role=turn.role,
        action=Action.UNSEAL,
        row=turn.row.id,
        papers=papers,
    )


def seats(clone: Clone, turn: Turn) -> tuple[Seat, ...]:
    """Return whose forms a row opens, as their seals say."""
    repo, exam = clone.state.registry.repo, turn.exam
    return tuple(
        Seat(
            repo=repo,
            scope=exam.scope,
            part=stem,
            person=text_at(_seal(exam, stem), "assessor"),
        )
        for stem in _stems(turn.row)
    )


def _stems(row: Row) -> tuple[str, ...]:
    names = (path.removeprefix("forms/") for path in row.writes)
    return tuple(name.removesuffix(".yml") for name in names)


def _seal(exam: ExamState, stem: str) -> Record:
    return exam.documents.get(f"forms/{stem}.seal.yml", {})


def _opened(clone: Clone, turn: Turn, seat: Seat, openers: Openers) -> Paper:
    record = _seal(turn.exam, seat.part)
    form = _copied(seat, record, openers.copies)
    if form is None and openers.identities:
        form = _from_box(seat, record, openers.identities)
    if form is None:
        raise UsageError(
            f"Het formulier van {seat.person} is hier niet te openen: geef het eigen "
            "exemplaar met --copy, of de openingssleutel van de examencommissie met "
            "--identity.",
            f"The form of {seat.person} cannot be opened here: give their own copy "
            "with --copy, or the exam committee's opening key with --identity.",
        )
    del clone
    path = f"exams/{seat.scope}/{seat.form}"
    found = read_as(KINDS["form"], path, form)
    return Paper(form, found.data if isinstance(found, Document) else {})


def _copied(seat: Seat, record: Record, copies: Sequence[bytes]) -> bytes | None:
    """Return the copy to which the seal is bound, to the byte."""
    bound = text_at(record, "commitment")
    for copy in copies:
        made = commitment(seat.repo, seat.scope, seat.part, seat.person, copy)
        if made == bound:
            return copy
    return None


def _from_box(seat: Seat, record: Record, identities: Sequence[str]) -> bytes:
    try:
        return opened(seat, record, identities)
    except SealingError as error:
        raise UsageError(error.nl, error.en) from error

"""Saying no with a reason, and taking that back (PROTOCOL R14)."""

from dataclasses import dataclass

from proeve.deeds.approve import approval_turn
from proeve.deeds.clone import Clone
from proeve.deeds.deciding import Deciding, deciding
from proeve.deeds.exams import exam_named, hats
from proeve.deeds.stating import Deed
from proeve.deeds.turns import Work
from proeve.errors import UsageError
from proeve.model.document import Data
from proeve.model.exam import Decision, ExamState
from proeve.model.records import text_at
from proeve.process.decisions import DecisionKind
from proeve.process.vocabulary import Role, RowId


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusing:
    """Why somebody does not agree, or does after all; and about which row."""

    reason: str
    row: str = ""


def refuse(clone: Clone, person: str, work: Work, asked: Refusing) -> Deed:
    """Return the decision by which somebody says no to the text that waits for them."""
    _reasoned(asked)
    turn = approval_turn(clone, person, work, asked.row)
    if turn.hat is Role.EXAM_COMMITTEE:
        raise UsageError(
            "De examencommissie weigert niet, maar geeft terug: `proeve return`.",
            "The exam committee does not refuse but returns: `proeve return`.",
        )
    what = Deciding(
        kind=DecisionKind.REFUSAL,
        exam=turn.exam.scope,
        fields={"approver": str(turn.hat), "reason": asked.reason},
        on=work.today,
        worn=turn.role,
        row=turn.row.id,
    )
    return deciding(what)(clone, person)


def take_back(clone: Clone, person: str, work: Work, asked: Refusing) -> Deed:
    """Return the decision by which somebody takes their own refusal back."""
    _reasoned(asked)
    exam = exam_named(clone.state, work.exam)
    worn = hats(clone.state, exam, person)
    mine = {str(hat): role for hat, role in worn if work.worn in (None, role)}
    standing = [each for each in _refusals(exam, asked.row) if _hat(each) in mine]
    if not standing:
        raise UsageError(
            f"In dit examen staat geen weigering van {person}.",
            f"No refusal of {person} stands in this exam.",
        )
    last = standing[-1]
    fields: dict[str, Data] = {
        "refusal": last.number,
        "approver": _hat(last),
        "reason": asked.reason,
    }
    what = Deciding(
        kind=DecisionKind.REFUSAL_WITHDRAWN,
        exam=exam.scope,
        fields=fields,
        on=work.today,
        worn=mine[_hat(last)],
        row=_row(last),
    )
    return deciding(what)(clone, person)


def _refusals(exam: ExamState, row: str) -> list[Decision]:
    """Return the refusals that still stand, of one row if it is named."""
    return [
        each
        for each in exam.decisions
        if each.kind is DecisionKind.REFUSAL
        and row in ("", _row(each))
        and _hat(each) in exam.row(_row(each)).refused
    ]


def _row(decision: Decision) -> RowId:
    return RowId(text_at(decision.record, "row"))


def _hat(decision: Decision) -> str:
    return text_at(decision.record, "approver")


def _reasoned(asked: Refusing) -> None:
    if not asked.reason.strip():
        raise UsageError(
            "Geef de reden met --reason, zonder namen.",
            "Give the reason with --reason, without names.",
        )

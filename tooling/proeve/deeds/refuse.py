"""Saying no with a reason, and taking that back (PROTOCOL R14)."""

from dataclasses import dataclass

from proeve.deeds.approve import approval_turn
from proeve.deeds.clone import Clone
from proeve.deeds.stating import Deed, document
from proeve.deeds.turns import Turn, Work, exam_named, hats
from proeve.errors import UsageError
from proeve.model.document import Data
from proeve.model.exam import Decision, ExamState
from proeve.model.records import text_at
from proeve.process.decisions import DecisionKind
from proeve.process.vocabulary import Action, Role, RowId


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
    data: dict[str, Data] = {"row": turn.row.id.value, "approver": str(turn.hat)}
    return _decision(turn, person, work, DecisionKind.REFUSAL, data, asked.reason)


def take_back(clone: Clone, person: str, work: Work, asked: Refusing) -> Deed:
    """Return the decision by which somebody takes their own refusal back."""
    _reasoned(asked)
    exam = exam_named(clone.state, work.exam)
    mine = dict(hats(exam, clone.state, person, work.worn))
    standing = [each for each in _refusals(exam, asked.row) if _hat(each) in mine]
    if not standing:
        raise UsageError(
            f"In dit examen staat geen weigering van {person}.",
            f"No refusal of {person} stands in this exam.",
        )
    last = standing[-1]
    hat = next(each for each in mine if each == _hat(last))
    data: dict[str, Data] = {
        "row": text_at(last.record, "row"),
        "refusal": last.number,
        "approver": _hat(last),
    }
    turn = _Place(exam=exam, row=RowId(text_at(last.record, "row")), role=mine[hat])
    kind = DecisionKind.REFUSAL_WITHDRAWN
    return _decision(turn, person, work, kind, data, asked.reason)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where a decision lands when no approval waits: a refused row is closed."""

    exam: ExamState
    row: RowId
    role: Role


def _refusals(exam: ExamState, row: str) -> list[Decision]:
    """Return the refusals that still stand, of one row if it is named."""
    return [
        each
        for each in exam.decisions
        if each.kind is DecisionKind.REFUSAL
        and text_at(each.record, "row") in list(RowId)
        and row in ("", text_at(each.record, "row"))
        and _hat(each) in exam.row(RowId(text_at(each.record, "row"))).refused
    ]


def _hat(decision: Decision) -> str:
    return text_at(decision.record, "approver")


def _reasoned(asked: Refusing) -> None:
    if not asked.reason.strip():
        raise UsageError(
            "Geef de reden met --reason, zonder namen.",
            "Give the reason with --reason, without names.",
        )


def _decision(  # noqa: PLR0913, PLR0917 - one decision needs all of these
    turn: Turn | _Place,
    person: str,
    work: Work,
    kind: DecisionKind,
    own: dict[str, Data],
    reason: str,
) -> Deed:
    number = len(turn.exam.decisions) + 1
    row = turn.row if isinstance(turn, _Place) else turn.row.id
    path = f"decisions/{number}-{kind}.yml"
    data: dict[str, Data] = {
        "schema": f"proeve/decision-{kind}/v1",
        "number": number,
        "kind": kind.value,
        **own,
        "reason": reason,
        "by": person,
        "decided_on": work.today,
    }
    return Deed(
        scope=turn.exam.scope,
        actor=person,
        role=turn.role,
        action=Action.DECIDE,
        row=row,
        papers={path: document(turn.exam.scope, path, data)},
    )

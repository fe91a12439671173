"""Cases beside the exam: requests, complaints, appeals, irregularities, and notices."""

from dataclasses import dataclass

from proeve.model.days import date_of, day_of
from proeve.model.exam import Decision, ExamState
from proeve.model.records import text_at, texts_at
from proeve.model.verdict import ExamVerdict
from proeve.process.decisions import DecisionKind
from proeve.process.terms import DECIDE, LODGE
from proeve.process.vocabulary import RowId

HANDLED = frozenset(
    {
        DecisionKind.REQUEST,
        DecisionKind.COMPLAINT,
        DecisionKind.RECONSIDERATION,
        DecisionKind.APPEAL,
    }
)
_OPEN = frozenset({"received", "in_progress"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Something that the office keeps until it was decided.

    `number` is that of the last decision about it; `decide_by` is None where nobody
    gave it a last day and no rule does. Days are text, as in the documents.
    """

    scope: str
    kind: DecisionKind
    number: int
    about: str
    received: str
    decide_by: str | None
    handled_by: tuple[str, ...]
    open: bool


def cases_of(exam: ExamState) -> tuple[Case, ...]:
    """Return the cases of an exam, each as it was last recorded."""
    last: dict[tuple[str, str], Decision] = {}
    for decision in exam.decisions:
        if decision.kind in HANDLED or decision.kind is DecisionKind.IRREGULARITY:
            last[decision.kind, _name(decision)] = decision
    return tuple(_case(exam, decision) for decision in last.values())


def opened_by(exam: ExamState, case: Case) -> int:
    """Return the number of the first decision about a case, which names it for good."""
    last = next(each for each in exam.decisions if each.number == case.number)
    same = (each for each in exam.decisions if each.kind is case.kind)
    return next(each.number for each in same if _name(each) == _name(last))


def _name(decision: Decision) -> str:
    """Return what one case keeps through its decisions: its reference, or its day."""
    record = decision.record
    if decision.kind is DecisionKind.IRREGULARITY:
        return text_at(record, "code")
    own = f"{text_at(record, 'received_on')} {text_at(record, 'about')}"
    return text_at(record, "reference") or own


def _case(exam: ExamState, decision: Decision) -> Case:
    record = decision.record
    irregular = decision.kind is DecisionKind.IRREGULARITY
    unmeasured = not text_at(record, "measure")
    return Case(
        scope=exam.scope,
        kind=decision.kind,
        number=decision.number,
        about=text_at(record, "code" if irregular else "about"),
        received=text_at(record, "decided_on" if irregular else "received_on"),
        decide_by=decide_by(exam, decision),
        handled_by=texts_at(record, "handled_by"),
        open=unmeasured if irregular else text_at(record, "status") in _OPEN,
    )


def decide_by(exam: ExamState, decision: Decision) -> str | None:
    """Return the last day to decide: as recorded, or for an appeal as the law has it.

    Four weeks after the term to lodge has ended, and so not from the day of lodging.
    """
    said = text_at(decision.record, "decide_before")
    if said or decision.kind is not DecisionKind.APPEAL:
        return said or None
    told = date_of(told_on(exam, decision.number))
    return (told + LODGE + DECIDE).isoformat() if told else None


def told_on(exam: ExamState, before: int | None = None) -> str | None:
    """Return the day on which the student was last told the result.

    With `before`, as it was when the decision of that number was taken.
    """
    told = [
        d
        for d in exam.decisions
        if d.kind is DecisionKind.NOTICE and (before is None or d.number < before)
    ]
    return text_at(told[-1].record, "told_on") if told else None


def untold_since(exam: ExamVerdict) -> int | None:
    """Return since when a result stands that the student was not told; else None.

    A revised result, and one that was established again, have to be told again.
    """
    given = [one.at for one in exam.state.row(RowId.RESULT).approvals]
    if not given or exam.provisional:
        return None
    spoken = (DecisionKind.NOTICE, DecisionKind.REVISION)
    last = next((d for d in reversed(exam.state.decisions) if d.kind in spoken), None)
    if last is None:
        return max(given)
    if last.kind is DecisionKind.REVISION:
        return last.at
    told = date_of(text_at(last.record, "told_on"))
    earlier = last.at < min(given) and (told is None or told < day_of(min(given)))
    return max(given) if earlier else None


def unratified(exam: ExamState) -> tuple[Decision, ...]:
    """Return the substitutions that the committee has not ratified yet."""
    ratified = {
        decision.record.get("decision")
        for decision in exam.decisions
        if decision.kind is DecisionKind.RATIFICATION
    }
    return tuple(
        decision
        for decision in exam.decisions
        if decision.kind is DecisionKind.SUBSTITUTION
        and decision.number not in ratified
    )

"""What the committee decides in one exam, as the papers and the line to be signed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from proeve.deeds.clone import Clone
from proeve.deeds.deciding import Deciding, deciding
from proeve.deeds.establish import deadline
from proeve.deeds.establish_result import counts
from proeve.deeds.exams import exam_named
from proeve.deeds.meeting.agenda import chair_first, voters_of
from proeve.deeds.meeting.tabled import Held, Line, Meeting, Vote
from proeve.deeds.outcomes import check_outcome, core_tasks, derivation_of
from proeve.deeds.stating import Deed, Paper, Word, document, fact_of, said
from proeve.deeds.turns import check_open
from proeve.errors import UsageError
from proeve.model.document import Data
from proeve.model.exam import ExamState
from proeve.model.records import number_at, text_at
from proeve.model.statement import Statement
from proeve.process.decisions import DecisionKind
from proeve.process.vocabulary import Action, Outcome, Role, RowId, StepId
from proeve.rules.holding import files_of
from proeve.rules.rows import all_rows
from proeve.sight.meeting import Item

Fields = dict[str, Data]
_BACK = {RowId.ESTABLISH: RowId.ACQUIRE, RowId.RESULT: RowId.CONSENSUS}
"""To which row the committee returns what it does not establish (PROTOCOL R13)."""
CHECKS = ("covers_every_work_process", "right_level", "feasible", "safe")
"""The questions of the checklist of an assignment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """Who sit together, when, and for which committee.

    `regulation` is what an assignment is established by.
    """

    committee: str
    on: str
    present: tuple[str, ...]
    regulation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What the committee wants with one thing on its agenda.

    `checks` are the answers to the checklist, where an assignment is agreed on.
    """

    vote: Vote
    reason: str = ""
    checks: Mapping[str, bool] = field(default_factory=dict[str, bool])


def meeting_of(
    clone: Clone,
    sitting: Sitting,
    agenda: Sequence[Item],
    wishes: Mapping[str, Wish],
) -> Meeting:
    """Return the meeting with a line for each exam that was decided on.

    In an exam in which two things wait, the first is decided and the other is held.
    """
    lines: dict[str, Line] = {}
    held: list[Held] = []
    for item in agenda:
        wish = wishes.get(item.scope)
        if wish is None or item.scope in lines:
            held.append(Held(scope=item.scope, what=item.what))
        else:
            lines[item.scope] = line_of(clone, sitting, item, wish)
    return Meeting(
        repo=clone.state.registry.repo,
        committee=sitting.committee,
        on=sitting.on,
        present=sitting.present,
        lines=tuple(lines.values()),
        held=tuple(held),
    )


def line_of(clone: Clone, sitting: Sitting, item: Item, wish: Wish) -> Line:
    """Return the line of one exam; raises UsageError where it cannot be decided so."""
    exam = exam_named(clone.state, item.scope)
    voters = tuple(p for p in voters_of(clone, item) if p in sitting.present)
    first = next(
        (p for p in chair_first(clone, sitting.committee) if p in voters), None
    )
    if first is None:
        raise UsageError(
            f"{exam.id}: niemand die er is, mag hier stemmen.",
            f"{exam.id}: nobody who is here may vote on it.",
        )
    deed = _deed(clone, sitting, exam, item, wish, first)
    return _pinned(clone, deed, item, wish, voters, sitting)


def _pinned(  # noqa: PLR0913, PLR0917 - what a line holds
    clone: Clone,
    deed: Deed,
    item: Item,
    wish: Wish,
    voters: tuple[str, ...],
    sitting: Sitting,
) -> Line:
    """Return the line about the exam exactly as it stands with these papers."""
    row = deed.row or RowId.RESULT
    statement = said_of(clone, deed, deed.actor)
    return Line(
        scope=deed.scope,
        what=item.what,
        vote=wish.vote,
        row=row,
        action=deed.action,
        step=statement.step,
        seq=statement.seq,
        text=statement.text,
        reason=wish.reason,
        papers=deed.papers,
        voters=voters,
        recused=tuple(p for p in item.recused if p in sitting.present),
    )


def said_of(clone: Clone, deed: Deed, person: str) -> Statement:
    """Return what a person says by a deed on the exam as it stands in this clone."""
    word = Word(person=person, role=deed.role, action=deed.action, row=deed.row)
    facts = {path: fact_of(paper.content) for path, paper in deed.papers.items()}
    after = {**files_of(clone.state, deed.scope), **facts}
    return said(clone.state, clone.state.registry.repo, deed, word, after)


def _deed(  # noqa: PLR0913, PLR0917 - all that a deed follows from
    clone: Clone,
    sitting: Sitting,
    exam: ExamState,
    item: Item,
    wish: Wish,
    first: str,
) -> Deed:
    if wish.vote is Vote.AGREED and isinstance(item.what, RowId):
        return _agreed(clone, sitting, exam, (item.what, wish), first)
    kind, fields = _decision(exam, item, wish)
    what = Deciding(
        kind=kind,
        exam=item.scope,
        fields={**fields, "reason": wish.reason},
        on=sitting.on,
        present=tuple(p for p in sitting.present if p not in item.recused),
        worn=Role.EXAM_COMMITTEE,
    )
    return deciding(what)(clone, first)


def _decision(exam: ExamState, item: Item, wish: Wish) -> tuple[DecisionKind, Fields]:
    """Return which decision a wish comes to: what waits, or sending it back."""
    if not wish.reason:
        raise UsageError(
            f"{exam.id}: een besluit heeft een reden.",
            f"{exam.id}: a decision has a reason.",
        )
    if isinstance(item.what, DecisionKind) and wish.vote is not Vote.RETURNED:
        return item.what, {}
    to = _BACK.get(item.what) if isinstance(item.what, RowId) else None
    if wish.vote is not Vote.RETURNED or to is None:
        raise UsageError(
            f"{exam.id}: dit kan hier niet; kies akkoord, of doe het later.",
            f"{exam.id}: this cannot be done here; agree, or leave it for later.",
        )
    return DecisionKind.RETURN, {"to": to.value}


def _agreed(
    clone: Clone,
    sitting: Sitting,
    exam: ExamState,
    what: tuple[RowId, Wish],
    first: str,
) -> Deed:
    """Return the approval of a row, with its document unless a member wrote it."""
    row, _ = what
    papers: dict[str, Paper] = {}
    if not exam.row(row).approvals:
        check_open(exam, all_rows(exam)[row], clone.state)
        path, data = _document(clone, sitting, exam, what, first)
        papers[path] = document(exam.scope, path, data)
    return Deed(
        scope=exam.scope,
        actor=first,
        role=Role.EXAM_COMMITTEE,
        action=Action.APPROVE,
        row=row,
        papers=papers,
    )


def _document(
    clone: Clone,
    sitting: Sitting,
    exam: ExamState,
    what: tuple[RowId, Wish],
    first: str,
) -> tuple[str, Fields]:
    row, wish = what
    if row is RowId.ESTABLISH:
        checks = _answers(exam, wish)
        return "establishment.yml", _establishment(clone, sitting, exam, first) | checks
    if row is RowId.RESULT:
        return "result.yml", _result(clone, sitting, exam, first)
    raise UsageError(
        f"{exam.id}: dit formulier vult eerst een lid in (`proeve next`).",
        f"{exam.id}: a member fills in this form first (`proeve next`).",
    )


def _answers(exam: ExamState, wish: Wish) -> Fields:
    """Return the checklist as it was answered; raises UsageError where it was not."""
    if not all(wish.checks.get(each) for each in CHECKS):
        raise UsageError(
            f"{exam.id}: niet elke vraag van de controlelijst is met ja beantwoord.",
            f"{exam.id}: not every question of the checklist was answered yes.",
        )
    return {"checklist": {each: wish.checks[each] for each in CHECKS}}


def _establishment(
    clone: Clone, sitting: Sitting, exam: ExamState, first: str
) -> Fields:
    record = exam.document("exam") or {}
    days = clone.state.registry.policy.deadlines
    data: Fields = {
        "schema": "proeve/establishment/v1",
        "committee": sitting.committee,
        "by": first,
        "present": [*_taking_part(exam, sitting)],
        "established_on": sitting.on,
        "instrument": record.get("instrument"),
        "deadlines": {
            step.value: deadline(sitting.on, days[step])
            for step in StepId
            if step in days
        },
    }
    return data | ({"regulation": sitting.regulation} if sitting.regulation else {})


def _result(clone: Clone, sitting: Sitting, exam: ExamState, first: str) -> Fields:
    """Return the result as the final assessment proposes it."""
    final = exam.document("final-assessment") or {}
    found = derivation_of(exam, clone.state)
    computed = found.outcome or Outcome.NOT_PASSED
    aside = [p for p in sitting.present if p not in _taking_part(exam, sitting)]
    data: Fields = {
        "schema": "proeve/result/v1",
        "committee": sitting.committee,
        "by": first,
        "present": [*_taking_part(exam, sitting)],
        "outcome": text_at(final, "outcome"),
        "core_tasks": core_tasks(found),
        "computed": computed.value,
        "established_on": sitting.on,
    }
    if aside:
        data["recused"] = [*aside]
    if "overrule" in final:
        data["overrule"] = number_at(final, "overrule")
    check_outcome(exam, data, computed)
    return data | {"counts_as_attempt": counts(data, clone.state)}


def _taking_part(exam: ExamState, sitting: Sitting) -> tuple[str, ...]:
    """Return who are there and play no part in the exam."""
    in_exam = {person for people in exam.parts.values() for person in people}
    return tuple(p for p in sitting.present if p not in in_exam)

"""What a record of a case may say: terms within the law, and hands that are free.

Source: WEB 7.4.5a(4, 5) and 7.5.2(3); DOMAIN 2.1 and 2.10; FIELD I13.
"""

from collections.abc import Iterator
from datetime import date

from proeve.model.days import date_of, later
from proeve.model.exam import Decision, ExamState
from proeve.model.findings import Finding
from proeve.model.records import number_at, text_at, texts_at
from proeve.process.decisions import DecisionKind
from proeve.process.terms import DECIDE, LODGE, LONGER, MEASURE
from proeve.process.vocabulary import Part
from proeve.rules.move import Move

_HANDLED = frozenset(
    {DecisionKind.COMPLAINT, DecisionKind.RECONSIDERATION, DecisionKind.APPEAL}
)
"""Cases about somebody's work; a request is handled by whoever it was made to."""


def check_record(move: Move, path: str, decision: Decision) -> Iterator[Finding]:
    """Report a record of a case that says what the law does not allow."""
    if decision.kind is DecisionKind.IRREGULARITY:
        yield from _check_measure(move, path, decision)
    elif decision.kind is DecisionKind.RATIFICATION:
        yield from _check_ratified(move, path, decision)
    elif decision.kind in _HANDLED:
        yield from _check_hands(move, path, decision)
    if decision.kind is DecisionKind.APPEAL:
        yield from _check_term(move, path, decision)


def _check_measure(move: Move, path: str, decision: Decision) -> Iterator[Finding]:
    """Report a measure that lasts longer than a year from the decision."""
    until = date_of(text_at(decision.record, "until"))
    begins = date_of(text_at(decision.record, "decided_on"))
    most = later(begins, MEASURE) if begins else None
    if until is not None and most is not None and until > most:
        args = {"most": most.isoformat()}
        yield move.finding("decisions.measure-too-long", path, "until", **args)


def _check_ratified(move: Move, path: str, decision: Decision) -> Iterator[Finding]:
    """Report a ratification of what is no substitution in this exam."""
    number = number_at(decision.record, "decision")
    found = (each for each in move.before.decisions if each.number == number)
    if all(each.kind is not DecisionKind.SUBSTITUTION for each in found):
        args = {"decision": str(number)}
        yield move.finding("decisions.nothing-to-ratify", path, "decision", **args)


def _check_hands(move: Move, path: str, decision: Decision) -> Iterator[Finding]:
    """Report somebody who handles a case about an exam that they have a part in."""
    playing = {who: part for part in Part for who in move.before.parts.get(part, ())}
    for index, person in enumerate(texts_at(decision.record, "handled_by")):
        if person in playing:
            args = {"person": person, "part": playing[person]}
            yield move.finding(
                "decisions.handles-own", path, "handled_by", index, **args
            )


def _check_term(move: Move, path: str, decision: Decision) -> Iterator[Finding]:
    """Report a day to decide on an appeal that lies behind the longest term."""
    said = date_of(text_at(decision.record, "decide_before"))
    told = _told(move.before)
    last = told + LODGE + DECIDE + LONGER if told else None
    if said is not None and last is not None and said > last:
        args = {"last": last.isoformat()}
        yield move.finding("decisions.term-too-long", path, "decide_before", **args)


def _told(exam: ExamState) -> date | None:
    """Return the day on which the student was last told the result."""
    told = [each for each in exam.decisions if each.kind is DecisionKind.NOTICE]
    return date_of(text_at(told[-1].record, "told_on")) if told else None

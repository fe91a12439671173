"""Clocks: terms that end on some day, whoever has to do something before it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from proeve.model.days import date_of, later
from proeve.model.exam import ExamState
from proeve.model.records import Record, record_at, text_at
from proeve.model.verdict import ExamVerdict
from proeve.process.decisions import DecisionKind
from proeve.process.terms import LODGE
from proeve.process.vocabulary import StepId
from proeve.sight.cases import cases_of, told_on


class Term(StrEnum):
    """What ends on a day."""

    STEP = "step"
    LODGING = "lodging"
    CASE = "case"
    PAUSE = "pause"
    MEASURE = "measure"
    RETENTION = "retention"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A term of an exam and its last day, as a date or a date and time in text."""

    scope: str
    term: Term
    ends: str
    step: StepId | None = None
    kind: DecisionKind | None = None


def clocks_of(exam: ExamVerdict) -> Iterator[Clock]:
    """Yield the terms that run in an exam, also those that have ended since."""
    state = exam.state
    for step in exam.steps:
        if step.missing and step.deadline:
            yield _clock(state, Term.STEP, step.deadline, step=step.step)
    told = date_of(told_on(state))
    if told is not None:
        yield _clock(state, Term.LODGING, (told + LODGE).isoformat())
    for case in cases_of(state):
        if case.open and case.decide_by:
            yield _clock(state, Term.CASE, case.decide_by, kind=case.kind)
    yield from _decided(state)
    kept = kept_until(state)
    if kept is not None:
        yield _clock(state, Term.RETENTION, kept.isoformat())


def _clock(
    exam: ExamState,
    term: Term,
    ends: str,
    *,
    step: StepId | None = None,
    kind: DecisionKind | None = None,
) -> Clock:
    return Clock(scope=exam.scope, term=term, ends=ends, step=step, kind=kind)


def _decided(exam: ExamState) -> Iterator[Clock]:
    """Yield the ends of a pause that lasts and of measures, as they were decided."""
    pauses = [d.record for d in exam.decisions if d.kind is DecisionKind.PAUSE]
    lasts = text_at(pauses[-1], "until") if exam.paused and pauses else ""
    if lasts:
        yield _clock(exam, Term.PAUSE, lasts)
    for decision in exam.decisions:
        until = text_at(decision.record, "until")
        if decision.kind is DecisionKind.IRREGULARITY and until:
            yield _clock(exam, Term.MEASURE, until, kind=decision.kind)


def kept_until(exam: ExamState) -> date | None:
    """Return until when the dossier is kept; None while nothing says so.

    The period runs from its trigger, which comes after the archiving more often than
    not. A dossier on hold is kept until the hold is released.
    """
    archive = exam.document("archive")
    events = [d.record for d in exam.decisions if d.kind is DecisionKind.RETENTION]
    held = [text_at(e, "event") for e in events if "hold" in text_at(e, "event")]
    destroyed = any(text_at(each, "event") == "destroyed" for each in events)
    if archive is None or destroyed or (held and held[-1] == "hold"):
        return None
    retention = record_at(archive, "retention")
    start = _triggered(archive, events, text_at(retention, "trigger"))
    return later(start, text_at(retention, "period")) if start else None


def _triggered(archive: Record, events: list[Record], trigger: str) -> date | None:
    if trigger == "archive":
        return date_of(text_at(archive, "closed_on"))
    days = [text_at(e, "on") for e in events if text_at(e, "event") == trigger]
    return date_of(days[-1]) if days else None

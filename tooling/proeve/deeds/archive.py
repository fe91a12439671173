"""Closing a dossier: every file with its digest, and how long it is kept (step 12)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from proeve.deeds.clone import Clone
from proeve.deeds.stating import Deed
from proeve.deeds.turns import Turn, Work, document_deed, turn_of
from proeve.errors import UsageError
from proeve.model.document import Data
from proeve.model.exam import ExamState
from proeve.model.ledger import State
from proeve.model.records import Record, record_at, text_at
from proeve.process.decisions import DecisionKind
from proeve.process.terms import LODGE
from proeve.process.vocabulary import Outcome, RowId
from proeve.rules.rows import outcome_of
from proeve.rules.status import exam_verdict
from proeve.sight.cases import Case, cases_of, untold_since
from proeve.words.labels import label
from proeve.words.labels_text import Label

_PATH = "archive.yml"
_USUAL = "exam_work"


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """In which retention class a dossier is kept; empty takes the usual one."""

    name: str = ""


def archive(clone: Clone, person: str, work: Work, keeping: Keeping) -> Deed:
    """Return the deed that freezes an exam's folder."""
    turn = turn_of(clone, person, work, RowId.ARCHIVE)
    exam = turn.exam
    data: dict[str, Data] = {
        "schema": "proeve/archive/v1",
        "outcome": _outcome(exam, clone.state).value,
        "retention": retention(clone, keeping),
        "by": person,
        "closed_on": work.today,
        "files": {
            path: f"sha256:{fact.sha256}" for path, fact in sorted(exam.files.items())
        },
    }
    return document_deed(turn, person, {_PATH: data})


def _outcome(exam: ExamState, state: State) -> Outcome:
    found = outcome_of(exam, state.registry)
    if found is None:
        raise UsageError(
            "Dit examen is nog niet afgelopen; er is geen uitslag.",
            "This exam has not ended yet; it has no outcome.",
        )
    return found


def retention(clone: Clone, keeping: Keeping) -> dict[str, Data]:
    """Return the retention class of the school's policy, with trigger and period."""
    school = clone.record("school.yml") or {}
    classes = record_at(school, "policy", "retention")
    name = keeping.name or _usual(classes)
    found = record_at(classes, name)
    if not found:
        known = ", ".join(classes) or "-"
        raise UsageError(
            f"Het beleid van de school heeft geen bewaarklasse {name or '-'}; kies met "
            f"--class uit: {known}.",
            f"The school's policy has no retention class {name or '-'}; choose with "
            f"--class from: {known}.",
        )
    return {"class": name, **found}


def _usual(classes: Record) -> str:
    return _USUAL if _USUAL in classes else next(iter(classes), "")


def warnings(turn: Turn, state: State, today: str) -> Iterator[Label]:
    """Yield what somebody must know before they close this dossier."""
    exam = turn.exam
    told = [
        text_at(each.record, "told_on")
        for each in exam.decisions
        if each.kind is DecisionKind.NOTICE
    ]
    if untold_since(exam_verdict(exam, state.registry, state.at)) is not None:
        yield Label(
            "Let op: er is niet vastgelegd dat de student de uitslag heeft gehoord; "
            "de termijn voor bezwaar en beroep loopt nog niet.",
            "Mind: no notice of the result to the student is recorded; the term for "
            "objection and appeal does not run yet.",
        )
    until = [date.fromisoformat(day) + LODGE for day in told if day]
    until += [date.fromisoformat(day) for day in _appeal(exam)]
    last = max(until, default=None)
    if last is not None and last >= date.fromisoformat(today):
        yield Label(
            f"Let op: tot en met {last.isoformat()} kan de student nog bezwaar maken "
            "of in beroep gaan.",
            f"Mind: until {last.isoformat()} the student may still object or appeal.",
        )
    yield from _pending(exam)


def _appeal(exam: ExamState) -> Iterator[str]:
    day = text_at(exam.document("follow-up"), "appeal_until")
    if day:
        yield day


def _pending(exam: ExamState) -> Iterator[Label]:
    """Yield a warning for each case about this exam that is open."""
    for case in cases_of(exam):
        if case.open:
            nl, en = label(case.kind, "nl"), label(case.kind, "en")
            yield Label(
                f"Let op: deze zaak is nog niet afgedaan: {nl} (besluit {case.number})"
                f"{_before(case, 'uiterlijk')}.",
                f"Mind: this case is open still: {en} (decision {case.number})"
                f"{_before(case, 'by')}.",
            )


def _before(case: Case, word: str) -> str:
    return f", {word} {case.decide_by}" if case.decide_by else ""

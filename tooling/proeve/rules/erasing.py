"""Erasing evidence: which pieces a decision may say are gone, and when.

The digest stays in the manifest and the decision stays in the exam; only the bytes go,
and those lie outside Git. Source: PROTOCOL R32.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from proeve.model.exam import Decision, ExamState
from proeve.model.findings import Finding
from proeve.model.records import Record, records_at, text_at
from proeve.process.decisions import DecisionKind, DecisionRule
from proeve.process.vocabulary import RowId
from proeve.rules.move import Move

ERASED, DESTROYED = "erased", "destroyed"
_HOLDS = ("hold", "hold_released")


@dataclass(frozen=True, slots=True)
class Erasure:
    """What is on record of evidence that was erased: in which decision, and which."""

    decision: Decision

    @property
    def on(self) -> str:
        """The day on which it was erased."""
        return text_at(self.decision.record, "on")

    @property
    def reason(self) -> str:
        """Why, in the words of who recorded it."""
        return text_at(self.decision.record, "reason")


def is_erasure(decision: Decision) -> bool:
    """Tell whether a decision records that pieces of evidence were erased."""
    retains = decision.kind is DecisionKind.RETENTION
    return retains and text_at(decision.record, "event") == ERASED


def erasures(exam: ExamState) -> Mapping[str, Erasure]:
    """Return what is on record for each digest of the exam that was erased."""
    return {
        text_at(piece, "sha256"): Erasure(each)
        for each in exam.decisions
        if is_erasure(each)
        for piece in records_at(each.record, "erased")
    }


def destroyed(exam: ExamState) -> Erasure | None:
    """Return what is on record of the whole dossier being destroyed."""
    found = (
        Erasure(each)
        for each in exam.decisions
        if each.kind is DecisionKind.RETENTION
        and text_at(each.record, "event") == DESTROYED
    )
    return next(found, None)


def is_held(exam: ExamState) -> bool:
    """Tell whether the dossier is on hold."""
    events = [
        text_at(each.record, "event")
        for each in exam.decisions
        if each.kind is DecisionKind.RETENTION
    ]
    holds = [each for each in events if each in _HOLDS]
    return holds[-1:] == ["hold"]


def due_after(decision: Decision, rule: DecisionRule) -> RowId | None:
    """Return the row that must be done first; evidence may be erased at any time."""
    return None if is_erasure(decision) else rule.after


def erasable(exam: ExamState) -> Mapping[str, Record]:
    """Return the pieces that can be erased: files outside Git, by their name."""
    return {
        text_at(each, "id"): each
        for each in records_at(exam.document("evidence"), "items")
        if text_at(each, "kind") == "file" and text_at(each, "stored") != "in_repo"
    }


def check_erasure(move: Move, path: str, decision: Decision) -> Iterator[Finding]:
    """Report pieces that are not there to be erased, and a dossier that is held."""
    if not is_erasure(decision):
        return
    if is_held(move.before):
        yield move.finding("decisions.held", path, "event")
    known = erasable(move.before)
    for index, piece in enumerate(records_at(decision.record, "erased")):
        name = text_at(piece, "id")
        if text_at(known.get(name), "sha256") != text_at(piece, "sha256"):
            at = ("erased", index, "id")
            yield move.finding("decisions.no-such-evidence", path, *at, id=name)

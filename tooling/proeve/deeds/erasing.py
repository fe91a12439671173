"""Erasing evidence: the record first, then the bytes.

Killed in between, the record says that something is gone which is there yet; `evidence
verify` names it, and the same command takes it away.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from proeve.deeds.clone import Clone, Plan
from proeve.deeds.deciding import Deciding, deciding
from proeve.deeds.evidence_checking import Kept, erasure_of, held_elsewhere, kept_files
from proeve.deeds.exams import exam_named
from proeve.deeds.stating import Deed
from proeve.errors import UsageError
from proeve.model.document import Data
from proeve.model.exam import ExamState
from proeve.model.records import records_at, text_at
from proeve.process.decisions import DecisionKind
from proeve.process.vocabulary import Role, RowId
from proeve.rules.erasing import ERASED
from proeve.stores.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasing:
    """Which pieces of an exam are to be erased, on which day and why."""

    exam: str
    names: tuple[str, ...]
    on: str
    reason: str
    worn: Role | None = None


def pieces_named(exam: ExamState, names: Sequence[str]) -> tuple[Kept, ...]:
    """Return the pieces of these names; raises UsageError for what cannot be erased."""
    files = {text_at(each.item, "id"): each for each in kept_files(exam)}
    items = records_at(exam.document("evidence"), "items")
    known = [text_at(each, "id") for each in items]
    for name in names:
        if name not in known:
            listed = ", ".join(known) or "-"
            raise UsageError(
                f"{exam.id} heeft geen bewijsstuk {name}; wel: {listed}.",
                f"{exam.id} has no piece of evidence {name}; it has: {listed}.",
            )
        if name not in files:
            raise UsageError(
                f"Van {name} bewaart Proeve geen bestand; er is niets te wissen.",
                f"Proeve keeps no file of {name}; there is nothing to erase.",
            )
        if files[name].in_repo:
            raise UsageError(
                f"{name} staat in Git zelf, en dat vergeet niets: het gaat pas weg met "
                "de hele verzameling.",
                f"{name} stands in Git itself, which forgets nothing: it goes only "
                "with the whole ledger.",
            )
    return tuple(files[name] for name in dict.fromkeys(names))


def erasing(what: Erasing) -> Plan:
    """Return the plan that records the erasure of what is not on record as erased."""

    def plan(clone: Clone, person: str) -> Deed:
        exam = exam_named(clone.state, what.exam)
        new = unrecorded(pieces_named(exam, what.names))
        erased: list[Data] = [
            {"id": text_at(each.item, "id"), "sha256": text_at(each.item, "sha256")}
            for each in new
        ]
        deed = Deciding(
            kind=DecisionKind.RETENTION,
            exam=what.exam,
            fields={
                "event": ERASED,
                "erased": erased,
                "on": what.on,
                "reason": what.reason,
            },
            on=what.on,
            worn=what.worn,
            row=RowId.EVIDENCE,
        )
        return deciding(deed)(clone, person)

    return plan


def unrecorded(pieces: Iterable[Kept]) -> tuple[Kept, ...]:
    """Return the pieces of which no erasure is on record."""
    return tuple(each for each in pieces if erasure_of(each) is None)


def erase(clone: Clone, pieces: Iterable[Kept], store: Store) -> tuple[Kept, ...]:
    """Take the bytes away; return the pieces whose bytes are evidence elsewhere too."""
    stayed: list[Kept] = []
    for each in pieces:
        if held_elsewhere(clone.state.exams(), each):
            stayed.append(each)
        else:
            store.remove(each.name)
    return tuple(stayed)

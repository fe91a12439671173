"""A case: the documents of one exam and the registry that they name, nothing judged."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from proeve.model.exam import Decision
from proeve.model.findings import Pointer
from proeve.model.history import FileFact
from proeve.model.records import Record, number_at, record_at, text_at
from proeve.model.registry import Instrument, Registry
from proeve.process.vocabulary import Outcome, Part


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule's complaint: a code, the file in the exam's folder, and a place in it."""

    code: str
    path: str
    pointer: Pointer
    args: Mapping[str, str]


def fault(code: str, path: str, /, *pointer: str | int, **args: str) -> Fault:
    """Return a fault at a place in a document."""
    return Fault(code, path, pointer, args)


Faults = Iterator[Fault]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Everything that is known about one exam.

    `documents` and `files` are keyed by path in the exam's folder; `numbers` are the
    exam numbers of the ledger with their scopes.
    """

    scope: str
    documents: Mapping[str, Record]
    files: Mapping[str, FileFact]
    parts: Mapping[Part, tuple[str, ...]]
    registry: Registry
    decisions: tuple[Decision, ...]
    numbers: Mapping[str, str]
    students: frozenset[str]
    stopped: int | None = None
    outcome: Outcome | None = None

    def document(self, name: str) -> Record | None:
        """Return the data of `<name>.yml`, or nothing."""
        return self.documents.get(f"{name}.yml")

    def instrument(self) -> Instrument | None:
        """Return the instrument version that the exam pins, if the registry has it."""
        pinned = record_at(self.document("exam"), "instrument")
        key = (text_at(pinned, "code"), number_at(pinned, "version"))
        return self.registry.instruments.get(key)

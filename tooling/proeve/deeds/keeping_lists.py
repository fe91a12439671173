"""Lists that lie beside the directory file, encrypted as it is: outside Git for good.

What was sent to whom, and which results were entered in the student system: neither is
a part of an exam. They hold pseudonyms and exams, and no name.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Generic, TypeVar

from proeve.deeds.keeping_names import Names, is_sealed, put
from proeve.errors import UsageError
from proeve.model.exam import ExamState
from proeve.process.decisions import DecisionKind
from proeve.process.vocabulary import RowId
from proeve.sealing import lock, unlock
from proeve.words.labels_text import Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """One message that was sent, or handed over to be."""

    person: str
    day: str
    road: str
    exams: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A result that was entered: of which exam, which of its results, on which day."""

    exam: str
    result: str
    day: str


T = TypeVar("T", Sent, Tick)
Record = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptList(Generic[T]):
    """A list of one kind: `names.age` has it beside it as `names.<word>.age`."""

    kind: str
    word: str
    what: Label
    entry: Callable[[Record], T]

    def path(self, names: Names) -> Path:
        """Return where the list of a directory file lies."""
        ending = names.path.suffix if is_sealed(names.path) else ".json"
        return names.path.with_name(f"{names.path.stem}.{self.word}{ending}")

    def read(self, names: Names, secrets: tuple[bytes, ...]) -> tuple[T, ...]:
        """Return what is in the list; raises UsageError for one that is broken."""
        path = self.path(names)
        if not path.exists():
            return ()
        try:
            raw = path.read_bytes()
            whole = json.loads(unlock(raw, secrets) if is_sealed(path) else raw)
            listed = {self.kind: whole[self.word]}[whole["kind"]]
            return tuple(self.entry(each) for each in listed)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise UsageError(
                f"{self.what.nl} {path} kan niet worden gelezen.",
                f"{self.what.en} {path} cannot be read.",
            ) from error

    def keep(self, names: Names, entries: Iterable[T]) -> None:
        """Write the list anew."""
        whole = {"kind": self.kind, self.word: [asdict(each) for each in entries]}
        raw = f"{json.dumps(whole, indent=1)}\n".encode()
        path = self.path(names)
        put(path, lock(raw, names.recipients) if is_sealed(path) else raw)


def _sent(each: Record) -> Sent:
    exams = each["exams"]
    if not isinstance(exams, list):
        raise TypeError(exams)
    return Sent(
        person=str(each["person"]),
        day=str(each["day"]),
        road=str(each["road"]),
        exams=tuple(map(str, exams)),
    )


def _tick(each: Record) -> Tick:
    return Tick(
        exam=str(each["exam"]), result=str(each["result"]), day=str(each["day"])
    )


SENT: KeptList[Sent] = KeptList(
    kind="proeve-sent/1",
    word="sent",
    what=Label("De lijst van verstuurde berichten", "The list of messages sent"),
    entry=_sent,
)
ENTERED: KeptList[Tick] = KeptList(
    kind="proeve-entered/1",
    word="entered",
    what=Label("De lijst van ingevoerde uitslagen", "The list of entered results"),
    entry=_tick,
)


def told_on(log: Iterable[Sent], day: str) -> frozenset[str]:
    """Return who was sent something on a day."""
    return frozenset(each.person for each in log if each.day == day)


def result_mark(exam: ExamState, outcome: str) -> str:
    """Return what tells one result of an exam from a later one, revised or anew."""
    revisions = sum(d.kind is DecisionKind.REVISION for d in exam.decisions)
    return f"{outcome}/{exam.row(RowId.RESULT).seq}/{revisions}"

"""Evidence in its store, hashed again and held against every manifest that names it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from proeve.deeds.clone import Clone
from proeve.deeds.evidence import MANIFEST
from proeve.model.exam import ExamState
from proeve.model.findings import Finding, Location, Severity
from proeve.model.records import Record, records_at, text_at
from proeve.process.decisions import DecisionKind
from proeve.reading.documents import locate
from proeve.stores.in_repo import InRepo
from proeve.stores.store import Store, kept_digest

_DESTROYED = "destroyed"
_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Kept:
    """One file that a manifest names: in which exam, as which item."""

    exam: ExamState
    index: int
    item: Record

    @property
    def name(self) -> str:
        """The digest that the manifest gives, as bare hex."""
        return text_at(self.item, "sha256").removeprefix("sha256:")

    @property
    def in_repo(self) -> bool:
        """Tell whether Git holds the bytes."""
        return text_at(self.item, "stored") == "in_repo"


def kept_files(exam: ExamState) -> tuple[Kept, ...]:
    """Return the files that the manifest of an exam names."""
    items = records_at(exam.document("evidence"), "items")
    return tuple(
        Kept(exam, index, item)
        for index, item in enumerate(items)
        if text_at(item, "kind") == "file"
    )


def inside(clone: Clone, exam: ExamState) -> InRepo:
    """Return the evidence folder of an exam in Git, as a store."""

    def read(name: str) -> bytes | None:
        fact = exam.files.get(f"evidence/{name}")
        return None if fact is None else clone.blob(fact.oid)

    return InRepo(read)


def erased_on(exam: ExamState) -> str:
    """Return the day that is on record for the erasure of the evidence; or nothing."""
    days = (
        text_at(each.record, "on")
        for each in exam.decisions
        if each.kind is DecisionKind.RETENTION
        and text_at(each.record, "event") == _DESTROYED
    )
    return next(days, "")


def check_kept(
    clone: Clone, kept: Kept, outside: Callable[[], Store]
) -> Iterator[Finding]:
    """Report one file that is missing, changed, erased, or there against a decision."""
    store = inside(clone, kept.exam) if kept.in_repo else outside()
    found = kept_digest(store, kept.name)
    on = "" if kept.in_repo else erased_on(kept.exam)
    where = _where(clone, kept)
    name, digest = text_at(kept.item, "id"), kept.name[:_SHOWN]
    if found is None and on:
        yield Finding("store.erased", where, {"id": name, "on": on}, Severity.NOTE)
    elif found is None:
        yield Finding("store.missing", where, {"id": name, "digest": digest})
    elif on:
        yield Finding("store.not-erased", where, {"id": name, "on": on})
    elif found != kept.name:
        yield Finding("store.changed", where, {"id": name, "digest": digest})


def _where(clone: Clone, kept: Kept) -> Location:
    """Return the line of the manifest that names the file."""
    path = f"exams/{kept.exam.scope}/{MANIFEST}"
    pointer = ("items", kept.index, "sha256")
    raw = clone.blob(kept.exam.files[MANIFEST].oid)
    return locate(Location(path, pointer=pointer), raw)

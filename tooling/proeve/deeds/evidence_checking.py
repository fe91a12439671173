"""Evidence in its store, hashed again and held against every manifest that names it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from proeve.deeds.clone import Clone
from proeve.deeds.evidence import MANIFEST
from proeve.model.exam import ExamState
from proeve.model.findings import Finding, Location, Severity
from proeve.model.records import Record, records_at, text_at
from proeve.reading.documents import locate
from proeve.rules.erasing import Erasure, destroyed, erasures
from proeve.stores.in_repo import InRepo
from proeve.stores.store import Store, kept_digest

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


def erasure_of(kept: Kept) -> Erasure | None:
    """Return what is on record of this file being erased, if it was.

    What Git holds cannot be: it goes with the whole ledger.
    """
    if kept.in_repo:
        return None
    return erasures(kept.exam).get(f"sha256:{kept.name}") or destroyed(kept.exam)


def held_elsewhere(exams: Iterable[ExamState], kept: Kept) -> str:
    """Return another exam in which this file is evidence still; nothing if none is."""
    for exam in exams:
        for each in kept_files(exam) if exam.scope != kept.exam.scope else ():
            same = each.name == kept.name and not each.in_repo
            if same and erasure_of(each) is None:
                return exam.scope.removeprefix("groups/")
    return ""


def check_kept(
    clone: Clone, kept: Kept, outside: Callable[[], Store]
) -> Iterator[Finding]:
    """Report one file that is missing, changed, erased, or there against a decision."""
    store = inside(clone, kept.exam) if kept.in_repo else outside()
    found = kept_digest(store, kept.name)
    gone = erasure_of(kept)
    where = _where(clone, kept)
    name, digest = text_at(kept.item, "id"), kept.name[:_SHOWN]
    if gone is not None:
        yield _erased(clone, kept, gone, where, there=found is not None)
    elif found is None:
        yield Finding("store.missing", where, {"id": name, "digest": digest})
    elif found != kept.name:
        yield Finding("store.changed", where, {"id": name, "digest": digest})


def _erased(
    clone: Clone, kept: Kept, gone: Erasure, where: Location, *, there: bool
) -> Finding:
    """Return what is said of a file that was erased, by whether it is there yet."""
    args = {"id": text_at(kept.item, "id"), "on": gone.on}
    if not there:
        by, number = gone.decision.by, str(gone.decision.number)
        more = {"by": by, "number": number, "reason": gone.reason}
        return Finding("store.erased", where, args | more, Severity.NOTE)
    other = held_elsewhere(clone.state.exams(), kept)
    if other:
        named = args | {"other": other}
        return Finding("store.erased-here", where, named, Severity.NOTE)
    return Finding("store.not-erased", where, args)


def _where(clone: Clone, kept: Kept) -> Location:
    """Return the line of the manifest that names the file."""
    path = f"exams/{kept.exam.scope}/{MANIFEST}"
    pointer = ("items", kept.index, "sha256")
    raw = clone.blob(kept.exam.files[MANIFEST].oid)
    return locate(Location(path, pointer=pointer), raw)

"""The folder that a site is written to: only what changed, and each file whole.

What the record knows of a file counts as long as its size and time on disk are those
that were recorded. Anything else in the folder goes, so that what is left is what a
build into an empty folder would give.
"""

import hashlib
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from proeve.site.record import Known, Record

_DRAFT = ".draft"


@dataclass(frozen=True, slots=True)
class Written:
    """A file as it lies there after it was written; `changed` if it had to be."""

    path: str
    known: Known
    changed: bool


def scan(folder: Path) -> Iterator[tuple[str, os.stat_result]]:
    """Yield the path of each file below a folder, but hidden ones at the top.

    A draft that a killed build left there is not somebody's own hidden file.
    """
    for entry in _entries(folder):
        if not entry.name.startswith(".") or entry.name.endswith(_DRAFT):
            yield from _below(entry, "")


def _entries(folder: Path | str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            return list(found)
    except FileNotFoundError:
        return []


def _below(entry: os.DirEntry[str], above: str) -> Iterator[tuple[str, os.stat_result]]:
    path = f"{above}{entry.name}"
    if entry.is_dir(follow_symlinks=False):
        for inner in _entries(entry.path):
            yield from _below(inner, f"{path}/")
    else:
        yield path, entry.stat(follow_symlinks=False)


def write_file(
    folder: Path, path: str, key: str, content: bytes, there: Known | None
) -> Written:
    """Put a file there whole, unless it has these bytes already (`there`)."""
    digest = hashlib.sha256(content).hexdigest()
    if there is not None and there.digest == digest:
        return Written(path, there._replace(key=key), changed=False)
    file = folder / path
    draft = file.with_name(f".{file.name}{_DRAFT}")
    try:
        handle = draft.open("wb")
    except FileNotFoundError:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle = draft.open("wb")
    with handle:
        handle.write(content)
        handle.flush()
        stat = os.fstat(handle.fileno())
    draft.replace(file)
    return Written(
        path, Known(key, stat.st_size, stat.st_mtime_ns, digest), changed=True
    )


class Output:
    """What is in the folder of a site, and what is to be."""

    def __init__(self, folder: Path, record: Record) -> None:
        """Look at what is there and at what is known of it."""
        self.folder = folder
        self.changed = 0
        self.removed = 0
        self._record = record
        self._disk = {path: (s.st_size, s.st_mtime_ns) for path, s in scan(folder)}
        known = record.pages()
        self._known = {
            path: one
            for path, one in known.items()
            if self._disk.get(path) == (one.size, one.mtime)
        }
        self._gone = set(known) - set(self._known)
        self._wanted: set[str] = set()

    def there(self, path: str) -> Known | None:
        """Return what is known of the file that lies at a path."""
        return self._known.get(path)

    def fresh(self, path: str, key: str) -> bool:
        """Tell whether a file was made of what this key says; if so it stays."""
        there = self._known.get(path)
        if there is None or there.key != key:
            return False
        self._wanted.add(path)
        return True

    def put(self, path: str, key: str, content: bytes) -> None:
        """Write a file if its bytes are not there already."""
        self.note([write_file(self.folder, path, key, content, self.there(path))])

    def adopt(self, path: str, key: str) -> None:
        """Keep a file that something else wrote."""
        if path not in self._wanted and not self.fresh(path, key):
            digest = hashlib.sha256((self.folder / path).read_bytes()).hexdigest()
            size, mtime = self._disk[path]
            self.note([Written(path, Known(key, size, mtime, digest), changed=False)])

    def note(self, written: list[Written]) -> None:
        """Take up in the record what was written."""
        self._wanted.update(one.path for one in written)
        self._known.update((one.path, one.known) for one in written)
        self.changed += sum(one.changed for one in written)
        self._record.note_pages((one.path, one.known) for one in written)

    def finish(self) -> None:
        """Remove whatever does not belong to the site, and folders left empty."""
        on_disk = set(self._disk) - self._wanted
        for path in sorted(on_disk):
            (self.folder / path).unlink(missing_ok=True)
        for above in sorted({Path(path).parent for path in on_disk}, reverse=True):
            self._prune(above)
        self.removed = len(on_disk)
        self._record.forget_pages((on_disk | self._gone) - self._wanted)

    def _prune(self, above: Path) -> None:
        for folder in (above, *above.parents):
            if folder == Path():
                return
            with suppress(OSError):  # another file is in it, or it went before
                (self.folder / folder).rmdir()

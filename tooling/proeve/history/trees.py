"""What changes between two trees, from their raw bytes and without rename detection.

Each new tree is read strictly: sorted, no name twice, no empty folder, only lawful
paths and modes. Most commits change one entry of a tree: comparing bytes finds it.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from proeve.history.grammar import FOLDER, complaint, shown, too_deep
from proeve.history.statements import Problem

MAX_CHANGES = 100_000
_ID = 20
_KEPT_BYTES = 16 * 1024 * 1024

Entry = tuple[bytes, bytes]
"""Mode and binary object id."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One path that is not the same in both trees; a removed one has no `after`."""

    path: bytes
    before: Entry | None
    after: Entry | None


@dataclass(frozen=True, slots=True)
class PathProblem:
    """Something about a path that a ledger does not allow."""

    path: str
    problem: Problem


class Trees:
    """Compares trees that `find` gives by their id; keeps those used lately.

    `find` returns None for an id that is not of a tree.
    """

    def __init__(self, find: Callable[[str], bytes | None]) -> None:
        self._find = find
        self._raw: dict[bytes, bytes] = {}
        self._starts: dict[bytes, list[int]] = {}
        self._bytes = 0

    def compare(
        self, before: str | None, after: str
    ) -> Iterator[Difference | PathProblem]:
        """Yield what differs between two whole trees; None stands for nothing."""
        old = bytes.fromhex(before) if before else None
        for count, item in enumerate(self._walk(old, bytes.fromhex(after), b"")):
            if count == MAX_CHANGES:
                limit = (("limit", str(MAX_CHANGES)),)
                yield PathProblem("", Problem("history.changes", limit))
                return
            yield item

    def within(self, tree: str, folder: str) -> Iterator[Difference | PathProblem]:
        """Yield all that stands in a folder of a tree, and what may not stand there."""
        at: bytes | None = bytes.fromhex(tree)
        for name in folder.encode().split(b"/")[:-1]:
            raw = self._bytes_of(at) or b""
            rows = {row: (mode, oid) for mode, row, oid in _parse(raw)}
            at = _folder(rows.get(name))
            if at is None:
                return
        yield from self._walk(None, at, folder.encode())

    def folder(self, tree: str, path: str) -> str | None:
        """Return the id of the folder at a path in a tree, or None."""
        at = bytes.fromhex(tree)
        for name in path.encode().split(b"/"):
            entries = _parse(self._bytes_of(at) or b"")
            found = [oid for mode, own, oid in entries if (own, mode) == (name, FOLDER)]
            if len(found) != 1:
                return None
            at = found[0]
        return at.hex()

    def _walk(
        self, before: bytes | None, after: bytes | None, above: bytes
    ) -> Iterator[Difference | PathProblem]:
        if before == after:
            return
        old, new = self._bytes_of(before), self._bytes_of(after)
        if new is None:
            yield PathProblem(shown(above), Problem("history.tree-kind"))
        old, new = old or b"", new or b""
        single = self._single(before, after, old, new) if old and new else None
        if single is None:
            yield from self._entries(old, new, above)
            return
        mode, name, was, now = single
        deep = too_deep(above)
        if deep is not None:
            yield PathProblem(shown(above + name), deep)
        elif mode == FOLDER:
            yield from self._walk(was, now, above + name + b"/")
        else:
            yield Difference(above + name, (mode, was), (mode, now))

    def _single(
        self, before: bytes | None, after: bytes | None, old: bytes, new: bytes
    ) -> tuple[bytes, bytes, bytes, bytes] | None:
        """Return the one entry whose object differs, if that is all that differs."""
        if before is None or after is None or len(old) != len(new):
            return None
        starts = self._starts.get(before)
        if starts is None:
            starts = self._starts[before] = _starts(old)
        at = bisect_right(starts, _common(old, new)) - 1
        start = starts[at]
        end = starts[at + 1] if at + 1 < len(starts) else len(old)
        head = old[start : end - _ID]
        same = new[start : end - _ID] == head and old[end:] == new[end:]
        if not same or end - start <= _ID:
            return None
        self._starts[after] = starts
        mode, _, name = head[:-1].partition(b" ")
        return mode, name, old[end - _ID : end], new[end - _ID : end]

    def _entries(
        self, old: bytes, new: bytes, above: bytes
    ) -> Iterator[Difference | PathProblem]:
        before = {name: (mode, oid) for mode, name, oid in _parse(old)}
        after: dict[bytes, Entry] = {}
        place, last, read = shown(above), b"", 0
        for mode, name, oid in _parse(new):
            key = name + b"/" if mode == FOLDER else name
            if name in after or key <= last:
                yield PathProblem(place, Problem("history.tree-order"))
            after[name], last = (mode, oid), key
            read += len(mode) + len(name) + 2 + _ID
        if read != len(new):
            yield PathProblem(place, Problem("history.tree-torn"))
        for name in sorted(before.keys() | after.keys()):
            if before.get(name) != after.get(name):
                yield from self._entry(before.get(name), after.get(name), above, name)

    def _entry(
        self, before: Entry | None, after: Entry | None, above: bytes, name: bytes
    ) -> Iterator[Difference | PathProblem]:
        path = above + name
        deep = too_deep(above)
        problem = deep or (after and complaint(above, after[0], name, after[1]))
        if after is not None and problem is not None:
            yield PathProblem(shown(path), problem)
        if deep is not None:
            # Folders without end are cheap to make: it was never read, nor is it now.
            return
        old, new = _folder(before), _folder(after)
        if old or new:
            yield from self._walk(old, new, path + b"/")
        file = (None if old else before, None if new else after)
        if file != (None, None):
            yield Difference(path, *file)

    def _bytes_of(self, oid: bytes | None) -> bytes | None:
        if oid is None:
            return b""
        raw = self._raw.get(oid)
        if raw is None:
            raw = self._find(oid.hex())
            if raw is not None:
                self._keep(oid, raw)
        return raw

    def _keep(self, oid: bytes, raw: bytes) -> None:
        if self._bytes > _KEPT_BYTES:
            self._raw.clear()
            self._starts.clear()
            self._bytes = 0
        self._raw[oid] = raw
        # The offsets weigh about as much as the bytes, and each entry has its own cost.
        self._bytes += 2 * len(raw) + 200


def blob_at(find: Callable[[str], bytes | None], tree: str, path: str) -> str | None:
    """Return the id of the file at a path of a tree, or None if there is none."""
    *folders, name = path.encode().split(b"/")
    at: Entry | None = (FOLDER, bytes.fromhex(tree))
    for part in (*folders, name):
        if at is None or at[0] != FOLDER:
            return None
        raw = find(at[1].hex()) or b""
        at = next(
            ((mode, oid) for mode, each, oid in _parse(raw) if each == part), None
        )
    return at[1].hex() if at is not None and at[0] != FOLDER else None


def _folder(entry: Entry | None) -> bytes | None:
    return entry[1] if entry is not None and entry[0] == FOLDER else None


def _parse(raw: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    start = 0
    while start < len(raw):
        end = raw.find(b"\0", start)
        if end < 0 or end + _ID >= len(raw):
            return
        mode, _, name = raw[start:end].partition(b" ")
        start = end + 1 + _ID
        yield mode, name, raw[end + 1 : start]


def _starts(raw: bytes) -> list[int]:
    """Return the offset of each entry."""
    starts: list[int] = []
    start = 0
    while start < len(raw):
        starts.append(start)
        end = raw.find(b"\0", start)
        start = end + 1 + _ID if end >= 0 else len(raw)
    return starts


def _common(one: bytes, other: bytes) -> int:
    """Return how many bytes two texts of one length share at their start."""
    low, high = 0, len(one)
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low

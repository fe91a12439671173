"""One object of a history changed, and every object above it hashed anew, unsigned.

An attacker who holds the repository can do all of this and sign none of it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from tests.judging.ledger import Ledger
from tests.judging.objects import GitObject, write_object

_ID = 20
_LINK = re.compile(rb"^(tree|parent) ([0-9a-f]{40})$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Copy:
    """A history as raw objects by their id; `line` is its first-parent spine."""

    objects: Mapping[str, GitObject]
    line: tuple[str, ...]

    def ordered(self, line: tuple[str, ...]) -> "Rewritten":
        """Return the history with these commits, in this order."""
        return Rewritten(replace(self, line=line), {})

    def put(self, old: str, data: bytes) -> "Rewritten":
        """Return the history with other bytes in one object's place."""
        return Rewritten(self, {old: data})


def copy_of(ledger: Ledger) -> Copy:
    """Return the objects of a made ledger."""
    found = {each.oid: each for made in ledger.made for each in made.objects}
    sides = {each.oid: each for each in ledger.sides}
    line = tuple(made.transition.oid for made in ledger.made)
    return Copy({**found, **sides}, line)


class Rewritten:
    """A copy in which some objects have other bytes; what names them follows."""

    def __init__(self, copy: Copy, other: Mapping[str, bytes]) -> None:
        self._copy = copy
        self._other = other
        self._known: dict[str, str] = {}
        self._made: list[GitObject] = []

    def write(self, folder: Path) -> str:
        """Store what is new and return the head."""
        above = ""
        for oid in self._copy.line:
            above = self._commit(oid, above)
        for each in self._made:
            write_object(folder, each)
        return above

    def _commit(self, oid: str, above: str) -> str:
        """Make a commit of the spine on top of another one."""
        data = self._other.get(oid, self._copy.objects[oid].data)
        head, gap, message = data.partition(b"\n\n")
        parents = iter([above])

        def link(found: re.Match[bytes]) -> bytes:
            kind, old = found[1], found[2].decode()
            new = next(parents, None) if kind == b"parent" else None
            return kind + b" " + (new or self._new(old)).encode()

        return self._store("commit", _LINK.sub(link, head) + gap + message)

    def _new(self, oid: str) -> str:
        """Return the id of an object after all that it holds has changed."""
        if oid not in self._copy.objects:
            return oid
        if oid not in self._known:
            found = self._copy.objects[oid]
            data = self._other.get(oid, found.data)
            if found.kind == "tree" and oid not in self._other:
                data = b"".join(self._entries(data))
            same = data == found.data
            self._known[oid] = oid if same else self._store(found.kind, data)
        return self._known[oid]

    def _entries(self, data: bytes) -> Iterator[bytes]:
        start = 0
        while start < len(data):
            end = data.index(b"\0", start) + 1
            yield data[start:end]
            yield bytes.fromhex(self._new(data[end : end + _ID].hex()))
            start = end + _ID

    def _store(self, kind: str, data: bytes) -> str:
        made = GitObject(kind, data)
        self._made.append(made)
        return made.oid

"""The objects of a repository, each hashed again when it is read.

libgit2 compares every object with its id, with detection of SHA-1 collisions, and asks
the repository's configuration nothing (TRUST 1.15, attacks 65 and 66).
"""

import os
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

import pygit2
from pygit2.enums import ObjectType as ObjectKind

from proeve.history.refusals import refuse
from proeve.history.repository import (
    MAIN,
    Layout,
    find,
    refuse_alternates,
    refuse_tricks,
    resolve,
    value_of,
)

__all__ = ["MAX_OBJECT", "ObjectKind", "Objects"]

MAX_OBJECT = 64 * 1024 * 1024
_HEADER = 64
"""More than the longest header of an object, such as `commit 67108864`."""
_FAN_OUT = re.compile(r"[0-9a-f]{2}")

# Its cache keeps every commit read in memory; what is read twice is kept by `trees`.
pygit2.settings.enable_caching(value=False)


class Objects:
    """A repository opened for reading; it cannot be written through this."""

    def __init__(self, layout: Layout, quarantine: Path | None = None) -> None:
        refuse_tricks(layout)
        self.layout = layout
        self._odb = pygit2.Odb(str(layout.objects))
        self._loose = dict(_loose_in(layout.objects))
        if quarantine is not None:
            refuse_alternates(quarantine)
            self._odb.add_disk_alternate(str(quarantine))
            self._loose |= dict(_loose_in(quarantine))

    @classmethod
    def open(cls, path: Path, *, quarantine: Path | None = None) -> "Objects":
        """Open the repository at a folder: a worktree, a bare one, or a `.git`.

        `quarantine` is where a push waits while a hook judges it (PROTOCOL R36).
        """
        return cls(find(path), quarantine)

    def head(self, rev: str = MAIN) -> str:
        """Return the id of the commit that a revision names."""
        oid = resolve(self.layout, rev)
        self.raw(oid, ObjectKind.COMMIT)
        return oid

    def at_ref(self, name: str) -> str | None:
        """Return the id that a full ref names, or None if there is no such ref."""
        return value_of(self.layout, name)

    def holds(self, oid: str) -> bool:
        """Tell whether an object is here, of whatever kind."""
        return oid in self._odb

    def find(self, oid: str, kind: ObjectKind, limit: int = MAX_OBJECT) -> bytes | None:
        """Return the bytes of an object; None if it is of another kind or too large."""
        try:
            claimed, size = self._odb.read_header(oid)
            if claimed is not kind or size > limit:
                return None
            if oid in self._loose and not _ends(self._loose[oid], size):
                raise refuse("corrupt", oid=oid)
            found, data = self._odb.read(oid)
        except KeyError:
            raise refuse("missing", oid=oid) from None
        except pygit2.GitError:
            raise refuse("corrupt", oid=oid) from None
        return data if found is kind else None

    def raw(self, oid: str, kind: ObjectKind) -> bytes:
        """Return the bytes of an object, which must be of this kind."""
        data = self.find(oid, kind)
        if data is None:
            raise refuse("kind", oid=oid, kind=kind.name.lower())
        return data


def _loose_in(objects: Path) -> Iterator[tuple[str, str]]:
    """Yield the id and the file of every object that is not in a pack."""
    for folder in os.scandir(objects):
        if _FAN_OUT.fullmatch(folder.name):
            for file in os.scandir(folder.path):
                yield f"{folder.name}{file.name}", file.path


def _ends(file: str, size: int) -> bool:
    """Tell whether an object's file holds all that it promises.

    libgit2 waits for ever for the rest of one that was torn off, as a disk that fills
    up leaves it.
    """
    try:
        stream = zlib.decompressobj()
        stream.decompress(Path(file).read_bytes(), size + _HEADER)
    except (OSError, zlib.error):
        return False
    return stream.eof

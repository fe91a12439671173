"""The making side: objects into a repository, one by one or thousands in one pack.

A pack and its index are written here, without a process for each object and without
reading anything back. Source: gitformat-pack in Git's documentation.
"""

import hashlib
import zlib
from pathlib import Path
from tempfile import mkstemp
from typing import Protocol, Self

import pygit2

from proeve.history.objects import ObjectKind
from proeve.history.refusals import refuse

_FAST = 1
_FANOUT = 256
_SMALL_OFFSET = 2**31
_BLOCK = 1 << 20


class Store(Protocol):
    """Whatever takes objects and tells their ids."""

    def put(self, kind: ObjectKind, data: bytes) -> str:
        """Keep an object and return its id."""


def object_id(kind: ObjectKind, data: bytes) -> str:
    """Return Git's id of an object."""
    header = f"{kind.name.lower()} {len(data)}\0".encode()
    return hashlib.sha1(header + data, usedforsecurity=False).hexdigest()


class LooseStore:
    """Writes each object at once; right for the few objects of one deed."""

    def __init__(self, objects: Path) -> None:
        self._odb = pygit2.Odb(str(objects))

    def put(self, kind: ObjectKind, data: bytes) -> str:
        """Keep an object and return its id."""
        try:
            return str(self._odb.write(int(kind), data))
        except (OSError, pygit2.GitError) as error:
            raise refuse("git", detail=str(error)) from error


class HeldStore:
    """Keeps objects in memory only: for what is judged before it is written."""

    def __init__(self) -> None:
        self.held: dict[str, bytes] = {}

    def put(self, kind: ObjectKind, data: bytes) -> str:
        """Keep an object and return its id."""
        oid = object_id(kind, data)
        self.held[oid] = data
        return oid


class PackStore:
    """Collects objects in one pack file; nothing can be read before `close`.

    As a context manager it closes itself, or throws its draft away after an error.
    """

    def __init__(self, objects: Path) -> None:
        self._folder = objects / "pack"
        self._folder.mkdir(parents=True, exist_ok=True)
        # Git's own clean-up knows this prefix.
        handle, draft = mkstemp(prefix="tmp_pack_", dir=self._folder)
        self._draft = Path(draft)
        self._file = open(handle, "w+b")  # noqa: SIM115, PTH123 - a handle, until `close`
        self._file.write(_header(0))
        self._places: dict[str, tuple[int, int]] = {}
        self._end = self._file.tell()

    def put(self, kind: ObjectKind, data: bytes) -> str:
        """Keep an object and return its id."""
        oid = object_id(kind, data)
        if oid not in self._places:
            entry = _entry_header(kind, len(data)) + zlib.compress(data, _FAST)
            self._file.write(entry)
            self._places[oid] = (self._end, zlib.crc32(entry))
            self._end += len(entry)
        return oid

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self.close()
        else:
            self._file.close()
            self._draft.unlink()

    def close(self) -> None:
        """Finish the pack, so that its objects are in the repository."""
        self._file.seek(0)
        self._file.write(_header(len(self._places)))
        self._file.seek(0)
        digest = hashlib.sha1(usedforsecurity=False)
        while block := self._file.read(_BLOCK):
            digest.update(block)
        self._file.write(digest.digest())
        self._file.close()
        if not self._places:
            self._draft.unlink()
            return
        self._draft.chmod(0o444)
        name = self._folder / f"pack-{digest.hexdigest()}"
        # Readers look for the index, so the pack must be there before it is whole.
        index = self._draft.with_suffix(".idx")
        index.write_bytes(_index(self._places, digest.digest()))
        self._draft.replace(name.with_suffix(".pack"))
        index.replace(name.with_suffix(".idx"))


def _header(count: int) -> bytes:
    return b"PACK" + (2).to_bytes(4, "big") + count.to_bytes(4, "big")


def _entry_header(kind: ObjectKind, size: int) -> bytes:
    """Return kind and size in Git's little-endian groups of 4 and then 7 bits."""
    byte = (kind << 4) | (size & 0x0F)
    size >>= 4
    header = bytearray()
    while size:
        header.append(byte | 0x80)
        byte = size & 0x7F
        size >>= 7
    header.append(byte)
    return bytes(header)


def _index(places: dict[str, tuple[int, int]], pack: bytes) -> bytes:
    """Return the index (version 2) of a pack."""
    oids = sorted(places)
    counts = [0] * _FANOUT
    for oid in oids:
        counts[int(oid[:2], 16)] += 1
    total = 0
    parts = [b"\xfftOc" + (2).to_bytes(4, "big")]
    for count in counts:
        total += count
        parts.append(total.to_bytes(4, "big"))
    parts.extend(bytes.fromhex(oid) for oid in oids)
    parts.extend(places[oid][1].to_bytes(4, "big") for oid in oids)
    parts.extend(_offsets([places[oid][0] for oid in oids]))
    body = b"".join(parts) + pack
    return body + hashlib.sha1(body, usedforsecurity=False).digest()


def _offsets(offsets: list[int]) -> list[bytes]:
    """Return the table of offsets; those past 2 GiB go into a second one."""
    small: list[bytes] = []
    large: list[bytes] = []
    for offset in offsets:
        if offset < _SMALL_OFFSET:
            small.append(offset.to_bytes(4, "big"))
        else:
            small.append((_SMALL_OFFSET | len(large)).to_bytes(4, "big"))
            large.append(offset.to_bytes(8, "big"))
    return small + large

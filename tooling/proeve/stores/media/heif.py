"""HEIC and AVIF without Exif, XMP and whatever is no picture; its pixels untouched.

The file says by number where each of its items lies, so nothing is cut out: what goes
is overwritten where it stands. How to turn the picture is kept outside Exif here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from proeve.stores.media.boxes import Box, boxes, emptied, inside, zeros
from proeve.stores.media.parts import (
    Bytes,
    Part,
    blanked,
    check_pixels,
    damaged,
    number,
)
from proeve.stores.refusing import fault

_TOP = frozenset({b"ftyp", b"meta", b"mdat", b"free", b"skip"})
_META = frozenset(b"hdlr pitm iloc iinf iref iprp idat dinf grpl free skip".split())
_PICTURES = frozenset(b"hvc1 av01 avc1 hvt1 grid iovl iden tmap".split())
_FULL = 4
"""The version and flags with which some boxes begin."""
_IN_FILE, _IN_BOX = 0, 1
_NO_EXIF = b"\0\0\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0"
_TELLING = frozenset({b"uuid", b"udes"})
Overwrites = Iterator[tuple[int, bytes]]


@dataclass(frozen=True, slots=True)
class _Item:
    number: int
    method: int
    spans: tuple[tuple[int, int], ...]


def stripped(data: Bytes) -> tuple[Part, ...]:
    """Return the picture alone; raise RefusedError if it is not whole or moves."""
    top = tuple(boxes(data, 0, len(data)))
    meta = [box for box in top if box.kind == b"meta"]
    if len(meta) != 1 or any(box.kind == b"moov" for box in top):
        raise fault("store.cannot-strip", type="image/heic")
    over = (each for box in top if box.kind not in _TOP for each in emptied(box))
    return blanked(data, chain(over, _in_meta(data, meta[0])))


def _in_meta(data: Bytes, meta: Box) -> Overwrites:
    found: dict[bytes, Box] = {}
    for box in inside(data, meta, _FULL):
        if box.kind not in _META:
            yield from emptied(box)
        elif found.setdefault(box.kind, box) is not box and box.kind != b"free":
            raise damaged()
    if not {b"iinf", b"iloc", b"iprp"} <= found.keys():
        raise damaged()
    yield from _in_properties(data, found[b"iprp"])
    yield from _in_items(data, found)


def _in_properties(data: Bytes, iprp: Box) -> Overwrites:
    for holder in inside(data, iprp):
        if holder.kind != b"ipco":
            continue
        for box in inside(data, holder):
            if box.kind in _TELLING:
                yield from emptied(box)
            elif box.kind == b"ispe":
                check_pixels(
                    number(data, box.body + 4, 4), number(data, box.body + 8, 4)
                )


def _in_items(data: Bytes, found: Mapping[bytes, Box]) -> Overwrites:
    """Yield zeros over every item that is not part of a picture."""
    kinds = dict(_kinds(data, found[b"iinf"]))
    idat = found.get(b"idat")
    for item in _items(data, found[b"iloc"]):
        if kinds.get(item.number) in _PICTURES:
            continue
        if item.method == _IN_BOX and idat is not None:
            first, last = idat.body, idat.end
        elif item.method == _IN_FILE:
            first, last = 0, len(data)
        else:
            raise fault("store.cannot-strip", type="image/heic")
        for offset, length in item.spans:
            start = first + offset
            end = start + length if length else last
            if end > last:
                raise damaged()
            yield from _overwritten(start, end, kinds.get(item.number))


def _overwritten(start: int, end: int, kind: bytes | None) -> Overwrites:
    """Yield zeros, behind Exif that says nothing where a reader expects Exif."""
    if kind == b"Exif" and end - start >= len(_NO_EXIF):
        yield start, _NO_EXIF
        start += len(_NO_EXIF)
    yield from zeros(start, end)


def _kinds(data: Bytes, iinf: Box) -> Iterator[tuple[int, bytes]]:
    """Yield the kind of each item that the file has."""
    wide = number(data, iinf.body, 1) > 0
    for entry in inside(data, iinf, _FULL + (4 if wide else 2)):
        version = number(data, entry.body, 1)
        size = {2: 2, 3: 4}.get(version)
        if entry.kind != b"infe" or size is None:
            raise fault("store.cannot-strip", type="image/heic")
        at = entry.body + _FULL
        yield number(data, at, size), bytes(data[at + size + 2 : at + size + 6])


class _Reader:
    """Reads numbers of given sizes, one behind the other."""

    def __init__(self, data: Bytes, box: Box) -> None:
        self._data, self._at, self._end = data, box.body, box.end

    def next(self, size: int) -> int:
        if self._at + size > self._end:
            raise damaged()
        found = number(self._data, self._at, size) if size else 0
        self._at += size
        return found


def _items(data: Bytes, iloc: Box) -> Iterator[_Item]:
    """Yield where each item of the file lies."""
    read = _Reader(data, iloc)
    version = read.next(1)
    read.next(3)
    sizes = read.next(2)
    offset, length, base, index = (sizes >> shift & 0xF for shift in (12, 8, 4, 0))
    wide = 4 if version > 1 else 2
    for _ in range(read.next(wide)):
        own = read.next(wide)
        method = read.next(2) & 0xF if version else _IN_FILE
        read.next(2)
        start = read.next(base)
        spans = []
        count = read.next(2)
        if count > 1 and not offset + length:  # endless, and all the same
            raise damaged()
        for _ in range(count):
            read.next(index if version else 0)
            spans.append((start + read.next(offset), read.next(length)))
        yield _Item(own, method, tuple(spans))

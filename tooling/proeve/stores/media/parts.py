"""A file to be, as parts of the file that was: spans that stay, and bytes put between.

Large films are never held in memory: what stays is copied span by span.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from mmap import mmap
from typing import TypeVar

from proeve.stores.refusing import RefusedError, fault
from proeve.stores.store import CHUNK

Bytes = bytes | mmap
"""A file's content, in memory or mapped from disk; both slice and search alike."""

MOST_PIXELS = 250_000_000
"""More than any telephone makes; a picture that claims more is meant to hurt."""
_MOST_PARTS = 200_000
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Span:
    """Bytes of the file that was, from `start` up to `end`."""

    start: int
    end: int


Part = Span | bytes


def pieces(data: Bytes, parts: Iterable[Part]) -> Iterator[bytes]:
    """Yield the file to be, piece by piece."""
    for part in parts:
        if isinstance(part, bytes):
            yield part
            continue
        for start in range(part.start, part.end, CHUNK):
            yield data[start : min(part.end, start + CHUNK)]


def whole(data: Bytes) -> tuple[Part, ...]:
    """Return a file as it is."""
    return (Span(0, len(data)),)


def blanked(data: Bytes, over: Iterable[tuple[int, bytes]]) -> tuple[Part, ...]:
    """Return a file of the same length, with these bytes at these places.

    Who would overwrite more than there is, overwrites something twice.
    """
    found: list[tuple[int, bytes]] = []
    room = len(data)
    for each in limited(over):
        room -= len(each[1])
        if room < 0:
            raise damaged()
        found.append(each)
    parts: list[Part] = []
    at = 0
    for start, put in sorted(found):
        if start < at:
            raise damaged()
        parts += [Span(at, start), put]
        at = start + len(put)
    return (*parts, Span(at, len(data)))


def limited(found: Iterable[Found]) -> Iterator[Found]:
    """Yield what a file consists of; one of countless crumbs is meant to hurt."""
    for index, each in enumerate(found):
        if index > _MOST_PARTS:
            raise damaged()
        yield each


def number(data: Bytes, at: int, size: int, *, little: bool = False) -> int:
    """Return the number in `size` bytes; raise RefusedError if they are not there."""
    found = data[at : at + size]
    if len(found) != size or at < 0:
        raise damaged()
    return int.from_bytes(found, "little" if little else "big")


def check_pixels(width: int, height: int) -> None:
    """Refuse a picture of no size, or of more pixels than a reader can bear."""
    if width * height == 0:
        raise damaged()
    if width * height > MOST_PIXELS:
        raise fault("store.too-many-pixels", width=str(width), height=str(height))


def damaged() -> RefusedError:
    """Return the refusal of a picture that is not whole."""
    return fault("store.damaged")


_TIFF = re.compile(rb"MM\0\*|II\*\0")
_ORIENTATION, _SHORT = 0x0112, 3
_UPRIGHT, _MOST_TURNED = 1, 8
_ENTRY = 12


def turned(tiff: bytes) -> int:
    """Return how a picture must be turned to stand upright; 1 when nothing says so.

    It is the one thing in Exif without which the picture itself would be another.
    """
    little = tiff[:2] == b"II"
    try:
        if not _TIFF.match(tiff):
            return _UPRIGHT
        at = number(tiff, 4, 4, little=little)
        for index in range(number(tiff, at, 2, little=little)):
            entry = at + 2 + _ENTRY * index
            if number(tiff, entry, 2, little=little) == _ORIENTATION:
                found = number(tiff, entry + 8, 2, little=little)
                return found if _UPRIGHT <= found <= _MOST_TURNED else _UPRIGHT
    except RefusedError:
        return _UPRIGHT
    return _UPRIGHT


def only_turned(orientation: int) -> bytes:
    """Return Exif (from its TIFF header) that says how to turn, and nothing else."""
    if orientation == _UPRIGHT:
        return b""
    entry = b"".join(
        each.to_bytes(size, "big")
        for each, size in ((_ORIENTATION, 2), (_SHORT, 2), (1, 4), (orientation, 2))
    )
    return b"MM\0*\0\0\0\x08\0\x01" + entry + b"\0\0\0\0\0\0"

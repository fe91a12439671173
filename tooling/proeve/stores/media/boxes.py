"""The boxes of ISO media files, which HEIC, AVIF, MP4 and QuickTime have in common."""

from collections.abc import Iterator
from dataclasses import dataclass

from proeve.stores.media.parts import Bytes, damaged, limited, number

_FREE = b"free"
_LARGE, _TO_THE_END = 1, 0


@dataclass(frozen=True, slots=True)
class Box:
    """One box: from `start` up to `end`, its content from `body`."""

    kind: bytes
    start: int
    body: int
    end: int


def boxes(data: Bytes, start: int, end: int) -> Iterator[Box]:
    """Yield the boxes between two places; raise RefusedError where they do not fit."""
    return limited(_boxes(data, start, end))


def _boxes(data: Bytes, start: int, end: int) -> Iterator[Box]:
    while start < end:
        size, body = number(data, start, 4), start + 8
        if size == _LARGE:
            size, body = number(data, start + 8, 8), start + 16
        after = end if size == _TO_THE_END else start + size
        if after < body or after > end:
            raise damaged()
        yield Box(data[start + 4 : start + 8], start, body, after)
        start = after


def inside(data: Bytes, box: Box, skip: int = 0) -> Iterator[Box]:
    """Yield the boxes inside a box, after as many bytes as it has of its own."""
    return boxes(data, box.body + skip, box.end)


def emptied(box: Box) -> Iterator[tuple[int, bytes]]:
    """Yield what makes a box say nothing, and nothing move: its kind, and zeros."""
    yield box.start + 4, _FREE
    yield from zeros(box.body, box.end)


def zeros(start: int, end: int) -> Iterator[tuple[int, bytes]]:
    """Yield zeros from one place up to another, in pieces that share their memory."""
    for at in range(start, end, len(_ZEROS)):
        yield at, _ZEROS[: end - at]


_ZEROS = bytes(1024 * 1024)


def brands(data: Bytes) -> frozenset[bytes]:
    """Return what an ISO media file says that it is; empty for any other file."""
    if data[4:8] != b"ftyp":
        return frozenset()
    end = min(number(data, 0, 4), 256)
    listed = [data[8:12], *(data[at : at + 4] for at in range(16, end, 4))]
    return frozenset(bytes(each) for each in listed)

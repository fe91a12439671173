"""JPEG without what says where, when or with what it was taken; its pixels untouched.

Only what a decoder needs stays. So what nobody thought of goes as well: makers' notes,
previews, a second picture or a film behind the end.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from proeve.stores.media.parts import (
    Bytes,
    Part,
    Span,
    check_pixels,
    damaged,
    limited,
    number,
    only_turned,
    turned,
)

START = b"\xff\xd8\xff"
_END, _SCAN, _APP0, _APP1 = 0xD9, 0xDA, 0xE0, 0xE1
_TABLES = frozenset({*range(0xC0, 0xD0), _SCAN, 0xDB, 0xDC, 0xDD, 0xDE, 0xDF})
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_KEPT_APPS = {_APP0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
_EXIF = b"Exif\0\0"
_FILLED = re.compile(rb"\xff+[^\xff]", re.DOTALL)
"""A marker, before which any number of fill bytes may stand."""
_NEXT = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
"""The next marker inside a scan: not a stuffed byte, a restart or a fill byte."""


@dataclass(frozen=True, slots=True)
class _Segment:
    code: int
    start: int
    end: int


def stripped(data: Bytes) -> tuple[Part, ...]:
    """Return the picture alone; raise RefusedError if it is not whole."""
    head: list[Part] = []
    body: list[Part] = []
    orientation, found = 1, set[int]()
    for each in limited(_segments(data)):
        at = each.start
        if each.code == _APP1 and data[at + 4 : at + 10] == _EXIF:
            orientation = turned(data[at + 10 : each.end])
        if each.code in _FRAMES:
            check_pixels(number(data, at + 7, 2), number(data, at + 5, 2))
        if _stays(data, at, each.code):
            (head if each.code == _APP0 else body).append(Span(at, each.end))
        found.add(each.code)
    if _SCAN not in found or not found & _FRAMES:
        raise damaged()
    return (b"\xff\xd8", *head, *_exif(orientation), *body, b"\xff\xd9")


def _segments(data: Bytes) -> Iterator[_Segment]:
    """Yield the segments up to the end of the picture; what lies behind it goes."""
    at = 2
    while True:
        found = _FILLED.match(data, at)
        if found is None:
            raise damaged()
        at = found.end() - 2
        code = data[at + 1]
        if code == _END:
            return
        end = _segment_end(data, at, code)
        yield _Segment(code, at, end)
        at = end


def _segment_end(data: Bytes, at: int, code: int) -> int:
    """Return where a segment ends; that of a scan, where its picture data ends."""
    length = number(data, at + 2, 2)
    end = at + 2 + length
    if length < 2 or end > len(data):  # noqa: PLR2004 - it counts itself
        raise damaged()
    if code != _SCAN:
        return end
    found = _NEXT.search(data, end)
    if found is None:
        raise damaged()
    return found.start()


def _stays(data: Bytes, at: int, code: int) -> bool:
    name = _KEPT_APPS.get(code)
    if name is not None:
        return data[at + 4 : at + 4 + len(name)] == name
    return code in _TABLES


def _exif(orientation: int) -> tuple[bytes, ...]:
    tiff = only_turned(orientation)
    if not tiff:
        return ()
    body = _EXIF + tiff
    return (b"\xff\xe1" + (len(body) + 2).to_bytes(2, "big") + body,)

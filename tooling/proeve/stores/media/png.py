"""PNG without its texts, Exif and dates; its pixels untouched."""

import zlib
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

START = b"\x89PNG\r\n\x1a\n"
_KEPT = frozenset(
    b"IHDR PLTE IDAT tRNS gAMA cHRM sRGB cICP sBIT bKGD pHYs iCCP".split()
)
_MOST_PROFILE = 64 * 1024
"""A larger colour profile is no colour profile: it is packed, and could be a bomb."""


@dataclass(frozen=True, slots=True)
class _Chunk:
    kind: bytes
    start: int
    body: int
    end: int


def stripped(data: Bytes) -> tuple[Part, ...]:
    """Return the picture alone; raise RefusedError if it is not whole."""
    parts: list[Part] = [Span(0, len(START))]
    orientation, pixels = 1, False
    for each in limited(_chunks(data)):
        if each.kind == b"IHDR":
            check_pixels(number(data, each.body, 4), number(data, each.body + 4, 4))
        pixels = pixels or each.kind == b"IDAT"
        if each.kind == b"eXIf":
            orientation = turned(data[each.body : each.end - 4])
        elif each.kind in _KEPT and not _bomb(each):
            parts.append(Span(each.start, each.end))
    if not pixels:
        raise damaged()
    return (*parts, *_exif(orientation), _chunk(b"IEND", b""))


def _chunks(data: Bytes) -> Iterator[_Chunk]:
    """Yield the chunks up to the end of the picture; what lies behind it goes."""
    kind, at = b"", len(START)
    while kind != b"IEND":
        body = at + 8
        end = body + number(data, at, 4) + 4
        kind = bytes(data[at + 4 : body])
        if end > len(data) or _crc(data, at + 4, end - 4) != number(data, end - 4, 4):
            raise damaged()
        if (kind == b"IHDR") != (at == len(START)):
            raise damaged()
        yield _Chunk(kind, at, body, end)
        at = end


def _bomb(chunk: _Chunk) -> bool:
    return chunk.kind == b"iCCP" and chunk.end - chunk.start > _MOST_PROFILE


def _crc(data: Bytes, start: int, end: int) -> int:
    return zlib.crc32(data[start:end])


def _exif(orientation: int) -> tuple[bytes, ...]:
    tiff = only_turned(orientation)
    return (_chunk(b"eXIf", tiff),) if tiff else ()


def _chunk(kind: bytes, body: bytes) -> bytes:
    crc = zlib.crc32(kind + body).to_bytes(4, "big")
    return len(body).to_bytes(4, "big") + kind + body + crc

"""WebP without Exif and XMP; its pixels untouched."""

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
from proeve.stores.refusing import fault

_HEAD = 12
_KEPT = frozenset({b"VP8 ", b"VP8L", b"ALPH", b"ICCP"})
_PIXELS = frozenset({b"VP8 ", b"VP8L"})
_EXIF_FLAG, _XMP_FLAG, _MOVES = 0x08, 0x04, 0x02
_14_BITS = 0x3FFF


@dataclass(frozen=True, slots=True)
class _Chunk:
    kind: bytes
    start: int
    body: int
    end: int


def stripped(data: Bytes) -> tuple[Part, ...]:
    """Return the picture alone; raise RefusedError if it is not whole or moves."""
    parts: list[Part] = []
    canvas, orientation, pixels = b"", 1, False
    for each in limited(_chunks(data)):
        if each.kind == b"VP8X":
            canvas = _canvas(data, each.body)
        if each.kind == b"EXIF":
            orientation = turned(data[each.body : each.end].removeprefix(b"Exif\0\0"))
        if each.kind in _PIXELS:
            _check_frame(data, each.kind, each.body)
            pixels = True
        if each.kind in _KEPT:
            parts += [Span(each.start, each.end), bytes((each.end - each.body) % 2)]
    if not pixels:
        raise damaged()
    return _joined(canvas, parts, only_turned(orientation))


def _chunks(data: Bytes) -> Iterator[_Chunk]:
    """Yield the chunks that the head counts; what lies behind them goes."""
    end, at = 8 + number(data, 4, 4, little=True), _HEAD
    if end > len(data):
        raise damaged()
    while at < end:
        length = number(data, at + 4, 4, little=True)
        body = at + 8
        if body + length > end:
            raise damaged()
        yield _Chunk(bytes(data[at : at + 4]), at, body, body + length)
        at = body + length + length % 2


def _canvas(data: Bytes, body: int) -> bytes:
    if number(data, body, 1) & _MOVES:
        raise fault("store.cannot-strip", type="image/webp")
    width = number(data, body + 4, 3, little=True) + 1
    check_pixels(width, number(data, body + 7, 3, little=True) + 1)
    return data[body : body + 10]


def _check_frame(data: Bytes, kind: bytes, body: int) -> None:
    if kind == b"VP8 ":
        width = number(data, body + 6, 2, little=True) & _14_BITS
        check_pixels(width, number(data, body + 8, 2, little=True) & _14_BITS)
    else:
        bits = number(data, body + 1, 4, little=True)
        check_pixels((bits & _14_BITS) + 1, (bits >> 14 & _14_BITS) + 1)


def _joined(canvas: bytes, parts: list[Part], tiff: bytes) -> tuple[Part, ...]:
    """Return the chunks under a head that says how long they are now."""
    before = (_chunk(b"VP8X", _flagged(canvas, exif=bool(tiff))),) if canvas else ()
    behind = (_chunk(b"EXIF", tiff),) if canvas and tiff else ()
    found = (*before, *parts, *behind)
    size = sum(p.end - p.start if isinstance(p, Span) else len(p) for p in found)
    return (b"RIFF" + (size + 4).to_bytes(4, "little") + b"WEBP", *found)


def _flagged(canvas: bytes, *, exif: bool) -> bytes:
    flags = canvas[0] & ~(_EXIF_FLAG | _XMP_FLAG) | (_EXIF_FLAG if exif else 0)
    return bytes((flags,)) + canvas[1:]


def _chunk(kind: bytes, body: bytes) -> bytes:
    return kind + len(body).to_bytes(4, "little") + body + b"\0" * (len(body) % 2)

"""MP4 and QuickTime films without what their heads say of place, time and maker.

What is in a track beside picture and sound (some cameras log their position there) is
overwritten as well. What a camera hid inside picture or sound itself stays.
"""

from collections.abc import Iterator

from proeve.stores.media.boxes import Box, boxes, emptied, inside, zeros
from proeve.stores.media.parts import Bytes, Part, blanked, damaged, limited, number
from proeve.stores.refusing import fault

_TOP = frozenset({b"ftyp", b"moov", b"mdat", b"free", b"skip", b"wide"})
_IN_FILM = frozenset({b"mvhd", b"trak", b"free", b"skip"})
_IN_TRACK = frozenset({b"tkhd", b"edts", b"mdia", b"tref", b"tapt", b"free", b"skip"})
_IN_MEDIA = frozenset({b"mdhd", b"hdlr", b"minf", b"free", b"skip"})
_KEPT_TRACKS = frozenset({b"vide", b"soun"})
_KIND_AT = 8
Overwrites = Iterator[tuple[int, bytes]]


def stripped(data: Bytes) -> tuple[Part, ...]:
    """Return the film alone; raise RefusedError if it comes in loose fragments."""
    kinds = [box.kind for box in boxes(data, 0, len(data))]
    if b"moof" in kinds:
        raise fault("store.cannot-strip", type="video/mp4")
    if kinds.count(b"moov") != 1 or b"mdat" not in kinds:
        raise damaged()
    return blanked(data, _in_file(data))


def _in_file(data: Bytes) -> Overwrites:
    for box in boxes(data, 0, len(data)):
        if box.kind not in _TOP:
            yield from emptied(box)
        elif box.kind == b"moov":
            yield from _in_film(data, box)


def _in_film(data: Bytes, moov: Box) -> Overwrites:
    for box in inside(data, moov):
        if box.kind not in _IN_FILM:
            yield from emptied(box)
        elif box.kind == b"trak":
            yield from _in_track(data, box)


def _in_track(data: Bytes, track: Box) -> Overwrites:
    media = [box for box in inside(data, track) if box.kind == b"mdia"]
    if len(media) != 1:
        raise damaged()
    within = {box.kind: box for box in inside(data, media[0])}
    if not {b"hdlr", b"minf"} <= within.keys():
        raise damaged()
    handler = within[b"hdlr"].body + _KIND_AT
    if data[handler : handler + 4] not in _KEPT_TRACKS:
        yield from _samples(data, within[b"minf"])
        yield from emptied(track)
        return
    for box in inside(data, track):
        if box.kind not in _IN_TRACK:
            yield from emptied(box)
    for box in inside(data, media[0]):
        if box.kind not in _IN_MEDIA:
            yield from emptied(box)


def _samples(data: Bytes, minf: Box) -> Overwrites:
    """Yield zeros over what a track holds, wherever in the file that lies."""
    table = [box for box in inside(data, minf) if box.kind == b"stbl"]
    if len(table) != 1:
        raise damaged()
    found = {box.kind: box for box in inside(data, table[0])}
    starts = list(limited(_starts(data, found)))
    sizes = list(limited(_sizes(data, found)))
    counts = list(limited(_counts(data, found, len(starts))))
    if sum(counts) != len(sizes):
        raise damaged()
    at = 0
    for start, count in zip(starts, counts, strict=True):
        end = start + sum(sizes[at : at + count])
        if end > len(data):
            raise damaged()
        yield from zeros(start, end)
        at += count


def _starts(data: Bytes, found: dict[bytes, Box]) -> Iterator[int]:
    """Yield where each chunk of samples begins."""
    box, size = found.get(b"stco"), 4
    if box is None:
        box, size = found.get(b"co64"), 8
    if box is None:
        raise damaged()
    for index in _rows(data, box, 8, size):
        yield number(data, index, size)


def _sizes(data: Bytes, found: dict[bytes, Box]) -> Iterator[int]:
    """Yield the size of each sample."""
    box = found.get(b"stsz")
    if box is None:
        raise damaged()
    same, count = number(data, box.body + 4, 4), number(data, box.body + 8, 4)
    if same:
        yield from (same for _ in range(count))
        return
    for at in _rows(data, box, 12, 4):
        yield number(data, at, 4)


def _counts(data: Bytes, found: dict[bytes, Box], chunks: int) -> Iterator[int]:
    """Yield how many samples each chunk holds."""
    box = found.get(b"stsc")
    if box is None:
        raise damaged()
    runs = [
        (number(data, at, 4), number(data, at + 4, 4)) for at in _rows(data, box, 8, 12)
    ]
    if not runs:
        raise damaged()
    firsts = [first for first, _ in runs[1:]]
    for (first, count), after in zip(runs, [*firsts, chunks + 1], strict=True):
        if not 0 < first <= after <= chunks + 1:
            raise damaged()
        yield from (count for _ in range(first, after))


def _rows(data: Bytes, box: Box, head: int, size: int) -> range:
    """Return where the rows of a table begin; its length stands before them."""
    count = number(data, box.body + head - 4, 4)
    start = box.body + head
    if start + count * size > box.end:
        raise damaged()
    return range(start, start + count * size, size)

"""A small film with a place in its head, and a track that logs where the camera was."""

import struct

LOGGED = b"51.9225,4.4792;51.9226,4.4793;"
_PICTURE = b"picture-samples" * 20
_PLACE = b"\x00\x12\x15\xc7+52.0907+005.1214/"


def box(kind: bytes, *content: bytes) -> bytes:
    """Return one box."""
    body = b"".join(content)
    return struct.pack(">I4s", 8 + len(body), kind) + body


def _table(start: int, sizes: list[int]) -> bytes:
    return box(
        b"stbl",
        box(b"stsc", struct.pack(">IIIII", 0, 1, 1, len(sizes), 1)),
        box(b"stsz", struct.pack(f">III{len(sizes)}I", 0, 0, len(sizes), *sizes)),
        box(b"stco", struct.pack(">III", 0, 1, start)),
    )


def _track(handler: bytes, start: int, sizes: list[int]) -> bytes:
    media = box(
        b"mdia",
        box(b"mdhd", bytes(24)),
        box(b"hdlr", bytes(8), handler, bytes(12)),
        box(b"minf", _table(start, sizes)),
    )
    return box(b"trak", box(b"tkhd", bytes(84)), media, box(b"udta", _PLACE))


def film() -> bytes:
    """Return the film; its bytes lie behind its head, as a telephone streams it."""
    head = box(b"ftyp", b"isom", bytes(4), b"mp42")
    start = len(head) + len(_told(0)) + 8  # it is as long whatever it says
    return head + _told(start) + box(b"mdat", _PICTURE, LOGGED)


def _told(start: int) -> bytes:
    return box(
        b"moov",
        box(b"mvhd", bytes(100)),
        _track(b"vide", start, [len(_PICTURE)]),
        _track(b"meta", start + len(_PICTURE), [10, len(LOGGED) - 10]),
        box(b"udta", box(b"\xa9xyz", _PLACE)),
        box(b"meta", b"com.apple.quicktime.location.ISO6709", _PLACE),
    )

"""Small invented files of evidence: whole ones of their kind, each with its own bytes.

A photograph is one plain colour, a film is empty and a document has one line. What they
are for stands inside them, so that no two pieces of a school are the same file.
"""

import struct
from collections.abc import Callable, Iterable, Mapping

_SIDE = 64
_BLOCKS = (_SIDE // 8) ** 2
_HALF = 128
_SIZES = range(9)
_FILLING = "1"


def photograph(note: str, draw: bytes) -> bytes:
    """Return a JPEG of one colour, drawn by three bytes, with a note as its comment."""
    head = (
        _segment(0xE0, b"JFIF\0\x01\x01\0" + struct.pack(">HHBB", 1, 1, 0, 0)),
        _segment(0xFE, note.encode()),
        _segment(0xDB, bytes([0]) + bytes([8]) * 64),
        _segment(0xC0, _FRAME),
        _segment(0xC4, bytes([0x00, *_of_length(4, len(_SIZES)), *_SIZES])),
        _segment(0xC4, bytes([0x10, *_of_length(1, 1), 0])),
        _segment(0xDA, bytes([3, 1, 0, 2, 0, 3, 0, 0, 63, 0])),
    )
    return b"\xff\xd8" + b"".join(head) + _scan(draw[:3]) + b"\xff\xd9"


_FRAME = struct.pack(">BHHB", 8, _SIDE, _SIDE, 3) + bytes(
    [1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0]
)


def _segment(mark: int, content: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, mark, len(content) + 2) + content


def _of_length(bits: int, count: int) -> Iterable[int]:
    """Return how many codes there are of each length: only of one."""
    return (count if length == bits else 0 for length in range(1, 17))


def _scan(colour: bytes) -> bytes:
    """Return the blocks: the first says the colour, each other one is as it was."""
    first = "".join(_level(value - _HALF) for value in colour)
    bits = first + _level(0) * 3 * (_BLOCKS - 1)
    bits += _FILLING * (-len(bits) % 8)
    raw = int(bits, 2).to_bytes(len(bits) // 8, "big")
    return raw.replace(b"\xff", b"\xff\x00")


def _level(step: int) -> str:
    """Return the bits of one step in brightness, and of a block without detail."""
    size = abs(step).bit_length()
    value = step if step > 0 else step + (1 << size) - 1
    own = f"{value:0{size}b}" if size else ""
    return f"{size:04b}{own}0"


def film(note: str, draw: bytes) -> bytes:
    """Return an MP4 film without any picture, with a note beside it."""
    del draw
    header = struct.pack(">IIIIIIH10x", 0, 0, 0, 1000, 0, 0x10000, 0x100)
    matrix = struct.pack(">9I24xI", 0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000, 1)
    return b"".join(
        (
            _box(b"ftyp", b"isom\0\0\x02\0isommp41"),
            _box(b"moov", _box(b"mvhd", header + matrix)),
            _box(b"free", note.encode()),
        )
    )


def _box(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I4s", len(content) + 8, kind) + content


def paper(note: str, draw: bytes) -> bytes:
    """Return a PDF of one page with a note on it."""
    del draw
    shown = f"BT /F1 12 Tf 60 760 Td ({_quoted(note)}) Tj ET".encode(
        "latin-1", "replace"
    )
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>\nstream\n%b\nendstream" % (len(shown), shown),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    return _pdf(objects)


def _pdf(objects: Iterable[bytes]) -> bytes:
    found, starts = b"%PDF-1.4\n", [b"0000000000 65535 f \n"]
    for number, each in enumerate(objects, 1):
        starts.append(b"%010d 00000 n \n" % len(found))
        found += b"%d 0 obj\n%b\nendobj\n" % (number, each)
    end = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
    table = b"xref\n0 %d\n%b" % (len(starts), b"".join(starts))
    return found + table + end % (len(starts), len(found))


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


MAKERS: Mapping[str, Callable[[str, bytes], bytes]] = {
    "image/jpeg": photograph,
    "video/mp4": film,
    "application/pdf": paper,
}
"""What makes a file of a kind, of a note and some bytes that were drawn for it."""

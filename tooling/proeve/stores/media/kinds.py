"""What a file is, told by its bytes; and what its name says that it would be.

A short list of what a school takes as evidence, each with a sign that no other has.
What is not on it is not recognised, and what is not recognised is refused.
"""

import io
import re
import zipfile
from collections.abc import Mapping

from proeve.stores.media import jpeg, png
from proeve.stores.media.boxes import brands
from proeve.stores.media.parts import Bytes

_OFFICE = "application/vnd.openxmlformats-officedocument."
_OPEN = "application/vnd.oasis.opendocument."
DOCX = f"{_OFFICE}wordprocessingml.document"
XLSX = f"{_OFFICE}spreadsheetml.sheet"
PPTX = f"{_OFFICE}presentationml.presentation"

_STARTS: tuple[tuple[bytes, str], ...] = (
    (jpeg.START, "image/jpeg"),
    (png.START, "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"MM\0*", "image/tiff"),
    (b"II*\0", "image/tiff"),
    (b"%PDF-", "application/pdf"),
    (b"\x1aE\xdf\xa3", "video/webm"),
    (b"OggS", "audio/ogg"),
    (b"fLaC", "audio/flac"),
    (b"ID3", "audio/mpeg"),
    (b"ISO-10303-21;", "model/step"),
    (b"AC10", "image/vnd.dwg"),
)
_RIFF: Mapping[bytes, str] = {b"WEBP": "image/webp", b"WAVE": "audio/wav"}
_HEIC = frozenset({b"heic", b"heix", b"heim", b"heis", b"mif1"})
_BRANDS: tuple[tuple[frozenset[bytes], str], ...] = (
    (frozenset({b"avif", b"avis"}), "image/avif"),
    (_HEIC, "image/heic"),
    (frozenset({b"qt  "}), "video/quicktime"),
    (frozenset({b"M4A ", b"M4B "}), "audio/mp4"),
    (
        frozenset({b"isom", b"iso2", b"mp41", b"mp42", b"avc1", b"M4V ", b"3gp4"})
        | {b"3gp5", b"iso4", b"iso5", b"iso6", b"MSNV"},
        "video/mp4",
    ),
)
_MEMBERS: tuple[tuple[str, str], ...] = (
    ("word/document.xml", DOCX),
    ("xl/workbook.xml", XLSX),
    ("ppt/presentation.xml", PPTX),
)
_OPEN_KINDS = ("text", "spreadsheet", "presentation", "graphics")
_END_OF_LIST = b"PK\x05\x06"
_MOST_BEHIND = 22 + 0xFFFF
_MOST_LISTED = 2 * 1024 * 1024
"""A longer list of members is no document; reading it would cost more than it tells."""

_ENDINGS: Mapping[str, frozenset[str]] = {
    ending: frozenset(kinds)
    for endings, kinds in (
        ("jpg jpeg jpe jfif", ("image/jpeg",)),
        ("png", ("image/png",)),
        ("webp", ("image/webp",)),
        ("heic heif hif", ("image/heic",)),
        ("avif", ("image/avif",)),
        ("gif", ("image/gif",)),
        ("tif tiff", ("image/tiff",)),
        ("pdf", ("application/pdf",)),
        ("mp4 m4v", ("video/mp4",)),
        ("mov qt", ("video/quicktime", "video/mp4")),
        ("webm", ("video/webm",)),
        ("mp3", ("audio/mpeg",)),
        ("m4a", ("audio/mp4", "video/mp4")),
        ("ogg oga opus", ("audio/ogg",)),
        ("flac", ("audio/flac",)),
        ("wav", ("audio/wav",)),
        ("docx", (DOCX,)),
        ("xlsx", (XLSX,)),
        ("pptx", (PPTX,)),
        ("odt", (f"{_OPEN}text",)),
        ("ods", (f"{_OPEN}spreadsheet",)),
        ("odp", (f"{_OPEN}presentation",)),
        ("odg", (f"{_OPEN}graphics",)),
        ("zip", ("application/zip",)),
        ("step stp", ("model/step",)),
        ("dwg", ("image/vnd.dwg",)),
        ("txt log text", ("text/plain",)),
        ("csv", ("text/csv",)),
        ("md", ("text/markdown",)),
    )
    for ending in endings.split()
}
_TEXTS = frozenset({"text/plain", "text/csv", "text/markdown"})
_MARKUP = re.compile(
    rb"\s*<(?:!doctype|html|svg|\?xml|script|head|body)", re.IGNORECASE
)
_SCRIPT = b"#!"
_MOST_TEXT = 64 * 1024 * 1024
_NO_TEXT = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f\x7f]")


def told(data: Bytes, ending: str) -> str | None:
    """Return the media type of bytes; the ending only tells one text from another."""
    for start, kind in _STARTS:
        if data[: len(start)] == start:
            return kind
    if data[:4] == b"RIFF":
        return _RIFF.get(bytes(data[8:12]))
    if found := brands(data):
        return next((kind for known, kind in _BRANDS if known & found), None)
    if data[:4] == b"PK\x03\x04":
        return _packed(data)
    return _text(data, ending)


def claimed(ending: str) -> frozenset[str]:
    """Return the types that a name with this ending claims; none for an unknown one."""
    return _ENDINGS.get(ending, frozenset())


def fits(kind: str, ending: str) -> bool:
    """Tell whether a file of this type may bear this ending; a name may have none."""
    claims = claimed(ending)
    return not ending or kind in claims or (not claims and kind == "text/plain")


def _packed(data: Bytes) -> str | None:
    """Return what a ZIP file is by the names in its list; nothing is unpacked."""
    end = data.rfind(_END_OF_LIST, max(0, len(data) - _MOST_BEHIND))
    listed = int.from_bytes(data[end + 12 : end + 16], "little")
    if end < 0 or listed > _MOST_LISTED:
        return None
    try:
        with zipfile.ZipFile(_Opened(data)) as found:
            names = [each.filename for each in found.infolist()]
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return None
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        return None
    if "[Content_Types].xml" in names:
        return next((kind for name, kind in _MEMBERS if name in names), None)
    return _open_document(data) if "mimetype" in names else "application/zip"


class _Opened(io.RawIOBase):
    """Bytes as an open file, without a copy of them."""

    def __init__(self, data: Bytes) -> None:
        self._data, self._at = data, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: len(self._data)}
        self._at = start[whence] + offset
        if self._at < 0:
            raise ValueError(offset)
        return self._at

    def tell(self) -> int:
        return self._at

    def read(self, size: int | None = -1) -> bytes:
        end = len(self._data) if size is None or size < 0 else self._at + size
        piece = self._data[self._at : end]
        self._at += len(piece)
        return piece


def _open_document(data: Bytes) -> str | None:
    """Return what an OpenDocument says of itself; it stands unpacked at the front."""
    said = data[30:120]
    for kind in _OPEN_KINDS:
        if said.startswith(f"mimetype{_OPEN}{kind}".encode()):
            return f"{_OPEN}{kind}"
    return None


def _text(data: Bytes, ending: str) -> str | None:
    """Return which text it is; None for what a browser or a shell would run."""
    head = data[:4096]
    if _MARKUP.match(head.removeprefix(b"\xef\xbb\xbf")) or head.startswith(_SCRIPT):
        return None
    if len(data) > _MOST_TEXT or _NO_TEXT.search(data) or not _decodes(data[:]):
        return None
    texts = claimed(ending) & _TEXTS
    return next(iter(texts)) if texts else "text/plain"


def _decodes(data: bytes) -> bool:
    """Tell whether bytes are text in UTF-8, or as Windows writes it."""
    for encoding in ("utf-8", "cp1252"):
        try:
            data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return True
    return False

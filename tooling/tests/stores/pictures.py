"""Photographs that tell where they were taken, made by the library that reads them."""

import io
from collections.abc import Mapping

import pillow_heif
from PIL import Image

from proeve.stores.media.parts import pieces
from proeve.stores.media.stripping import stripped

pillow_heif.register_heif_opener()

ORIENTATION, MAKER, GPS = 0x0112, 0x010F, 0x8825
PLACE = b"GPSLatitude"
_XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><GPSLatitude>52,5N</GPSLatitude></x:xmpmeta>'
)
_FORMS: Mapping[str, tuple[str, Mapping[str, object]]] = {
    "jpeg": ("JPEG", {"xmp": _XMP}),
    "progressive": ("JPEG", {"xmp": _XMP, "progressive": True}),
    "png": ("PNG", {}),
    "webp": ("WEBP", {"xmp": _XMP}),
    "lossless": ("WEBP", {"xmp": _XMP, "lossless": True}),
    "heic": ("HEIF", {"xmp": _XMP}),
    "avif": ("AVIF", {"xmp": _XMP}),
}
FORMS = tuple(_FORMS)
TYPES: Mapping[str, str] = {
    "jpeg": "image/jpeg",
    "progressive": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "lossless": "image/webp",
    "heic": "image/heic",
    "avif": "image/avif",
}


def photograph(form: str = "jpeg", turned: int = 6, shade: int = 50) -> bytes:
    """Return a photograph that was taken somewhere, with a maker and on its side."""
    kind, more = _FORMS[form]
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKER] = turned, "Maker"
    exif[GPS] = {1: "N", 2: (52.0, 5.0, 1.0), 3: "E", 4: (4.0, 5.0, 1.0)}
    picture = Image.effect_noise((96, 64), shade).convert("RGB")
    made = io.BytesIO()
    picture.save(made, kind, exif=exif.tobytes(), **more)
    return made.getvalue()


def seen(content: bytes) -> Image.Image:
    """Return a picture as a reader sees it."""
    found = Image.open(io.BytesIO(content))
    found.load()
    return found


def place_of(content: bytes) -> dict[int, object]:
    """Return where a picture says that it was taken."""
    return dict(seen(content).getexif().get_ifd(GPS))


def without_place(kind: str, content: bytes) -> bytes:
    """Return what would be kept of a file."""
    return b"".join(pieces(content, stripped(kind, content)))

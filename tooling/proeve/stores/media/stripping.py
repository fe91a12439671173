"""Which pictures and films are stripped, and how; and what may still tell a place."""

from collections.abc import Callable, Mapping

from proeve.stores.media import heif, jpeg, movie, png, webp
from proeve.stores.media.parts import Bytes, Part, whole
from proeve.stores.refusing import fault

_STRIPPERS: Mapping[str, Callable[[Bytes], tuple[Part, ...]]] = {
    "image/jpeg": jpeg.stripped,
    "image/png": png.stripped,
    "image/webp": webp.stripped,
    "image/heic": heif.stripped,
    "image/avif": heif.stripped,
    "video/mp4": movie.stripped,
    "video/quicktime": movie.stripped,
    "audio/mp4": movie.stripped,
}
_DRAWINGS = frozenset({"image/vnd.dwg"})
_TELLS_NOTHING = frozenset({"text/plain", "text/csv", "text/markdown"})


def stripped(kind: str, data: Bytes) -> tuple[Part, ...]:
    """Return a file without the place it was made; others stay as they are.

    A picture or film in a form that cannot be stripped here is refused.
    """
    strip = _STRIPPERS.get(kind)
    if strip is not None:
        return strip(data)
    if shows(kind):
        raise fault("store.cannot-strip", type=kind)
    return whole(data)


def shows(kind: str) -> bool:
    """Tell whether a file of this type is a photograph or a film."""
    return kind.startswith(("image/", "video/")) and kind not in _DRAWINGS


def may_show_people(kind: str) -> bool:
    """Tell whether people could be seen in a file of this type, or in its pictures."""
    return kind not in _TELLS_NOTHING and not kind.startswith("audio/")


def may_tell_a_place(kind: str) -> bool:
    """Tell whether a file of this type is kept as it is and may hold photographs."""
    return kind not in _STRIPPERS and kind not in _TELLS_NOTHING

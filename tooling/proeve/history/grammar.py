"""Which paths and modes a ledger may hold.

Below `exams/` one strict rule ends case twins, Unicode twins, symlinks and submodules
in one stroke (TRUST 1.1, attacks 49 to 54). Outside it only what could pass for `exams`
or hide from a reader is refused. Source: PROTOCOL R18, DESIGN section 5.
"""

import re
import unicodedata

from proeve.history.statements import Problem
from proeve.process.documents import MAX_DEPTH, PATH_PART

FILE = b"100644"
PROGRAM = b"100755"
FOLDER = b"40000"
EXAMS = b"exams"
MAX_TOOLING_DEPTH = 24

_EMPTY_TREE = bytes.fromhex("4b825dc642cb6eb9a060e54bf8d69288fbee4904")
_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\xa0\u00ad\u061c\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f"
    "\u3000\ufe00-\ufe0f\ufeff\ufff9-\ufffb\ue000-\uf8ff\U000e0000-\U000e0fff\\\\]"
)
_GIT = re.compile(r"(\.git|git~[0-9]+)[ .]*|\.\.?", re.IGNORECASE)


def too_deep(above: bytes) -> Problem | None:
    """Return why nothing may stand in the folder `above`, if it lies too deep."""
    limit = MAX_DEPTH if above.startswith(b"exams/") else MAX_TOOLING_DEPTH
    if above.count(b"/") < limit:
        return None
    return Problem("history.path-depth", (("limit", str(limit)),))


def complaint(above: bytes, mode: bytes, name: bytes, oid: bytes) -> Problem | None:
    """Return why an entry may not stand in the folder `above` (with its slash)."""
    if oid == _EMPTY_TREE and mode == FOLDER:
        return Problem("history.path-empty")
    if above.startswith(b"exams/"):
        return _in_exams(mode, name)
    return _outside(above, mode, name)


def is_file(mode: bytes) -> bool:
    """Tell whether an entry of this mode holds content."""
    return mode in {FILE, PROGRAM}


def shown(path: bytes) -> str:
    """Return a path as text; bytes that are no text become escapes."""
    return path.decode("utf-8", "backslashreplace")


def _in_exams(mode: bytes, name: bytes) -> Problem | None:
    if mode not in {FILE, FOLDER}:
        return _mode(mode)
    if not PATH_PART.fullmatch(name.decode("latin-1")):
        return Problem("history.path-name")
    return None


def _outside(above: bytes, mode: bytes, name: bytes) -> Problem | None:
    if mode not in {FILE, PROGRAM, FOLDER}:
        return _mode(mode)
    try:
        text = name.decode("utf-8")
    except UnicodeDecodeError:
        return Problem("history.path-name")
    if _HIDDEN.search(text) or _GIT.fullmatch(text) or "/" in text or not text:
        return Problem("history.path-name")
    return None if above else _top(mode, name, text)


def _top(mode: bytes, name: bytes, text: str) -> Problem | None:
    """Refuse a name beside `exams` that a disk or a reader takes for it."""
    if name == EXAMS:
        return None if mode == FOLDER else _mode(mode)
    plain = unicodedata.normalize("NFKC", text).casefold().rstrip(" .")
    stem = plain.partition("~")[0]
    return Problem("history.path-twin") if stem == EXAMS.decode() else None


def _mode(mode: bytes) -> Problem:
    return Problem("history.path-mode", (("mode", shown(mode)),))

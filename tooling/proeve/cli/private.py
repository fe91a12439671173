"""Files for this user alone, outside every repository: drafts, copies of sealed forms.

Written whole or not at all. A judgement that is not sent yet is nobody else's, so a
place that others can read, or that lies in the clone, is refused.
"""

import contextlib
import os
from pathlib import Path

from proeve.errors import UsageError

_FOLDER, _FILE = 0o700, 0o600
_OTHERS = 0o077


def keep(folder: Path, name: str, content: bytes, *, outside: Path) -> Path:
    """Write a private file and return its path; `outside` is the clone."""
    _refuse_inside(folder, outside)
    make_private(folder)
    path = folder / name
    draft = folder / f".{name}.{os.getpid()}"
    with contextlib.suppress(FileNotFoundError):
        draft.unlink()
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _FILE)
    try:
        with os.fdopen(handle, "wb") as opened:
            opened.write(content)
            opened.flush()
            os.fsync(opened.fileno())
        draft.replace(path)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            draft.unlink()
        raise
    return path


def make_private(folder: Path) -> None:
    """Make a folder that only its owner enters, from the first one that is missing."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        each.mkdir(mode=_FOLDER, exist_ok=True)
    if folder.stat().st_mode & _OTHERS:
        folder.chmod(_FOLDER)


def kept(path: Path) -> bytes | None:
    """Return the content of a private file, or nothing."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _refuse_inside(folder: Path, clone: Path) -> None:
    """Refuse a state folder inside the clone: a draft would be pushed by mistake."""
    if folder.resolve().is_relative_to(clone.resolve()):
        raise UsageError(
            "Concepten mogen niet in de kloon liggen; zet XDG_STATE_HOME buiten "
            f"{clone}.",
            f"Drafts may not lie in the clone; set XDG_STATE_HOME outside {clone}.",
        )

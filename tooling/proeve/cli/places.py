"""Where this user's machine keeps what Proeve knows from before, outside Git."""

import hashlib
import os
import secrets
from pathlib import Path

from platformdirs import user_cache_path, user_state_path

from proeve.gather.memory.recall import Memory
from proeve.gather.memory.store import KEY_BYTES

_NAME = "proeve"


def pins() -> Path:
    """Return the folder of the pins: where each live ledger was last found sound."""
    return user_state_path(_NAME, appauthor=False) / "pins"


def drafts() -> Path:
    """Return the folder of forms that are not finished; for this user alone."""
    return user_state_path(_NAME, appauthor=False) / "drafts"


def copies() -> Path:
    """Return the folder of an assessor's own copies of what they sealed."""
    return user_state_path(_NAME, appauthor=False) / "copies"


def memory() -> Memory | None:
    """Return where verified prefixes are remembered; None where nothing can be kept."""
    key = _key(user_state_path(_NAME, appauthor=False) / "memory.key")
    folder = user_cache_path(_NAME, appauthor=False) / "memory"
    return Memory(folder, key) if key is not None else None


def lesson(school: Path) -> Path:
    """Return the file beside a practice school that says what the lesson there is."""
    whole = school.resolve()
    return whole.with_name(f"{whole.name}.lesson.json")


def record(out: Path) -> Path:
    """Return where it is kept what the site in a folder was built from."""
    name = hashlib.sha256(os.fsencode(out.resolve())).hexdigest()[:24]
    return user_cache_path(_NAME, appauthor=False) / "sites" / f"{name}.db"


def _key(file: Path) -> bytes | None:
    """Return the key that seals the memory; made once, for this user alone."""
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not file.is_file() or file.stat().st_size != KEY_BYTES:
            _make_key(file)
        return file.read_bytes()
    except OSError:
        return None


def _make_key(file: Path) -> None:
    """Write a new key whole; of two that are made at once the last one stays."""
    draft = file.with_name(f"{file.name}.{os.getpid()}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as opened:
        opened.write(secrets.token_bytes(KEY_BYTES))
    draft.replace(file)

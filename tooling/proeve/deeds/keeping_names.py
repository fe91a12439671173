"""The directory file on disk: opened, and kept so that it is whole at every moment.

A file that ends in `.age` is encrypted, for the public keys that it names itself; the
keys of people on a school's machine open it. Any other is the plain table of a practice
school. It never lies inside the repository whose names it holds.
"""

import os
from dataclasses import dataclass, replace
from pathlib import Path

from proeve.directory.entries import Directory
from proeve.directory.written import (
    directory_of_json,
    directory_of_table,
    json_of,
    table_of,
    unreadable,
)
from proeve.errors import UsageError
from proeve.sealing import lock, unlock

SEALED = ".age"
_OWNER_ONLY = 0o600


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """A directory file: where it lies, what is in it, and for whom it is encrypted.

    `before` is what lay there when it was opened, to put back.
    """

    path: Path
    directory: Directory
    recipients: tuple[str, ...] = ()
    before: bytes | None = None

    def holding(self, directory: Directory) -> "Names":
        """Return the same file with other entries."""
        return replace(self, directory=directory)


def open_names(path: Path, secrets: tuple[bytes, ...]) -> Names:
    """Open a directory file with the contents of key files."""
    raw = _bytes_of(path)
    if not is_sealed(path):
        return Names(
            path=path, directory=directory_of_table(str(path), raw), before=raw
        )
    found, recipients = directory_of_json(str(path), unlock(raw, secrets))
    return Names(path=path, directory=found, recipients=recipients, before=raw)


def new_names(path: Path, recipients: tuple[str, ...]) -> Names:
    """Return an empty directory file that is not there yet."""
    return Names(path=path, directory=Directory(), recipients=recipients)


def is_sealed(path: Path) -> bool:
    """Tell whether a file of this name is encrypted."""
    return path.suffix == SEALED


def check_outside(path: Path, folder: Path) -> None:
    """Refuse a directory file inside the repository: names never come into Git."""
    if path.resolve().is_relative_to(folder.resolve()):
        raise UsageError(
            f"{path} ligt in de map van de school; bewaar namen daarbuiten.",
            f"{path} lies in the school's folder; keep names outside it.",
        )


def keep_names(names: Names) -> None:
    """Write a directory file; at every moment the old one is there or the new one."""
    put(names.path, _content(names))


def _content(names: Names) -> bytes:
    if is_sealed(names.path):
        return lock(json_of(names.directory, names.recipients), names.recipients)
    return table_of(names.directory)


def put_back(names: Names) -> None:
    """Leave the directory file as it was when it was opened."""
    if names.before is None:
        names.path.unlink(missing_ok=True)
    else:
        put(names.path, names.before)


def put(path: Path, content: bytes) -> None:
    """Put a file in its place at once, readable for its owner alone."""
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.unlink(missing_ok=True)
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise UsageError(
            f"Het bestand {path} kan niet worden geschreven; er is niets veranderd.",
            f"The file {path} cannot be written; nothing has changed.",
        ) from error


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise unreadable(str(path)) from error

"""Taking in a file: copied once, in private, so that nobody changes it meanwhile.

Only a plain file is taken. Its name is used to open it and for nothing else.
"""

import errno
import os
import stat
from pathlib import Path

from proeve.errors import StoreError
from proeve.stores.refusing import RefusedError, fault
from proeve.stores.store import CHUNK

_OPEN = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


def take_in(file: Path, to: Path, most: int) -> None:
    """Copy a plain file of 1 to `most` bytes; raise RefusedError for anything else."""
    handle = _opened(file)
    try:
        before = os.fstat(handle)
        if not stat.S_ISREG(before.st_mode):
            raise fault("store.not-a-file")
        if before.st_size > most:
            raise too_large(before.st_size, most)
        size = _copied(handle, to, most)
        after = os.fstat(handle)
    finally:
        os.close(handle)
    if _facts(before) != _facts(after) or size != before.st_size:
        raise fault("store.changed-while-read")
    if size == 0:
        raise fault("store.empty")


def too_large(size: int, most: int) -> RefusedError:
    """Return the refusal of a file that is larger than policy accepts."""
    return fault("store.too-large", size=str(size), most=str(most))


def _opened(file: Path) -> int:
    try:
        return os.open(file, _OPEN)
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise fault("store.not-a-file") from error
        raise fault("store.unreadable", why=error.strerror or "") from error
    except ValueError as error:  # a name with a NUL in it
        raise fault("store.unreadable", why="NUL") from error


def _copied(handle: int, to: Path, most: int) -> int:
    """Copy until the end; a file that grows meanwhile is not read for ever."""
    size = 0
    try:
        with to.open("xb") as copy:
            while size <= most and (piece := _read(handle)):
                size += len(piece)
                copy.write(piece)
    except OSError as error:
        raise no_room(error) from error
    return size


def no_room(error: OSError) -> StoreError:
    """Return the error for a machine on which no copy can be made."""
    return StoreError(
        f"Er is hier geen plaats om het bestand te lezen: {error}",
        f"There is no room here to read the file: {error}",
    )


def _read(handle: int) -> bytes:
    try:
        return os.read(handle, CHUNK)
    except OSError as error:
        raise fault("store.unreadable", why=error.strerror or "") from error


def _facts(found: os.stat_result) -> tuple[int, int, int, int]:
    return found.st_size, found.st_mtime_ns, found.st_ino, found.st_dev

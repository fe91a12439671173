"""A store in a folder: `<two digits>/<digest>`, each written whole or not at all."""

import fcntl
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import BinaryIO

from proeve.errors import StoreError
from proeve.stores.store import (
    checked_name,
    digest_of,
    failed,
    kept_digest,
    other_bytes,
    pieces_of,
)

_READABLE = 0o640
_DRAFT = ".incoming-"


@contextmanager
def _as_store_error() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise failed(error) from error


@dataclass(frozen=True, slots=True)
class Folder:
    """The store in a folder that exists; it is not made by mistake in a wrong place."""

    path: Path

    def put(self, name: str, content: Iterable[bytes]) -> bool:
        """Keep bytes under their digest; see `Store.put`."""
        file = self._file(name)
        with _as_store_error():
            if not self.path.is_dir():
                raise _no_folder(self.path)
            if kept_digest(self, name) == name:
                return False
            file.parent.mkdir(exist_ok=True)
            _sweep(file.parent)
            self._write(file, content)
        return True

    def _write(self, file: Path, content: Iterable[bytes]) -> None:
        """Write a draft beside the file, read it back, and give it its name."""
        with NamedTemporaryFile(dir=file.parent, prefix=_DRAFT, delete=False) as draft:
            path = Path(draft.name)
            fcntl.flock(draft.fileno(), fcntl.LOCK_EX)
            try:
                for piece in content:
                    draft.write(piece)
                draft.flush()
                os.fsync(draft.fileno())
                _check(path, file.name)
                path.chmod(_READABLE)
                path.replace(file)
                _settle(file.parent)
            except BaseException:
                path.unlink(missing_ok=True)
                raise

    def has(self, name: str) -> bool:
        """Tell whether anything is kept under a digest."""
        file = self._file(name)
        with _as_store_error():
            if not self.path.is_dir():
                raise _no_folder(self.path)
            return file.is_file() and not file.is_symlink()

    def open(self, name: str) -> BinaryIO:
        """Return what is kept under a digest."""
        with _as_store_error():
            handle = os.open(self._file(name), os.O_RDONLY | os.O_NOFOLLOW)
            return os.fdopen(handle, "rb")

    def remove(self, name: str) -> bool:
        """Erase what is kept under a digest."""
        there = self.has(name)
        with _as_store_error():
            self._file(name).unlink(missing_ok=True)
        return there

    def _file(self, name: str) -> Path:
        return self.path / checked_name(name)[:2] / name


def _no_folder(path: Path) -> StoreError:
    return StoreError(
        f"De map van de bewijsopslag is er niet: {path}. Maak de verbinding, of maak "
        "de map aan.",
        f"The folder of the evidence store is not there: {path}. Connect it, or make "
        "the folder.",
    )


def _sweep(folder: Path) -> None:
    """Take away what a killed run left half; who still writes holds its draft."""
    for path in folder.glob(f"{_DRAFT}*"):
        try:
            with path.open("rb") as draft:
                fcntl.flock(draft.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
                path.unlink(missing_ok=True)
        except OSError:
            continue  # it is another's, and at work


def _settle(folder: Path) -> None:
    """Have the disk know the new name before a commit names it."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _check(draft: Path, name: str) -> None:
    """Read a draft back; raise StoreError for a disk that kept other bytes."""
    with draft.open("rb") as again:
        if digest_of(pieces_of(again)) != name:
            raise other_bytes(name)

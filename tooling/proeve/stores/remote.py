"""A store behind an address: anything that fsspec knows, such as `s3://bucket/folder`.

Written under a name of its own, read back, and only then moved to its digest. The
address stands in the policy for all to read: it holds no password and names no chain of
other stores. What opens it is whatever the user's own machine has for it.
"""

import importlib
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from proeve.errors import ProeveError, StoreError, UsageError
from proeve.stores.store import (
    checked_name,
    digest_of,
    failed,
    kept_digest,
    other_bytes,
    pieces_of,
)

_ADDRESS = re.compile(r"([a-z][a-z0-9+.-]*)://([^@\s]+@)?[^@\s:]+(:[0-9]+)?[^@\s:]*")
_NO_FOLDERS = frozenset({"s3", "s3a", "gs", "gcs", "az", "abfs"})
"""Where folders do not exist; to ask for one could make a bucket by mistake."""


class _FileSystem(Protocol):
    """What is used of a file system of fsspec."""

    def info(self, path: str) -> dict[str, object]: ...
    def open(self, path: str, mode: str) -> BinaryIO: ...
    def mv(self, path1: str, path2: str) -> None: ...
    def rm_file(self, path: str) -> None: ...
    def makedirs(self, path: str, *, exist_ok: bool) -> None: ...
    def invalidate_cache(self) -> None: ...


@contextmanager
def _as_store_error() -> Iterator[None]:
    """Make one error of whatever the many libraries below fsspec raise."""
    try:
        yield
    except ProeveError:
        raise
    except Exception as error:
        raise failed(error) from error


@dataclass(frozen=True, slots=True)
class Remote:
    """The store at an address; `draft` sets one run's half uploads apart."""

    files: _FileSystem
    root: str
    draft: str
    folders: bool

    def put(self, name: str, content: Iterable[bytes]) -> bool:
        """Keep bytes under their digest; see `Store.put`."""
        path = self._path(name)
        with _as_store_error():
            if kept_digest(self, name) == name:
                return False
            draft = f"{self.root}/incoming/{self.draft}-{name}"
            try:
                self._write(draft, content)
                self._check(draft, name)
                self._folder_of(path)
                if self.has(name):
                    self.files.rm_file(path)
                self.files.mv(draft, path)
            except BaseException:
                self._discard(draft)
                raise
        return True

    def has(self, name: str) -> bool:
        """Tell whether anything is kept under a digest."""
        path = self._path(name)
        with _as_store_error():
            return self._is_file(path)

    def _is_file(self, path: str) -> bool:
        """Tell whether a file is there; what cannot be asked is no answer.

        The `isfile` of fsspec says no when a server is away, which is not the same.
        """
        self.files.invalidate_cache()
        try:
            return self.files.info(path)["type"] == "file"
        except FileNotFoundError:
            return False

    def open(self, name: str) -> BinaryIO:
        """Return what is kept under a digest."""
        with _as_store_error():
            return self.files.open(self._path(name), "rb")

    def remove(self, name: str) -> bool:
        """Erase what is kept under a digest."""
        there = self.has(name)
        with _as_store_error():
            if there:
                self.files.rm_file(self._path(name))
        return there

    def _path(self, name: str) -> str:
        return f"{self.root}/{checked_name(name)[:2]}/{name}"

    def _folder_of(self, path: str) -> None:
        if self.folders:
            self.files.makedirs(path.rpartition("/")[0], exist_ok=True)

    def _write(self, path: str, content: Iterable[bytes]) -> None:
        self._folder_of(path)
        with self.files.open(path, "wb") as opened:
            for piece in content:
                opened.write(piece)

    def _check(self, draft: str, name: str) -> None:
        """Read a draft back; raise StoreError for a store that kept other bytes."""
        self.files.invalidate_cache()
        with self.files.open(draft, "rb") as opened:
            if digest_of(pieces_of(opened)) != name:
                raise other_bytes(name)

    def _discard(self, path: str) -> None:
        """Take a half upload away; where even that fails, it bears no digest."""
        try:
            if self._is_file(path):
                self.files.rm_file(path)
        except Exception:  # noqa: BLE001 - the first failure is the one to tell of
            return


def open_remote(location: str, draft: str) -> Remote:
    """Return the store at an address; raises UsageError for one that is none.

    Its folder or bucket must be there: in one that is absent everything seems erased.
    """
    found = _ADDRESS.fullmatch(location)
    if found is None or ":" in (found[2] or ""):
        raise UsageError(
            "Het beleid noemt geen bruikbaar adres voor bewijs. Zo wel: "
            "s3://bak/map, zonder wachtwoord.",
            "The policy names no usable address for evidence. This would do: "
            "s3://bucket/folder, without a password.",
        )
    files, root = _file_system(location, found[1])
    store = Remote(files, root.rstrip("/"), draft, found[1] not in _NO_FOLDERS)
    with _as_store_error():
        files.info(store.root if store.folders else store.root.split("/")[0])
    return store


def _file_system(location: str, protocol: str) -> tuple[_FileSystem, str]:
    try:
        core = importlib.import_module("fsspec.core")
        files, root = core.url_to_fs(
            location, skip_instance_cache=True, use_listings_cache=False
        )
    except ImportError as error:
        raise _not_installed(protocol, error) from error
    except ValueError as error:
        raise failed(error) from error
    return files, root


def _not_installed(protocol: str, error: Exception) -> StoreError:
    return StoreError(
        f"Voor een bewijsopslag op {protocol}:// ontbreekt een onderdeel ({error}); "
        "installeer `proeve[stores]`.",
        f"A part is missing for an evidence store on {protocol}:// ({error}); "
        "install `proeve[stores]`.",
    )

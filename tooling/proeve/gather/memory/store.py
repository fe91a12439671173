"""The files of the memory: chunks named by their digest, and heads under a key.

A head is sealed with a key that lies elsewhere, in the user's state folder, and names
its chunks by digest. So whoever can write the folder of the memory can make it forget,
and cannot make it say anything. Nothing read here is run.
"""

import fcntl
import hashlib
import hmac
import json
import re
import shutil
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

KEY_BYTES = 32
_SEAL_BYTES = 32
_DOMAIN = b"proeve-memory/1\0"
_OID = re.compile(r"[0-9a-f]{40}")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_FAST = 1
_MOST_HEADS, _KEPT_HEADS = 24, 12
_MOST_BYTES = 256 * 1024 * 1024


class ForgottenError(Exception):
    """What was remembered is absent, spoiled or foreign: judge in full."""


@dataclass(frozen=True, slots=True)
class Store:
    """The memory of one law, in a folder that anybody may have spoiled."""

    folder: Path
    key: bytes
    law: str

    @property
    def _own(self) -> Path:
        return self.folder / self.law

    def heads(self) -> frozenset[str]:
        """Return the commits up to which something is remembered."""
        try:
            names = [file.name for file in (self._own / "heads").iterdir()]
        except OSError:
            return frozenset()
        return frozenset(name for name in names if _OID.fullmatch(name))

    def head(self, commit: str) -> object:
        """Return what was sealed for a commit; raise ForgottenError if not by us."""
        raw = _bytes(self._own / "heads" / commit)
        seal, body = raw[:_SEAL_BYTES], raw[_SEAL_BYTES:]
        if not hmac.compare_digest(seal, self._seal(commit, body)):
            raise ForgottenError(commit)
        return _read(body)

    def put_head(self, commit: str, value: object) -> None:
        """Seal what is remembered of a commit."""
        body = _written(value)
        _put(self._own / "heads" / commit, self._seal(commit, body) + body)

    def chunk(self, digest: str) -> object:
        """Return the chunk of a digest; raise ForgottenError unless it is that."""
        raw = _bytes(self._file(digest))
        if hashlib.sha256(raw).hexdigest() != digest:
            raise ForgottenError(digest)
        return _read(raw)

    def put_chunk(self, value: object) -> str:
        """Keep a chunk and return its digest."""
        raw = _written(value)
        digest = hashlib.sha256(raw).hexdigest()
        file = self._file(digest)
        if not _holds(file, raw):
            _put(file, raw)
        return digest

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Let one process at a time add to the memory."""
        for name in ("heads", "chunks"):
            (self._own / name).mkdir(mode=0o700, parents=True, exist_ok=True)
        with (self.folder / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def tidy(self) -> None:
        """Forget other laws, and all but the newest heads when there are many."""
        for other in self.folder.iterdir():
            if other.name != self.law and _DIGEST.fullmatch(other.name):
                shutil.rmtree(other, ignore_errors=True)
        files = [self._own / "heads" / name for name in self.heads()]
        if len(files) <= _MOST_HEADS:
            return
        newest = sorted(files, key=lambda file: file.stat().st_mtime_ns, reverse=True)
        for file in newest[_KEPT_HEADS:]:
            file.unlink(missing_ok=True)
        self._sweep([file.name for file in newest[:_KEPT_HEADS]])

    def _sweep(self, kept: list[str]) -> None:
        """Remove the chunks that no head that is kept names."""
        named: set[str] = set()
        for commit in kept:
            try:
                named |= set(_DIGEST.findall(json.dumps(self.head(commit))))
            except ForgottenError:
                (self._own / "heads" / commit).unlink(missing_ok=True)
        for file in (self._own / "chunks").glob("*/*"):
            if file.name not in named:
                file.unlink(missing_ok=True)

    def _file(self, digest: str) -> Path:
        if not _DIGEST.fullmatch(digest):
            raise ForgottenError(digest)
        return self._own / "chunks" / digest[:2] / digest

    def _seal(self, commit: str, body: bytes) -> bytes:
        said = _DOMAIN + f"{self.law} {commit}\0".encode() + body
        return hmac.digest(self.key, said, "sha256")


def digest_of(value: object) -> str:
    """Return the digest that the chunk of a value has."""
    return hashlib.sha256(_written(value)).hexdigest()


def _bytes(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(_MOST_BYTES)
    except OSError as error:
        raise ForgottenError(str(file)) from error


def _holds(file: Path, raw: bytes) -> bool:
    """Tell whether a file has these bytes already; a spoiled one has others."""
    try:
        return file.read_bytes() == raw
    except OSError:
        return False


def _read(raw: bytes) -> object:
    """Return what was written; only what a seal or a digest vouches for comes here."""
    try:
        found: object = json.loads(zlib.decompress(raw))
    except (zlib.error, ValueError, RecursionError) as error:
        raise ForgottenError from error
    return found


def _written(value: object) -> bytes:
    return zlib.compress(json.dumps(value, separators=(",", ":")).encode(), _FAST)


def _put(file: Path, data: bytes) -> None:
    """Put bytes in a file whole, or leave it as it was."""
    file.parent.mkdir(mode=0o700, exist_ok=True)
    with NamedTemporaryFile(dir=file.parent, delete=False) as draft:
        try:
            draft.write(data)
            draft.flush()
            Path(draft.name).replace(file)
        except BaseException:
            Path(draft.name).unlink(missing_ok=True)
            raise

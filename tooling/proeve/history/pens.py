"""Pens: what signs for a person, in this process or through `ssh-keygen`.

An unencrypted OpenSSH key signs here. A key with a passphrase, in an agent or on a
security key signs through `ssh-keygen -Y sign`, which asks for what it needs; what
comes back is checked before it is used.
"""

import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from proeve.errors import UsageError
from proeve.history.keys import key_text, parse_key, read_private
from proeve.history.sshsig import check, sign
from proeve.model.history import SignatureStatus

_PUBLIC = ".pub"


class Pen(Protocol):
    """Whatever signs with one key; `key` is `ssh-ed25519 AAAA…` without a comment."""

    @property
    def key(self) -> str:
        """The public key."""

    def sign(self, payload: bytes, namespace: str) -> bytes:
        """Return the armored signature over a payload."""


@dataclass(frozen=True, slots=True)
class FilePen:
    """Signs in this process, with a key that was read from a file."""

    private: Ed25519PrivateKey

    @property
    def key(self) -> str:
        """The public key."""
        return key_text(self.private)

    def sign(self, payload: bytes, namespace: str) -> bytes:
        """Return the armored signature over a payload."""
        return sign(self.private, payload, namespace)


@dataclass(frozen=True, slots=True)
class ProgramPen:
    """Signs through `ssh-keygen`, which knows agents, passphrases and security keys."""

    path: Path
    key: str

    def sign(self, payload: bytes, namespace: str) -> bytes:
        """Return the armored signature over a payload."""
        command = ("ssh-keygen", "-Y", "sign", "-q", "-f", str(self.path))
        done = subprocess.run(
            (*command, "-n", namespace), input=payload, stdout=-1, check=False
        )
        found = check(done.stdout, payload, namespace)
        if found.status is not SignatureStatus.GOOD or found.key != self.key:
            raise _unusable(self.path)
        return done.stdout


def open_pen(path: Path) -> Pen:
    """Return the pen of a key file: the private half, or the public one of an agent's.

    Raises UsageError for a file that holds no Ed25519 key.
    """
    private = path.with_suffix("") if path.suffix == _PUBLIC else path
    try:
        found = read_private(private.read_bytes()) if private.is_file() else None
    except OSError:
        found = None
    if found is not None:
        return FilePen(found)
    return ProgramPen(path if path.is_file() else private, public_text(path))


def public_text(path: Path) -> str:
    """Return the public key in a file, or in the `.pub` beside it, without comment."""
    beside = path if path.suffix == _PUBLIC else Path(f"{path}{_PUBLIC}")
    for file in (beside, path):
        if not file.is_file():
            continue
        data = file.read_bytes()
        text = " ".join(data.decode("utf-8", "replace").split(maxsplit=2)[:2])
        if parse_key(text) is not None:
            return text
        private = read_private(data)
        if private is not None:
            return key_text(private)
    raise _unusable(path)


def _unusable(path: Path) -> UsageError:
    return UsageError(
        f"Met {path} is niet te tekenen; maak een sleutel met `ssh-keygen -t ed25519`.",
        f"{path} cannot sign; make a key with `ssh-keygen -t ed25519`.",
    )

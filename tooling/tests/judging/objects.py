"""Git objects and SSH signatures made by hand, for histories that Proeve did not write.

PROTOCOL.sshsig of OpenSSH and the object format of Git are all that this knows.
"""

import base64
import hashlib
import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

FILE, FOLDER, SYMLINK, PROGRAM = "100644", "40000", "120000", "100755"


@dataclass(frozen=True, slots=True)
class GitObject:
    """One object by its kind and content."""

    kind: str
    data: bytes

    @property
    def raw(self) -> bytes:
        """The bytes that Git hashes."""
        return f"{self.kind} {len(self.data)}\0".encode() + self.data

    @property
    def oid(self) -> str:
        """The object's SHA-1 name."""
        return hashlib.sha1(self.raw, usedforsecurity=False).hexdigest()


@dataclass(frozen=True, slots=True)
class File:
    """One file of a tree."""

    data: bytes
    mode: str = FILE


@cache
def blob_oid(data: bytes) -> str:
    """Return the name Git gives to this content."""
    return GitObject("blob", data).oid


def tree_objects(files: Mapping[str, File]) -> Iterator[GitObject]:
    """Yield the trees that hold these files, deepest first, the root last."""
    folders: dict[str, dict[str, File]] = {}
    entries: list[tuple[bytes, bytes]] = []
    for path, file in files.items():
        head, slash, rest = path.partition("/")
        if slash:
            folders.setdefault(head, {})[rest] = file
        else:
            entries.append(_entry(head, file.mode, blob_oid(file.data)))
    for name, inner in folders.items():
        made = tuple(tree_objects(inner))
        yield from made
        entries.append(_entry(name, FOLDER, made[-1].oid))
    yield GitObject("tree", b"".join(line for _, line in sorted(entries)))


def _entry(name: str, mode: str, oid: str) -> tuple[bytes, bytes]:
    # Git sorts folders as if their name ended in a slash.
    order = name.encode() + (b"/" if mode == FOLDER else b"")
    return order, f"{mode} {name}".encode() + b"\0" + bytes.fromhex(oid)


@dataclass(frozen=True, slots=True)
class SshKey:
    """An Ed25519 key that signs as `ssh-keygen -Y sign` does."""

    secret: Ed25519PrivateKey

    @property
    def blob(self) -> bytes:
        """The public key in SSH's wire form."""
        return _string(b"ssh-ed25519") + _string(
            self.secret.public_key().public_bytes_raw()
        )

    @property
    def text(self) -> str:
        """The public key as it stands in a person's file."""
        return "ssh-ed25519 " + base64.b64encode(self.blob).decode()

    def sign(self, message: bytes, namespace: str) -> str:
        """Return an armored SSH signature over the message."""
        digest = hashlib.sha512(message).digest()
        middle = _string(namespace.encode()) + _string(b"") + _string(b"sha512")
        signature = self.secret.sign(b"SSHSIG" + middle + _string(digest))
        wrapped = _string(_string(b"ssh-ed25519") + _string(signature))
        packed = (
            b"SSHSIG" + struct.pack(">I", 1) + _string(self.blob) + middle + wrapped
        )
        return _armor(base64.b64encode(packed).decode())


@cache
def key_of(name: str) -> SshKey:
    """Return the key that belongs to a name: the same one in every run."""
    seed = hashlib.sha256(f"judging/{name}".encode()).digest()
    return SshKey(Ed25519PrivateKey.from_private_bytes(seed))


def write_object(folder: Path, made: GitObject) -> None:
    """Store an object as a loose file of a bare repository."""
    path = folder / "objects" / made.oid[:2] / made.oid[2:]
    if not path.exists():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(zlib.compress(made.raw, 1))


def _string(data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + data


def _armor(text: str) -> str:
    lines = [text[start : start + 70] for start in range(0, len(text), 70)]
    return "\n".join(
        ("-----BEGIN SSH SIGNATURE-----", *lines, "-----END SSH SIGNATURE-----", "")
    )

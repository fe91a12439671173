"""Ed25519 keys as OpenSSH writes them: plain ones, and those of a security key.

Refuses every other kind of key, every second spelling of a key, and the points with
which anybody could sign in somebody's name (TRUST 1.3, attack 13).
"""

import base64
import binascii
from dataclasses import dataclass
from functools import lru_cache

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_ssh_private_key,
)

from proeve.history.sshwire import string, take

PLAIN = b"ssh-ed25519"
SECURITY = b"sk-ssh-ed25519@openssh.com"
_POINT_SIZE = 32

_P = 2**255 - 19
_D = -121665 * pow(121666, -1, _P) % _P
_ROOT_OF_MINUS_ONE = pow(2, (_P - 1) // 4, _P)


@dataclass(frozen=True, slots=True)
class PublicKey:
    """A key that may sign; `application` is there for a security key only."""

    text: str
    blob: bytes
    verifier: Ed25519PublicKey
    application: bytes | None = None


@lru_cache(maxsize=8192)
def public_key(blob: bytes) -> PublicKey | None:
    """Return the key in OpenSSH's binary form; None if no one may sign with it."""
    kind = (take(blob, 1) or ([b""], b""))[0][0]
    parts = take(blob, {PLAIN: 2, SECURITY: 3}.get(kind, 0))
    if parts is None or not parts[0] or parts[1]:
        return None
    _, point, *application = parts[0]
    if not is_sound_point(point) or not all(a.startswith(b"ssh:") for a in application):
        return None
    return PublicKey(
        f"{kind.decode()} {base64.b64encode(blob).decode()}",
        blob,
        Ed25519PublicKey.from_public_bytes(point),
        application[0] if application else None,
    )


def parse_key(text: str) -> PublicKey | None:
    """Return the key written as `ssh-ed25519 AAAA...`, without comment, or None."""
    try:
        blob = base64.b64decode(text.partition(" ")[2], validate=True)
    except (binascii.Error, ValueError):
        return None
    found = public_key(blob)
    return found if found is not None and found.text == text else None


def enrollable(text: str) -> bool:
    """Tell whether this key may be entered in the registry."""
    return parse_key(text) is not None


def is_sound_point(point: bytes) -> bool:
    """Tell whether the bytes are the one spelling of a point of large order."""
    y = int.from_bytes(point, "little") & (2**255 - 1)
    if len(point) != _POINT_SIZE or y >= _P:
        return False
    x = _x_of(y)
    if x is None or (x == 0 and point[-1] >> 7):
        return False
    for _ in range(3):
        x, y = _double(x, y)
    return (x, y) != (0, 1)


def _x_of(y: int) -> int | None:
    """Return either square root that puts (x, y) on the curve (RFC 8032, 5.1.3)."""
    square = (y * y - 1) * pow(_D * y * y + 1, -1, _P) % _P
    x = pow(square, (_P + 3) // 8, _P)
    if x * x % _P != square:
        x = x * _ROOT_OF_MINUS_ONE % _P
    return x if x * x % _P == square else None


def _double(x: int, y: int) -> tuple[int, int]:
    """Add a point to itself (RFC 8032, 5.1.4, in affine form)."""
    product = _D * x * x * y * y
    return (
        2 * x * y * pow(1 + product, -1, _P) % _P,
        (y * y + x * x) * pow(1 - product, -1, _P) % _P,
    )


def key_text(private: Ed25519PrivateKey) -> str:
    """Return the public half as `ssh-ed25519 AAAA...`."""
    return f"{PLAIN.decode()} {base64.b64encode(key_blob(private)).decode()}"


def key_blob(private: Ed25519PrivateKey) -> bytes:
    """Return the public half in OpenSSH's binary form."""
    raw = private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    return string(PLAIN) + string(raw)


def private_from_seed(seed: bytes) -> Ed25519PrivateKey:
    """Return the private key that 32 bytes stand for."""
    return Ed25519PrivateKey.from_private_bytes(seed)


def private_file(private: Ed25519PrivateKey) -> bytes:
    """Return the private key as the unencrypted file that ssh-keygen would write."""
    return private.private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption())


def read_private(
    data: bytes, passphrase: bytes | None = None
) -> Ed25519PrivateKey | None:
    """Return the Ed25519 key in a private key file; None if it holds no such key."""
    try:
        private = load_ssh_private_key(data, passphrase)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        return None
    return private if isinstance(private, Ed25519PrivateKey) else None

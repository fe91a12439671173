"""OpenSSH signatures (SSHSIG): strict reading, checking, making.

What is not exactly as `ssh-keygen -Y sign` writes it is refused, since one signature in
two spellings is two commits (TRUST 4.1, attack 15). Source: OpenSSH PROTOCOL.sshsig.
"""

import base64
import binascii
import hashlib
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from proeve.history.keys import PLAIN, SECURITY, PublicKey, key_blob, public_key
from proeve.history.sshwire import string, take
from proeve.model.history import Signature, SignatureStatus

BEGIN = b"-----BEGIN SSH SIGNATURE-----\n"
END = b"-----END SSH SIGNATURE-----\n"
_COLUMNS = 70
_MAGIC = b"SSHSIG"
_START = _MAGIC + (1).to_bytes(4, "big")
_HASHES = {b"sha512": hashlib.sha512, b"sha256": hashlib.sha256}
_SIGNATURE_SIZE = 64
_FLAGS_AND_COUNTER = 5
_USER_PRESENT = 1


class _Refused(Exception):  # noqa: N818 - not an error of the tool: it ends one check
    """This signature is not accepted; `code` is the finding that says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class _Envelope:
    """The five fields of a signature."""

    key: bytes
    namespace: bytes
    reserved: bytes
    hash_name: bytes
    signature: bytes


def check(armor: bytes, payload: bytes, namespace: str) -> Signature:
    """Check an armored signature over a payload; never raises for what it is given."""
    try:
        envelope = _open(armor)
        key = _accepted(envelope, namespace)
        _verify(envelope, key, payload)
    except _Refused as refused:
        return Signature(
            status=SignatureStatus.BAD, namespace=namespace, reason=refused.code
        )
    return Signature(status=SignatureStatus.GOOD, key=key.text, namespace=namespace)


def sign(private: Ed25519PrivateKey, payload: bytes, namespace: str) -> bytes:
    """Return the armored signature over a payload, as `ssh-keygen -Y sign` makes it."""
    name = namespace.encode()
    signature = private.sign(_signed(name, b"sha512", payload))
    return _armor(
        _START
        + string(key_blob(private))
        + string(name)
        + string(b"")
        + string(b"sha512")
        + string(string(PLAIN) + string(signature))
    )


def _armor(blob: bytes) -> bytes:
    text = base64.b64encode(blob)
    lines = [text[i : i + _COLUMNS] for i in range(0, len(text), _COLUMNS)]
    return BEGIN + b"\n".join(lines) + b"\n" + END


def _open(armor: bytes) -> _Envelope:
    if not (armor.startswith(BEGIN) and armor.endswith(END)):
        raise _Refused("signature.armor")
    try:
        blob = base64.b64decode(armor[len(BEGIN) : -len(END)])
    except binascii.Error:
        raise _Refused("signature.armor") from None
    # Comparing with our own spelling refuses every other one in a single stroke.
    if _armor(blob) != armor:
        raise _Refused("signature.armor")
    if not blob.startswith(_START):
        raise _Refused("signature.version")
    parts = take(blob[len(_START) :], 5)
    if parts is None or parts[1]:
        raise _Refused("signature.form")
    return _Envelope(*parts[0])


def _accepted(envelope: _Envelope, namespace: str) -> PublicKey:
    if envelope.namespace != namespace.encode():
        raise _Refused("signature.namespace")
    if envelope.reserved:
        raise _Refused("signature.form")
    if envelope.hash_name not in _HASHES:
        raise _Refused("signature.hash")
    key = public_key(envelope.key)
    if key is None:
        raise _Refused("signature.key")
    return key


def _verify(envelope: _Envelope, key: PublicKey, payload: bytes) -> None:
    parts = take(envelope.signature, 2)
    if parts is None:
        raise _Refused("signature.form")
    (algorithm, signature), rest = parts
    signed = _signed(envelope.namespace, envelope.hash_name, payload)
    if key.application is None:
        expected, extra = PLAIN, 0
    else:
        expected, extra = SECURITY, _FLAGS_AND_COUNTER
        signed = _touched(key.application, rest, signed)
    fits = algorithm == expected and len(signature) == _SIGNATURE_SIZE
    if not fits or len(rest) != extra:
        raise _Refused("signature.form")
    try:
        key.verifier.verify(signature, signed)
    except InvalidSignature:
        raise _Refused("signature.mismatch") from None
    if extra and not rest[0] & _USER_PRESENT:
        raise _Refused("signature.touch")


def _signed(namespace: bytes, hash_name: bytes, payload: bytes) -> bytes:
    return (
        _MAGIC
        + string(namespace)
        + string(b"")
        + string(hash_name)
        + string(_HASHES[hash_name](payload).digest())
    )


def _touched(application: bytes, flags_and_counter: bytes, signed: bytes) -> bytes:
    """Return what a security key really signs (OpenSSH PROTOCOL.u2f)."""
    return (
        hashlib.sha256(application).digest()
        + flags_and_counter
        + hashlib.sha256(signed).digest()
    )

"""Sealed forms: age boxes that only a committee's opening keys open (PROTOCOL R16).

The only user of pyrage. A box says neither what is in the form nor how long it is. The
directory file is kept in a box of the same make, for age keys and SSH keys alike.
"""

import hashlib
from collections.abc import Sequence

import pyrage  # type: ignore[import-untyped]  # it ships no types
from pyrage import ssh, x25519

from proeve.errors import ProeveError
from proeve.model.commitment import commitment as commitment_of

BLOCK = 4096
"""Forms are padded to a multiple of this, so that the size of a box tells nothing."""

_NUL = b"\0"
_SECRET_BYTES = 32
_KEY_PREFIX = "age-secret-key-"
_SECRET = _KEY_PREFIX.upper()
_SSH = "ssh-"
_BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_BECH32_STEPS = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_CHECKSUM_LENGTH = 6


class SealingError(ProeveError):
    """A box or a key is not what it should be, so nothing can be sealed or opened."""


def commitment(repo: str, scope: str, part: str, actor: str, form: bytes) -> str:
    """Return the commitment of a seal over a form's exact bytes."""
    return commitment_of(repo, scope, part, actor, hashlib.sha256(form).hexdigest())


def seal(form: bytes, recipients: Sequence[str]) -> str:
    """Return the armored box that holds a form for the opening keys `age1...`."""
    if _NUL in form:
        raise SealingError(
            "Een formulier met een NUL-teken kan niet worden verzegeld.",
            "A form that holds a NUL character cannot be sealed.",
        )
    keys = [_recipient(text) for text in recipients]
    if not keys:
        raise SealingError(
            "De examencommissie heeft geen openingssleutel; zonder die kan niemand "
            "een formulier verzegelen.",
            "The exam committee has no opening key; without it nobody can seal a form.",
        )
    box: bytes = pyrage.encrypt(padded(form), keys, armored=True)
    return box.decode("ascii")


def unseal(box: str, identities: Sequence[str]) -> bytes:
    """Return the exact bytes of the form in a box that these identities open."""
    keys = [_identity(text) for text in identities]
    try:
        content: bytes = pyrage.decrypt(box.encode("utf-8"), keys)
    except pyrage.DecryptError as error:
        raise SealingError(
            "De verzegelde doos gaat niet open met deze openingssleutels.",
            "The sealed box does not open with these opening keys.",
        ) from error
    form = content.rstrip(_NUL)
    if padded(form) != content:
        raise SealingError(
            "De verzegelde doos is niet gemaakt zoals de regels voorschrijven.",
            "The sealed box was not made as the rules say.",
        )
    return form


def lock(content: bytes, recipients: Sequence[str]) -> bytes:
    """Return a box for public keys, `age1...` or `ssh-ed25519 ...`."""
    if not recipients:
        raise SealingError(
            "Zonder openbare sleutel kan een bestand niet op slot.",
            "Without a public key a file cannot be locked.",
        )
    box: bytes = pyrage.encrypt(padded(content), [_reader(text) for text in recipients])
    return box


def unlock(box: bytes, secrets: Sequence[bytes]) -> bytes:
    """Return what is in a box, by the contents of age or SSH key files."""
    try:
        content: bytes = pyrage.decrypt(box, [_secret(each) for each in secrets])
    except pyrage.DecryptError as error:
        raise SealingError(
            "Dit bestand gaat met deze sleutel niet open.",
            "This file does not open with this key.",
        ) from error
    return content.rstrip(_NUL)


def _reader(text: str) -> x25519.Recipient | ssh.Recipient:
    try:
        if text.startswith(_SSH):
            return ssh.Recipient.from_str(text)
        return x25519.Recipient.from_str(text)
    except pyrage.RecipientError as error:
        raise SealingError(
            f"Voor de sleutel {text[:20]}… kan niets op slot: het is geen age-sleutel "
            "en geen gewone SSH-sleutel.",
            f"Nothing can be locked for the key {text[:20]}…: it is no age key and no "
            "plain SSH key.",
        ) from error


def _secret(content: bytes) -> x25519.Identity | ssh.Identity:
    lines = content.decode("utf-8", "replace").splitlines()
    own = next((line for line in lines if line.upper().startswith(_SECRET)), "")
    try:
        return _identity(own.strip()) if own else ssh.Identity.from_buffer(content)
    except (pyrage.IdentityError, ValueError) as error:
        raise SealingError(
            "Met deze sleutel kan niets open: geef een age-sleutel, of een SSH-sleutel "
            "zonder wachtzin.",
            "This key opens nothing: give an age key, or an SSH key without a "
            "passphrase.",
        ) from error


def padded(form: bytes) -> bytes:
    """Return the form followed by NUL up to whole blocks, at least one."""
    blocks = max(1, -(-len(form) // BLOCK))
    return form.ljust(blocks * BLOCK, _NUL)


def new_identity() -> str:
    """Return a fresh secret opening key, `AGE-SECRET-KEY-1...`."""
    return str(x25519.Identity.generate())


def identity_from(secret: bytes) -> str:
    """Return the opening key that 32 given bytes make; for practice schools."""
    if len(secret) != _SECRET_BYTES:
        raise ValueError("an age identity is made of 32 bytes")
    return _bech32(_KEY_PREFIX, secret).upper()


def opening_key(identity: str) -> str:
    """Return the public half `age1...` of a secret opening key."""
    return str(_identity(identity).to_public())


def _recipient(text: str) -> x25519.Recipient:
    try:
        return x25519.Recipient.from_str(text)
    except pyrage.RecipientError as error:
        raise SealingError(
            "Een openingssleutel van de examencommissie is geen age-sleutel.",
            "An opening key of the exam committee is not an age key.",
        ) from error


def _identity(text: str) -> x25519.Identity:
    try:
        return x25519.Identity.from_str(text)
    except pyrage.IdentityError as error:
        raise SealingError(
            "De geheime openingssleutel is geen age-sleutel.",
            "The secret opening key is not an age key.",
        ) from error


def _bech32(prefix: str, data: bytes) -> str:
    """Return bytes in Bech32 (BIP 173), which age uses for its keys."""
    bits = f"{int.from_bytes(data, 'big'):0{8 * len(data)}b}"
    bits = bits.ljust(-(-len(bits) // 5) * 5, "0")
    words = [int(bits[at : at + 5], 2) for at in range(0, len(bits), 5)]
    letters = [ord(letter) for letter in prefix]
    spread = [*(each >> 5 for each in letters), 0, *(each & 31 for each in letters)]
    check = _polymod([*spread, *words, *([0] * _CHECKSUM_LENGTH)]) ^ 1
    tail = [(check >> 5 * (_CHECKSUM_LENGTH - 1 - at)) & 31 for at in range(6)]
    return f"{prefix}1{''.join(_BECH32[word] for word in [*words, *tail])}"


def _polymod(words: Sequence[int]) -> int:
    check = 1
    for word in words:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ word
        for bit, step in enumerate(_BECH32_STEPS):
            if top >> bit & 1:
                check ^= step
    return check

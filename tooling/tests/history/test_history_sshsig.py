"""SSH signatures: OpenSSH is the oracle, and each refusal is named after its attack."""

import base64
import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proeve.history.keys import SECURITY, key_blob, key_text, private_file
from proeve.history.sshsig import check, sign
from proeve.history.sshwire import string
from proeve.model.history import SignatureStatus
from tests.history.building import key_of
from tests.history.signatures import (
    KEY,
    PAYLOAD,
    Parts,
    armored,
    oracle_accepts,
    ssh_keygen,
)


def reason(armor: bytes, namespace: str = "git") -> str:
    found = check(armor, PAYLOAD, namespace)
    assert found.status is SignatureStatus.BAD
    assert found.key is None
    return found.reason


def test_ours_is_accepted_by_ssh_keygen(tmp_path: Path) -> None:
    armor = sign(KEY, PAYLOAD, "proeve-act@v1")
    assert oracle_accepts(tmp_path, key_text(KEY), armor, "proeve-act@v1")


def test_ours_is_byte_for_byte_that_of_ssh_keygen(tmp_path: Path) -> None:
    key = tmp_path / "key"
    key.write_bytes(private_file(KEY))
    key.chmod(0o600)
    done = ssh_keygen("-Y", "sign", "-f", str(key), "-n", "git", given_bytes=PAYLOAD)
    assert done.stdout == sign(KEY, PAYLOAD, "git")


@pytest.mark.parametrize("hash_name", ["sha256", "sha512"])
def test_a_signature_of_ssh_keygen_is_good(tmp_path: Path, hash_name: str) -> None:
    key = tmp_path / "key"
    ssh_keygen("-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(key))
    how = ("-O", f"hashalg={hash_name}", "-f", str(key), "-n", "git")
    armor = ssh_keygen("-Y", "sign", *how, given_bytes=PAYLOAD).stdout
    found = check(armor, PAYLOAD, "git")
    assert found.status is SignatureStatus.GOOD
    assert found.key == key.with_suffix(".pub").read_text().strip()
    assert found.namespace == "git"


def test_the_parts_of_this_test_are_right() -> None:
    assert Parts().armor() == sign(KEY, PAYLOAD, "git")


WRONG_SHA1 = hashlib.sha1(PAYLOAD, usedforsecurity=False).digest()
ATTACKS = {
    "file signature used as commit": (Parts(namespace=b"file"), "signature.namespace"),
    "no namespace at all": (Parts(namespace=b""), "signature.namespace"),
    "md5": (Parts(hash_name=b"md5", digest=b"0" * 16), "signature.hash"),
    "sha1": (Parts(hash_name=b"sha1", digest=WRONG_SHA1), "signature.hash"),
    "shake_128": (Parts(hash_name=b"shake_128"), "signature.hash"),
    "hash in capitals": (Parts(hash_name=b"SHA512"), "signature.hash"),
    "reserved field used": (Parts(reserved=b"x"), "signature.form"),
    "algorithm of another key": (Parts(algorithm=b"ssh-rsa"), "signature.form"),
    "odd algorithm name": (Parts(algorithm=b"\xff\x00"), "signature.form"),
    "bytes after the signature": (Parts(after_signature=b"x"), "signature.form"),
    "bytes after the key": (Parts(key=key_blob(KEY) + b"x"), "signature.key"),
    "rsa key": (Parts(key=string(b"ssh-rsa") + string(b"x")), "signature.key"),
    "empty key": (Parts(key=b""), "signature.key"),
    "version 2": (Parts(version=2), "signature.version"),
    "s plus the order": (Parts(malleable=True), "signature.mismatch"),
    "key of another person": (Parts(key=key_blob(key_of("x"))), "signature.mismatch"),
}


@pytest.mark.parametrize(("parts", "code"), ATTACKS.values(), ids=ATTACKS.keys())
def test_refused_inside_the_blob(parts: Parts, code: str) -> None:
    assert reason(parts.armor()) == code


GOOD = Parts().armor()
BLOB = Parts().blob()
SPELLINGS = {
    "text before begin": b"x\n" + GOOD,
    "text after end": GOOD + b"x\n",
    "two blocks": GOOD + GOOD,
    "windows line ends": GOOD.replace(b"\n", b"\r\n"),
    "garbage between base64": GOOD.replace(b"AAAA", b"AA!!AA", 1),
    "wrapped elsewhere": armored(BLOB, 64),
    "all on one line": armored(BLOB, 1000),
    "no last newline": GOOD[:-1],
    "empty line inside": GOOD.replace(b"\n", b"\n\n", 1),
    "spaces": GOOD.replace(b"\n", b" \n", 1),
    "pgp": GOOD.replace(b"SSH", b"PGP"),
    "nothing": b"",
    "padding only": b"-----BEGIN SSH SIGNATURE-----\n=\n-----END SSH SIGNATURE-----\n",
}


@pytest.mark.parametrize("armor", SPELLINGS.values(), ids=SPELLINGS.keys())
def test_refused_for_its_spelling(armor: bytes) -> None:
    assert reason(armor) == "signature.armor"


def test_bytes_after_the_blob_are_refused() -> None:
    assert reason(armored(BLOB + b"\0")) == "signature.form"


def test_a_length_that_is_too_large_is_refused() -> None:
    assert reason(armored(BLOB[:10] + b"\xff\xff\xff\xff" + BLOB[14:])) == (
        "signature.form"
    )


def test_a_short_blob_is_refused() -> None:
    assert reason(armored(BLOB[:-1])) == "signature.form"


def test_a_changed_text_is_refused() -> None:
    found = check(GOOD, PAYLOAD + b"x", "git")
    assert found.reason == "signature.mismatch"


def test_a_small_order_key_signs_nothing() -> None:
    identity = (1).to_bytes(32, "little")
    key = string(b"ssh-ed25519") + string(identity)
    inner = string(b"ssh-ed25519") + string(identity + bytes(32))
    fields = (key, b"git", b"", b"sha512", inner)
    forged = b"SSHSIG\0\0\0\1" + b"".join(map(string, fields))
    assert reason(armored(forged)) == "signature.key"


def touched(flags: int, application: bytes = b"ssh:") -> tuple[str, bytes]:
    """Return key and signature as a security key makes them."""
    point = key_blob(KEY)[-32:]
    blob = string(SECURITY) + string(point) + string(application)
    digest = hashlib.sha512(PAYLOAD).digest()
    signed = b"SSHSIG" + b"".join(map(string, (b"git", b"", b"sha512", digest)))
    tail = bytes([flags]) + (7).to_bytes(4, "big")
    parts = hashlib.sha256(application).digest(), tail, hashlib.sha256(signed).digest()
    inner = string(SECURITY) + string(KEY.sign(b"".join(parts))) + tail
    fields = (blob, b"git", b"", b"sha512", inner)
    armor = armored(b"SSHSIG\0\0\0\1" + b"".join(map(string, fields)))
    return f"{SECURITY.decode()} {base64.b64encode(blob).decode()}", armor


def test_a_security_key_is_good_as_ssh_keygen_says(tmp_path: Path) -> None:
    key, armor = touched(flags=1)
    found = check(armor, PAYLOAD, "git")
    assert (found.status, found.key) == (SignatureStatus.GOOD, key)
    assert oracle_accepts(tmp_path, key, armor, "git")


def test_a_security_key_that_nobody_touched_is_refused() -> None:
    assert reason(touched(flags=0)[1]) == "signature.touch"


def test_a_security_key_for_a_website_is_refused() -> None:
    assert reason(touched(1, b"webauthn:")[1]) == "signature.key"


def test_a_plain_signature_under_a_security_key_is_refused() -> None:
    point = key_blob(KEY)[-32:]
    blob = string(SECURITY) + string(point) + string(b"ssh:")
    assert reason(replace(Parts(), key=blob).armor()) == "signature.form"


@given(st.integers(0, len(GOOD) - 1), st.integers(1, 255))
def test_one_changed_byte_is_never_good(place: int, change: int) -> None:
    spoiled = bytearray(GOOD)
    spoiled[place] ^= change
    found = check(bytes(spoiled), PAYLOAD, "git")
    assert found.status is SignatureStatus.BAD


@given(st.integers(0, len(BLOB) - 1), st.integers(1, 255))
def test_one_changed_byte_inside_is_never_good(place: int, change: int) -> None:
    spoiled = bytearray(BLOB)
    spoiled[place] ^= change
    assert check(armored(bytes(spoiled)), PAYLOAD, "git").status is SignatureStatus.BAD


@given(st.binary(max_size=300))
def test_any_bytes_give_an_answer(blob: bytes) -> None:
    start = b"SSHSIG\0\0\0\1"
    assert check(blob, PAYLOAD, "git").reason
    assert check(armored(start + blob), PAYLOAD, "git").reason

"""Four readers of SSH signatures, 23 signatures: who accepts which (TRUST 4.1).

Two of the readers are what other tools are built on. Where they are laxer than OpenSSH,
Proeve must not be; where any of the four changes its mind, this table says so.
"""

import base64
import hashlib
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import asyncssh
import pytest
from sshsig import InvalidSignature, check_signature

from proeve.history.keys import key_blob, key_text
from proeve.history.sshsig import check
from proeve.history.sshwire import string
from proeve.model.history import SignatureStatus
from tests.history.signatures import (
    KEY,
    PAYLOAD,
    Parts,
    armored,
    oracle_accepts,
)

NAMESPACE = "git"
YES, NO = "yes", "no"
CRASH = "ValueError"

GOOD, BLOB = Parts().armor(), Parts().blob()
MD5 = hashlib.md5(PAYLOAD, usedforsecurity=False).digest()
SHA1 = hashlib.sha1(PAYLOAD, usedforsecurity=False).digest()
IDENTITY = (1).to_bytes(32, "little")
UNIVERSAL = string(b"ssh-ed25519") + string(IDENTITY)


def _universal() -> bytes:
    """Return the signature that is good for every text under the identity point."""
    inner = string(b"ssh-ed25519") + string(IDENTITY + bytes(32))
    fields = (UNIVERSAL, b"git", b"", b"sha512", inner)
    return armored(b"SSHSIG\0\0\0\1" + b"".join(map(string, fields)))


class Said(NamedTuple):
    """What each reader makes of a signature; OpenSSH by the versions 9.2 and 10.6."""

    proeve: str
    openssh_9: str
    openssh_10: str
    asyncssh: str
    sshsig: str


class Signed(NamedTuple):
    """A signature, and what is said of it."""

    armor: bytes
    said: Said


def _all(word: str) -> Said:
    return Said(word, word, word, word, word)


REFUSED = _all(NO)
STRICTER = Said(NO, YES, YES, YES, YES)
LAX_SSHSIG = Said(NO, NO, NO, NO, YES)
CASES: Mapping[str, Signed] = {
    "good": Signed(GOOD, _all(YES)),
    "other namespace": Signed(
        Parts(namespace=b"file").armor(), Said(NO, NO, NO, YES, NO)
    ),
    "empty namespace": Signed(
        Parts(namespace=b"").armor(), Said(NO, NO, NO, CRASH, NO)
    ),
    "md5": Signed(
        Parts(hash_name=b"md5", digest=MD5).armor(), Said(NO, NO, NO, CRASH, YES)
    ),
    "sha1": Signed(
        Parts(hash_name=b"sha1", digest=SHA1).armor(), Said(NO, NO, NO, CRASH, YES)
    ),
    "hash in capitals": Signed(
        Parts(hash_name=b"SHA512").armor(), Said(NO, NO, NO, CRASH, YES)
    ),
    "shake_128": Signed(
        Parts(hash_name=b"shake_128").armor(), Said(NO, NO, NO, CRASH, "TypeError")
    ),
    "version 2": Signed(
        Parts(version=2).armor(), Said(NO, NO, NO, NO, "NotImplementedError")
    ),
    "bytes after the blob": Signed(armored(BLOB + b"x"), LAX_SSHSIG),
    "a byte short": Signed(armored(BLOB[:-1]), REFUSED),
    "reserved used": Signed(Parts(reserved=b"x").armor(), STRICTER),
    "length too large": Signed(
        armored(BLOB[:-68] + (65).to_bytes(4, "big") + BLOB[-64:]), LAX_SSHSIG
    ),
    "algorithm of another key": Signed(
        Parts(algorithm=b"ssh-rsa").armor(), Said(NO, NO, NO, NO, "AssertionError")
    ),
    "bytes after the signature": Signed(
        Parts(after_signature=b"x").armor(), LAX_SSHSIG
    ),
    "bytes after the key": Signed(Parts(key=key_blob(KEY) + b"x").armor(), LAX_SSHSIG),
    "text before begin": Signed(b"x\n" + GOOD, LAX_SSHSIG),
    "text after end": Signed(GOOD + b"x\n", STRICTER),
    "two blocks": Signed(GOOD + GOOD, STRICTER),
    "windows line ends": Signed(
        GOOD.replace(b"\n", b"\r\n"), Said(NO, NO, YES, YES, YES)
    ),
    "garbage in base64": Signed(
        GOOD.replace(b"AAAA", b"AA!!AA", 1), Said(NO, NO, NO, YES, YES)
    ),
    "wrapped elsewhere": Signed(armored(BLOB, 64), STRICTER),
    "s plus the order": Signed(
        Parts(malleable=True).armor(), Said(NO, YES, NO, NO, NO)
    ),
    "key of small order": Signed(_universal(), STRICTER),
}


def _proeve(armor: bytes) -> str:
    found = check(armor, PAYLOAD, NAMESPACE)
    return YES if found.status is SignatureStatus.GOOD else NO


def _asyncssh(armor: bytes, key: str) -> str:
    allowed = f"someone {key}\n".encode()
    try:
        return (
            YES if asyncssh.validate_sshsig(PAYLOAD, armor, "someone", allowed) else NO
        )
    except Exception as error:  # noqa: BLE001 - which error it is, is what is told
        return type(error).__name__


def _sshsig(armor: bytes) -> str:
    try:
        check_signature(PAYLOAD, armor, NAMESPACE)
    except InvalidSignature:
        return NO
    except Exception as error:  # noqa: BLE001 - which error it is, is what is told
        return type(error).__name__
    return YES


def _key(case: str) -> str:
    if case == "key of small order":
        return f"ssh-ed25519 {base64.b64encode(UNIVERSAL).decode()}"
    return key_text(KEY)


def _openssh_version() -> tuple[int, int]:
    done = subprocess.run(("ssh", "-V"), capture_output=True, text=True, check=True)
    found = re.match(r"OpenSSH_(\d+)\.(\d+)", done.stderr)
    assert found is not None, done.stderr
    return int(found[1]), int(found[2])


def _openssh_may_say(said: Said) -> set[str]:
    """Return what this OpenSSH may say: between two known versions, either's word."""
    version = _openssh_version()
    if version <= (9, 2):
        return {said.openssh_9}
    return {said.openssh_10} if version >= (10, 6) else {*said[1:3]}


def test_there_are_23_cases() -> None:
    assert len(CASES) == 23


@pytest.mark.parametrize("case", CASES)
def test_openssh_says_what_the_table_says(case: str, tmp_path: Path) -> None:
    armor, said = CASES[case]
    accepted = oracle_accepts(tmp_path, _key(case), armor, NAMESPACE)
    assert (YES if accepted else NO) in _openssh_may_say(said)


@pytest.mark.parametrize("case", CASES)
def test_asyncssh_says_what_the_table_says(case: str) -> None:
    armor, said = CASES[case]
    assert _asyncssh(armor, _key(case)) == said.asyncssh


@pytest.mark.parametrize("case", CASES)
def test_sshsig_says_what_the_table_says(case: str) -> None:
    armor, said = CASES[case]
    assert _sshsig(armor) == said.sshsig


@pytest.mark.parametrize("case", CASES)
def test_proeve_says_what_the_table_says(case: str) -> None:
    armor, said = CASES[case]
    assert _proeve(armor) == said.proeve


@pytest.mark.parametrize("case", CASES)
def test_where_proeve_accepts_openssh_accepts(case: str, tmp_path: Path) -> None:
    armor, said = CASES[case]
    if _proeve(armor) == YES:
        assert oracle_accepts(tmp_path, _key(case), armor, NAMESPACE)
        assert (said.openssh_9, said.openssh_10) == (YES, YES)
    else:
        assert said.proeve == NO

"""Whoever brings a key into the registry has shown that it is theirs, and for what."""

import hashlib
import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from proeve.gather.history import JudgingReader
from proeve.history.enrolment import LIVE, PRACTICE, check_keys, proof_text
from proeve.history.keys import key_text, private_file, private_from_seed
from proeve.history.sshsig import sign
from proeve.model.document import Data
from proeve.model.records import Record

REPO, OTHER_REPO = f"r-{'7f' * 16}", f"r-{'00' * 16}"
WHO, OTHER = "p-00000011", "p-00000012"
PATH = "exams/registry/people/00/p-00000011.yml"
IDENTITY_POINT = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAE" + "A" * 42


def _key(name: str = "own") -> Ed25519PrivateKey:
    return private_from_seed(hashlib.sha256(name.encode()).digest())


def _proof(
    *,
    by: Ed25519PrivateKey,
    repo: str = REPO,
    who: str = WHO,
    key: str = "",
    namespace: str = LIVE,
) -> str:
    payload = proof_text(repo, who, key or key_text(by))
    return sign(by, payload, namespace).decode()


def _record(*keys: tuple[str, str]) -> Record:
    listed: Data = [
        {"key": text, "kind": "file", "confirmed": True, "proof": proof}
        for text, proof in keys
    ]
    return {"id": WHO, "keys": listed}


def _told(record: Record, environment: str = "live") -> list[str]:
    found = check_keys(record, PATH, repo=REPO, environment=environment)
    return [f"{each.code} {each.where.pointer}" for each in found]


OWN = key_text(_key())
AT = "('keys', 0, 'key')"


def test_a_key_with_its_owner_s_proof_is_let_in() -> None:
    assert _told(_record((OWN, _proof(by=_key())))) == []


@pytest.mark.parametrize("final", ["", "\n", "\n\n"])
def test_how_a_text_block_ends_does_not_matter(final: str) -> None:
    assert _told(_record((OWN, _proof(by=_key()).rstrip() + final))) == []


@pytest.mark.parametrize(
    "proof",
    [
        "",
        "no signature",
        _proof(by=_key("another"), key=OWN),
        _proof(by=_key(), who=OTHER),
        _proof(by=_key(), repo=OTHER_REPO),
        _proof(by=_key(), key=key_text(_key("another"))),
        _proof(by=_key(), namespace="proeve-act@v1"),
        _proof(by=_key(), namespace="git"),
    ],
    ids=[
        *("none", "noise", "another-signs", "of-another", "other-ledger"),
        *("for-another-key", "an-approval", "a-commit"),
    ],
)
def test_a_key_without_its_owner_s_proof_is_not(proof: str) -> None:
    assert _told(_record((OWN, proof))) == [f"registry.unproven-key {AT}"]


@pytest.mark.parametrize(
    ("environment", "namespace", "refused"),
    [
        ("live", LIVE, False),
        ("live", PRACTICE, True),
        ("practice", PRACTICE, False),
        ("practice", LIVE, True),
    ],
)
def test_a_practice_key_counts_in_practice_only(
    environment: str, namespace: str, *, refused: bool
) -> None:
    record = _record((OWN, _proof(by=_key(), namespace=namespace)))
    expected = [f"registry.practice-key {AT}"] if refused else []
    assert _told(record, environment) == expected


@pytest.mark.parametrize(
    "text",
    [
        IDENTITY_POINT,
        f"{OWN} name@host",
        OWN.replace("ssh-ed25519", "ssh-rsa", 1),
        "ssh-ed25519",
        "",
    ],
    ids=["anybody-s", "comment", "other-kind", "no-key", "nothing"],
)
def test_a_key_that_cannot_sign_safely_is_not_let_in(text: str) -> None:
    record = _record((text, _proof(by=_key())))
    assert _told(record) == [f"registry.weak-key {AT}"]


def test_each_key_is_looked_at() -> None:
    second = _key("second")
    record = _record(
        (OWN, _proof(by=_key())), (key_text(second), _proof(by=second, who=OTHER))
    )
    assert _told(record) == ["registry.unproven-key ('keys', 1, 'key')"]


def test_a_proof_that_openssh_made_is_let_in(tmp_path: Path) -> None:
    secret = tmp_path / "key"
    secret.touch(mode=0o600)
    secret.write_bytes(private_file(_key()))
    made = subprocess.run(
        ["ssh-keygen", "-Y", "sign", "-f", str(secret), "-n", LIVE],
        input=f"proeve-enrol/1\n{REPO}\n{WHO}\n{OWN}\n".encode(),
        capture_output=True,
        check=True,
    )
    assert _told(_record((OWN, made.stdout.decode()))) == []


def _document(proof: str) -> bytes:
    block = "".join(f"      {line}\n" for line in proof.splitlines())
    return (
        f"schema: proeve/person/v1\nid: {WHO}\nside: school\nkeys:\n"
        f"  - key: {OWN}\n    kind: file\n    confirmed: true\n"
        f"    proof: |\n{block}"
    ).encode()


def test_the_reader_of_a_ledger_asks_for_the_proof() -> None:
    reader = JudgingReader(REPO, "live")
    assert isinstance(reader(PATH, _document(_proof(by=_key()))), dict)
    found = reader(PATH, _document(_proof(by=_key(), who=OTHER)))
    assert isinstance(found, tuple)
    assert [(str(each.where), each.code) for each in found] == [
        (f"{PATH}:5:5", "registry.unproven-key")
    ]

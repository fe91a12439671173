"""Act files: what `ssh-keygen` makes is accepted, what was tampered with is not."""

import hashlib
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proeve.history.acts import MAX_ACT, file_name, make, read
from proeve.history.keys import key_text, private_file
from proeve.history.statements import act_text
from proeve.model.history import Act, SignatureStatus
from tests.history.building import DIGEST, STATEMENT, in_words, key_of

KEY = key_of("supervisor")
DATA = make(KEY, STATEMENT)
FOLDER = "exams/groups/g/e/acts/"


def parsed(data: bytes, name: str | None = None) -> Act:
    return read(FOLDER + (name or file_name(data)), data, "c" * 40)


def codes(act: Act) -> list[str]:
    assert all(in_words(problem) for problem in act.problems)
    return [problem.code for problem in act.problems]


def test_an_act_says_what_was_signed_and_by_which_key() -> None:
    act = parsed(DATA)
    assert act.problems == ()
    assert act.statement == STATEMENT
    assert act.signature.status is SignatureStatus.GOOD
    assert act.signature.key == key_text(KEY)
    assert act.namespace == act.signature.namespace == "proeve-act@v1"
    assert act.sha256 == hashlib.sha256(DATA).hexdigest()
    payload = act_text(STATEMENT).encode()
    assert act.payload_sha256 == hashlib.sha256(payload).hexdigest()


def test_an_act_made_with_ssh_keygen_alone_is_good(tmp_path: Path) -> None:
    key = tmp_path / "key"
    key.write_bytes(private_file(KEY))
    key.chmod(0o600)
    payload = act_text(STATEMENT).encode()
    command = ["ssh-keygen", "-Y", "sign", "-f", str(key), "-n", "proeve-act@v1"]
    signed = subprocess.run(command, input=payload, capture_output=True, check=True)
    assert parsed(payload + signed.stdout) == parsed(DATA)


def test_a_root_holder_names_the_genesis() -> None:
    act = parsed(make(KEY, STATEMENT, "proeve-genesis", (("genesis", DIGEST),)))
    assert act.problems == ()
    assert act.namespace == "proeve-genesis@v1"
    assert act.extra == {"genesis": DIGEST}
    assert act.statement == STATEMENT


def test_a_genesis_statement_is_no_act() -> None:
    data = make(KEY, STATEMENT, "proeve-genesis", (("genesis", DIGEST),))
    plain = DATA.partition(b"-----")[0] + b"-----" + data.partition(b"-----")[2]
    assert codes(parsed(plain)) == ["signature.namespace"]


def test_the_file_name_is_the_digest() -> None:
    assert codes(parsed(DATA, "0" * 64 + ".act")) == ["statement.act-name"]


TAMPERED = {
    "role changed": (DATA.replace(b"school_contact", b"admin"), ["signature.mismatch"]),
    "no signature": (act_text(STATEMENT).encode(), ["statement.act-unsigned"]),
    "line added": (
        b"\n".join([*DATA.split(b"\n")[:9], b"note: x", *DATA.split(b"\n")[9:]]),
        ["statement.lines", "signature.mismatch"],
    ),
    "empty line before the signature": (
        DATA.replace(b"-----BEGIN", b"\n-----BEGIN"),
        ["statement.lines", "signature.mismatch"],
    ),
    "windows line ends": (
        DATA.replace(b"\n", b"\r\n"),
        ["statement.lines", "statement.act-unsigned"],
    ),
    "unknown kind": (
        DATA.replace(b"proeve-act", b"proeve-fact"),
        ["statement.kind", "statement.act-unsigned"],
    ),
    "trailers for lines": (
        DATA.replace(b"role: ", b"Proeve-Role: "),
        ["statement.order", "signature.mismatch"],
    ),
    "text after the signature": (DATA + b"x\n", ["signature.armor"]),
    "second signature": (
        DATA + DATA[DATA.index(b"-----BEGIN") :],
        ["signature.armor"],
    ),
    "accent": (
        DATA.replace(b"acquire", "acquiré".encode()),
        ["statement.characters", "signature.mismatch"],
    ),
    "huge": (DATA + b"x" * MAX_ACT, ["statement.long", "statement.act-unsigned"]),
    "nothing": (b"", ["statement.kind", "statement.act-unsigned"]),
}


@pytest.mark.parametrize(("data", "expected"), TAMPERED.values(), ids=TAMPERED.keys())
def test_an_act_that_was_tampered_with_does_not_count(
    data: bytes, expected: list[str]
) -> None:
    act = parsed(data)
    assert codes(act) == expected
    assert all(p.where.path == act.path and p.where.commit for p in act.problems)


def test_the_same_statement_signed_by_two_is_one_payload() -> None:
    other = make(key_of("student"), STATEMENT)
    assert parsed(other).payload_sha256 == parsed(DATA).payload_sha256
    third = make(KEY, replace(STATEMENT, seq=6))
    assert parsed(third).payload_sha256 != parsed(DATA).payload_sha256


@given(st.integers(0, len(DATA) - 1), st.integers(1, 255))
def test_one_changed_byte_never_counts(place: int, change: int) -> None:
    spoiled = bytearray(DATA)
    spoiled[place] ^= change
    assert parsed(bytes(spoiled)).problems

"""Time-stamping tokens made by OpenSSL, and what is made of spoiled ones."""

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proeve.history import timestamps
from proeve.model.history import Token, TokenStatus
from tests.judging.timing import Authority

ACT = b"proeve-act/1\nan act\n"
NAME = hashlib.sha256(ACT).hexdigest()
PATH = f"exams/groups/g/e/acts/{NAME}.tsr"


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("tsa") / "own")


@pytest.fixture(scope="module")
def token(authority: Authority) -> bytes:
    return authority.stamp(ACT)


def _status(data: bytes) -> TokenStatus:
    return timestamps.read(PATH, data).status


def test_a_token_says_when_and_by_which_certificate(
    authority: Authority, token: bytes
) -> None:
    found = timestamps.read(PATH, token)
    assert found.status is TokenStatus.GOOD
    assert found.act == NAME
    assert found.certificate == authority.fingerprint
    assert found.at > 1_700_000_000


def test_a_token_over_another_act_is_bad(authority: Authority) -> None:
    assert _status(authority.stamp(b"another act")) is TokenStatus.BAD


def test_a_token_over_another_kind_of_digest_is_bad(authority: Authority) -> None:
    assert _status(authority.stamp(ACT, "sha512")) is TokenStatus.BAD


def test_a_token_without_its_certificate_is_bad(authority: Authority) -> None:
    assert _status(authority.stamp(ACT, cert=False)) is TokenStatus.BAD


def test_each_spoiled_byte_of_a_token_is_noticed(token: bytes) -> None:
    """A byte of the certificate itself makes it another one, which nobody pinned."""
    good = timestamps.read(PATH, token)
    for place in range(len(token)):
        spoiled = bytearray(token)
        spoiled[place] ^= 1
        found = timestamps.read(PATH, bytes(spoiled))
        other = found.certificate != good.certificate
        assert found.status is TokenStatus.BAD or other or found == good, place


@pytest.mark.parametrize("data", [b"", b"\x30\x80", b"x" * 99, b"0" * 20_000])
def test_what_is_no_token_is_bad(data: bytes) -> None:
    assert _status(data) is TokenStatus.BAD


def test_a_token_with_bytes_after_it_is_bad(token: bytes) -> None:
    assert _status(token + b"\0") is TokenStatus.BAD


@given(st.binary(max_size=300))
def test_no_bytes_make_reading_a_token_fail(data: bytes) -> None:
    assert _status(data) is TokenStatus.BAD


def test_without_the_library_a_token_is_not_judged(
    token: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timestamps, "rfc3161", None)
    found = timestamps.read(PATH, token)
    assert found == Token(path=PATH, act=NAME, status=TokenStatus.UNJUDGED)


def test_two_authorities_are_told_apart(tmp_path: Path, authority: Authority) -> None:
    other = Authority(tmp_path / "other")
    found = timestamps.read(PATH, other.stamp(ACT))
    assert found.status is TokenStatus.GOOD
    assert found.certificate != authority.fingerprint

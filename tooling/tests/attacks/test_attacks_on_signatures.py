"""Rows 14 to 23: headers, messages and signatures, byte by byte."""

import base64
import hashlib
import struct
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from tests.attacks.scenes import change
from tests.attacks.staging import Stage
from tests.judging import people
from tests.judging.objects import key_of

pytestmark = pytest.mark.slow

ORDER = 2**252 + 27742317777372353535851937790883648493
SIGNED = b"gpgsig "
CONTACT = key_of(people.CONTACT)


def _spoiled(stage: Stage, number: int, edit: Callable[[bytes], bytes]) -> None:
    scene = change()
    scene.raw.edit = edit
    stage.meets(number, scene.raw, scene.twin)


def _header(raw: bytes) -> tuple[bytes, bytes, bytes]:
    """Return what stands before a commit's signature, the signature, and the rest."""
    before, _, rest = raw.partition(SIGNED)
    lines = rest.split(b"\n")
    count = 1 + next(n for n, each in enumerate(lines[1:]) if each[:1] != b" ")
    armor = b"\n".join(line.removeprefix(b" ") for line in lines[:count])
    return before, armor, b"\n".join(lines[count:])


def _resigned(raw: bytes, armor: bytes) -> bytes:
    before, _, rest = _header(raw)
    return before + SIGNED + armor.replace(b"\n", b"\n ") + b"\n" + rest


def _armor(blob: bytes, columns: int = 70) -> bytes:
    text = base64.b64encode(blob)
    lines = [text[at : at + columns] for at in range(0, len(text), columns)]
    return b"\n".join(
        (b"-----BEGIN SSH SIGNATURE-----", *lines, b"-----END SSH SIGNATURE-----")
    )


def _string(data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + data


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A signature of the contact with one part made otherwise."""

    hash_name: str = "sha512"
    algorithm: bytes = b"ssh-ed25519"
    reserved: bytes = b""
    behind: bytes = b""
    inside: bytes = b""
    shift: int = 0

    def edit(self, raw: bytes) -> bytes:
        """Return a commit with this signature in the place of its own."""
        before, _, rest = _header(raw)
        return _resigned(raw, _armor(self._blob(before + rest)))

    def _blob(self, payload: bytes) -> bytes:
        try:
            digest = hashlib.new(self.hash_name, payload).digest()
        except (TypeError, ValueError):
            digest = bytes(64)
        parts = (b"git", self.reserved, self.hash_name.encode())
        middle = b"".join(map(_string, parts))
        signature = CONTACT.secret.sign(b"SSHSIG" + middle + _string(digest))
        number = int.from_bytes(signature[32:], "little") + self.shift
        signature = signature[:32] + number.to_bytes(32, "little")
        wrapped = _string(self.algorithm) + _string(signature) + self.inside
        whole = _string(CONTACT.blob) + middle + _string(wrapped)
        return b"SSHSIG" + struct.pack(">I", 1) + whole + self.behind


def test_a_signature_made_here_is_what_openssh_makes(stage: Stage) -> None:
    scene = change()
    scene.raw.edit = Made().edit
    assert stage.lays(scene.twin)
    stage.lays(scene.raw)
    assert stage.verifies().code == 0


@pytest.mark.parametrize("name", [b"gpgsig-sha256 ", b"gpgsigX "])
def test_14_unsigned_text_in_an_extra_header(stage: Stage, name: bytes) -> None:
    _spoiled(stage, 14, lambda raw: raw.replace(SIGNED, name + b"more\n" + SIGNED, 1))


def _wrapped_again(raw: bytes) -> bytes:
    body = _header(raw)[1].split(b"\n")[1:-1]
    return _resigned(raw, _armor(base64.b64decode(b"".join(body)), 64))


def test_15_the_same_signature_under_another_commit_id(stage: Stage) -> None:
    _spoiled(stage, 15, _wrapped_again)


@pytest.mark.parametrize(
    "header", ["encoding ISO-8859-1", "mergetag object", "HG:extra x"]
)
def test_16_an_unknown_header(stage: Stage, header: str) -> None:
    scene = change()
    scene.raw.headers = (header,)
    stage.meets(16, scene.raw, scene.twin)


def test_16_a_second_author(stage: Stage) -> None:
    scene = change()
    scene.raw.headers = ("author a",)
    stage.meets(16, scene.raw, scene.twin, "history.headers")


def test_17_a_nul_that_hides_the_statement(stage: Stage) -> None:
    scene = change()
    scene.raw.message = scene.raw.message.replace("\n\n", "\0\n\n", 1)
    stage.meets(17, scene.raw, scene.twin)


def test_18_a_signature_in_the_header_of_another_kind_of_git(stage: Stage) -> None:
    scene = change()
    scene.raw.edit = lambda raw: raw.replace(SIGNED, b"gpgsig-sha256 ", 1)
    stage.meets(18, scene.raw, scene.twin)


@pytest.mark.parametrize("namespace", ["file", "proeve-act@v1"])
def test_19_the_signature_of_a_file_under_a_commit(
    stage: Stage, namespace: str
) -> None:
    scene = change()
    scene.raw.namespace = namespace
    stage.meets(19, scene.raw, scene.twin)


@pytest.mark.parametrize("name", ["md5", "sha1", "SHA512"])
def test_20_a_signature_over_a_weak_hash(stage: Stage, name: str) -> None:
    _spoiled(stage, 20, Made(hash_name=name).edit)


@pytest.mark.parametrize(
    "made",
    [Made(behind=b"more"), Made(inside=b"more"), Made(reserved=b"x")],
    ids=["behind", "inside", "reserved"],
)
def test_21_a_signature_with_bytes_too_many(stage: Stage, made: Made) -> None:
    _spoiled(stage, 21, made.edit)


def test_22_a_signature_turned_into_a_second_one(stage: Stage) -> None:
    _spoiled(stage, 22, Made(shift=ORDER).edit)


@pytest.mark.parametrize("made", [Made(algorithm=b"ssh-dss"), Made(algorithm=b"")])
def test_23_an_odd_algorithm_to_cause_a_crash(stage: Stage, made: Made) -> None:
    _spoiled(stage, 23, made.edit)


def test_23_an_odd_hash_to_cause_a_crash(stage: Stage) -> None:
    scene = change()
    scene.raw.edit = Made(hash_name="shake_128").edit
    stage.meets(23, scene.raw, scene.twin, "signature.hash")

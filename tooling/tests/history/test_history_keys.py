"""Which keys may be enrolled, and the files in which people keep them."""

import base64
import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)

from proeve.history.keys import (
    enrollable,
    is_sound_point,
    key_text,
    private_file,
    read_private,
)
from proeve.history.sshwire import string
from tests.history.building import key_of

P = 2**255 - 19
ORDER_8 = 0x7A03AC9277FDC74EC6CC392CFA53202A0F67100D760B3CBA4FD84D3D706A17C7
SMALL = {
    "identity": 1,
    "order two": P - 1,
    "order four": 0,
    "order four, other sign": 1 << 255,
    "order eight": ORDER_8,
    "order eight, other sign": ORDER_8 | 1 << 255,
    "order eight, negative": P - ORDER_8,
    "order eight, negative, other sign": (P - ORDER_8) | 1 << 255,
}
SECOND_SPELLINGS = {
    "identity plus p": P + 1,
    "zero plus p": P,
    "identity with a sign": 1 | 1 << 255,
    "not on the curve": 2,
    "all ones": 2**256 - 1,
}


def text_of(number: int) -> str:
    blob = string(b"ssh-ed25519") + string(number.to_bytes(32, "little"))
    return f"ssh-ed25519 {base64.b64encode(blob).decode()}"


@pytest.mark.parametrize("number", SMALL.values(), ids=SMALL.keys())
def test_a_point_of_small_order_cannot_be_enrolled(number: int) -> None:
    assert not enrollable(text_of(number))


@pytest.mark.parametrize(
    "number", SECOND_SPELLINGS.values(), ids=SECOND_SPELLINGS.keys()
)
def test_a_second_spelling_cannot_be_enrolled(number: int) -> None:
    assert not enrollable(text_of(number))


@pytest.mark.parametrize("name", ["a", "b", "c", "d", "e", "f", "g", "h"])
def test_an_ordinary_key_can_be_enrolled(name: str) -> None:
    assert enrollable(key_text(key_of(name)))


def test_a_short_point_is_not_sound() -> None:
    assert not is_sound_point(b"\1" * 31)


@pytest.mark.parametrize(
    "spoil",
    [
        "{} comment",
        " {}",
        "{}\n",
        "{}=",
        "ssh-rsa {}",
        "x{}",
    ],
)
def test_only_kind_and_key_stand_in_the_text(spoil: str) -> None:
    assert not enrollable(spoil.format(key_text(key_of("a"))))


def test_the_kind_outside_is_the_kind_inside() -> None:
    assert not enrollable(key_text(key_of("a")).replace("ssh-ed", "ssh-rs", 1))


def test_ssh_keygen_reads_our_private_file(tmp_path: Path) -> None:
    file = tmp_path / "key"
    file.write_bytes(private_file(key_of("a")))
    file.chmod(0o600)
    shown = subprocess.run(
        ["ssh-keygen", "-y", "-f", str(file)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert shown.stdout.strip() == key_text(key_of("a"))


def test_we_read_the_private_file_of_ssh_keygen(tmp_path: Path) -> None:
    file = tmp_path / "key"
    command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(file)]
    subprocess.run(command, check=True)
    private = read_private(file.read_bytes())
    assert private is not None
    assert key_text(private) == file.with_suffix(".pub").read_text().strip()


def test_another_kind_of_private_key_is_nothing_to_us() -> None:
    rsa = generate_private_key(65537, 2048)
    data = rsa.private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption())
    assert read_private(data) is None
    assert read_private(b"no key at all") is None

"""Sealing: what a box hides, whom it binds, and who can open it."""

import hashlib

import pyrage  # type: ignore[import-untyped]  # it ships no types
import pytest
from hypothesis import given
from hypothesis import strategies as st

from proeve import sealing
from proeve.sealing import SealingError

OURS = sealing.identity_from(bytes(range(32)))
OTHER = sealing.identity_from(bytes(range(1, 33)))
FORM = b"schema: proeve/form/v1\nratings: {}\n"


def test_a_box_opens_to_the_exact_bytes_for_each_opening_key() -> None:
    box = sealing.seal(FORM, [sealing.opening_key(OURS), sealing.opening_key(OTHER)])
    assert sealing.unseal(box, [OURS]) == FORM
    assert sealing.unseal(box, [OTHER]) == FORM


def test_a_box_stays_closed_to_another_key() -> None:
    box = sealing.seal(FORM, [sealing.opening_key(OURS)])
    with pytest.raises(SealingError):
        sealing.unseal(box, [OTHER])


@pytest.mark.parametrize("length", [0, 1, 4095, 4096, 4097, 9000])
def test_forms_are_padded_to_whole_blocks(length: int) -> None:
    content = sealing.padded(b"x" * length)
    assert len(content) % sealing.BLOCK == 0
    assert 0 < len(content) < length + sealing.BLOCK + 1
    assert content.rstrip(b"\0") == b"x" * length


def test_the_size_of_a_box_tells_nothing_about_the_form() -> None:
    keys = [sealing.opening_key(OURS)]
    sizes = [len(sealing.seal(b"x" * length, keys)) for length in (1, 900, 4096) * 8]
    # age adds a stanza of random length; a block is more than that can differ.
    assert max(sizes) - min(sizes) < sealing.BLOCK // 4


def test_the_same_form_never_makes_the_same_box() -> None:
    keys = [sealing.opening_key(OURS)]
    assert sealing.seal(FORM, keys) != sealing.seal(FORM, keys)


def test_a_box_that_was_padded_otherwise_is_refused() -> None:
    recipient = pyrage.x25519.Recipient.from_str(sealing.opening_key(OURS))
    box = pyrage.encrypt(FORM, [recipient], armored=True).decode()
    with pytest.raises(SealingError):
        sealing.unseal(box, [OURS])


@pytest.mark.parametrize(
    ("form", "keys"),
    [(b"a\0b", [sealing.opening_key(OURS)]), (FORM, []), (FORM, ["age1nonsense"])],
)
def test_nothing_is_sealed_without_a_plain_form_and_real_keys(
    form: bytes, keys: list[str]
) -> None:
    with pytest.raises(SealingError):
        sealing.seal(form, keys)


@given(st.text(max_size=200))
def test_any_text_for_a_box_gives_a_sentence_and_never_a_crash(text: str) -> None:
    with pytest.raises(SealingError):
        sealing.unseal(text, [OURS])


def test_a_commitment_is_the_hash_of_six_lines() -> None:
    lines = (
        "proeve-seal/1\nr-1\ngroups/g/e\nfirst\np-1\n"
        f"{hashlib.sha256(FORM).hexdigest()}\n"
    )
    expected = f"sha256:{hashlib.sha256(lines.encode()).hexdigest()}"
    assert sealing.commitment("r-1", "groups/g/e", "first", "p-1", FORM) == expected


def test_a_commitment_binds_person_part_exam_and_repository() -> None:
    same = ("r-1", "groups/g/e", "first", "p-1")
    other = [
        ("r-2", *same[1:]),
        (same[0], "groups/g/f", *same[2:]),
        (*same[:2], "second", same[3]),
        (*same[:3], "p-2"),
    ]
    promised = sealing.commitment(*same, FORM)
    assert all(sealing.commitment(*each, FORM) != promised for each in other)


def test_an_identity_made_of_given_bytes_is_always_the_same() -> None:
    assert sealing.identity_from(bytes(32)) == sealing.identity_from(bytes(32))
    assert sealing.new_identity() != sealing.new_identity()

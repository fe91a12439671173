"""No photograph keeps its place; its pixels stay as they were."""

import random
import struct
import zlib
from contextlib import suppress

import pytest

from proeve.stores.media.kinds import told
from proeve.stores.media.parts import MOST_PIXELS
from proeve.stores.refusing import RefusedError
from tests.stores.films import LOGGED, box, film
from tests.stores.pictures import (
    FORMS,
    MAKER,
    ORIENTATION,
    PLACE,
    TYPES,
    photograph,
    place_of,
    seen,
    without_place,
)


def refusal(kind: str, content: bytes) -> str:
    with pytest.raises(RefusedError) as caught:
        without_place(kind, content)
    return caught.value.code


@pytest.mark.parametrize("form", FORMS)
def test_a_photograph_keeps_its_pixels_and_loses_its_place(form: str) -> None:
    taken = photograph(form)
    kept = without_place(TYPES[form], taken)
    assert place_of(taken) != {}
    assert place_of(kept) == {}
    assert seen(kept).tobytes() == seen(taken).tobytes()
    assert MAKER not in seen(kept).getexif()


@pytest.mark.parametrize("form", [form for form in FORMS if form != "png"])
def test_no_xmp_tells_the_place(form: str) -> None:
    taken = photograph(form)
    assert PLACE in taken
    assert PLACE not in without_place(TYPES[form], taken)


@pytest.mark.parametrize("form", ["jpeg", "png", "webp"])
def test_a_photograph_on_its_side_still_says_how_to_turn(form: str) -> None:
    kept = without_place(TYPES[form], photograph(form, turned=8))
    assert dict(seen(kept).getexif()) == {ORIENTATION: 8}


@pytest.mark.parametrize("form", FORMS)
def test_what_was_stripped_once_stays_as_it_is(form: str) -> None:
    once = without_place(TYPES[form], photograph(form))
    assert without_place(TYPES[form], once) == once


@pytest.mark.parametrize("form", ["jpeg", "png", "webp"])
def test_a_film_behind_the_end_of_a_photograph_goes(form: str) -> None:
    kept = without_place(TYPES[form], photograph(form) + b"moov" + PLACE)
    assert PLACE not in kept


def test_a_box_behind_a_heic_photograph_says_nothing_any_more() -> None:
    taken = photograph("heic") + box(b"mpvd", PLACE)
    kept = without_place("image/heic", taken)
    assert PLACE not in kept
    assert seen(kept).tobytes() == seen(taken).tobytes()


@pytest.mark.parametrize("form", FORMS)
def test_every_photograph_is_known_by_its_bytes(form: str) -> None:
    assert told(photograph(form), "") == TYPES[form]


@pytest.mark.parametrize("form", FORMS)
def test_a_photograph_cut_short_is_refused_wherever_it_was_cut(form: str) -> None:
    taken = photograph(form)
    step = max(1, len(taken) // 97)
    for length in range(16, len(taken) - 1, step):
        try:
            kept = without_place(TYPES[form], taken[:length])
        except RefusedError:
            continue
        assert PLACE not in kept


@pytest.mark.parametrize("form", FORMS)
def test_no_flipped_byte_makes_the_tool_fail(form: str) -> None:
    taken = bytearray(photograph(form))
    for at in range(min(len(taken), 1200)):
        was, taken[at] = taken[at], taken[at] ^ 0xFF
        with suppress(RefusedError):
            without_place(TYPES[form], bytes(taken))
        taken[at] = was


def test_a_picture_of_too_many_pixels_is_refused_unopened() -> None:
    side = int(MOST_PIXELS**0.5) + 1
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    packed = zlib.compress(bytes(100))
    parts = ((b"IHDR", head), (b"IDAT", packed), (b"IEND", b""))
    picture = b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body))
        + kind
        + body
        + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in parts
    )
    assert refusal("image/png", picture) == "store.too-many-pixels"


@pytest.mark.parametrize("kind", ["image/gif", "image/tiff", "image/bmp", "video/webm"])
def test_what_cannot_be_stripped_is_refused(kind: str) -> None:
    assert refusal(kind, b"GIF89a") == "store.cannot-strip"


def test_half_a_photograph_is_called_damaged() -> None:
    assert refusal("image/jpeg", photograph()[:-2]) == "store.damaged"


def test_a_film_loses_its_place_and_keeps_picture_and_sound() -> None:
    made = film()
    kept = without_place("video/mp4", made)
    assert len(kept) == len(made)
    assert b"+52.0907" in made
    assert b"+52.0907" not in kept
    assert b"picture-samples" in kept


def test_a_track_in_which_a_camera_logs_its_position_is_emptied() -> None:
    assert LOGGED in film()
    assert LOGGED not in without_place("video/mp4", film())


def test_a_film_in_fragments_is_refused() -> None:
    fragment = struct.pack(">I4s", 8, b"moof")
    assert refusal("video/mp4", film() + fragment) == "store.cannot-strip"


def test_a_film_without_a_head_is_refused() -> None:
    head = struct.pack(">I4s4sI4s", 20, b"ftyp", b"isom", 0, b"isom")
    assert refusal("video/mp4", head) == "store.damaged"


@pytest.mark.parametrize("cut", range(1, 12))
def test_a_film_cut_short_is_refused(cut: int) -> None:
    made = film()
    assert refusal("video/mp4", made[: len(made) * cut // 12]) == "store.damaged"


CRUMBS = 250_000


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("image/jpeg", b"\xff\xd8" + b"\xff\xdb\0\2" * CRUMBS),
        (
            "image/webp",
            b"RIFF"
            + struct.pack("<I", 4 + 8 * CRUMBS)
            + b"WEBP"
            + b"ALPH\0\0\0\0" * CRUMBS,
        ),
        ("video/mp4", b"\0\0\0\x08free" * CRUMBS),
    ],
    ids=["jpeg", "webp", "mp4"],
)
def test_a_file_of_countless_crumbs_is_refused(kind: str, content: bytes) -> None:
    assert refusal(kind, content) == "store.damaged"


def test_fill_bytes_are_passed_over_at_once() -> None:
    taken = photograph()
    filled = taken[:2] + b"\xff" * 5_000_000 + taken[2:]
    assert without_place("image/jpeg", filled) == without_place("image/jpeg", taken)


def test_a_list_of_items_that_never_ends_is_refused() -> None:
    places = (
        struct.pack(">IHH", 0, 0, 20_000) + struct.pack(">HHH", 1, 0, 65_535) * 20_000
    )
    inner = b"".join(
        box(kind, body)
        for kind, body in (
            (b"iinf", struct.pack(">IH", 0, 0)),
            (b"iprp", b""),
            (b"iloc", places),
        )
    )
    picture = box(b"ftyp", b"heic", bytes(4)) + box(b"meta", bytes(4), inner)
    assert refusal("image/heic", picture) == "store.damaged"


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_no_spoiled_file_makes_the_tool_fail(seed: int) -> None:
    draws = random.Random(seed)  # noqa: S311 - no secret
    files = [(TYPES[form], photograph(form)) for form in FORMS]
    files += [("video/mp4", film())] * 3
    for _ in range(1500):
        kind, content = draws.choice(files)
        spoiled = bytearray(content)
        for _ in range(draws.choice((1, 2, 5, 20))):
            _spoil(spoiled, draws)
        with suppress(RefusedError):
            without_place(kind, bytes(spoiled))


def _spoil(content: bytearray, draws: random.Random) -> None:
    """Change, add or take away a few bytes, most often where the head is."""
    at = draws.randrange(min(len(content), draws.choice((900, 900, 100_000))))
    more = bytes(draws.choice((0, 1, 127, 128, 255)) for _ in range(draws.randrange(9)))
    content[at : at + draws.choice((1, len(more), 30))] = more

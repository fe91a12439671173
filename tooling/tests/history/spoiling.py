"""Ways in which bytes are spoiled: noise, and lawful bytes with a few things wrong."""

from functools import reduce

from hypothesis import strategies as st

TOKENS = (
    *(b"\n", b"\r", b"\0", b" ", b"\t", b"\xff", b"\xe2\x80\xae", b"\n\n", b"---\n"),
    *(b"gpgsig ", b"parent ", b"tree ", b"Proeve-Seq: 1\n", b"proeve-act/1\n"),
    *(b"-----BEGIN SSH SIGNATURE-----\n", b"-----END SSH SIGNATURE-----\n"),
    *(b"100644 a\0", b"40000 ", b"\xff\xff\xff\xff", b"AAAA", b"=", b"99999999999"),
)
"""Pieces that mean something to one of the parsers."""

Edit = tuple[int, int, bytes]
_Pieces = st.one_of(st.sampled_from(TOKENS), st.binary(max_size=4))


def mutated(lawful: bytes) -> st.SearchStrategy[bytes]:
    """Return lawful bytes in which up to three stretches are replaced or repeated."""
    places = st.integers(0, len(lawful))
    edit = st.tuples(places, st.sampled_from((0, 0, 1, 4, 40)), _Pieces)
    moved = st.tuples(places, places).map(lambda two: _repeated(lawful, *two))
    edited = st.lists(edit, min_size=1, max_size=3).map(
        lambda edits: reduce(_edited, edits, lawful)
    )
    return st.one_of(edited, moved)


def noise(*lawful: bytes) -> st.SearchStrategy[bytes]:
    """Return any bytes at all, or mutations of lawful ones."""
    return st.one_of(st.binary(max_size=200), *(mutated(each) for each in lawful))


def _edited(data: bytes, edit: Edit) -> bytes:
    start, length, piece = edit
    return data[:start] + piece + data[start + length :]


def _repeated(data: bytes, one: int, other: int) -> bytes:
    start, end = sorted((one, other))
    return data[:end] + data[start:]

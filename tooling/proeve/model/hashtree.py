"""A salted hash tree: one root for many statements, and a short proof for each.

The shape is that of RFC 6962; leaves and nodes are hashed apart, so that a node never
passes for a leaf. A leaf is salted: who holds one line and its path cannot guess what
the other lines say. Source: PROTOCOL R3.
"""

import hashlib
from collections.abc import Iterable, Sequence

SALT = 32
"""The bytes of a salt."""


def leaf(salt: bytes, text: bytes) -> bytes:
    """Return the hash of one line."""
    return hashlib.sha256(b"\x00" + salt + text).digest()


def root_of(leaves: Sequence[bytes]) -> bytes:
    """Return the root over one leaf or more."""
    if len(leaves) == 1:
        return leaves[0]
    half = _half(len(leaves))
    return _node(root_of(leaves[:half]), root_of(leaves[half:]))


def path_of(leaves: Sequence[bytes], index: int) -> tuple[bytes, ...]:
    """Return the hashes that lead from one leaf to the root, lowest first."""
    if len(leaves) == 1:
        return ()
    half = _half(len(leaves))
    if index < half:
        return (*path_of(leaves[:half], index), root_of(leaves[half:]))
    return (*path_of(leaves[half:], index - half), root_of(leaves[:half]))


def root_from(
    start: bytes, index: int, count: int, path: Iterable[bytes]
) -> bytes | None:
    """Return the root that a leaf and its path lead to, or None if they cannot fit."""
    if not 0 <= index < count:
        return None
    at, last, found = index, count - 1, start
    for beside in path:
        if last == 0:
            return None
        if at & 1 or at == last:
            found = _node(beside, found)
            while at and not at & 1:
                at, last = at >> 1, last >> 1
        else:
            found = _node(found, beside)
        at, last = at >> 1, last >> 1
    return found if last == 0 else None


def _node(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


def _half(count: int) -> int:
    """Return the largest power of two below a count."""
    return 1 << ((count - 1).bit_length() - 1)

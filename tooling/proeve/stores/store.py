"""A store of evidence: bytes under their SHA-256, and under no other name.

The name of a file that somebody handed in never reaches a store, so it cannot become a
path there. What is not sixty-four hexadecimal digits is refused before a disk is asked.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO, Protocol

from proeve.errors import StoreError

CHUNK = 1024 * 1024
_NAME = re.compile(r"[0-9a-f]{64}")


class Store(Protocol):
    """Where evidence is kept. Every method raises StoreError when the store fails."""

    def put(self, name: str, content: Iterable[bytes]) -> bool:
        """Keep bytes under their digest, whole or not at all.

        False if they were there already; bytes that were spoiled are replaced.
        """
        ...

    def has(self, name: str) -> bool:
        """Tell whether anything is kept under a digest."""
        ...

    def open(self, name: str) -> BinaryIO:
        """Return what is kept under a digest, to be read and closed."""
        ...

    def remove(self, name: str) -> bool:
        """Erase what is kept under a digest; False if there was nothing."""
        ...


def checked_name(name: str) -> str:
    """Return a name that is a bare SHA-256; raise StoreError for any other."""
    if _NAME.fullmatch(name) is None:
        raise StoreError(
            f"{name!r} is geen SHA-256 en kan in de bewijsopslag niets heten.",
            f"{name!r} is no SHA-256, so nothing in the evidence store bears it.",
        )
    return name


def digest_of(content: Iterable[bytes]) -> str:
    """Return the SHA-256 of bytes that come in pieces, as bare hex."""
    digest = hashlib.sha256()
    for piece in content:
        digest.update(piece)
    return digest.hexdigest()


def pieces_of(opened: BinaryIO) -> Iterator[bytes]:
    """Yield what an open file holds, piece by piece."""
    while piece := opened.read(CHUNK):
        yield piece


def kept_digest(store: Store, name: str) -> str | None:
    """Return the digest of what is really kept under a name; None for nothing."""
    if not store.has(name):
        return None
    with store.open(name) as opened:
        return digest_of(pieces_of(opened))


def other_bytes(name: str) -> StoreError:
    """Return the error for bytes that are not those that were to be kept."""
    return StoreError(
        f"Wat in de bewijsopslag aankwam is niet wat is ingeleverd ({name[:12]}); "
        "er is niets bewaard. Probeer het opnieuw.",
        f"What arrived in the evidence store is not what was handed in ({name[:12]}); "
        "nothing was kept. Try again.",
    )


def failed(error: Exception) -> StoreError:
    """Return the error for a store that cannot be read or written."""
    return StoreError(
        f"De bewijsopslag is niet te gebruiken: {error}",
        f"The evidence store cannot be used: {error}",
    )

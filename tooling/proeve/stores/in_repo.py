"""Small text that policy keeps in Git: it lands in the commit, beside its manifest.

What was put waits in `added` until the commit is made; nothing can be erased here,
since a history does not forget.
"""

import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import BinaryIO

from proeve.errors import StoreError
from proeve.stores.store import checked_name, digest_of, failed, other_bytes

MOST_BYTES = 64 * 1024
"""How much one piece of evidence in Git may hold (PROTOCOL R33)."""


@dataclass(frozen=True, slots=True)
class InRepo:
    """The evidence folder of one exam; `read` gives what is committed, or nothing."""

    read: Callable[[str], bytes | None]
    added: dict[str, bytes] = field(default_factory=dict[str, bytes])

    def put(self, name: str, content: Iterable[bytes]) -> bool:
        """Hold bytes for the commit under their digest; see `Store.put`."""
        if self.has(name):
            return False
        whole = b"".join(content)
        if len(whole) > MOST_BYTES or digest_of((whole,)) != name:
            raise other_bytes(name)
        self.added[name] = whole
        return True

    def has(self, name: str) -> bool:
        """Tell whether the exam's folder has this, or will after the commit."""
        return checked_name(name) in self.added or self.read(name) is not None

    def open(self, name: str) -> BinaryIO:
        """Return what is kept under a digest."""
        found = self.added.get(checked_name(name)) or self.read(name)
        if found is None:
            raise failed(FileNotFoundError(name))
        return io.BytesIO(found)

    def remove(self, name: str) -> bool:
        """Refuse: what stands in the history does not leave it."""
        checked_name(name)
        raise StoreError(
            "Bewijs dat in Git staat, is niet te wissen zonder de hele geschiedenis "
            "te vernietigen.",
            "Evidence in Git cannot be erased without destroying the whole history.",
        )

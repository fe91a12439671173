"""Everything that looks drawn by lot comes from the seed, by name and in any order.

The same seed gives the same pseudonyms, keys and draws, whatever is made before them.
"""

import hashlib
import random
from dataclasses import dataclass

_LABEL = "proeve-practice/1"


@dataclass(frozen=True, slots=True)
class Seed:
    """The word from which a whole practice school follows."""

    word: str

    def secret(self, *names: str) -> bytes:
        """Return 32 bytes that belong to these names."""
        text = "\n".join((_LABEL, self.word, *names))
        return hashlib.sha256(text.encode()).digest()

    def hex(self, length: int, *names: str) -> str:
        """Return hexadecimal digits that belong to these names."""
        return self.secret("id", *names).hex()[:length]

    def draws(self, *names: str) -> random.Random:
        """Return a source of draws of its own for these names."""
        # Nothing secret hangs on it: the draws decide how an invented exam goes.
        return random.Random(self.secret("draws", *names))  # noqa: S311

    def person(self, name: str) -> str:
        """Return the pseudonym of an invented person."""
        return f"p-{self.hex(8, 'person', name)}"

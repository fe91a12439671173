"""The sentences of a finding code: what is so, what remedies it, why it is a rule."""

from dataclasses import dataclass
from typing import Literal

Language = Literal["nl", "en"]


@dataclass(frozen=True, slots=True)
class Say:
    """One code in one language; `text` and `hint` may hold `{placeholders}`."""

    text: str
    hint: str
    why: str


@dataclass(frozen=True, slots=True)
class Code:
    """One finding code with its sentences in both languages."""

    code: str
    nl: Say
    en: Say

    def in_language(self, language: Language) -> Say:
        """Return the sentences in the reader's language."""
        return self.nl if language == "nl" else self.en

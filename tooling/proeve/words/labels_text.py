"""One label in both languages."""

from dataclasses import dataclass

from proeve.words.say import Language


@dataclass(frozen=True, slots=True)
class Label:
    """What readers see instead of a word of the process, in Dutch and in English."""

    nl: str
    en: str

    def in_language(self, language: Language) -> str:
        """Return the label in the reader's language."""
        return self.nl if language == "nl" else self.en

"""The sentences of messages to people, in plain Dutch and English.

A student is *je*, everybody else *u*. No word of the tool stands here: whoever reads
them knows exams, and no more.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from proeve.words.labels_text import Label
from proeve.words.say import Language

_HOLE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: in Dutch to a grown-up at work and to a student, and in English."""

    formal: str
    familiar: str
    en: str

    def to(self, language: Language, /, *, familiar: bool, **filled: str) -> str:
        """Return the sentence for its reader, filled in."""
        nl = self.familiar if familiar else self.formal
        text = nl if language == "nl" else self.en
        return _HOLE.sub(lambda hole: filled.get(hole[1], hole[0]), text)


def _same(nl: str, en: str) -> Sentence:
    return Sentence(nl, nl, en)


SENTENCES: Mapping[str, Sentence] = {
    "subject-one": Sentence(
        "U bent aan de beurt bij examen {exam}",
        "Je bent aan de beurt bij je examen {exam}",
        "It is your turn in exam {exam}",
    ),
    "subject-many": Sentence(
        "U bent aan de beurt bij {count} examens",
        "Je bent aan de beurt bij {count} examens",
        "It is your turn in {count} exams",
    ),
    "dear": _same("Beste {name},", "Dear {name},"),
    "turn": Sentence(
        "Bij dit examen bent u aan de beurt.",
        "Bij je examen ben jij aan de beurt.",
        "In this exam it is your turn.",
    ),
    "turn-many": Sentence(
        "Bij deze examens bent u aan de beurt.",
        "Bij deze examens ben jij aan de beurt.",
        "In these exams it is your turn.",
    ),
    "exam": _same("Examen {exam}: {title}", "Exam {exam}: {title}"),
    "student": _same("Student: {student}", "Student: {student}"),
    "do": Sentence("Wat u doet: {what}.", "Wat je doet: {what}.", "To do: {what}."),
    "before": _same("Graag voor {day}.", "Before {day}, if you can."),
    "late": _same(
        "Dit had op {day} klaar moeten zijn.", "This should have been done on {day}."
    ),
    "returned": _same(
        "Het is teruggestuurd. De reden: {reason}",
        "It was sent back. The reason: {reason}",
    ),
    "refused": _same(
        "Iemand was het er niet mee eens. De reden: {reason}",
        "Somebody did not agree. The reason: {reason}",
    ),
    "notice": _same(
        "De uitslag is vastgesteld. Laat de student weten wat de uitslag is.",
        "The result was established. Tell the student what the result is.",
    ),
    "more": _same("En nog {count} andere.", "And {count} more."),
    "help": Sentence(
        "Hebt u een vraag? Bel of mail {contact}.",
        "Heb je een vraag? Bel of mail {contact}.",
        "Any questions? Call or mail {contact}.",
    ),
    "bye": _same("Met vriendelijke groet,", "Kind regards,"),
    "sms": Sentence(
        "{name}, u bent aan de beurt bij examen {exam}: {what}.",
        "{name}, je bent aan de beurt bij je examen {exam}: {what}.",
        "{name}, it is your turn in exam {exam}: {what}.",
    ),
    "sms-many": Sentence(
        "{name}, u bent aan de beurt bij {count} examens.",
        "{name}, je bent aan de beurt bij {count} examens.",
        "{name}, it is your turn in {count} exams.",
    ),
    "sms-help": _same("Vragen? {contact}", "Questions? {contact}"),
    "scan": _same(
        "Het examennummer staat ook in dit blokje.",
        "The exam number is in this square as well.",
    ),
    "scan-page": Sentence(
        "Scan dit blokje met uw telefoon.",
        "Scan dit blokje met je telefoon.",
        "Scan this square with your phone.",
    ),
}

NOTICE_DEED = Label("Uitslag meedelen", "Tell the result")


def say(key: str, language: Language, /, *, familiar: bool, **filled: str) -> str:
    """Return a sentence by its name, for its reader, filled in."""
    return SENTENCES[key].to(language, familiar=familiar, **filled)

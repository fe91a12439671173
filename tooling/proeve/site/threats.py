"""The page of attacks: the threat table in the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass

from proeve.site.sentences import link_of
from proeve.words.say import Language
from proeve.words.threats import ANSWERS, LIMITS, THREATS


@dataclass(frozen=True, slots=True)
class ThreatView:
    """One row of the table, ready to be filled in."""

    number: int
    attack: str
    answer: str
    code: str
    link: str
    held: bool


def threats_of(language: Language) -> Mapping[str, object]:
    """Return what the page of attacks shows."""
    return {
        "threats": tuple(
            ThreatView(
                number=threat.number,
                attack=threat.attack.in_language(language),
                answer=ANSWERS[threat.answer].in_language(language),
                code=threat.code,
                link=link_of(threat.code),
                held=threat.held,
            )
            for threat in THREATS
        ),
        "limits": tuple(limit.in_language(language) for limit in LIMITS),
    }

"""The handbook's transcripts: what was typed and read in the two walks, without places.

People appear as their parts and digests not at all, so that the same walk gives the
same text in every school.
"""

import re
import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from proeve.words.say import Language
from tests.deeds.second import THIRD
from tests.deeds.walking import School, Told

_LONG = re.compile(r"(sha256:)?\b[0-9a-f]{40,64}\b")
_SEED = re.compile(r"\b[rd]-[0-9a-f]{8,32}\b")
_MOST = 14
_PEOPLE = {
    "contact": ("contactpersoon", "contact person"),
    "supervisor": ("praktijkbegeleider", "workplace supervisor"),
    "student": ("student", "student"),
    "chair": ("examencommissie", "exam committee"),
    "practice": ("eerste beoordelaar", "first assessor"),
    "assessor": ("tweede beoordelaar", "second assessor"),
    THIRD: ("derde beoordelaar", "third assessor"),
    "admin": ("beheerder", "administrator"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of the handbook before it is written: its words in one language."""

    title: str
    intro: str
    typed: str
    shortened: str


PAGES: dict[Language, tuple[Page, Page]] = {
    "nl": (
        Page(
            title="Een examen van begin tot eind",
            intro="Negen mensen lopen samen een examen door alle twaalf stappen. Elk "
            "tekent met een eigen sleutel. Dit is echt zo gedaan: een test doet het "
            "na en vergelijkt het met deze bladzijde.",
            typed="Getypt",
            shortened="… (nog {count} regels)",
        ),
        Page(
            title="Een examen dat niet wordt behaald",
            intro="Dit examen is al uitgevoerd en het bewijs is gecontroleerd. De "
            "beoordelaars worden het niet eens, er komt een derde bij, en het examen "
            "wordt niet behaald. Er volgen een klacht, een herziening en twee keer "
            "beroep. Daarna is er een herkansing, en die wordt behaald.",
            typed="Getypt",
            shortened="… (nog {count} regels)",
        ),
    ),
    "en": (
        Page(
            title="An exam from beginning to end",
            intro="Nine people walk an exam through all twelve steps together. Each "
            "signs with a key of their own. It was really done: a test does it again "
            "and compares it with this page.",
            typed="Typed",
            shortened="… ({count} more lines)",
        ),
        Page(
            title="An exam that is not passed",
            intro="This exam was carried out and its evidence was checked. The "
            "assessors do not agree, a third one is asked, and the exam is not passed. "
            "A complaint, a revision and two appeals follow. Then there is a resit, "
            "which is passed.",
            typed="Typed",
            shortened="… ({count} more lines)",
        ),
    ),
}


def written(school: School, told: Sequence[Told], page: Page, lang: Language) -> str:
    """Return a transcript as a page of the handbook."""
    lines = [f"# {page.title}", "", page.intro, ""]
    for number, each in enumerate(told, start=1):
        who = _PEOPLE[each.who][0 if lang == "nl" else 1]
        lines += [f"## {number}. {who}: {' '.join(each.words[:1])}", ""]
        lines += ["```console", f"$ proeve {_command(school, each)}"]
        lines += [*_shown(school, each, page), "```", ""]
        answers = [answer for answer in each.typed.splitlines() if answer]
        if answers:
            lines += [f"{page.typed}: {', '.join(f'`{a}`' for a in answers)}.", ""]
    return "\n".join(lines).rstrip() + "\n"


def _command(school: School, told: Told) -> str:
    return _clean(school, shlex.join(told.words))


def _shown(school: School, told: Told, page: Page) -> Iterator[str]:
    read = _clean(school, told.read)
    lines = [line.rstrip() for line in read.splitlines() if line.strip()]
    lines = [line for line in lines if not _LONG.fullmatch(line)]
    yield from (_LONG.sub("‹…›", line) for line in lines[:_MOST])
    if len(lines) > _MOST:
        yield page.shortened.format(count=len(lines) - _MOST)


def _clean(school: School, text: str) -> str:
    """Return a text without places on this machine and without chance."""
    text = text.replace(f"{school.home}/", "")
    for name, person in school.people.items():
        text = text.replace(person, f"p-{name}")
    return _SEED.sub(lambda found: f"{found[0][:2]}…", text)

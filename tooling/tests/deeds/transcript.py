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
    """A page of the handbook before it is written: its words in one language.

    A walk is told on several pages, so that each opens fast on a telephone: this one
    stands in the file `name` and tells the steps up to number `last`.
    """

    name: str
    last: int
    title: str
    intro: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """What stands on every page, in one language."""

    typed: str
    shortened: str
    onward: str


SPOKEN: dict[Language, Spoken] = {
    "nl": Spoken(
        typed="Getypt", shortened="… (nog {count} regels)", onward="Zo gaat het verder"
    ),
    "en": Spoken(
        typed="Typed", shortened="… ({count} more lines)", onward="How it goes on"
    ),
}
PASSED: dict[Language, tuple[Page, ...]] = {
    "nl": (
        Page(
            name="walk-passed.md",
            last=13,
            title="Een examen van begin tot eind",
            intro="Negen mensen lopen samen een examen door alle twaalf stappen. Elk "
            "tekent met een eigen sleutel. Dit is echt zo gedaan: een test doet het "
            "na en vergelijkt het met deze bladzijden. Hier: van de opdracht tot het "
            "bewijs.",
        ),
        Page(
            name="walk-passed-2.md",
            last=99,
            title="Een examen van begin tot eind: beoordelen en afsluiten",
            intro="Het bewijs is ingeleverd. De beoordelaars kijken ieder apart en "
            "dan samen, de commissie stelt de uitslag vast, en het dossier gaat dicht.",
        ),
    ),
    "en": (
        Page(
            name="walk-passed.md",
            last=13,
            title="An exam from beginning to end",
            intro="Nine people walk an exam through all twelve steps together. Each "
            "signs with a key of their own. It was really done: a test does it again "
            "and compares it with these pages. Here: from the assignment to the "
            "evidence.",
        ),
        Page(
            name="walk-passed-2.md",
            last=99,
            title="An exam from beginning to end: assessing and closing",
            intro="The evidence was handed in. The assessors look each alone and then "
            "together, the committee establishes the result, and the dossier closes.",
        ),
    ),
}
FAILED: dict[Language, tuple[Page, ...]] = {
    "nl": (
        Page(
            name="walk-failed.md",
            last=14,
            title="Een examen dat niet wordt behaald",
            intro="Dit examen is al uitgevoerd en het bewijs is gecontroleerd. De "
            "beoordelaars worden het niet eens, er komt een derde bij, en het examen "
            "wordt niet behaald.",
        ),
        Page(
            name="walk-failed-2.md",
            last=26,
            title="Een examen dat niet wordt behaald: klacht en beroep",
            intro="De student hoorde dat het examen niet is behaald. Er volgen een "
            "klacht, een herziening en twee keer beroep. Dan besluit de commissie over "
            "het vervolg.",
        ),
        Page(
            name="walk-failed-3.md",
            last=36,
            title="Een examen dat niet wordt behaald: de herkansing",
            intro="De commissie besloot tot een herkansing. Iedereen geeft akkoord, en "
            "de student doet het werk opnieuw.",
        ),
        Page(
            name="walk-failed-4.md",
            last=99,
            title="Een examen dat niet wordt behaald: de herkansing beoordeeld",
            intro="Het nieuwe bewijs is ingeleverd. De herkansing wordt behaald, en "
            "beide dossiers gaan dicht.",
        ),
    ),
    "en": (
        Page(
            name="walk-failed.md",
            last=14,
            title="An exam that is not passed",
            intro="This exam was carried out and its evidence was checked. The "
            "assessors do not agree, a third one is asked, and the exam is not passed.",
        ),
        Page(
            name="walk-failed-2.md",
            last=26,
            title="An exam that is not passed: complaint and appeal",
            intro="The student was told that the exam was not passed. A complaint, a "
            "revision and two appeals follow. Then the committee decides what comes "
            "next.",
        ),
        Page(
            name="walk-failed-3.md",
            last=36,
            title="An exam that is not passed: the resit",
            intro="The committee decided on a resit. Everybody approves, and the "
            "student does the work again.",
        ),
        Page(
            name="walk-failed-4.md",
            last=99,
            title="An exam that is not passed: the resit assessed",
            intro="The new evidence was handed in. The resit is passed, and both "
            "dossiers are closed.",
        ),
    ),
}


def written(
    school: School, told: Sequence[Told], pages: Sequence[Page], lang: Language
) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each page on which a walk is told."""
    first = 0
    for page, after in zip(pages, (*pages[1:], None), strict=True):
        lines = [f"# {page.title}", "", page.intro, ""]
        for number, each in enumerate(told[first : page.last], start=first + 1):
            lines += _step(school, number, each, lang)
        if after is not None:
            lines += [f"{SPOKEN[lang].onward}: [{after.title}]({after.name})."]
        yield page.name, "\n".join(lines).rstrip() + "\n"
        first = page.last


def _step(school: School, number: int, told: Told, lang: Language) -> list[str]:
    spoken, who = SPOKEN[lang], _PEOPLE[told.who][0 if lang == "nl" else 1]
    lines = [f"## {number}. {who}: {' '.join(told.words[:1])}", ""]
    lines += ["```console", f"$ proeve {_command(school, told)}"]
    lines += [*_shown(school, told, spoken), "```", ""]
    answers = [answer for answer in told.typed.splitlines() if answer]
    if answers:
        lines += [f"{spoken.typed}: {', '.join(f'`{a}`' for a in answers)}.", ""]
    return lines


def _command(school: School, told: Told) -> str:
    return _clean(school, shlex.join(told.words))


def _shown(school: School, told: Told, spoken: Spoken) -> Iterator[str]:
    read = _clean(school, told.read)
    lines = [line.rstrip() for line in read.splitlines() if line.strip()]
    lines = [line for line in lines if not _LONG.fullmatch(line)]
    yield from (_LONG.sub("‹…›", line) for line in lines[:_MOST])
    if len(lines) > _MOST:
        yield spoken.shortened.format(count=len(lines) - _MOST)


def _clean(school: School, text: str) -> str:
    """Return a text without places on this machine and without chance."""
    text = text.replace(f"{school.home}/", "")
    for name, person in school.people.items():
        text = text.replace(person, f"p-{name}")
    return _SEED.sub(lambda found: f"{found[0][:2]}…", text)

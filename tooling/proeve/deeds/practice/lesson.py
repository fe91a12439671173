"""A lesson: one exam of a practice school in which a person plays one of the roles.

What a lesson is fits in a small file beside the school: the same seed casts the same
people again, so that the tool can play all others whenever it is asked.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from proeve.deeds.practice.cast import Office, Persona
from proeve.deeds.practice.casting import Frame, cast_plays
from proeve.deeds.practice.founding import School, cast_school
from proeve.deeds.practice.play import Play
from proeve.deeds.practice.seeds import Seed
from proeve.deeds.practice.stories import LESSON, Story, cast_stories
from proeve.errors import UsageError
from proeve.model.records import Record, number_at, text_at
from proeve.process.vocabulary import Role
from proeve.words.say import Language

_SMALL_SCHOOL, _SMALL_GROUP, _LARGE_GROUP = 48, 6, 24
_FORMAT = "proeve-lesson/1"

LEARNERS = tuple(role for role in Role if role is not Role.RECEIVER)
"""The nine roles of people; the tenth is a machine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What somebody asked of a practice school; `role` is the one they learn, if any.

    `day` is the day on which a lesson begins.
    """

    seed: str
    exams: int
    language: Language
    start: date
    role: Role | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Cast:
    """A school with everybody in it and the exams that will be played."""

    school: School
    plays: tuple[Play, ...]

    def people(self) -> tuple[Persona, ...]:
        """Return everybody, each once, the office first."""
        groups = self.school.groups
        newcomers = (each for group in groups for each in group.newcomers())
        return (*self.school.office.people(), *newcomers)


def cast(wishes: Wishes) -> Cast:
    """Return the school of these wishes: the same wishes give the same one again."""
    lots, exams = Seed(wishes.seed), wishes.exams
    size = _SMALL_GROUP if exams <= _SMALL_SCHOOL else _LARGE_GROUP
    groups, year = -(-exams // size), wishes.start.year
    school = cast_school(lots, wishes.language, groups, year)
    frame = Frame(
        seed=lots, language=wishes.language, start=wishes.start, office=school.office
    )
    plays = cast_plays(frame, school.groups, _stories(wishes, lots), size)
    if wishes.day is not None:
        plays = (replace(plays[0], start=wishes.day), *plays[1:])
    return Cast(school, plays)


def _stories(wishes: Wishes, lots: Seed) -> tuple[Story, ...]:
    """Return the stories of a school; a lesson comes before them."""
    draws = lots.draws("stories")
    if wishes.role is None:
        return cast_stories(wishes.exams, draws)
    return (LESSON, *cast_stories(wishes.exams - 1, draws))


def learner(play: Play, office: Office, role: Role) -> Persona:
    """Return whose part the learner has in the exam of a lesson."""
    players = play.players
    people: Mapping[Role, Persona] = {
        Role.SUPER_ADMIN: office.founders[1],
        Role.ADMIN: office.admin,
        Role.TEACHER: office.teacher,
        Role.SCHOOL_CONTACT: players.contact,
        Role.EXAM_COMMITTEE: office.committee[0],
        Role.SCHOOL_ASSESSOR: players.second,
        Role.WORKPLACE_SUPERVISOR: players.company.supervisor,
        Role.WORKPLACE_ASSESSOR: players.first,
        Role.STUDENT: players.student,
    }
    return people[role]


def lesson_record(wishes: Wishes) -> dict[str, str | int]:
    """Return what the file beside the school says of a lesson."""
    return {
        "format": _FORMAT,
        "seed": wishes.seed,
        "exams": wishes.exams,
        "language": wishes.language,
        "start": wishes.start.isoformat(),
        "role": str(wishes.role or ""),
        "day": (wishes.day or wishes.start).isoformat(),
    }


def wishes_of(record: Record) -> Wishes:
    """Return the wishes that such a file holds; raises UsageError for another file."""
    try:
        return Wishes(
            seed=text_at(record, "seed"),
            exams=number_at(record, "exams"),
            language="en" if record.get("language") == "en" else "nl",
            start=date.fromisoformat(text_at(record, "start")),
            role=Role(text_at(record, "role")),
            day=date.fromisoformat(text_at(record, "day")),
        )
    except ValueError as error:
        raise UsageError(
            "Het bestand met de les naast deze school is niet te lezen; maak de "
            "school opnieuw met --as.",
            "The file with the lesson beside this school cannot be read; make the "
            "school again with --as.",
        ) from error

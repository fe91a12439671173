"""One exam of the practice school: its cast, its story, and what was drawn for it.

Nothing changes in it while it is played: what was written so far stands in the state of
the ledger, as for every other deed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from random import Random

from proeve.deeds.practice.cast import COMMITTEE, Company, Group, Office, Persona
from proeve.deeds.practice.seeds import Seed
from proeve.deeds.practice.stories import Story
from proeve.deeds.practice.tasks import Task
from proeve.deeds.stating import Deed, Paper, Word, document
from proeve.model.document import Data
from proeve.model.exam import ExamState
from proeve.model.instrument import Instrument
from proeve.model.ledger import State
from proeve.model.passing import Rating
from proeve.process.decisions import DecisionKind
from proeve.process.vocabulary import Action, Part, Role, RowId
from proeve.rules.pass_rule import Scope
from proeve.words.labels_text import Label
from proeve.words.say import Language

Fields = dict[str, Data]


@dataclass(frozen=True, slots=True, kw_only=True)
class Players:
    """Who plays which part; the last two come in when the story asks for them."""

    student: Persona
    contact: Persona
    company: Company
    first: Persona
    second: Persona
    third: Persona
    substitute: Persona


@dataclass(frozen=True, slots=True, kw_only=True)
class Play:
    """One exam as it will go; `reconsidered` are the ratings after a won appeal."""

    number: str
    serial: int
    attempt: int
    group: Group
    story: Story
    players: Players
    task: Task
    language: Language
    start: date
    scope: Scope
    agreed: Mapping[str, Rating]
    reconsidered: Mapping[str, Rating]
    exempted: str | None = None
    earlier: "Play | None" = None

    @property
    def folder(self) -> str:
        """The exam's scope, `groups/<group>/<exam>`."""
        return f"groups/{self.group.id}/{self.number}"

    @property
    def instrument(self) -> Instrument:
        """The instrument that the exam pins."""
        return self.group.pinned.instrument

    def say(self, label: Label) -> str:
        """Return a text in the language of this school's documents."""
        return label.in_language(self.language)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """The moment of a scene: the day, the ledger so far, and the school around it.

    `at` is the moment in seconds since 1970.
    """

    on: date
    at: int
    state: State
    seed: Seed
    office: Office
    opening_key: str
    identity: str
    repo: str

    @property
    def today(self) -> str:
        """The day as documents write it."""
        return self.on.isoformat()

    def exam(self, play: Play) -> ExamState:
        """Return the exam as it stands, also before its first commit."""
        return self.state.exam(play.folder) or ExamState(scope=play.folder)

    def written(self, play: Play, path: str) -> Fields:
        """Return the data of a document of this exam, to be written anew."""
        return dict(self.exam(play).documents.get(path, {}))

    def draws(self, play: Play, *names: str) -> Random:
        """Return a source of draws for something in this exam."""
        return self.seed.draws(play.number, *names)

    def assessor(self, play: Play, part: Part) -> Persona:
        """Return who assesses in this part now, after a substitution."""
        players = play.players
        cast = {
            Part.FIRST_ASSESSOR: players.first,
            Part.SECOND_ASSESSOR: players.second,
            Part.THIRD_ASSESSOR: players.third,
        }
        (person,) = self.exam(play).parts.get(part, (cast[part].id,))
        known = (*cast.values(), players.substitute)
        return next(persona for persona in known if persona.id == person)


def role_of(assessor: Persona) -> Role:
    """Return the role in which an assessor speaks."""
    school = assessor.side == "school"
    return Role.SCHOOL_ASSESSOR if school else Role.WORKPLACE_ASSESSOR


def papers(play: Play, **documents: Fields) -> dict[str, Paper]:
    """Return documents as papers; `evidence_check` becomes `evidence-check.yml`."""
    return {
        path: document(play.folder, path, {"schema": f"proeve/{name}/v1", **data})
        for name, path, data in (
            (key.replace("_", "-"), f"{key.replace('_', '-')}.yml", data)
            for key, data in documents.items()
        )
    }


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody and the role in which they speak."""

    persona: Persona
    role: Role


def contact(play: Play) -> Voice:
    """Return the contact person of this exam."""
    return Voice(play.players.contact, Role.SCHOOL_CONTACT)


def student(play: Play) -> Voice:
    """Return the student of this exam."""
    return Voice(play.players.student, Role.STUDENT)


def supervisor(play: Play) -> Voice:
    """Return the workplace supervisor of this exam."""
    return Voice(play.players.company.supervisor, Role.WORKPLACE_SUPERVISOR)


def committee(stage: Stage) -> Voice:
    """Return the chair of the committee."""
    return Voice(stage.office.committee[0], Role.EXAM_COMMITTEE)


def assessor(play: Play, stage: Stage, part: Part) -> Voice:
    """Return the assessor who plays a part now."""
    found = stage.assessor(play, part)
    return Voice(found, role_of(found))


def done(
    play: Play,
    voice: Voice,
    action: Action,
    row: RowId,
    files: Mapping[str, Paper] | None = None,
) -> Deed:
    """Return what somebody does; who has no Git speaks through an act of their own.

    Companies and students never push: the contact person lands what they signed.
    """
    if not voice.persona.in_browser:
        return Deed(
            scope=play.folder,
            actor=voice.persona.id,
            role=voice.role,
            action=action,
            row=row,
            papers=files or {},
        )
    return Deed(
        scope=play.folder,
        actor=play.players.contact.id,
        role=Role.SCHOOL_CONTACT,
        action=Action.LAND,
        row=row,
        papers=files or {},
        words=(Word(person=voice.persona.id, role=voice.role, action=action, row=row),),
    )


def decided(
    play: Play, stage: Stage, voice: Voice, kind: DecisionKind, row: RowId, **own: Data
) -> Deed:
    """Return a decision with the next number; `own` are the fields of its kind.

    Python has no keyword `from`, so `from_` stands for it.
    """
    number = len(stage.exam(play).decisions) + 1
    data: Fields = {"number": number, "kind": kind.value, "row": row.value}
    data |= {key.rstrip("_"): value for key, value in own.items()}
    data |= {"by": voice.persona.id, "decided_on": stage.today}
    if voice.role is Role.EXAM_COMMITTEE:
        members: list[Data] = [each.id for each in stage.office.committee[:2]]
        data |= {"committee": COMMITTEE, "present": members}
    path = f"decisions/{number}-{kind}.yml"
    paper = document(
        play.folder, path, {"schema": f"proeve/decision-{kind}/v1", **data}
    )
    return done(play, voice, Action.DECIDE, row, {path: paper})

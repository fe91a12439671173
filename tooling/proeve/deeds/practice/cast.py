"""The people of a practice school, the companies and the groups: who plays what."""

from collections.abc import Iterator
from dataclasses import dataclass

from proeve.deeds.practice.names import PLACES, company_name
from proeve.deeds.practice.seeds import Seed
from proeve.deeds.signing import Signer
from proeve.history.keys import private_from_seed
from proeve.model.instrument import Instrument
from proeve.model.records import Record
from proeve.process.vocabulary import Role
from proeve.words.labels_text import Label

COMMITTEE = "ec-praktijk-1"
STUDENTS_IN_A_GROUP = 12
_ASSESSORS = 6
_FIRST_ACCOUNT = 1001
_REVIEWERS = frozenset({Role.SCHOOL_CONTACT, Role.EXAM_COMMITTEE, Role.SCHOOL_ASSESSOR})
_CONTACTS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Persona:
    """An invented person with a practice key; `number` makes the name."""

    signer: Signer
    number: int
    side: str
    roles: tuple[tuple[Role, str], ...]
    company: str | None = None
    expert: bool = False

    @property
    def id(self) -> str:
        """The pseudonym."""
        return self.signer.person

    @property
    def account(self) -> int | None:
        """The number of an account on a forge; only who reviews there has one."""
        reviews = self.side == "school" and self.roles[0][0] in _REVIEWERS
        return _FIRST_ACCOUNT + self.number if reviews else None

    @property
    def in_browser(self) -> bool:
        """Whether the key lives in a browser: companies and students have no Git."""
        return self.side != "school"


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """The people of the school who are there from the genesis."""

    founders: tuple[Persona, Persona]
    admin: Persona
    receiver: Persona
    teacher: Persona
    contacts: tuple[Persona, ...]
    committee: tuple[Persona, Persona, Persona, Persona]
    assessors: tuple[Persona, ...]

    def people(self) -> Iterator[Persona]:
        """Yield everybody, in a fixed order."""
        yield from (*self.founders, self.admin, self.receiver, self.teacher)
        yield from (*self.contacts, *self.committee, *self.assessors)


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """A company of one group; in a small one the supervisor is the assessor too."""

    id: str
    name: Label
    kind: str
    place: str
    supervisor: Persona
    assessor: Persona

    @property
    def small(self) -> bool:
        """Whether one person has both parts, which takes a dispensation."""
        return self.supervisor.id == self.assessor.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Pinned:
    """An instrument of the school with the bytes that exams pin."""

    instrument: Instrument
    content: bytes
    digest: str
    record: Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A group of students with its contact, its companies and its instrument."""

    id: str
    title: Label
    crebo: str
    cohort: str
    route: str
    contact: Persona
    students: tuple[Persona, ...]
    companies: tuple[Company, ...]
    pinned: Pinned

    def newcomers(self) -> Iterator[Persona]:
        """Yield the people who are enrolled with this group, each once."""
        seen: set[str] = set()
        company = (p for c in self.companies for p in (c.supervisor, c.assessor))
        for persona in (*self.students, *company):
            if persona.id not in seen:
                seen.add(persona.id)
                yield persona


class Casting:
    """Draws people from the seed and numbers them in the order they come."""

    def __init__(self, seed: Seed) -> None:
        self._seed = seed
        self._number = 0

    def persona(
        self,
        name: str,
        *roles: tuple[Role, str],
        side: str = "school",
        company: str | None = None,
        expert: bool = False,
    ) -> Persona:
        """Return the person with this name in the seed."""
        private = private_from_seed(self._seed.secret("key", name))
        self._number += 1
        return Persona(
            signer=Signer.of(self._seed.person(name), private),
            number=self._number - 1,
            side=side,
            roles=roles,
            company=company,
            expert=expert,
        )

    def office(self) -> Office:
        """Return the school's own people."""
        return Office(
            founders=(
                self.persona("founder-1", (Role.SUPER_ADMIN, "*"), (Role.ADMIN, "*")),
                self.persona("founder-2", (Role.SUPER_ADMIN, "*")),
            ),
            admin=self.persona("admin", (Role.ADMIN, "*")),
            receiver=self.persona("receiver", (Role.RECEIVER, "*")),
            teacher=self.persona("teacher", (Role.TEACHER, "*")),
            contacts=tuple(
                self.persona(f"contact-{each}", (Role.SCHOOL_CONTACT, "*"))
                for each in range(_CONTACTS)
            ),
            committee=(
                self.persona("chair", (Role.EXAM_COMMITTEE, "*")),
                self.persona("member", (Role.EXAM_COMMITTEE, "*")),
                self.persona("outsider", (Role.EXAM_COMMITTEE, "*")),
                self.persona("secretary", (Role.EXAM_COMMITTEE, "*")),
            ),
            assessors=tuple(
                self.persona(
                    f"assessor-{each}", (Role.SCHOOL_ASSESSOR, "*"), expert=True
                )
                for each in range(_ASSESSORS)
            ),
        )

    def group(
        self, number: int, cohort: int, contact: Persona, pinned: Pinned
    ) -> Group:
        """Return a group with three companies, the last of them a small one."""
        code = pinned.instrument.code.split("-")[0]
        name = f"{code}-{cohort}-{_letters(number)}"
        title = f"{code.upper()} {cohort} {_letters(number).upper()}"
        return Group(
            id=name,
            title=Label(f"Groep {title}", f"Group {title}"),
            crebo=pinned.instrument.crebo[0],
            cohort=str(cohort),
            route="bbl" if number % 2 == 0 else "bol",
            contact=contact,
            students=tuple(
                self.persona(f"{name}/student-{each}", side="student")
                for each in range(STUDENTS_IN_A_GROUP)
            ),
            companies=tuple(
                self._company(name, 3 * number + each) for each in range(3)
            ),
            pinned=pinned,
        )

    def _company(self, group: str, number: int) -> Company:
        company = f"c-{number + 101}"
        small = number % 3 == 2  # noqa: PLR2004 - the last of three
        supervisor = self._worker(group, company, "supervisor", assesses=small)
        return Company(
            id=company,
            name=company_name(number),
            kind="training_pool" if number % 3 == 1 else "company",
            place=PLACES[number % len(PLACES)],
            supervisor=supervisor,
            assessor=(
                supervisor
                if small
                else self._worker(group, company, "assessor", assesses=True)
            ),
        )

    def _worker(
        self, group: str, company: str, name: str, *, assesses: bool
    ) -> Persona:
        roles = [(Role.WORKPLACE_SUPERVISOR, group)] if name == "supervisor" else []
        if assesses:
            roles.append((Role.WORKPLACE_ASSESSOR, group))
        return self.persona(
            f"{company}/{name}",
            *roles,
            side="company",
            company=company,
            expert=assesses,
        )


def _letters(number: int) -> str:
    """Return a, b, ... z, aa, ab, ... for a number."""
    rest, last = divmod(number, 26)
    letter = chr(ord("a") + last)
    return letter if rest == 0 else _letters(rest - 1) + letter

"""The practice school before its first exam: genesis, tooling, groups and people."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from proeve.deeds.making import Maker
from proeve.deeds.practice import registry_papers as registry
from proeve.deeds.practice.cast import (
    COMMITTEE,
    Casting,
    Company,
    Group,
    Office,
    Persona,
    Pinned,
)
from proeve.deeds.practice.days import clock, plus, seconds
from proeve.deeds.practice.seeds import Seed
from proeve.deeds.practice.tooling_papers import tooling
from proeve.deeds.signing import ActFile, sign_act
from proeve.deeds.stating import Deed, Paper, Word, acts_folder, document, said
from proeve.errors import LawError
from proeve.model.digest import content_digest
from proeve.model.document import Data
from proeve.model.statement import REGISTRY, TOOLING
from proeve.process.vocabulary import Action, Role
from proeve.reading import shipped
from proeve.reading.yamltext import data_of
from proeve.rules.holding import files_of
from proeve.rules.pass_rule import instrument_of
from proeve.sealing import identity_from, opening_key
from proeve.words.labels_text import Label
from proeve.words.say import Language

_NINE = 9 * 60
_DECLARED_YEARS = 3
_GENESIS = "proeve-genesis"
_SMALL = Label(
    "Bedrijf met een vakman: de begeleider is de enige die kan beoordelen.",
    "A firm with one craftsman: the supervisor is the only one who can assess.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class School:
    """The school as it is cast from the seed."""

    seed: Seed
    language: Language
    repo: str
    office: Office
    groups: tuple[Group, ...]
    pinned: tuple[Pinned, ...]
    identity: str

    @property
    def crebo(self) -> tuple[str, ...]:
        """The programmes for which the school examines."""
        return tuple(
            sorted({code for each in self.pinned for code in each.instrument.crebo})
        )


def cast_school(seed: Seed, language: Language, groups: int, cohort: int) -> School:
    """Return the school with its office and so many groups, the instruments in turn."""
    casting = Casting(seed)
    office = casting.office()
    pinned = tuple(_instruments())
    return School(
        seed=seed,
        language=language,
        repo=f"r-{seed.hex(32, 'repo')}",
        office=office,
        groups=tuple(
            casting.group(
                number,
                cohort,
                office.contacts[number % len(office.contacts)],
                pinned[number % len(pinned)],
            )
            for number in range(groups)
        ),
        pinned=pinned,
        identity=identity_from(seed.secret("opening")),
    )


def found(maker: Maker, school: School, day: date) -> None:
    """Make everything that must stand before the first exam, from this day on."""
    _genesis(maker, school, day)
    _root_statements(maker, school, day)
    _tooling(maker, school, day)
    for number, group in enumerate(school.groups):
        _group(maker, school, group, plus(day, 1 + min(number, 3)), number)


def _instruments() -> Iterator[Pinned]:
    """Yield the newest version of each instrument that the tool ships."""
    folder = shipped.folder("exams") / "registry" / "instruments"
    for code in sorted(path for path in folder.iterdir() if path.is_dir()):
        newest = max((p for p in code.glob("*.yml") if p.stem.isdigit()), key=_version)
        content = newest.read_bytes()
        record = data_of(content, str(newest.name))
        if not isinstance(record, dict):
            raise LawError(
                f"Het meegeleverde instrument {code.name} is niet te lezen.",
                f"The shipped instrument {code.name} cannot be read.",
            )
        yield Pinned(
            instrument=instrument_of(record),
            content=content,
            digest=content_digest(content),
            record=record,
        )


def _version(path: object) -> int:
    return int(getattr(path, "stem", "0"))


def _genesis(maker: Maker, school: School, day: date) -> None:
    founder = school.office.founders[0]
    period = (day, date(day.year + _DECLARED_YEARS, 7, 31))
    documents: dict[str, dict[str, Data]] = {
        "root.yml": registry.root(school.repo, school.office),
        "school.yml": registry.school(school.language, day.year),
        f"committees/{COMMITTEE}.yml": registry.committee(
            school.office,
            school.crebo,
            day,
            opening_key(school.identity),
            school.language,
        ),
    }
    documents |= _people(school, school.office.people(), period)
    documents |= _plans(school, day)
    files = {path: document(REGISTRY, path, data) for path, data in documents.items()}
    files |= _pinned(school, day)
    _whole(maker, REGISTRY, founder, files, day, 0)


def _pinned(school: School, day: date) -> dict[str, Paper]:
    """Return each instrument, byte for byte as shipped, and its establishment here."""
    files: dict[str, Paper] = {}
    for each in school.pinned:
        base = f"instruments/{each.instrument.code}/{each.instrument.version}"
        established = registry.instrument_establishment(
            each, school.office, day, school.language
        )
        files[f"{base}.yml"] = Paper(each.content, dict(each.record))
        path = f"{base}.establishment.yml"
        files[path] = document(REGISTRY, path, established)
    return files


def _plans(school: School, day: date) -> dict[str, dict[str, Data]]:
    return {
        f"plans/{code}-{day.year}.yml": registry.plan(
            code,
            day.year,
            [each for each in school.pinned if code in each.instrument.crebo],
            day,
            school.language,
        )
        for code in school.crebo
    }


def _people(
    school: School, people: Iterator[Persona], period: tuple[date, date]
) -> dict[str, dict[str, Data]]:
    files: dict[str, dict[str, Data]] = {}
    for persona in people:
        path = f"people/{persona.id[2:4]}/{persona.id}.yml"
        files[path] = registry.person(
            persona, school.seed, school.repo, school.crebo, period
        )
        for grant in registry.grants(persona, school.seed):
            name = str(grant["id"])
            files[f"grants/{name[2:4]}/{name}.yml"] = grant
    return files


def _root_statements(maker: Maker, school: School, day: date) -> None:
    """Land the statements by which the other root holders stand behind the genesis."""
    first, second = school.office.founders
    deed = Deed(
        scope=REGISTRY, actor=first.id, role=Role.SUPER_ADMIN, action=Action.LAND
    )
    holders = ((second, Role.SUPER_ADMIN), (school.office.admin, Role.ADMIN))
    acts = [
        _root_statement(maker, school, deed, persona, role) for persona, role in holders
    ]
    maker.make(deed, seconds(clock(day, _NINE + 20)), acts)


def _root_statement(
    maker: Maker, school: School, deed: Deed, persona: Persona, role: Role
) -> ActFile:
    word = Word(person=persona.id, role=role, action=Action.APPROVE)
    text = said(maker.state, school.repo, deed, word, files_of(maker.state, REGISTRY))
    extra = (("genesis", f"sha256:{maker.state.genesis_sha256}"),)
    return sign_act(persona.signer, text, acts_folder(REGISTRY), _GENESIS, extra)


def _tooling(maker: Maker, school: School, day: date) -> None:
    first, second = school.office.founders
    word = Word(person=second.id, role=Role.SUPER_ADMIN, action=Action.APPROVE)
    files = tooling(school.language)
    _whole(maker, TOOLING, first, files, day, 40, (word,))


def _group(maker: Maker, school: School, group: Group, day: date, number: int) -> None:
    """Enrol the people of a group and their companies, then write the group itself."""
    newcomers = tuple(group.newcomers())
    maker.enrol([each.signer for each in newcomers])
    period = (day, date(day.year + _DECLARED_YEARS, 7, 31))
    documents = _people(school, iter(newcomers), period)
    for company in group.companies:
        documents[f"companies/{company.id}.yml"] = registry.company(company, day)
    # An assessor's key needs a second person (PROTOCOL R23).
    chair = school.office.committee[0]
    word = Word(person=chair.id, role=Role.EXAM_COMMITTEE, action=Action.APPROVE)
    files = {path: document(REGISTRY, path, data) for path, data in documents.items()}
    at = 20 * (number % 20)
    _whole(maker, REGISTRY, school.office.admin, files, day, at, (word,))
    _dispensations(maker, school, group, plus(day, 1), at)
    scope = f"groups/{group.id}"
    paper = document(scope, "group.yml", registry.group(group, school.language))
    deed = Deed(
        scope=scope,
        actor=group.contact.id,
        role=Role.SCHOOL_CONTACT,
        action=Action.APPROVE,
        papers={"group.yml": paper},
    )
    maker.make(deed, seconds(clock(plus(day, 1), _NINE + at + 10)))


def _dispensations(
    maker: Maker, school: School, group: Group, day: date, at: int
) -> None:
    """Record the standing dispensation of each small company, with its end."""
    chair = school.office.committee[0]
    word = Word(person=chair.id, role=Role.EXAM_COMMITTEE, action=Action.APPROVE)
    small = [company for company in group.companies if company.small]
    files = {
        path: document(REGISTRY, path, data)
        for path, data in (
            _dispensation(school, company, chair, day, number)
            for number, company in enumerate(small, _count(maker) + 1)
        )
    }
    if files:
        _whole(maker, REGISTRY, school.office.admin, files, day, at, (word,))


def _count(maker: Maker) -> int:
    return len(maker.state.registry.dispensations)


def _dispensation(
    school: School, company: Company, chair: Persona, day: date, number: int
) -> tuple[str, dict[str, Data]]:
    reason = _SMALL.in_language(school.language)
    data = registry.dispensation(number, "supervisor_assesses", reason, chair, day)
    until = date(day.year + 1, 12, 31).isoformat()
    return f"dispensations/{number}.yml", data | {"company": company.id, "until": until}


def _whole(  # noqa: PLR0913, PLR0917 - who, what, where and when
    maker: Maker,
    scope: str,
    persona: Persona,
    files: Mapping[str, Paper],
    day: date,
    minutes: int,
    words: Sequence[Word] = (),
) -> None:
    """Approve a change of a scope that is one text, with the acts that it needs."""
    deed = Deed(
        scope=scope,
        actor=persona.id,
        role=persona.roles[0][0],
        action=Action.APPROVE,
        papers=files,
        words=tuple(words),
    )
    maker.make(deed, seconds(clock(day, _NINE + minutes)))

"""The directory file of a practice school: who a pseudonym is, all of it invented."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from proeve.deeds.practice.cast import Company, Group, Office, Persona
from proeve.deeds.practice.names import address, person_name, phone
from proeve.directory.entries import Directory, Entry, EntryKind
from proeve.directory.written import table_of
from proeve.words.say import Language

_EVERY_FOURTH = 4


def directory_file(
    office: Office, groups: Iterable[Group], language: Language
) -> bytes:
    """Return the directory of everybody in the school, with invented names."""
    entries = [_entry(persona) for persona in office.people()]
    for group in groups:
        entries.extend(_of_group(group, language))
    return table_of(Directory().with_entries(entries), language)


def _of_group(group: Group, language: Language) -> Iterator[Entry]:
    for company in group.companies:
        yield Entry(
            id=company.id,
            kind=EntryKind.FIRM,
            name=company.name.in_language(language),
            place=company.place,
        )
    placed = {
        student.id: group.companies[number % len(group.companies)]
        for number, student in enumerate(group.students)
    }
    for persona in group.newcomers():
        yield _placed(_entry(persona), placed.get(persona.id))


def _placed(entry: Entry, company: Company | None) -> Entry:
    if company is None:
        return entry
    return replace(entry, company=company.id, supervisor=company.supervisor.id)


def _entry(persona: Persona) -> Entry:
    student = persona.side == "student"
    minor = student and persona.number % _EVERY_FOURTH == 0
    return Entry(
        id=persona.id,
        kind=EntryKind(persona.side),
        name=person_name(persona.number),
        email=address(persona.number),
        phone=phone(persona.number),
        company=persona.company or "",
        representative=person_name(persona.number + 3000) if minor else "",
        representative_email=address(persona.number + 3000) if minor else "",
        number=f"9{persona.number:05d}" if student else "",
    )

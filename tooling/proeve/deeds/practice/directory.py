"""The directory file: who a pseudonym is. It lies outside Git and here it is invented.

Written as Excel in Dutch opens and saves it: semicolons, CRLF, UTF-8 with its mark. A
cell that a spreadsheet would take for a formula gets an apostrophe in front.
"""

import csv
import io
from collections.abc import Iterable

from proeve.deeds.practice.cast import Group, Office, Persona
from proeve.deeds.practice.names import address, person_name, phone
from proeve.words.labels_text import Label
from proeve.words.say import Language

COLUMNS = (
    "kenmerk",
    "soort",
    "naam",
    "e-mail",
    "telefoon",
    "leerbedrijf",
    "vertegenwoordiger",
)
_SIDES = {
    "school": Label("school", "school"),
    "company": Label("bedrijf", "company"),
    "student": Label("student", "student"),
}
_COMPANY = Label("leerbedrijf", "company")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_MARK = "\ufeff"
_EVERY_FOURTH = 4


def directory_file(
    office: Office, groups: Iterable[Group], language: Language
) -> bytes:
    """Return the directory of everybody in the school, with invented names."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for persona in office.people():
        writer.writerow(_row(persona, language))
    for group in groups:
        for company in group.companies:
            name = company.name.in_language(language)
            kind = _COMPANY.in_language(language)
            writer.writerow(map(safe, (company.id, kind, name, "", "", "", "")))
        for persona in group.newcomers():
            writer.writerow(_row(persona, language))
    return (_MARK + text.getvalue()).encode()


def safe(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _row(persona: Persona, language: Language) -> list[str]:
    minor = persona.side == "student" and persona.number % _EVERY_FOURTH == 0
    cells = (
        persona.id,
        _SIDES[persona.side].in_language(language),
        person_name(persona.number),
        address(persona.number),
        phone(persona.number),
        persona.company or "",
        person_name(persona.number + 3000) if minor else "",
    )
    return [safe(cell) for cell in cells]

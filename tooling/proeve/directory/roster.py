"""A group as the office lists it: a row a student, with company and supervisor.

Rows that are not in order are findings with their row and column; a table with one of
those is no roster. Headings may be Dutch or English, in any order.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from proeve.directory.cells import tidied
from proeve.directory.layout import (
    Layout,
    Row,
    read_rows,
    row_of,
    text_in,
    whole_name,
)
from proeve.directory.tables import Cell, Table, written
from proeve.model.findings import Finding

_HEADINGS: Mapping[str, tuple[str, ...]] = {
    "number": ("studentnummer", "leerlingnummer", "nummer", "student number"),
    "name": ("naam", "naam student", "studentnaam", "name"),
    "first": ("voornaam", "roepnaam", "first name"),
    "prefix": ("tussenvoegsel", "tussenvoegsels", "tv", "prefix"),
    "last": ("achternaam", "last name", "surname"),
    "email": ("e-mail", "e-mailadres", "e-mail student"),
    "phone": ("telefoon", "telefoonnummer", "mobiel", "telefoon student", "phone"),
    "born": ("geboortedatum", "date of birth"),
    "language": ("taal", "language"),
    "representative": ("vertegenwoordiger", "ouder", "representative"),
    "representative_email": (
        "e-mail vertegenwoordiger",
        "e-mail ouder",
        "representative e-mail",
    ),
    "representative_phone": (
        "telefoon vertegenwoordiger",
        "telefoon ouder",
        "representative phone",
    ),
    "company": ("leerbedrijf", "bedrijf", "bedrijfsnaam", "company"),
    "company_number": (
        "leerbedrijfnummer",
        "leerbedrijf-id",
        "bedrijfsnummer",
        "company number",
    ),
    "place": ("plaats", "vestigingsplaats", "plaats leerbedrijf", "place"),
    "supervisor": (
        "praktijkbegeleider",
        "begeleider",
        "naam praktijkbegeleider",
        "supervisor",
    ),
    "supervisor_email": (
        "e-mail praktijkbegeleider",
        "e-mail begeleider",
        "supervisor e-mail",
    ),
    "supervisor_phone": (
        "telefoon praktijkbegeleider",
        "telefoon begeleider",
        "supervisor phone",
    ),
    "starts": ("begindatum", "startdatum", "begin bpv", "from", "start date"),
    "ends": ("einddatum", "einde bpv", "until", "end date"),
    "hours": ("uren", "aantal uren", "hours"),
}
LAYOUT = Layout(
    headings=_HEADINGS,
    needed=("number", "name"),
    instead={"name": "last"},
    most=60,
    tells=(("company_number", "company"), ("supervisor_email", "supervisor")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """One student of a roster; dates are ISO 8601 and hours have a decimal point."""

    number: str
    name: str
    email: str = ""
    phone: str = ""
    born: str = ""
    language: str = ""
    representative: str = ""
    representative_email: str = ""
    representative_phone: str = ""
    company: str = ""
    company_number: str = ""
    place: str = ""
    supervisor: str = ""
    supervisor_email: str = ""
    supervisor_phone: str = ""
    starts: str = ""
    ends: str = ""
    hours: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True)
class Roster:
    """The students of a table that was in order, and what else is worth knowing."""

    placements: tuple[Placement, ...]
    findings: tuple[Finding, ...]


def read_roster(path: str, raw: bytes) -> Roster:
    """Return the students in a table, or nobody and why."""
    rows, faults = read_rows(path, raw, LAYOUT, _own_faults)
    return Roster(tuple(map(_placement, rows)), faults)


def _own_faults(table: Table, rows: list[dict[str, Cell]]) -> Iterator[Finding]:
    """Report a supervisor of no company, and a student who stands there twice."""
    first: dict[str, int] = {}
    for row in rows:
        if text_in(row, "supervisor") and not text_in(row, "company"):
            where = row["supervisor"].at(table.path)
            yield Finding("csv.no-company", where, {"value": row["supervisor"].text})
        number = text_in(row, "number")
        seen = first.setdefault(number, row_of(row))
        if number and seen != row_of(row):
            args = {"number": number, "row": str(seen)}
            yield Finding("csv.student-twice", row["number"].at(table.path), args)


def _placement(row: Row) -> Placement:
    texts = {name: tidied(name, text_in(row, name)) for name in _HEADINGS}
    texts["name"] = whole_name(texts)
    return Placement(**texts, row=row_of(row))


def template() -> bytes:
    """Return an empty table with every heading that a roster may have, in Dutch."""
    fields = (field for field in _HEADINGS if field not in _IN_PIECES)
    return written([_HEADINGS[field][0] for field in fields], ())


_IN_PIECES = frozenset({"first", "prefix", "last"})

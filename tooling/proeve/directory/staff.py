"""The people of training companies as the office lists them: a row a person.

A row says at which company somebody works, whether they supervise, assess or both, and
for which programmes they are declared expert.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from proeve.directory.cells import day_of, tidied
from proeve.directory.layout import (
    Layout,
    Row,
    read_rows,
    row_of,
    text_in,
    whole_name,
)
from proeve.directory.roster import Placement
from proeve.directory.tables import Cell, Table, written
from proeve.model.findings import Finding

_HEADINGS: Mapping[str, tuple[str, ...]] = {
    "company": ("leerbedrijf", "bedrijf", "bedrijfsnaam", "company"),
    "company_number": ("leerbedrijfnummer", "bedrijfsnummer", "company number"),
    "place": ("plaats", "vestigingsplaats", "place"),
    "name": ("naam", "name"),
    "first": ("voornaam", "roepnaam", "first name"),
    "prefix": ("tussenvoegsel", "tussenvoegsels", "tv", "prefix"),
    "last": ("achternaam", "last name", "surname"),
    "role": ("rol", "role"),
    "email": ("e-mail", "e-mailadres", "e-mail address"),
    "phone": ("telefoon", "telefoonnummer", "mobiel", "phone"),
    "language": ("taal", "language"),
    "crebo": ("crebo", "kwalificatie", "qualification"),
    "starts": ("deskundig van", "verklaring van", "expert from"),
    "ends": ("deskundig tot", "verklaring tot", "expert until"),
}
_ROLES: Mapping[str, tuple[bool, bool]] = {
    "begeleider": (True, False),
    "praktijkbegeleider": (True, False),
    "supervisor": (True, False),
    "beoordelaar": (False, True),
    "praktijkbeoordelaar": (False, True),
    "assessor": (False, True),
    "beide": (True, True),
    "both": (True, True),
}
_DECLARED = ("crebo", "starts", "ends")
LAYOUT = Layout(
    headings=_HEADINGS,
    needed=("company", "name", "role"),
    instead={"name": "last"},
    most=200,
    tells=(("company_number", "company"), ("email", "name")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Worker:
    """One person of a company; `placement` says where and who, as of a supervisor.

    `crebo`, `starts` and `ends` are the declaration of expertise, if there is one.
    """

    placement: Placement
    supervises: bool
    assesses: bool
    language: str = ""
    crebo: tuple[str, ...] = ()
    starts: str = ""
    ends: str = ""


@dataclass(frozen=True, slots=True)
class Staff:
    """The people of a table that was in order, and what else is worth knowing."""

    workers: tuple[Worker, ...]
    findings: tuple[Finding, ...]


def read_staff(path: str, raw: bytes) -> Staff:
    """Return the people in a table, or nobody and why."""
    rows, faults = read_rows(path, raw, LAYOUT, _own_faults)
    return Staff(tuple(map(_worker, rows)), faults)


def _own_faults(table: Table, rows: list[dict[str, Cell]]) -> Iterator[Finding]:
    """Report a role that is none, half a declaration, and somebody who stands twice."""
    seen: dict[tuple[str, str], int] = {}
    for row in rows:
        role = text_in(row, "role")
        if role and role.casefold() not in _ROLES:
            heading = table.headings[row["role"].column - 1].text
            args = {"value": role[:40], "column": heading}
            yield Finding("csv.bad-role", row["role"].at(table.path), args)
        name = _name(row)
        where = row[next(key for key in ("name", "last") if key in row)].at(table.path)
        if _half_declared(row):
            yield Finding("csv.half-declared", where, {"value": name})
        key = (name.casefold(), text_in(row, "company").casefold())
        first = seen.setdefault(key, row_of(row))
        if name and first != row_of(row):
            args = {"value": name, "row": str(first)}
            yield Finding("csv.person-twice", where, args)


def _half_declared(row: Row) -> bool:
    said = [bool(text_in(row, each)) for each in _DECLARED]
    first, last = (day_of(text_in(row, each)) for each in ("starts", "ends"))
    backwards = bool(first and last) and last < first
    return (any(said) and not all(said)) or backwards


def _name(row: Row) -> str:
    return whole_name({each: text_in(row, each) for each in _HEADINGS})


def _worker(row: Row) -> Worker:
    texts = {name: tidied(name, text_in(row, name)) for name in _HEADINGS}
    name = whole_name(texts)
    supervises, assesses = _ROLES[texts["role"].casefold()]
    placement = Placement(
        number="",
        name="",
        company=texts["company"],
        company_number=texts["company_number"],
        place=texts["place"],
        supervisor=name,
        supervisor_email=texts["email"],
        supervisor_phone=texts["phone"],
        row=row_of(row),
    )
    return Worker(
        placement=placement,
        supervises=supervises,
        assesses=assesses,
        language=texts["language"],
        crebo=tuple(each.strip() for each in texts["crebo"].split(",") if each),
        starts=texts["starts"],
        ends=texts["ends"],
    )


def template() -> bytes:
    """Return an empty table with every heading that such a list may have, in Dutch."""
    fields = (field for field in _HEADINGS if field not in _IN_PIECES)
    return written([_HEADINGS[field][0] for field in fields], ())


_IN_PIECES = frozenset({"first", "prefix", "last"})
"""Parts of a name, for a list that has them apart."""

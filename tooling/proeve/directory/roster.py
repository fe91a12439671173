"""A group as the office lists it: a row a student, with company and supervisor.

Rows that are not in order are findings with their row and column; a table with one of
those is no roster. Headings may be Dutch or English, in any order.
"""

import difflib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from proeve.directory.tables import (
    Cell,
    Table,
    TableError,
    by_heading,
    heading_key,
    read_table,
    written,
)
from proeve.model.findings import Finding, Location, Severity

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
_FIELDS = {
    heading_key(heading): field
    for field, headings in _HEADINGS.items()
    for heading in headings
}
_NEVER = frozenset({"bsn", "burgerservicenummer", "sofinummer", "onderwijsnummer"})
_DUTCH_DAY = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_MAIL = re.compile(r"[^@\s;,<>]{1,64}@[^@\s;,<>]{1,185}\.[^@\s;,<>.]{2,63}")
_PHONE = re.compile(r"[+(]?[0-9][0-9() .-]{5,20}")
_NUMBER = re.compile(r"[0-9]{1,4}(?:[,.][0-9]{1,2})?")
_ODD = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e]")
_LONGEST = 120
_MOST = 60
_CLOSE = 0.8


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
    try:
        table = read_table(path, raw)
    except TableError as error:
        return Roster((), (error.finding,))
    faults = tuple(_heading_faults(table))
    if _failing(faults):
        return Roster((), faults)
    rows = by_heading(table, _FIELDS)
    faults = (*faults, *_row_faults(table, rows), *_double(table, rows))
    if _failing(faults):
        return Roster((), faults)
    return Roster(tuple(map(_placement, rows)), faults)


def _failing(findings: tuple[Finding, ...]) -> bool:
    return any(each.severity is Severity.ERROR for each in findings)


def _heading_faults(table: Table) -> Iterator[Finding]:
    seen: dict[str, Cell] = {}
    for cell in table.headings:
        key = heading_key(cell.text)
        field = _FIELDS.get(key)
        where, args = cell.at(table.path), {"column": cell.text}
        if key in _NEVER:
            yield Finding("csv.bsn", where, args)
        elif field in seen:
            yield Finding("csv.column-twice", where, args)
        elif field is not None:
            seen[field] = cell
        elif key:
            yield _unknown(key, where, args)
    for wanted in ("number", "name"):
        if wanted not in seen and not (wanted == "name" and "last" in seen):
            args = {"column": _HEADINGS[wanted][0]}
            yield Finding("csv.no-column", table.headings[0].at(table.path), args)


def _unknown(key: str, where: Location, args: dict[str, str]) -> Finding:
    """Report a heading that is nearly a known one; another is only not used."""
    near = difflib.get_close_matches(key, _FIELDS, 1, _CLOSE)
    if not near:
        return Finding("csv.unused-column", where, args, Severity.NOTE)
    known = next(h for h in _HEADINGS[_FIELDS[near[0]]] if heading_key(h) == near[0])
    return Finding("csv.near-column", where, {"column": args["column"], "near": known})


def _row_faults(table: Table, rows: list[dict[str, Cell]]) -> Iterator[Finding]:
    if not rows:
        yield Finding("csv.empty", Location(table.path))
    if len(rows) > _MOST:
        args = {"count": str(len(rows)), "most": str(_MOST)}
        yield Finding("csv.too-many", Location(table.path), args)
    for cells, row in zip(table.rows, rows, strict=True):
        if len(cells) > len(table.headings) and any(
            cell.text for cell in cells[len(table.headings) :]
        ):
            yield Finding("csv.ragged", cells[len(table.headings)].at(table.path))
        yield from _absent(table, cells, row)
        for field, cell in row.items():
            fault = _cell_fault(field, cell.text)
            if fault:
                heading = table.headings[cell.column - 1].text
                args = {"value": cell.text[:40], "column": heading}
                yield Finding(fault, cell.at(table.path), args)


def _absent(
    table: Table, cells: tuple[Cell, ...], row: dict[str, Cell]
) -> Iterator[Finding]:
    """Report a row without a number or a name, or a supervisor of no company."""
    last = "last" if "name" not in row else "name"
    for field in ("number", last):
        if not _text(row, field):
            args = {"column": _HEADINGS[field][0]}
            yield Finding("csv.required", _place(table, cells, row, field), args)
    if _text(row, "supervisor") and not _text(row, "company"):
        where = row["supervisor"].at(table.path)
        yield Finding("csv.no-company", where, {"value": row["supervisor"].text})


def _place(
    table: Table, cells: tuple[Cell, ...], row: dict[str, Cell], field: str
) -> Location:
    return row.get(field, cells[0]).at(table.path)


def _cell_fault(field: str, text: str) -> str:
    if not text:
        return ""
    if len(text) > _LONGEST or _ODD.search(text):
        return "csv.bad-text"
    code, good = _CHECKS.get(field, ("", _anything))
    return "" if good(text) else code


def _anything(text: str) -> bool:
    return bool(text)


def _is_day(text: str) -> bool:
    return bool(day_of(text))


_DAY = ("csv.bad-date", _is_day)
_ADDRESS = ("csv.bad-mail", lambda text: bool(_MAIL.fullmatch(text)))
_CALL = ("csv.bad-phone", lambda text: bool(_PHONE.fullmatch(text)))
_CHECKS: Mapping[str, tuple[str, Callable[[str], bool]]] = {
    "born": _DAY,
    "starts": _DAY,
    "ends": _DAY,
    "email": _ADDRESS,
    "representative_email": _ADDRESS,
    "supervisor_email": _ADDRESS,
    "phone": _CALL,
    "representative_phone": _CALL,
    "supervisor_phone": _CALL,
    "hours": ("csv.bad-number", lambda text: bool(_NUMBER.fullmatch(text))),
    "language": ("csv.bad-language", lambda text: text.lower() in ("nl", "en")),
}


def day_of(text: str) -> str:
    """Return a day such as `14-1-2027` or `2027-01-14` as ISO 8601, or nothing."""
    found = _DUTCH_DAY.fullmatch(text)
    try:
        if found:
            return date(int(found[3]), int(found[2]), int(found[1])).isoformat()
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return ""


def _double(table: Table, rows: list[dict[str, Cell]]) -> Iterator[Finding]:
    """Report a student who stands there twice, and ids that tell two stories."""
    told: dict[tuple[str, str], tuple[str, int]] = {}
    for row in rows:
        number = _text(row, "number")
        first = told.setdefault(("number", number), ("", row_of(row)))[1]
        if number and first != row_of(row):
            args = {"number": number, "row": str(first)}
            yield Finding("csv.student-twice", row["number"].at(table.path), args)
        for key, value in _TELLS:
            own, other = _text(row, key).casefold(), _text(row, value)
            said = told.setdefault((key, own), (other, row_of(row)))
            if own and said[0].casefold() != other.casefold():
                args = {"value": row[key].text, "row": str(said[1])}
                yield Finding("csv.two-stories", row[key].at(table.path), args)


_TELLS = (("company_number", "company"), ("supervisor_email", "supervisor"))
"""What a cell names once and for all: a number its company, an address its owner."""


def row_of(row: Mapping[str, Cell]) -> int:
    """Return the number of a row as a spreadsheet shows it."""
    return next(iter(row.values())).row


def _text(row: Mapping[str, Cell], field: str) -> str:
    return row[field].text if field in row else ""


def _placement(row: Mapping[str, Cell]) -> Placement:
    texts = {field: _text(row, field) for field in _HEADINGS}
    parts = (texts.pop("first"), texts.pop("prefix"), texts.pop("last"))
    texts["name"] = texts["name"] or " ".join(part for part in parts if part)
    for field in ("born", "starts", "ends"):
        texts[field] = day_of(texts[field])
    texts["hours"] = texts["hours"].replace(",", ".")
    texts["language"] = texts["language"].lower()
    return Placement(**texts, row=row_of(row))


def template() -> bytes:
    """Return an empty table with every heading that a roster may have, in Dutch."""
    fields = (field for field in _HEADINGS if field not in _IN_PIECES)
    return written([_HEADINGS[field][0] for field in fields], ())


_IN_PIECES = frozenset({"first", "prefix", "last"})

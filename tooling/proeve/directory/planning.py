"""A planning: per student when the work is done, and who assesses it.

People are named by pseudonym, or by a name or address that the directory file has.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from proeve.directory.cells import day_of
from proeve.directory.entries import Directory, EntryKind
from proeve.directory.tables import Cell, Table, TableError, by_heading, read_table
from proeve.model.findings import Finding

_FIELDS = {
    "studentnummer": "student",
    "nummer": "student",
    "kenmerk": "student",
    "student": "student",
    "begindatum": "starts",
    "begin": "starts",
    "from": "starts",
    "einddatum": "until",
    "einde": "until",
    "until": "until",
    "eerstebeoordelaar": "first",
    "firstassessor": "first",
    "tweedebeoordelaar": "second",
    "secondassessor": "second",
}
_PEOPLE, _DAYS = ("first", "second"), ("starts", "until")


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """What a planning says of one student; what it leaves out is empty."""

    starts: str = ""
    until: str = ""
    first: str = ""
    second: str = ""


@dataclass(frozen=True, slots=True)
class Planning:
    """What a planning says, by student, or why it cannot be read."""

    students: Mapping[str, Planned]
    findings: tuple[Finding, ...]


def read_planning(
    path: str, raw: bytes, directory: Directory, students: frozenset[str]
) -> Planning:
    """Return the planning in a table for these students."""
    try:
        table = read_table(path, raw)
    except TableError as error:
        return Planning({}, (error.finding,))
    rows = by_heading(table, _FIELDS)
    if not any("student" in row for row in rows):
        args = {"column": "studentnummer"}
        where = table.headings[0].at(path)
        return Planning({}, (Finding("csv.no-column", where, args),))
    people = _People(directory, students)
    findings = tuple(_faults(table, rows, people))
    if findings:
        return Planning({}, findings)
    return Planning({people.student(row): people.planned(row) for row in rows}, ())


class _People:
    """Finds who a cell means."""

    def __init__(self, directory: Directory, students: frozenset[str]) -> None:
        self._students = students
        self._by_number = {
            each.number: each.id for each in directory.of_kind(EntryKind.STUDENT)
        }
        self._by_name: dict[str, set[str]] = {}
        for each in directory.entries.values():
            for text in {each.id, each.name.casefold(), each.email.casefold()} - {""}:
                if each.kind in (EntryKind.SCHOOL, EntryKind.COMPANY):
                    self._by_name.setdefault(text, set()).add(each.id)

    def student(self, row: Mapping[str, Cell]) -> str:
        text = row["student"].text if "student" in row else ""
        found = self._by_number.get(text, text)
        return found if found in self._students else ""

    def person(self, text: str) -> str:
        """Return the one person whom a text names; a pseudonym names itself."""
        found = self._by_name.get(text.casefold(), set())
        if text.startswith("p-"):
            return text
        return next(iter(found)) if len(found) == 1 else ""

    def planned(self, row: Mapping[str, Cell]) -> Planned:
        texts = {name: row[name].text for name in (*_DAYS, *_PEOPLE) if name in row}
        return Planned(
            **{
                name: day_of(text) if name in _DAYS else self.person(text)
                for name, text in texts.items()
            }
        )


def _faults(
    table: Table, rows: list[dict[str, Cell]], people: _People
) -> Iterator[Finding]:
    for row in rows:
        for name, cell in row.items():
            code = _fault(name, cell, row, people)
            if code:
                heading = table.headings[cell.column - 1].text
                args = {"value": cell.text[:40], "column": heading}
                yield Finding(code, cell.at(table.path), args)


def _fault(name: str, cell: Cell, row: Mapping[str, Cell], people: _People) -> str:
    if name == "student":
        return "" if people.student(row) else "csv.no-student"
    if name in _DAYS and cell.text and not day_of(cell.text):
        return "csv.bad-date"
    if name in _PEOPLE and cell.text and not people.person(cell.text):
        return "csv.no-person"
    return ""

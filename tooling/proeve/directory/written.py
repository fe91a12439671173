"""A directory as bytes and back: the table of a practice school, and sealed JSON."""

import json
from collections.abc import Mapping
from dataclasses import asdict, fields

from proeve.directory.entries import Directory, Entry, EntryKind
from proeve.directory.tables import (
    Cell,
    TableError,
    by_heading,
    heading_key,
    read_table,
    written,
)
from proeve.errors import UsageError
from proeve.words.labels_text import Label
from proeve.words.say import Language

COLUMNS: Mapping[str, str] = {
    "id": "kenmerk",
    "kind": "soort",
    "name": "naam",
    "email": "e-mail",
    "phone": "telefoon",
    "company": "leerbedrijf",
    "representative": "vertegenwoordiger",
    "representative_email": "e-mail vertegenwoordiger",
    "representative_phone": "telefoon vertegenwoordiger",
    "number": "nummer",
    "born": "geboortedatum",
    "language": "taal",
    "place": "plaats",
    "supervisor": "praktijkbegeleider",
    "starts": "begindatum",
    "ends": "einddatum",
    "hours": "uren",
}
"""The heading of each field, in the order of the table."""

KINDS: Mapping[EntryKind, Label] = {
    EntryKind.SCHOOL: Label("school", "school"),
    EntryKind.COMPANY: Label("bedrijf", "company"),
    EntryKind.STUDENT: Label("student", "student"),
    EntryKind.FIRM: Label("leerbedrijf", "training company"),
}
_KIND = "proeve-directory/1"
_FIELDS = frozenset(each.name for each in fields(Entry))
_PERSON = "p-"


def table_of(directory: Directory, language: Language = "nl") -> bytes:
    """Return a directory as a table for a spreadsheet."""
    rows = ([*_cells(each, language)] for each in directory.entries.values())
    return written(tuple(COLUMNS.values()), rows)


def _cells(entry: Entry, language: Language) -> list[str]:
    kind = KINDS[entry.kind].in_language(language)
    return [kind if name == "kind" else str(getattr(entry, name)) for name in COLUMNS]


GROUP_COLUMNS = (
    "kenmerk",
    "nummer",
    "naam",
    "e-mail",
    "telefoon",
    "leerbedrijf",
    "praktijkbegeleider",
)
"""The headings of the table of a group."""


def group_row(directory: Directory, student: str) -> tuple[str, ...]:
    """Return the row of a student in the table of a group, as far as it is known."""
    entry = directory.entries.get(student)
    if entry is None:
        return (student, *[""] * (len(GROUP_COLUMNS) - 1))
    return (
        student,
        entry.number,
        entry.name,
        entry.email,
        entry.phone,
        directory.names.get(entry.company, ""),
        directory.names.get(entry.supervisor, ""),
    )


def directory_of_table(path: str, raw: bytes) -> Directory:
    """Return the directory in a table; raises UsageError when it is none."""
    try:
        table = read_table(path, raw)
    except TableError as error:
        raise unreadable(path) from error
    names = {heading_key(heading): name for name, heading in COLUMNS.items()}
    found = [_entry(row) for row in by_heading(table, names)]
    if names.keys().isdisjoint(heading_key(each.text) for each in table.headings):
        raise unreadable(path)
    return Directory({each.id: each for each in found if each.id})


def _entry(row: Mapping[str, Cell]) -> Entry:
    texts = {name: cell.text for name, cell in row.items() if name != "kind"}
    texts.setdefault("id", "")
    said = row["kind"].text if "kind" in row else ""
    return Entry(kind=_kind(said, texts["id"]), **texts)


def _kind(said: str, who: str) -> EntryKind:
    if not who.startswith(_PERSON):
        return EntryKind.FIRM
    own = (kind for kind, label in KINDS.items() if said in (label.nl, label.en))
    return next(own, EntryKind.SCHOOL)


def json_of(directory: Directory, recipients: tuple[str, ...]) -> bytes:
    """Return a directory as the JSON that is encrypted, for these public keys."""
    entries = [
        {name: value for name, value in asdict(each).items() if value}
        for each in directory.entries.values()
    ]
    whole = {"kind": _KIND, "recipients": list(recipients), "entries": entries}
    return f"{json.dumps(whole, ensure_ascii=False, indent=1)}\n".encode()


def directory_of_json(path: str, raw: bytes) -> tuple[Directory, tuple[str, ...]]:
    """Return a directory and the public keys for which it is encrypted."""
    try:
        whole = json.loads(raw)
        recipients = tuple(str(each) for each in whole["recipients"])
        entries = [_of_json(each) for each in whole["entries"]]
        known = whole["kind"] == _KIND
    except (ValueError, KeyError, TypeError) as error:
        raise unreadable(path) from error
    if not known:
        raise unreadable(path)
    return Directory({each.id: each for each in entries}), recipients


def _of_json(found: Mapping[str, str]) -> Entry:
    if not _FIELDS.issuperset(found):
        raise KeyError(*sorted(found.keys() - _FIELDS))
    texts = {name: str(value) for name, value in found.items() if name != "kind"}
    return Entry(kind=EntryKind(found["kind"]), **texts)


def unreadable(path: str) -> UsageError:
    """Return what is said of a directory file that cannot be read."""
    return UsageError(
        f"Het bestand met namen {path} kan niet worden gelezen.",
        f"The directory file {path} cannot be read.",
    )

"""Rows of the directory file: found, changed and taken out, as a person may ask.

A pseudonym stays in Git; without its row nobody can tell from it who it was.
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, fields

from proeve.directory.cells import cell_fault, tidied
from proeve.directory.entries import Directory, Entry, EntryKind
from proeve.directory.written import COLUMNS
from proeve.errors import UsageError
from proeve.model.findings import Finding, Location

CHANGEABLE = tuple(
    each.name for each in fields(Entry) if each.name not in ("id", "kind")
)
"""The fields that may be changed; who a row is about may not."""
_REFERS = ("company", "supervisor")
_PEOPLE_ONLY = frozenset({"company", "supervisor", "born", "starts", "ends", "hours"})


def found_in(directory: Directory, text: str) -> tuple[Entry, ...]:
    """Return the rows in which a text stands: an id, a name, a number, an address."""
    wanted = text.casefold().strip()
    return tuple(
        entry
        for entry in directory.entries.values()
        if any(wanted in getattr(entry, name).casefold() for name in _SEARCHED)
    )


_SEARCHED = ("id", "name", "number", "email", "phone", "place")


def one_in(directory: Directory, who: str) -> Entry:
    """Return the row of an id, number or whole name; raises UsageError without it."""
    exact = directory.entries.get(who)
    if exact is not None:
        return exact
    wanted = who.casefold().strip()
    found = [
        entry
        for entry in directory.entries.values()
        if wanted and wanted in (entry.number.casefold(), entry.name.casefold())
    ]
    if len(found) == 1:
        return found[0]
    if found:
        listed = ", ".join(entry.id for entry in found)
        raise UsageError(
            f"Er zijn meer rijen voor {who}; noem het kenmerk: {listed}.",
            f"There is more than one row for {who}; give the id: {listed}.",
        )
    raise UsageError(
        f"{who} staat niet in het bestand met namen; zoek met `proeve names find`.",
        f"{who} is not in the directory file; look with `proeve names find`.",
    )


def faults_in(
    path: str, directory: Directory, entry: Entry, wanted: Mapping[str, str]
) -> Iterator[Finding]:
    """Report new values that cannot be: no address, no day, a company unknown here."""
    where = Location(path)
    for name, text in wanted.items():
        fault = cell_fault(name, text)
        column = COLUMNS[name]
        if fault:
            yield Finding(fault, where, {"value": text[:40], "column": column})
        elif text and name in _REFERS and not _is_there(directory, name, text):
            yield Finding("csv.no-row", where, {"value": text[:40], "column": column})
        elif text and name in _PEOPLE_ONLY and entry.kind is EntryKind.FIRM:
            yield Finding("csv.not-theirs", where, {"id": entry.id, "column": column})


def _is_there(directory: Directory, name: str, text: str) -> bool:
    """Tell whether a row stands for the company, or person, that is referred to."""
    found = directory.entries.get(text)
    return found is not None and (found.kind is EntryKind.FIRM) == (name == "company")


def changed(entry: Entry, wanted: Mapping[str, str]) -> Entry:
    """Return a row with other values; an empty one takes away what stood there."""
    texts = {name: tidied(name, text) if text else "" for name, text in wanted.items()}
    return Entry(**{**asdict(entry), **texts})


def without(directory: Directory, who: str) -> Directory:
    """Return the directory without a row."""
    kept = {each: entry for each, entry in directory.entries.items() if each != who}
    return Directory(kept)


def referring(directory: Directory, who: str) -> tuple[str, ...]:
    """Return the rows that name this one as their company or supervisor."""
    return tuple(
        entry.id
        for entry in directory.entries.values()
        if who in (entry.company, entry.supervisor)
    )


def values_of(entry: Entry) -> Mapping[str, str]:
    """Return what is known in a row, by field and in the order of the table."""
    return {name: str(getattr(entry, name)) for name in COLUMNS if getattr(entry, name)}

"""What a school knows of people and companies outside Git: one entry a pseudonym."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum


class EntryKind(StrEnum):
    """What an entry is about: a person of one of three sides, or a company."""

    SCHOOL = "school"
    COMPANY = "company"
    STUDENT = "student"
    FIRM = "firm"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One person or company; every field but the first two may be empty.

    `number` is the student number, of a company its own number. `company`,
    `supervisor`, `starts`, `ends` and `hours` say where a student is placed.
    """

    id: str
    kind: EntryKind
    name: str = ""
    email: str = ""
    phone: str = ""
    company: str = ""
    representative: str = ""
    representative_email: str = ""
    representative_phone: str = ""
    number: str = ""
    born: str = ""
    language: str = ""
    place: str = ""
    supervisor: str = ""
    starts: str = ""
    ends: str = ""
    hours: str = ""

    def with_known(self, known: "Entry") -> "Entry":
        """Return this entry under the other's id, with what only the other knows."""
        kept = {
            each.name: getattr(known, each.name)
            for each in fields(known)
            if not getattr(self, each.name)
        }
        return replace(self, **{**kept, "id": known.id})


@dataclass(frozen=True, slots=True)
class Directory:
    """All entries of a school, by pseudonym or company."""

    entries: Mapping[str, Entry] = field(default_factory=dict[str, Entry])

    @property
    def names(self) -> Mapping[str, str]:
        """The name of each pseudonym and company that has one."""
        return {each.id: each.name for each in self.entries.values() if each.name}

    def name(self, who: str) -> str:
        """Return the name of a pseudonym or company, or the pseudonym itself."""
        found = self.entries.get(who)
        return found.name if found and found.name else who

    def of_kind(self, kind: EntryKind) -> tuple[Entry, ...]:
        """Return the entries of one kind."""
        return tuple(each for each in self.entries.values() if each.kind is kind)

    def with_entries(self, entries: Iterable[Entry]) -> "Directory":
        """Return the directory with these entries, in the place of those they name."""
        return Directory({**self.entries, **{each.id: each for each in entries}})

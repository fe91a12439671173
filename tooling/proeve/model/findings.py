"""A finding: something wrong in an exam and where it stands, not how it is printed.

Its sentence is made from `code` and `args` in the reader's language by `words`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

Pointer = tuple[str | int, ...]
"""The way to a value inside a document: keys and indexes from its top."""

_NO_ARGS: Mapping[str, str] = MappingProxyType({})


class Severity(StrEnum):
    """Whether a finding fails the run."""

    ERROR = "error"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a text; both count from 1, the column in code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Location:
    """Where a finding is about: a file, a place in it, and the commit if it has one."""

    path: str
    position: Position | None = None
    pointer: Pointer = ()
    commit: str | None = None

    def __str__(self) -> str:
        """Return `path:line:column`; line and column are 1 where nothing is nearer."""
        at = self.position or Position(1, 1)
        return f"{self.path}:{at.line}:{at.column}"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not in order; `code` is `<family>.<what>`."""

    code: str
    where: Location
    args: Mapping[str, str] = field(default_factory=lambda: _NO_ARGS)
    severity: Severity = Severity.ERROR

    def at(self, position: Position) -> "Finding":
        """Return the same finding at a position in its file."""
        return replace(self, where=replace(self.where, position=position))

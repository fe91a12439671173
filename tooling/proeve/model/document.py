"""A document: the data of one YAML file and the places where its values stand."""

from collections.abc import Mapping
from dataclasses import dataclass

from proeve.model.findings import Location, Pointer, Position
from proeve.process.documents import Kind

Scalar = str | int | float | bool | None
Data = Scalar | list["Data"] | dict[str, "Data"]
"""What strict reading yields: only these types, and only text as keys."""

Marks = Mapping[Pointer, Position]
"""The position of each value by its pointer; of a mapping entry, that of its key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document that was read and fits its schema; `path` includes `exams/`."""

    kind: Kind
    path: str
    data: dict[str, Data]
    marks: Marks

    def at(self, *pointer: str | int) -> Location:
        """Return the place of the value, or of the nearest thing that holds it."""
        for end in range(len(pointer), -1, -1):
            position = self.marks.get(pointer[:end])
            if position is not None:
                return Location(self.path, position, pointer)
        return Location(self.path, Position(1, 1), pointer)

"""Where the values of a document stand, worked out only when a finding asks for it.

The parser notes one mark a value in reading order; the way to each value is found by
walking the data in that same order, which dicts keep.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Protocol

from proeve.model.document import Data
from proeve.model.findings import Pointer, Position


class Mark(Protocol):
    """A mark of the parser; both count from 0."""

    @property
    def line(self) -> int:
        """The lines before it."""

    @property
    def column(self) -> int:
        """The code points before it on its line."""


def position(mark: Mark) -> Position:
    """Return the mark as a position, which counts from 1."""
    return Position(mark.line + 1, mark.column + 1)


class ReadMarks(Mapping[Pointer, Position]):
    """The marks of one parsed text."""

    def __init__(self, data: Data, marks: Sequence[Mark]) -> None:
        self._data = data
        self._marks = marks

    @cached_property
    def _positions(self) -> dict[Pointer, Position]:
        pointers = _pointers(self._data, ())
        marks = map(position, self._marks)
        return dict(zip(pointers, marks, strict=True))

    def __getitem__(self, pointer: Pointer) -> Position:
        return self._positions[pointer]

    def __iter__(self) -> Iterator[Pointer]:
        return iter(self._positions)

    def __len__(self) -> int:
        return len(self._marks)

    def __repr__(self) -> str:
        return f"ReadMarks({self._positions!r})"

    def __reduce__(self) -> tuple[type, tuple[dict[Pointer, Position]]]:
        # The parser's own marks cannot be sent to another process.
        return dict, (self._positions,)


def _pointers(value: Data, at: Pointer) -> Iterator[Pointer]:
    yield at
    if isinstance(value, dict):
        for key, held in value.items():
            yield from _pointers(held, (*at, key))
    elif isinstance(value, list):
        for index, held in enumerate(value):
            yield from _pointers(held, (*at, index))

"""A long index in stretches: a page has some of the entries, and ways to the others."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

MOST_ENTRIES = 50
"""More on one page is more than somebody on a phone should have to load."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """The way to one page of an index, named by its first and last entry."""

    path: str
    first: str
    last: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch(Generic[T]):
    """One page of an index: its entries, and the ways to all pages, itself included."""

    path: str
    entries: tuple[T, ...]
    ways: tuple[Way, ...]


def stretches(
    path: str, entries: Sequence[T], name: Callable[[T], str]
) -> Iterator[Stretch[T]]:
    """Yield the pages of an index, at least one; the first stands at the path itself.

    The others stand in a folder of that name, where no entry can have its page.
    """
    starts = range(0, max(1, len(entries)), MOST_ENTRIES)
    parts = [tuple(entries[start : start + MOST_ENTRIES]) for start in starts]
    paths = [path, *(f"{path}/{number}" for number in range(2, len(parts) + 1))]
    ways = tuple(
        Way(path=own, first=name(part[0]), last=name(part[-1]))
        for own, part in zip(paths, parts, strict=True)
        if part
    )
    for own, part in zip(paths, parts, strict=True):
        yield Stretch(path=own, entries=part, ways=ways)

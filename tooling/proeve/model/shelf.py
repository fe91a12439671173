"""Values that are fetched when somebody looks: most of a large school never are."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar, overload

T = TypeVar("T")
V = TypeVar("V")


class Later(Sequence[T]):
    """A sequence of known length, whose items are fetched at the first look."""

    __slots__ = ("_fetch", "_items", "_length")

    def __init__(self, length: int, fetch: Callable[[], Sequence[T]]) -> None:
        self._length = length
        self._fetch = fetch
        self._items: Sequence[T] | None = None

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, index: int) -> T: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...

    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        return self._all()[index]

    def __iter__(self) -> Iterator[T]:
        return iter(self._all())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def _all(self) -> Sequence[T]:
        if self._items is None:
            self._items = self._fetch()
        return self._items


class Apart(Sequence[T]):
    """Named items that are fetched one by one and not kept.

    The digest of an item stands for its text: whoever knows what was made of it need
    not fetch it.
    """

    __slots__ = ("_digest", "_fetch", "names")

    def __init__(
        self,
        names: Sequence[str],
        fetch: Callable[[str], T],
        digest: Callable[[str], str],
    ) -> None:
        self.names = tuple(names)
        self._fetch = fetch
        self._digest = digest

    def one(self, name: str) -> T:
        """Return the item of a name."""
        return self._fetch(name)

    def digest(self, name: str) -> str:
        """Return the digest of what the item is made of."""
        return self._digest(name)

    def __len__(self) -> int:
        return len(self.names)

    @overload
    def __getitem__(self, index: int) -> T: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...

    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        if isinstance(index, slice):
            return tuple(self._fetch(name) for name in self.names[index])
        return self._fetch(self.names[index])

    def __iter__(self) -> Iterator[T]:
        return (self._fetch(name) for name in self.names)


class Shelf(Mapping[str, V]):
    """A mapping of names to values, each fetched when it is first asked for.

    It never changes; `changed` holds the values that were put since it was filled.
    """

    __slots__ = ("_fetch", "_fetched", "_names", "changed")

    def __init__(
        self,
        names: Mapping[str, None],
        fetch: Callable[[str], V],
        changed: Mapping[str, V] | None = None,
    ) -> None:
        self._names = names
        self._fetch = fetch
        self._fetched: dict[str, V] = {}
        self.changed: Mapping[str, V] = changed or {}

    def __getitem__(self, name: str) -> V:
        if name in self.changed:
            return self.changed[name]
        if name not in self._names:
            raise KeyError(name)
        if name not in self._fetched:
            self._fetched[name] = self._fetch(name)
        return self._fetched[name]

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def peek(self, name: str) -> V:
        """Return a value without keeping what had to be fetched for it."""
        known = name in self.changed or name in self._fetched or name not in self._names
        return self[name] if known else self._fetch(name)

    def put(self, name: str, value: V) -> "Shelf[V]":
        """Return the shelf with this value on it; nothing else is fetched for it."""
        names = {**self._names, name: None}
        return Shelf(names, self._fetch, {**self.changed, name: value})


def with_one(mapping: Mapping[str, V], name: str, value: V) -> Mapping[str, V]:
    """Return a mapping with one more value, or another one under its name."""
    if isinstance(mapping, Shelf):
        return mapping.put(name, value)
    return {**mapping, name: value}

"""The model's frozen values as JSON and back, by the types of their fields.

There is no code in it and no name of a class: what is read can only become the value
that the reader asks for. A value that does not fit its type raises UnfitError.
"""

import types
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from fractions import Fraction
from functools import cache
from typing import NamedTuple, TypeVar, Union, get_args, get_origin

from proeve.model.document import Data
from proeve.model.records import Record
from proeve.model.shelf import Later

T = TypeVar("T")

_NOTHING = type(None)
_SCALARS = (str, int, bool, float, _NOTHING)
_PAIR = 2


class UnfitError(ValueError):
    """What was read is no value of the type asked for."""


class Codec(NamedTuple):
    """How values of one type become JSON, and back; those of `plain` as they are."""

    encode: Callable[[object], object]
    decode: Callable[[object], object]
    plain: type | None = None


@cache
def codec(kind: Hashable) -> Codec:
    """Return how a type is encoded; raise TypeError for one that has no way."""
    if kind in (Data, Record):
        return Codec(_as_is, _as_is)
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _union(get_args(kind))
    if origin is not None:
        return _collection(origin, get_args(kind))
    if isinstance(kind, type):
        return _plain_type(kind)
    raise TypeError(f"{kind} cannot be encoded")


def _as_is(value: object) -> object:
    return value


def _letters(value: object) -> object:
    if not isinstance(value, bytes):
        raise UnfitError(type(value).__name__)
    return value.decode("latin-1")


def _of_letters(value: object) -> object:
    if not isinstance(value, str):
        raise UnfitError(type(value).__name__)
    return value.encode("latin-1")


_BYTES = Codec(_letters, _of_letters)
"""Bytes stand as text, a letter for each."""


def _plain_type(kind: type) -> Codec:
    if kind in _SCALARS:
        return Codec(_as_is, _exactly(kind), kind)
    if kind is bytes:
        return _BYTES
    if issubclass(kind, Enum):
        members = {member.value: member for member in kind}
        return Codec(lambda value: getattr(value, "value", None), members.__getitem__)
    if kind is Fraction:
        return Codec(str, lambda value: Fraction(str(value)))
    if is_dataclass(kind):
        return _record(kind)
    raise TypeError(f"{kind} cannot be encoded")


def _exactly(*kinds: type) -> Callable[[object], object]:
    def decode(value: object) -> object:
        if type(value) not in kinds:
            raise UnfitError(type(value).__name__)
        return value

    return decode


def _listed(value: object, length: int | None = None) -> list[object]:
    if not isinstance(value, list) or (length is not None and length != len(value)):
        raise UnfitError(type(value).__name__)
    return value


def _items(value: object) -> Iterable[object]:
    if not isinstance(value, Iterable):
        raise UnfitError(type(value).__name__)
    return value


def _union(kinds: tuple[Hashable, ...]) -> Codec:
    """Encode a choice of types: null stands for itself, others get their number."""
    some = tuple(kind for kind in kinds if kind not in (None, _NOTHING))
    scalars = tuple(kind for kind in kinds if isinstance(kind, type))
    if set(scalars) == set(kinds) <= set(_SCALARS):
        return Codec(_as_is, _exactly(*scalars))
    inner = codec(some[0]) if len(some) == 1 else _numbered(some)
    if len(some) == len(kinds):
        return inner
    return Codec(
        lambda value: None if value is None else inner.encode(value),
        lambda value: None if value is None else inner.decode(value),
        inner.plain,
    )


def _numbered(kinds: tuple[Hashable, ...]) -> Codec:
    codecs = [codec(kind) for kind in kinds]
    numbers: dict[object, int] = {
        get_origin(kind) or kind: number for number, kind in enumerate(kinds)
    }

    def encode(value: object) -> object:
        number = numbers[type(value)]
        return [number, codecs[number].encode(value)]

    def decode(value: object) -> object:
        number, inner = _listed(value, _PAIR)
        if not isinstance(number, int) or not 0 <= number < len(codecs):
            raise UnfitError(str(number))
        return codecs[number].decode(inner)

    return Codec(encode, decode)


def _collection(origin: object, kinds: tuple[Hashable, ...]) -> Codec:
    if origin is tuple and kinds[1:] == (Ellipsis,):
        return _sequence(codec(kinds[0]))
    if origin is Sequence:
        return _later(codec(kinds[0]))
    if origin is tuple:
        return _row(tuple(codec(kind) for kind in kinds))
    if origin is frozenset:
        return _set(codec(kinds[0]))
    if origin in (Mapping, dict):
        key, one = kinds
        return _mapping(codec(key), codec(one))
    raise TypeError(f"{origin} cannot be encoded")


def _sequence(one: Codec) -> Codec:
    write, read = one.encode, one.decode
    return Codec(
        lambda value: [write(item) for item in _items(value)],
        # Most sequences are empty.
        lambda value: (
            tuple([read(item) for item in _listed(value)]) if value != [] else ()
        ),
    )


def _later(one: Codec) -> Codec:
    """Encode a sequence that few look at: its values are made when somebody does."""

    def decode(value: object) -> object:
        listed = _listed(value)
        return Later(len(listed), lambda: [one.decode(item) for item in listed])

    return Codec(_sequence(one).encode, decode)


def _set(one: Codec) -> Codec:
    return Codec(
        lambda value: sorted((one.encode(item) for item in _items(value)), key=str),
        lambda value: frozenset([one.decode(item) for item in _listed(value)]),
    )


def _row(codecs: tuple[Codec, ...]) -> Codec:
    def encode(value: object) -> object:
        pairs = zip(codecs, _items(value), strict=True)
        return [one.encode(item) for one, item in pairs]

    def decode(value: object) -> object:
        pairs = zip(codecs, _listed(value, len(codecs)), strict=True)
        return tuple([one.decode(item) for one, item in pairs])

    return Codec(encode, decode)


def _mapping(key: Codec, one: Codec) -> Codec:
    def encode(value: object) -> object:
        if not isinstance(value, Mapping):
            raise UnfitError(type(value).__name__)
        return [[key.encode(k), one.encode(v)] for k, v in value.items()]

    def decode(value: object) -> object:
        pairs = (_listed(pair, _PAIR) for pair in _listed(value))
        return {key.decode(k): one.decode(v) for k, v in pairs}

    return Codec(encode, decode)


def _record(kind: type) -> Codec:
    """Encode a dataclass as the list of its fields, in their order.

    A school of thousands is millions of small values: each is filled slot by slot, in
    half the time that its own constructor takes.
    """
    if hasattr(kind, "__post_init__"):
        raise TypeError(f"{kind} is more than its fields")
    parts = [(each.name, codec(_hashable(each.type))) for each in fields(kind)]
    writes = [(name, one.encode) for name, one in parts]
    reads = [(_slot(kind, name), one.decode, one.plain) for name, one in parts]
    new = object.__new__

    def encode(value: object) -> object:
        return [write(getattr(value, name)) for name, write in writes]

    def decode(value: object) -> object:
        made: object = new(kind)
        listed = _listed(value, len(reads))
        for (put, read, plain), item in zip(reads, listed, strict=True):
            put(made, item if type(item) is plain else read(item))
        return made

    return Codec(encode, decode)


def _slot(kind: type, name: str) -> Callable[[object, object], None]:
    """Return how a field of a new value is filled; raise TypeError for one without."""
    slot = getattr(kind, name, None)
    if not isinstance(slot, types.MemberDescriptorType):
        raise TypeError(f"{kind} has no slot for {name}")
    return slot.__set__


def _hashable(kind: object) -> Hashable:
    if not isinstance(kind, Hashable):
        raise TypeError(f"{kind} cannot be encoded")
    return kind


def encoded(kind: Hashable, value: object) -> object:
    """Return a value of a type as JSON can hold it."""
    return codec(kind).encode(value)


def any_decoded(kind: Hashable, value: object) -> object:
    """Return the value of a type that JSON held; raise UnfitError for anything else."""
    try:
        return codec(kind).decode(value)
    except (TypeError, ValueError, KeyError) as error:
        raise UnfitError(str(error)) from error


def decoded(kind: type[T], value: object) -> T:
    """Return the value of a type that JSON held, known to be of that type."""
    found = any_decoded(_hashable(kind), value)
    if not isinstance(found, get_origin(kind) or kind):
        raise UnfitError(str(kind))
    return found

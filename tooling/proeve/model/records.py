"""Typed ways into the data of a document that fits its schema.

What is absent comes back as the empty value of the type asked for: documents are
checked against their schema first, so that only optional fields can be absent.
"""

from collections.abc import Mapping

from proeve.model.document import Data

Record = Mapping[str, Data]
"""The data of a document; always a dict, and never changed."""

_EMPTY: Record = {}


def value_at(record: Record | None, *pointer: str) -> Data:
    """Return the value at a path of keys, or None."""
    value: Data = record if isinstance(record, dict) else None
    for key in pointer:
        if not isinstance(value, dict):
            return None
        value = value.get(key)
    return value


def text_at(record: Record | None, *pointer: str) -> str:
    """Return the text at a path of keys, or the empty text."""
    value = value_at(record, *pointer)
    return value if isinstance(value, str) else ""


def number_at(record: Record | None, *pointer: str) -> int:
    """Return the whole number at a path of keys, or 0."""
    value = value_at(record, *pointer)
    return value if isinstance(value, int) and not isinstance(value, bool) else 0


def flag_at(record: Record | None, *pointer: str) -> bool:
    """Return the truth value at a path of keys, or False."""
    return value_at(record, *pointer) is True


def record_at(record: Record | None, *pointer: str) -> Record:
    """Return the mapping at a path of keys, or an empty one."""
    value = value_at(record, *pointer)
    return value if isinstance(value, dict) else _EMPTY


def records_at(record: Record | None, *pointer: str) -> tuple[Record, ...]:
    """Return the mappings listed at a path of keys."""
    value = value_at(record, *pointer)
    listed = value if isinstance(value, list) else []
    return tuple(item for item in listed if isinstance(item, dict))


def texts_at(record: Record | None, *pointer: str) -> tuple[str, ...]:
    """Return the texts listed at a path of keys."""
    value = value_at(record, *pointer)
    listed = value if isinstance(value, list) else []
    return tuple(item for item in listed if isinstance(item, str))


def numbers_at(record: Record | None, *pointer: str) -> dict[str, int]:
    """Return the whole numbers of the mapping at a path of keys."""
    return {
        key: value
        for key, value in record_at(record, *pointer).items()
        if isinstance(value, int)
    }

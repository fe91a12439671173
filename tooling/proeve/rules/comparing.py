"""What a later version of a document has otherwise, field by field.

It is worked out while both versions are at hand, so that pages need not ask Git for the
older one. What assessors found is never compared: a form that was replaced before it
was opened must stay unseen.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from proeve.model.document import Data, Scalar
from proeve.model.exam import FieldChange
from proeve.model.records import Record

MOST = 40
"""The most changes that one transition keeps: a story is no copy of the documents."""
_LONGEST = 400
_FORMS = "forms/"
_UNSPOKEN = frozenset({"schema"})


def changed_fields(
    before: Mapping[str, Record], after: Mapping[str, Record], changed: Iterable[str]
) -> tuple[FieldChange, ...]:
    """Return what is otherwise in documents that both versions of an exam have."""
    found = (
        FieldChange(file=path, field=field, was=_short(was), now=_short(now))
        for path in sorted(changed)
        if path in before and path in after and not path.startswith(_FORMS)
        for field, was, now in _differences(before[path], after[path], ())
    )
    return tuple(islice(found, MOST))


def _differences(
    was: Data | Record, now: Data | Record, at: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], Scalar, Scalar]]:
    # By its id an entry of a list is found again when it has moved.
    named = _is_named(was) and _is_named(now)
    older, newer = _parts(was, named), _parts(now, named)
    if not older and not newer:
        if _scalar(was) != _scalar(now) or type(was) is not type(now):
            yield at, _scalar(was), _scalar(now)
        return
    for key in dict.fromkeys((*older, *newer)):
        if key not in _UNSPOKEN and not _same(
            one := older.get(key), two := newer.get(key)
        ):
            yield from _differences(one, two, (*at, key))


def _same(was: Data, now: Data) -> bool:
    """Tell of two plain values whether they are one; of parts this is not asked."""
    return type(was) is type(now) and not isinstance(was, dict | list) and was == now


def _parts(value: Data | Record, named: bool) -> Mapping[str, Data]:  # noqa: FBT001
    """Return the parts of a mapping or a list by name; nothing for a plain value."""
    if isinstance(value, Mapping):
        return value
    entries = value if isinstance(value, list) else []
    names = _ids(value) if named else [str(n + 1) for n in range(len(entries))]
    return dict(zip(names, entries, strict=True))


def _is_named(value: Data | Record) -> bool:
    """Tell whether each entry of a list has an id of its own, or there is no list."""
    return not isinstance(value, list) or len(set(_ids(value))) == len(value)


def _ids(value: Data | Record) -> list[str]:
    entries = value if isinstance(value, list) else []
    ids = (one.get("id") for one in entries if isinstance(one, dict))
    return [one for one in ids if isinstance(one, str)]


def _scalar(value: Data | Record) -> Scalar:
    return value if isinstance(value, str | int | float | bool) else None


def _short(value: Scalar) -> Scalar:
    if isinstance(value, str) and len(value) > _LONGEST:
        return f"{value[:_LONGEST]}…"
    return value

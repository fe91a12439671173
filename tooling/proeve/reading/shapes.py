"""What a document of a kind may hold, field by field, as values for guided forms.

The schema stays the judge of a whole document; a shape is what somebody who fills it
in must know: what sort of value, which ones, how many, and what it is called.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import Any

from proeve.reading.fields import Part, Place
from proeve.reading.schemafiles import schema_of
from proeve.words.say import Language


class Sort(StrEnum):
    """What sort of value a field holds."""

    TEXT = "text"
    WHOLE = "whole"
    NUMBER = "number"
    FLAG = "flag"
    CHOICE = "choice"
    FIXED = "fixed"
    RATING = "rating"
    LIST = "list"
    RECORD = "record"
    TABLE = "table"


_SORTS: Mapping[str, Sort] = {
    "string": Sort.TEXT,
    "integer": Sort.WHOLE,
    "number": Sort.NUMBER,
    "boolean": Sort.FLAG,
    "array": Sort.LIST,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """One field: what it holds and what it is called.

    `meant` is the name of the shared definition, such as `date` or `unit`. `least` and
    `most` bound a number, the length of a text or the entries of a list. A record has
    `fields`; a list or table has `entries`.
    """

    sort: Sort
    meant: str = ""
    title: Mapping[Language, str] = field(default_factory=dict[Language, str])
    description: Mapping[Language, str] = field(default_factory=dict[Language, str])
    choices: tuple[str, ...] = ()
    fixed: str = ""
    pattern: str = ""
    example: str = ""
    least: float | None = None
    most: float | None = None
    fields: Mapping[str, "Shape"] = field(default_factory=dict[str, "Shape"])
    required: frozenset[str] = frozenset()
    entries: "Shape | None" = None

    def at(self, *pointer: Part) -> "Shape | None":
        """Return the shape that a pointer leads to; None where there is none."""
        found: Shape | None = self
        for part in pointer:
            if found is None:
                return None
            own = found.fields.get(part) if isinstance(part, str) else None
            found = own or found.entries
        return found


@cache
def shape_of(kind: str) -> Shape:
    """Return the shape of documents of a kind."""
    return _shape(Place(schema_of(kind), kind))


def _shape(place: Place) -> Shape:
    every = [each.schema for each in place.all()]
    sort, words = _sort(every), place.words()
    dutch = words.get("x-nl", {})
    title, text = words.get("title", ""), words.get("description", "")
    least, most = _bounds(every)
    return Shape(
        sort=sort,
        meant=_meant(place.schema),
        title={"nl": dutch.get("title", title), "en": title},
        description={"nl": dutch.get("description", text), "en": text},
        choices=tuple(_first(every, "enum") or ()),
        fixed=str(_first(every, "const") or ""),
        pattern=str(_first(every, "pattern") or ""),
        example=str(next(iter(_first(every, "examples") or ()), "")),
        least=least,
        most=most,
        fields=_fields(place, every) if sort is Sort.RECORD else {},
        required=frozenset(_first(every, "required") or ()),
        entries=_entries(place) if sort in (Sort.LIST, Sort.TABLE) else None,
    )


def _sort(every: list[dict[str, Any]]) -> Sort:
    if _first(every, "const") is not None:
        return Sort.FIXED
    if _first(every, "enum") is not None:
        return Sort.CHOICE
    kind = _first(every, "type")
    if isinstance(kind, list):
        return Sort.RATING
    if kind == "object":
        return Sort.RECORD if _first(every, "properties") else Sort.TABLE
    return _SORTS.get(str(kind), Sort.TEXT)


def _bounds(every: list[dict[str, Any]]) -> tuple[float | None, float | None]:
    least = ("minimum", "minLength", "minItems", "minProperties")
    most = ("maximum", "maxLength", "maxItems", "maxProperties")
    return _number(every, least), _number(every, most)


def _number(every: list[dict[str, Any]], words: tuple[str, ...]) -> float | None:
    found = (_first(every, word) for word in words)
    return next((each for each in found if isinstance(each, int | float)), None)


def _meant(schema: dict[str, Any]) -> str:
    """Return the name of the shared definition that a field refers to."""
    _, defined, name = str(schema.get("$ref", "")).rpartition("#/$defs/")
    return name if defined else ""


def _fields(place: Place, every: list[dict[str, Any]]) -> dict[str, Shape]:
    found: dict[str, Shape] = {}
    for name in _first(every, "properties") or {}:
        inside = place.into(name)
        if inside is not None:
            found[name] = _shape(inside)
    return found


def _entries(place: Place) -> Shape | None:
    inside = place.into("#") or place.into("")
    return _shape(inside) if inside is not None else None


def _first(every: list[dict[str, Any]], word: str) -> Any:  # noqa: ANN401 - a schema's
    """Return what the nearest of these schemas says for a word, or None."""
    return next((each[word] for each in every if word in each), None)

"""What a field of a document is called, is for and may hold, as its schema tells it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import Any

from proeve.reading.schemafiles import BASE, by_uri, schema_of
from proeve.words.say import Language

Part = str | int


class Shape(StrEnum):
    """What kind of value a field holds."""

    TEXT = "text"
    WHOLE = "whole"
    NUMBER = "number"
    YES_NO = "yes_no"
    LIST = "list"
    MAP = "map"  # keys that the schema does not name
    GROUP = "group"  # fields that the schema names


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One field: its words in both languages, its shape, and what lies inside it.

    `fields` are those of a group, `inside` what each entry of a list or map is. `fixed`
    is the only value that a constant can have. `meant` names the shared definition,
    such as `date` or `unit`; `least` and `most` bound a number, the length of a text or
    the entries of a list.
    """

    title: Mapping[Language, str]
    description: Mapping[Language, str]
    shape: Shape = Shape.TEXT
    required: bool = False
    choices: tuple[str, ...] = ()
    fields: "Mapping[str, Form]" = field(default_factory=dict[str, "Form"])
    inside: "Form | None" = None
    fixed: str | None = None
    long: bool = False
    examples: tuple[str, ...] = ()
    meant: str = ""
    pattern: str = ""
    least: float | None = None
    most: float | None = None

    def titled(self, language: Language) -> str:
        """Return what the field is called."""
        return self.title[language]

    def says(self, language: Language) -> str:
        """Return what the field is for."""
        return self.description[language] or self.title[language]


def form_of(kind: str) -> Form:
    """Return the whole form of a kind of document."""
    return _whole(kind)


def field_at(kind: str, pointer: Sequence[Part]) -> Form | None:
    """Return the field that a pointer leads to in documents of a kind; None if none."""
    return _found(
        kind, tuple("#" if isinstance(part, int) else part for part in pointer)
    )


@cache
def _whole(kind: str) -> Form:
    return _form(_Place(schema_of(kind), kind))


@cache
def _found(kind: str, pointer: tuple[str, ...]) -> Form | None:
    at = _Place(schema_of(kind), kind)
    for part in pointer:
        found = at.into(part)
        if found is None:
            return None
        at = found
    return _form(at) if at.words() else None


@dataclass(frozen=True, slots=True)
class _Place:
    """A schema, and the file in which its references are meant."""

    schema: dict[str, Any]
    file: str

    def into(self, part: str) -> "_Place | None":
        """Return the schema of a key, or of the entries of a list."""
        for place in self._all():
            schema = place.schema
            found = schema.get("properties", {}).get(part)
            if found is None and part == "#":
                found = schema.get("items")
            if found is None and part != "#":
                found = schema.get("additionalProperties")
            if isinstance(found, dict):
                return _Place(found, place.file)
        return None

    def first(self, word: str) -> object:
        """Return what the nearest schema says under a word; None if none does."""
        found = (each.schema[word] for each in self._all() if word in each.schema)
        return next(found, None)

    def names(self) -> dict[str, bool]:
        """Return the keys that are named here, and whether each must be there."""
        every = self._all()
        needed = {key for each in every for key in each.schema.get("required", ())}
        keys = (key for each in every for key in each.schema.get("properties", {}))
        return {key: key in needed for key in keys}

    def words(self) -> "dict[str, Any]":
        """Return the nearest schema that has a title."""
        return next((each.schema for each in self._all() if "title" in each.schema), {})

    def _all(self) -> "list[_Place]":
        """Return the schema itself, what it refers to, and its alternatives."""
        found: list[_Place] = []
        waiting: list[_Place] = [self]
        while waiting:
            place = waiting.pop(0)
            found.append(place)
            if "$ref" in place.schema:
                waiting.append(_target(place.schema["$ref"], place.file))
            for word in ("allOf", "anyOf", "oneOf"):
                waiting += [
                    _Place(each, place.file) for each in place.schema.get(word, ())
                ]
        return found


def _target(reference: str, file: str) -> _Place:
    name, _, inside = reference.partition("#")
    owner = name.removesuffix(".schema.json") if name else file
    schema = by_uri(f"{BASE}{owner}.schema.json")
    for part in inside.strip("/").split("/") if inside.strip("/") else ():
        schema = schema[part]
    return _Place(schema, owner)


_LONG = 200
_SHAPES: Mapping[str, Shape] = {
    "integer": Shape.WHOLE,
    "number": Shape.NUMBER,
    "boolean": Shape.YES_NO,
    "array": Shape.LIST,
}


def _form(place: _Place, *, required: bool = False) -> Form:
    """Return the form of a place and of all that lies inside it."""
    words = place.words()
    dutch = words.get("x-nl", {})
    title = words.get("title", "")
    shape = _shape(place)
    fixed, longest = place.first("const"), place.first("maxLength")
    return Form(
        title={"nl": dutch.get("title", title), "en": title},
        description={
            "nl": dutch.get("description", ""),
            "en": words.get("description", ""),
        },
        shape=shape,
        required=required,
        choices=_texts(place.first("enum")),
        fields=_fields(place) if shape is Shape.GROUP else {},
        inside=_inside(place, shape),
        fixed=None if fixed is None else str(fixed),
        long=isinstance(longest, int) and longest > _LONG,
        examples=_texts(place.first("examples")),
        meant=_meant(place.schema),
        pattern=str(place.first("pattern") or ""),
        least=_bound(place, _LEAST),
        most=_bound(place, _MOST),
    )


_LEAST = ("minimum", "minLength", "minItems", "minProperties")
_MOST = ("maximum", "maxLength", "maxItems", "maxProperties")


def _bound(place: _Place, words: tuple[str, ...]) -> float | None:
    found = (place.first(word) for word in words)
    return next((each for each in found if isinstance(each, int | float)), None)


def _meant(schema: dict[str, Any]) -> str:
    """Return the name of the shared definition that a field refers to."""
    _, defined, name = str(schema.get("$ref", "")).rpartition("#/$defs/")
    return name if defined else ""


def _texts(listed: object) -> tuple[str, ...]:
    return tuple(str(each) for each in listed) if isinstance(listed, list) else ()


def _shape(place: _Place) -> Shape:
    kind = place.first("type")
    if kind == "object" or (kind is None and place.names()):
        return Shape.GROUP if place.names() else Shape.MAP
    return _SHAPES.get(kind, Shape.TEXT) if isinstance(kind, str) else Shape.TEXT


def _fields(place: _Place) -> dict[str, Form]:
    found: dict[str, Form] = {}
    for key, required in place.names().items():
        inner = place.into(key)
        if inner is not None:
            found[key] = _form(inner, required=required)
    return found


def _inside(place: _Place, shape: Shape) -> Form | None:
    if shape is Shape.LIST:
        inner = place.into("#")
    elif shape is Shape.MAP:
        inner = place.into("any key")
    else:
        return None
    return _form(inner) if inner else None

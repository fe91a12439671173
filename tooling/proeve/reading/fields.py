"""What a field of a document is called and is for, as its schema tells readers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from proeve.reading.schemafiles import BASE, by_uri, schema_of
from proeve.words.say import Language

Part = str | int


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """The title and the description of a field, in both languages."""

    title: Mapping[Language, str]
    description: Mapping[Language, str]


def field_at(kind: str, pointer: Sequence[Part]) -> Field | None:
    """Return the field that a pointer leads to in documents of a kind; None if none."""
    return _found(
        kind, tuple("#" if isinstance(part, int) else part for part in pointer)
    )


@cache
def _found(kind: str, pointer: tuple[str, ...]) -> Field | None:
    at = Place(schema_of(kind), kind)
    for part in pointer:
        found = at.into(part)
        if found is None:
            return None
        at = found
    return _field(at)


@dataclass(frozen=True, slots=True)
class Place:
    """A schema, and the file in which its references are meant."""

    schema: dict[str, Any]
    file: str

    def into(self, part: str) -> "Place | None":
        """Return the schema of a key, or of the entries of a list."""
        for place in self.all():
            schema = place.schema
            found = schema.get("properties", {}).get(part)
            if found is None and part == "#":
                found = schema.get("items")
            if found is None and part != "#":
                found = schema.get("additionalProperties")
            if isinstance(found, dict):
                return Place(found, place.file)
        return None

    def words(self) -> "dict[str, Any]":
        """Return the nearest schema that has a title."""
        return next((each.schema for each in self.all() if "title" in each.schema), {})

    def all(self) -> "list[Place]":
        """Return the schema itself, what it refers to, and its alternatives."""
        found: list[Place] = []
        waiting: list[Place] = [self]
        while waiting:
            place = waiting.pop(0)
            found.append(place)
            if "$ref" in place.schema:
                waiting.append(_target(place.schema["$ref"], place.file))
            for word in ("allOf", "anyOf", "oneOf"):
                waiting += [
                    Place(each, place.file) for each in place.schema.get(word, ())
                ]
        return found


def _target(reference: str, file: str) -> Place:
    name, _, inside = reference.partition("#")
    owner = name.removesuffix(".schema.json") if name else file
    schema = by_uri(f"{BASE}{owner}.schema.json")
    for part in inside.strip("/").split("/") if inside.strip("/") else ():
        schema = schema[part]
    return Place(schema, owner)


def _field(place: Place) -> Field | None:
    words = place.words()
    if not words:
        return None
    dutch = words.get("x-nl", {})
    return Field(
        title={"nl": dutch.get("title", words["title"]), "en": words["title"]},
        description={
            "nl": dutch.get("description", ""),
            "en": words.get("description", ""),
        },
    )

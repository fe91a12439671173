"""The schemas as the tool ships them; none is ever fetched from elsewhere."""

import json
from functools import cache
from typing import Any

from proeve.errors import LawError
from proeve.reading import shipped

BASE = "https://proeve.example/schemas/"
"""Where the schemas say they live, so that they can name one another."""
ENDING = ".schema.json"


@cache
def schema_of(name: str) -> dict[str, Any]:
    """Return the shipped schema with this name: a kind of document or `definitions`."""
    path = shipped.folder("schemas") / f"{name}{ENDING}"
    try:
        schema = json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        raise broken(name) from error
    if not isinstance(schema, dict):
        raise broken(name)
    return schema


def by_uri(uri: str) -> dict[str, Any]:
    """Return the shipped schema that a `$ref` names."""
    name = uri.removeprefix(BASE).removesuffix(ENDING)
    if uri != f"{BASE}{name}{ENDING}" or "/" in name:
        raise broken(uri)
    return schema_of(name)


def broken(name: str) -> LawError:
    """Return the error for a schema of the tool's own that cannot be used."""
    return LawError(
        f"Het schema {name} van Proeve zelf is onleesbaar; installeer Proeve opnieuw.",
        f"Proeve's own schema {name} cannot be read; install Proeve again.",
    )

"""Asks jsonschema which keywords a document fails, with its English left behind.

Made to agree with jsonschema-rs, which gives the first verdict: same formats, and
patterns that mean the same in both.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker, validators
from jsonschema.exceptions import ValidationError
from referencing import Registry, Resource

from proeve.model.document import Data, Document
from proeve.model.findings import Pointer
from proeve.process.documents import Kind
from proeve.reading import schemafiles
from proeve.reading.formats import FORMATS


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """One keyword of a schema that one value fails."""

    keyword: str
    asked: Any
    """What the schema asks: the value of the keyword."""
    schema: Mapping[str, Any]
    """The part of the schema that holds the keyword."""
    value: Any
    pointer: Pointer
    branch: int | str
    """Which branch of the `oneOf` or `anyOf` that this failure is a detail of."""
    depth: int
    """How far below the value of that `oneOf` or `anyOf`."""
    details: tuple["Failure", ...]


def failures(document: Document) -> Iterator[Failure]:
    """Return what jsonschema finds in the document."""
    validator = _validator(document.kind.name)
    return map(_failure, validator.iter_errors(document.data))


def fits(kind: Kind, data: Data) -> bool:
    """Tell what jsonschema thinks of data that jsonschema-rs gave its verdict on."""
    return bool(_validator(kind.name).is_valid(data))


def _failure(error: ValidationError) -> Failure:
    schema = error.schema if isinstance(error.schema, Mapping) else {}
    pointer = tuple(error.absolute_path)
    # An error about the name of a field carries the path of what holds the field.
    if "propertyNames" in error.absolute_schema_path:
        pointer = (*pointer, str(error.instance))
    return Failure(
        keyword=str(error.validator),
        asked=error.validator_value,
        schema=schema,
        value=error.instance,
        pointer=pointer,
        branch=error.schema_path[0] if error.schema_path else "",
        depth=len(error.path),
        details=tuple(map(_failure, error.context or ())),
    )


@cache
def _validator(name: str) -> Any:  # noqa: ANN401 - a class that `extend` makes
    return _class()(
        schemafiles.schema_of(name),
        registry=_registry(),
        format_checker=_formats(),
    )


@cache
def _class() -> Any:  # noqa: ANN401
    extend: Any = validators.extend
    return extend(Draft202012Validator, {"pattern": _pattern})


@cache
def _registry() -> Registry[Any]:
    registry: Any = Registry
    made: Registry[Any] = registry(retrieve=_resource)
    return made


def _resource(uri: str) -> Resource[Any]:
    return Resource.from_contents(schemafiles.by_uri(uri))


def _formats() -> FormatChecker:
    checker = FormatChecker(formats=())
    for name, fits_format in FORMATS.items():
        checker.checks(name)(fits_format)
    return checker


def _pattern(
    _validator: object, pattern: str, value: object, _schema: object
) -> Iterator[ValidationError]:
    # Python's `$` also fits before a last line end; that of JSON Schema does not.
    ends = re.sub(r"\$$", r"\\Z", pattern)
    if isinstance(value, str) and not re.search(ends, value, re.ASCII):
        yield ValidationError("")

"""The fast validator and the one that explains give the same verdict on everything."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import jsonschema_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proeve.model.document import Data
from proeve.process.documents import KINDS
from proeve.reading import failures, schemas
from proeve.reading.faults import _TELLERS
from proeve.reading.formats import FORMATS
from proeve.reading.shipped import folder
from proeve.reading.yamltext import data_of

CASES = Path(__file__).parents[1] / "cases"
NAMES = sorted(path.name for path in folder("schemas").glob("*.json"))
APPLIED = {
    *("$schema", "$id", "$ref", "$defs", "title", "description", "x-nl", "examples"),
    *("properties", "patternProperties", "items", "propertyNames", "default"),
    *("allOf", "if", "then", "else"),
}
"""Keywords that say nothing wrong themselves; the rest has its own way of telling."""


@cache
def examples() -> list[tuple[str, dict[str, Data]]]:
    found = []
    for path in sorted(CASES.glob("*/*/*.yml")):
        data = data_of(path.read_bytes(), path.name)
        if isinstance(data, dict):
            found.append((path.parent.parent.name, data))
    return found


def agree(kind: str, data: Data) -> bool:
    return schemas.fits(KINDS[kind], data) == failures.fits(KINDS[kind], data)


@pytest.mark.parametrize("kind", KINDS)
def test_they_agree_on_every_example(kind: str) -> None:
    for name, data in examples():
        if name == kind:
            assert agree(kind, data)


def test_they_agree_on_documents_of_another_kind() -> None:
    for at, (_, data) in enumerate(examples()):
        kind = list(KINDS)[at % len(KINDS)]
        assert agree(kind, data), (kind, data)


ODD = st.sampled_from(
    [
        *("", " ", "x", "x\n", "V", "V\n", "p-4f2a91c0\n", "\u0661\u0662", "é" * 500),
        *("2027-02-29", "2028-02-29", "2027-01-31\n", "2027-1-31", "20270131"),
        *("2027-W01-1", "2027-01-31T25:00:00Z", "2027-01-31T09:30Z", "0000-01-01"),
        *(
            "2027-01-31T09:30:00+01:00",
            "2027-01-31T09:30:00+99:00",
            "2027-01-31t09:30Z",
        ),
        *(None, True, False, 0, 1, -1, 7, 5.5, 0.1, 10**15 - 1),
    ]
)
VALUES = st.recursive(
    ODD | st.text(max_size=5) | st.integers(-5, 10**15),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["nl", "en", "a", "E1", "B1-K1"]), inner)
    ),
    max_leaves=4,
)


def places(value: Data) -> Iterator[dict[str, Data] | list[Data]]:
    """Every mapping and list in a value that holds something."""
    if isinstance(value, dict | list) and value:
        yield value
        for inner in value.values() if isinstance(value, dict) else value:
            yield from places(inner)


@st.composite
def mutated(draw: st.DrawFn) -> tuple[str, dict[str, Data]]:
    """The data of an example after a few small changes."""
    kind, original = draw(st.sampled_from(examples()))
    data: dict[str, Data] = json.loads(json.dumps(original))
    for _ in range(draw(st.integers(1, 2))):
        held = draw(st.sampled_from(list(places(data)) or [data]))
        value: Data = draw(VALUES)
        if isinstance(held, list):
            at = draw(st.integers(0, len(held) - 1))
            held[at : at + 1] = draw(st.sampled_from([[], [value], [held[at]] * 2]))
        else:
            key = draw(st.sampled_from([*held, "unknown"]))
            held[key] = value
            if draw(st.booleans()):
                del held[key]
    return kind, data


@given(mutated())
@settings(max_examples=500)
def test_they_agree_on_mutated_documents(mutation: tuple[str, dict[str, Data]]) -> None:
    kind, data = mutation
    assert agree(kind, data)


@pytest.mark.parametrize("name", sorted(FORMATS))
@given(value=ODD)
def test_formats_are_asserted_by_both(name: str, value: Data) -> None:
    schema = {"format": name}
    fast = jsonschema_rs.Draft202012Validator(
        schema, formats=dict(FORMATS), validate_formats=True
    )
    assert fast.is_valid(value) == FORMATS[name](value)
    assert failures._formats().conforms(value, name) == FORMATS[name](value)


@pytest.mark.parametrize(
    "day", ["2027-02-29", "2027-13-01", "2027-04-31", "0000-01-01"]
)
def test_a_day_that_the_calendar_has_not_is_no_date(day: str) -> None:
    assert not FORMATS["date"](day)
    assert not FORMATS["date-time"](f"{day}T09:30:00Z")


def keywords(schema: object) -> Iterator[tuple[str, object]]:
    """Every keyword of a schema with its value; names of fields are not keywords."""
    if isinstance(schema, dict):
        for key, value in schema.items():
            yield key, value
            named = key in ("properties", "patternProperties", "$defs", "x-nl")
            for inner in value.values() if named else [value]:
                if key != "x-nl":
                    yield from keywords(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from keywords(inner)


@pytest.mark.parametrize("name", NAMES)
def test_schemas_ask_nothing_that_cannot_be_told(name: str) -> None:
    asked = list(keywords(json.loads((folder("schemas") / name).read_bytes())))
    assert {key for key, _ in asked} <= APPLIED | set(_TELLERS)
    assert {value for key, value in asked if key == "format"} <= set(FORMATS)


@pytest.mark.parametrize("name", NAMES)
def test_patterns_mean_the_same_to_both(name: str) -> None:
    schema = json.loads((folder("schemas") / name).read_bytes())
    for key, value in keywords(schema):
        if key == "pattern":
            bare = re.sub(r"\\[.*n]|\[[^\]\\]*\]", "", str(value))
            # No \d, \w, \b, lookaround or set operation: these differ in the two.
            assert not re.search(r"\\|\(\?|&&|~~", bare), value
            assert bare.startswith("^"), value
            assert bare.index("$") == len(bare) - 1, value

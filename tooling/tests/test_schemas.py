import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from proeve.process.documents import KINDS
from proeve.process.vocabulary import Outcome, Part, Role, StepId

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "schemas"
CASES = ROOT / "tooling/tests/cases"
NAMES = sorted(path.name for path in SCHEMAS.glob("*.schema.json"))

Schema = dict[str, object]

OWN_WORDS = {
    "side": frozenset({"student"}),
    "dispute": frozenset({"third_assessor"}),
    "way": frozenset({"third_assessor"}),
    "part": frozenset({"execution"}),
    "kind": frozenset({"consensus", "evidence"}),
    "judged_by": frozenset({"evidence"}),
    "retention_trigger": frozenset({"archive"}),
}
"""Fields with a vocabulary of their own, of which a word is also a role or a step."""

LIMITS = {"string": "maxLength", "array": "maxItems"}
SHARED = "definitions.schema.json"


def load(name: str) -> Schema:
    loaded: Schema = json.loads((SCHEMAS / name).read_text(encoding="utf-8"))
    return loaded


def nodes(
    value: object, way: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], Schema]]:
    """Every mapping in a schema with the way to it."""
    if isinstance(value, dict):
        yield way, value
        for key, inner in value.items():
            yield from nodes(inner, (*way, key))
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from nodes(inner, (*way, str(at)))


def shapes(name: str) -> Iterator[tuple[tuple[str, ...], Schema]]:
    """Every mapping that is a schema, leaving out conditions and the languages."""
    for way, node in nodes(load(name)):
        inside = way[-1] if way else ""
        if inside in ("x-nl", "properties", "$defs") or "if" in way or "oneOf" in way:
            continue
        yield way, node


def properties(name: str) -> Iterator[tuple[str, Schema]]:
    """Every property and every shared definition, with the way to it."""
    for way, node in nodes(load(name)):
        if len(way) > 1 and way[-2] in ("properties", "$defs") and "if" not in way:
            yield "/".join(way), node


def limited(node: Schema) -> bool:
    """Whether the length of what fits has an end."""
    kinds = node.get("type")
    for kind in kinds if isinstance(kinds, list) else [kinds]:
        limit = LIMITS.get(str(kind))
        if limit is None or limit in node or "enum" in node or "const" in node:
            continue
        if kind == "string" and not re.search(
            r"[*+]|,\}", str(node.get("pattern", "*"))
        ):
            continue
        return False
    counted = isinstance(node.get("additionalProperties"), dict)
    return not counted or "maxProperties" in node


def test_every_kind_of_document_has_a_schema_and_nothing_else_has_one() -> None:
    assert {f"{kind}.schema.json" for kind in KINDS} | {SHARED} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_valid_and_says_where_it_lives(name: str) -> None:
    schema = load(name)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"https://proeve.example/schemas/{name}"


@pytest.mark.parametrize("kind", KINDS)
def test_a_document_names_its_schema(kind: str) -> None:
    schema = load(f"{kind}.schema.json")
    fields = schema["properties"]
    assert isinstance(fields, dict)
    assert fields["schema"]["const"] == KINDS[kind].schema
    assert "schema" in str(schema["required"])


@pytest.mark.parametrize("name", NAMES)
def test_every_schema_and_property_speaks_both_languages(name: str) -> None:
    for way, node in [("", load(name)), *properties(name)]:
        dutch = node.get("x-nl")
        assert isinstance(dutch, dict), way
        for words in (node, dutch):
            assert str(words.get("title", "")).strip(), way
            assert str(words.get("description", "")).endswith("."), way


@pytest.mark.parametrize("name", NAMES)
def test_every_mapping_is_closed(name: str) -> None:
    for way, node in shapes(name):
        if "properties" in node or node.get("type") == "object":
            rest = node.get("additionalProperties", True)
            closed = rest is False or (
                isinstance(rest, dict) and "propertyNames" in node
            )
            assert closed, "/".join(way)


@pytest.mark.parametrize("name", NAMES)
def test_every_text_list_and_mapping_has_an_end(name: str) -> None:
    for way, node in shapes(name):
        assert limited(node), "/".join(way)


@pytest.mark.parametrize("name", NAMES)
def test_no_role_or_step_is_listed_in_a_schema(name: str) -> None:
    process = {*Role, *Part, *StepId}
    for way, node in shapes(name):
        listed = node.get("enum")
        words = frozenset(map(str, listed)) if isinstance(listed, list) else frozenset()
        field = [part for part in way if part not in ("properties", "items")][-1:]
        own = OWN_WORDS.get("".join(field), frozenset())
        assert not (words & process) - own, "/".join(way)


def test_the_outcomes_are_those_of_the_process() -> None:
    shared = load(SHARED)["$defs"]
    assert isinstance(shared, dict)
    assert shared["outcome"]["enum"] == list(Outcome)


@pytest.mark.parametrize("name", NAMES)
def test_every_reference_leads_somewhere(name: str) -> None:
    for way, node in nodes(load(name)):
        reference = node.get("$ref")
        if isinstance(reference, str):
            file, _, pointer = reference.partition("#/")
            target: object = load(file or name)
            for part in pointer.split("/"):
                assert isinstance(target, dict), "/".join(way)
                target = target[part]


def test_every_shared_definition_is_used() -> None:
    used = {
        str(node["$ref"]).rpartition("/")[2]
        for name in NAMES
        for _, node in nodes(load(name))
        if "$ref" in node
    }
    shared = load(SHARED)["$defs"]
    assert isinstance(shared, dict)
    assert set(shared) <= used


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_examples(kind: str) -> None:
    assert len(list((CASES / kind / "valid").glob("*.yml"))) >= 1
    assert len(list((CASES / kind / "invalid").glob("*.yml"))) >= 2


@pytest.mark.parametrize(
    "path",
    sorted(CASES.glob("*/invalid/*.yml")),
    ids=lambda path: f"{path.parts[-3]}/{path.name}",
)
def test_an_invalid_example_says_what_it_must_give(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert re.fullmatch(r"# expect: [0-9]+:[0-9]+ [a-z]+(\.[a-z-]+)+", first)

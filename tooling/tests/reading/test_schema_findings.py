from collections.abc import Callable

import pytest

from proeve.model.document import Document
from proeve.process.documents import Kind
from proeve.reading import failures, schemafiles, schemas
from proeve.reading.documents import read_as
from proeve.reading.paths import kind_at
from proeve.words.saying import sentence

Reading = Callable[[dict[str, object], str], list[str]]


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Reading:
    """Read a text as a kind with this schema, and tell its findings."""

    def told(schema: dict[str, object], text: str) -> list[str]:
        own = {"properties": {"schema": {}}, **schema}
        monkeypatch.setattr(schemafiles, "schema_of", lambda _name: own)
        failures._validator.cache_clear()
        schemas._validator.cache_clear()
        form = kind_at("exams/groups/g/e/forms/first.yml")
        assert form is not None
        kind = Kind("own", form.path)
        found = read_as(kind, "x.yml", text.encode())
        failures._validator.cache_clear()
        schemas._validator.cache_clear()
        if isinstance(found, Document):
            return []
        for finding in found:
            assert "{" not in sentence(finding.code, finding.args, "nl").text
        return [f"{str(each.where)[6:]} {each.code}" for each in found]

    return told


def field(**asked: object) -> dict[str, object]:
    return {"properties": {"a": asked}}


@pytest.mark.parametrize(
    ("asked", "value", "expected"),
    [
        ({"type": "string"}, "1", "schema.type"),
        ({"type": "string"}, "null", "schema.type"),
        ({"type": "integer"}, "010", "schema.type"),
        ({"type": "integer"}, "true", "schema.type"),
        ({"type": "integer"}, "1.5", "schema.type"),
        ({"type": "boolean"}, "no", "schema.type"),
        ({"type": ["string", "number"]}, "[]", "schema.type"),
        ({"enum": ["x", "y"]}, "z", "schema.enum"),
        ({"enum": [1]}, "true", "schema.enum"),
        ({"const": "x"}, "z", "schema.enum"),
        ({"pattern": "^[a-z]$"}, "A", "schema.pattern"),
        ({"pattern": "^[a-z]$"}, '"a\\n"', "schema.pattern"),
        ({"format": "date"}, "2027-02-29", "schema.format"),
        ({"format": "date-time"}, "2027-01-31", "schema.format"),
        ({"minLength": 2}, "x", "schema.too-short"),
        ({"maxLength": 2}, "xyz", "schema.too-long"),
        ({"minimum": 1, "maximum": 9}, "10", "schema.range"),
        ({"exclusiveMinimum": 1}, "1", "schema.range"),
        ({"minItems": 1}, "[]", "schema.too-few"),
        ({"maxItems": 1}, "[1, 2]", "schema.too-many"),
        ({"minProperties": 1}, "{}", "schema.too-few"),
        ({"maxProperties": 1}, "{x: 1, y: 2}", "schema.too-many"),
        ({"uniqueItems": True}, "[x, y, x]", "schema.repeated"),
        ({"not": {}}, "x", "schema.fit"),
        # several keywords, one fault
        ({"pattern": "^x$", "maxLength": 1, "format": "date"}, "zz", "schema.pattern"),
        ({"type": "string", "enum": ["x"]}, "1", "schema.type"),
        ({"allOf": [{"minLength": 2}, {"minLength": 2}]}, "x", "schema.too-short"),
    ],
)
def test_a_wrong_value_is_one_finding_at_its_field(
    read: Reading, asked: dict[str, object], value: str, expected: str
) -> None:
    assert read(field(**asked), f"b: 1\na: {value}\n") == [f"2:1 {expected}"]


def test_missing_fields_are_one_finding_at_what_lacks_them(read: Reading) -> None:
    inner = {"required": ["x", "y"], "type": "object"}
    schema = {"required": ["b", "c"], **field(items=inner)}
    text = "# kop\na:\n  - x: 1\n  - {}\n"
    assert read(schema, text) == [
        "2:1 schema.required",
        "3:5 schema.required",
        "4:5 schema.required",
    ]


def test_unknown_fields_are_each_a_finding_at_their_name(read: Reading) -> None:
    schema = {**field(additionalProperties=False), "additionalProperties": False}
    text = "a: {x: 1, y: 2}\nb: 1\nc: 2\n"
    assert read(schema, text) == [
        "1:5 schema.unknown-field",
        "1:11 schema.unknown-field",
        "2:1 schema.unknown-field",
        "3:1 schema.unknown-field",
    ]


def test_a_wrong_name_of_a_field_is_told_at_that_name(read: Reading) -> None:
    schema = field(propertyNames={"pattern": "^[a-z]$", "maxLength": 1})
    assert read(schema, "a:\n  x: 1\n  yy: 2\n") == ["3:3 schema.pattern"]


def test_an_item_of_a_list_is_told_at_the_item(read: Reading) -> None:
    schema = field(items={"type": "string"})
    assert read(schema, "a: [x, 1, y, 2]\n") == ["1:8 schema.type", "1:14 schema.type"]


def test_a_condition_is_told_as_what_it_asks(read: Reading) -> None:
    schema: dict[str, object] = {
        "if": {"properties": {"a": {"const": "x"}}},
        "then": {"required": ["b"]},
        "else": {"required": ["c"]},
    }
    assert read(schema, "a: x\n") == ["1:1 schema.required"]
    assert read(schema, "a: y\nc: 1\n") == []


CHOICE: dict[str, object] = {"oneOf": [{"required": ["a"]}, {"required": ["b", "c"]}]}


@pytest.mark.parametrize("text", ["d: 1\n", "a: 1\nb: 2\nc: 3\n"])
def test_none_or_several_of_a_choice_is_told_with_the_choices(
    read: Reading, text: str
) -> None:
    assert read(CHOICE, text) == ["1:1 schema.choice"]


def test_of_two_shapes_the_faults_of_the_one_that_was_meant_are_told(
    read: Reading,
) -> None:
    branches = [
        {"properties": {"kind": {"const": "x"}, "n": {"type": "integer"}}},
        {"properties": {"kind": {"const": "y"}}},
    ]
    schema = field(oneOf=[{"type": "null"}, *branches])
    assert read(schema, "a:\n  kind: x\n  n: z\n") == ["3:3 schema.type"]
    assert read(schema, "a:\n  kind: z\n") == ["1:1 schema.fit"]


def test_findings_stand_in_the_order_of_the_text(read: Reading) -> None:
    schema: dict[str, object] = {
        "properties": {"b": {"type": "null"}, "a": {"type": "null"}},
        "required": ["c"],
    }
    assert read(schema, "x: 1\na: 1\nb: 1\n") == [
        "1:1 schema.required",
        "2:1 schema.type",
        "3:1 schema.type",
    ]


def test_the_words_of_a_finding_come_from_the_schema() -> None:
    kind = kind_at("exams/groups/g/e/forms/first.yml")
    assert kind is not None
    found = read_as(kind, "x.yml", b"part: fourth\nschema: proeve/form/v1\n")
    assert isinstance(found, tuple)
    part, required = found
    assert required.args["missing"] == "assessor, nonce, instrument, ratings"
    assert part.args == {
        "field": "part",
        "value": "fourth",
        "allowed": "first, second, third",
    }
    said = sentence(part.code, part.args, "nl")
    assert said.text == "Bij part staat fourth; dat is geen keuze die hier kan."
    assert said.hint == "Kies uit: first, second, third."

"""What a program gets fits the schema that is shipped and documented for it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from proeve.report import outputs
from tests.cli.running import TOP, proeve

pytestmark = pytest.mark.slow

SCHEMAS = Path(outputs.__file__).with_name("schemas")
NAMES = sorted(path.name.removesuffix(".schema.json") for path in SCHEMAS.iterdir())
LATER = "2027-06-30"
COMMANDS = {
    "meeting": "meeting list",
    "policy-check": "policy check",
    "policy": "policy show",
    "committees": "committee list",
    "companies": "company list",
    "instruments": "instrument list",
    "root": "people root show",
    "evidence-verify": "evidence verify",
}


def _schema(name: str) -> dict[str, object]:
    found = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def _documents(practice: Path, name: str) -> Iterator[object]:
    told = [json.loads(line) for line in proeve(practice, "status", "--json").lines]
    exams = [each["exam"].removeprefix("groups/") for each in told]
    people = {
        p for each in told for task in each["waiting_for"] for p in task["people"]
    }
    asked = {
        "status": [["status", "--json"], ["status", exams[0], "--json"]],
        "next": [["next", "--json", "--person", person] for person in sorted(people)],
        "today": [
            ["today", "--json", "--now", moment, "--since", "2026-09-01"]
            for moment in ("2026-11-25", "2027-02-10", LATER)
        ],
        "log": [["log", exam, "--json"] for exam in exams],
        "meeting": [["meeting", "list", "--json"]],
        "results": [["results", "--json"], ["results", "--all", "--json"]],
        "verify": [["verify", "--json"]],
        "lint": [["lint", "--json"]],
        "suspects": [["suspects", "--json"]],
        "explain": [["explain", "--json"], ["explain", "yaml.duplicate", "--json"]],
        "explain-result": [["explain-result", exam, "--json"] for exam in exams],
    }
    asked |= {
        each: [[*words.split(), "--json"]]
        for each, words in COMMANDS.items()
        if each not in asked
    }
    for args in asked[name]:
        ran = proeve(practice, *args)
        assert ran.code in (0, 1), ran.err
        yield from (json.loads(line) for line in ran.lines)


def test_every_looking_command_has_a_schema() -> None:
    looking = {
        "status",
        "next",
        "today",
        "log",
        "verify",
        "lint",
        "suspects",
        "meeting",
        "results",
    }
    assert set(NAMES) == looking | {"explain", "explain-result"} | set(COMMANDS)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_printed_fits_its_schema(practice: Path, name: str) -> None:
    schema = _schema(name)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    documents = list(_documents(practice, name))
    assert documents
    for document in documents:
        faults = [error.message for error in validator.iter_errors(document)]
        assert faults == []


def _fields(schema: object) -> Iterator[dict[str, object]]:
    if isinstance(schema, dict):
        yield from schema.get("properties", {}).values()
        for each in schema.values():
            yield from _fields(each)
    elif isinstance(schema, list):
        for each in schema:
            yield from _fields(each)


@pytest.mark.parametrize("name", NAMES)
def test_every_field_is_explained_in_both_languages(name: str) -> None:
    fields = list(_fields(_schema(name)))
    assert fields
    for field in fields:
        dutch = field["x-nl"]
        assert isinstance(dutch, dict)
        assert str(field["description"]).endswith(".")
        assert str(dutch["description"]).endswith(".")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_handbook_names_every_schema(language: str) -> None:
    page = TOP / "site_templates" / "handbook" / language / "json.md"
    text = page.read_text(encoding="utf-8")
    for name in NAMES:
        assert f"`proeve {COMMANDS.get(name, name)} --json`" in text
        assert f"`{name}.schema.json`" in text


def test_a_document_with_a_strange_field_does_not_fit(practice: Path) -> None:
    line = proeve(practice, "status", "--json").lines[0]
    strange = {**json.loads(line), "name": "somebody"}
    assert not Draft202012Validator(_schema("status")).is_valid(strange)

import multiprocessing
from dataclasses import replace

import pytest

from proeve.errors import LawError
from proeve.model.document import Document
from proeve.model.findings import Location, Position
from proeve.process.documents import KINDS
from proeve.reading import schemafiles, schemas, shipped
from proeve.reading.documents import check_path, data_of, locate, read, read_as

COMPANY = "exams/registry/companies/c-114.yml"
TEXT = b"""\
# yaml-language-server: $schema=../../../schemas/company.schema.json
schema: proeve/company/v1
id: c-114
recognition:
  status: recognised
  checked_at: "2026-09-01"
"""
ACT = f"exams/registry/acts/{'a' * 64}.act"


def codes(path: str, raw: bytes = TEXT) -> list[str]:
    found = read(path, raw)
    assert isinstance(found, tuple)
    return [f"{finding.where} {finding.code}" for finding in found]


def test_a_good_document_has_its_kind_path_data_and_places() -> None:
    document = read(COMPANY, TEXT)
    assert isinstance(document, Document), document
    assert document.kind is KINDS["company"]
    assert document.path == COMPANY
    assert document.data["id"] == "c-114"
    assert str(document.at("recognition", "status")) == f"{COMPANY}:5:3"
    assert str(document.at("recognition", "unknown")) == f"{COMPANY}:4:1"
    assert str(document.at("unknown")) == f"{COMPANY}:2:1"


def test_the_schema_line_must_name_the_kind_that_the_path_asks() -> None:
    other = TEXT.replace(b"company/v1", b"person/v1")
    assert codes(COMPANY, other) == [f"{COMPANY}:2:1 schema.wrong-kind"]
    assert codes(COMPANY, TEXT.replace(b"/v1", b"/v2")) == [
        f"{COMPANY}:2:1 schema.wrong-kind"
    ]
    assert codes(COMPANY, TEXT.replace(b"proeve/company/v1", b"[1]")) == [
        f"{COMPANY}:2:1 schema.wrong-kind"
    ]


def test_a_document_without_a_schema_line_is_told_so() -> None:
    bare = TEXT.replace(b"schema: proeve/company/v1\n", b"")
    assert codes(COMPANY, bare) == [f"{COMPANY}:2:1 schema.required"]


def test_faults_of_the_text_are_told_before_those_of_the_shape() -> None:
    assert codes(COMPANY, b"id: 1\nid: 2\n") == [f"{COMPANY}:2:1 yaml.duplicate"]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("exams/registry/company/c-114.yml", "path.unknown-file"),
        ("exams/registry/companies/c-114.yaml", "path.unknown-file"),
        ("exams/registry/companies/c-114.yml.orig", "path.unknown-file"),
        ("exams/README.md", "path.part"),
        ("exams", "path.unknown-file"),
        ("exams/", "path.part"),
        ("exams/registry/Companies/c-114.yml", "path.part"),
        ("exams/registry/companies/.hidden.yml", "path.part"),
        ("exams/registry/companies/c 114.yml", "path.part"),
        ("exams/registry/companies/é.yml", "path.part"),
        ("exams/registry/../companies/c-114.yml", "path.part"),
        ("exams/registry//companies/c-114.yml", "path.part"),
        (f"exams/registry/companies/{'c' * 77}.yml", "path.part"),
        ("exams/groups/g/e/forms/first.yml\n", "path.part"),
        ("exams/groups/g/e/a/b/c.yml", "path.unknown-file"),
        ("exams/groups/g/e/a/b/c/d.yml", "path.too-deep"),
        ("registry/companies/c-114.yml", "path.outside"),
        ("Exams/registry/companies/c-114.yml", "path.outside"),
        ("/exams/registry/companies/c-114.yml", "path.outside"),
        ("./exams/registry/companies/c-114.yml", "path.outside"),
        ("", "path.outside"),
    ],
)
def test_a_path_outside_the_grammar_is_a_finding(path: str, expected: str) -> None:
    assert [finding.code for finding in check_path(path)] == [expected]
    assert codes(path) == [f"{path}:1:1 {expected}"]


def test_every_wrong_part_of_a_path_is_told() -> None:
    found = list(check_path("exams/A/b/C.yml"))
    assert [finding.args["part"] for finding in found] == ["A", "C.yml"]


@pytest.mark.parametrize(
    "path", [COMPANY, ACT, f"exams/groups/g/e/evidence/{'0' * 64}"]
)
def test_paths_of_documents_acts_and_evidence_are_good(path: str) -> None:
    assert not list(check_path(path))


def test_an_act_is_no_document() -> None:
    assert codes(ACT) == [f"{ACT}:1:1 path.unknown-file"]


def test_a_worker_hands_over_data_and_the_place_is_found_later() -> None:
    data = data_of(KINDS["company"], COMPANY, TEXT)
    assert isinstance(data, dict)
    where = Location(COMPANY, None, ("recognition", "status"), "c0ffee")
    placed = replace(where, position=Position(5, 3))
    assert locate(where, TEXT) == placed
    assert locate(where, b"[") == where
    assert locate(replace(where, path=ACT), TEXT) == replace(where, path=ACT)


def test_a_document_can_be_sent_to_another_process() -> None:
    document = read(COMPANY, TEXT)
    assert isinstance(document, Document)
    here, there = multiprocessing.Pipe()
    here.send((document.data, document.marks))
    assert there.recv() == (document.data, dict(document.marks))


def test_every_kind_has_a_schema_that_both_validators_take() -> None:
    for kind in KINDS.values():
        assert not schemas.fits(kind, {})
        assert isinstance(read_as(kind, "x.yml", b"a: 1\n"), tuple)


def test_a_schema_of_the_tool_that_is_broken_stops_it() -> None:
    for name in ("no-such-kind", "../pyproject"):
        with pytest.raises(LawError):
            schemafiles.schema_of(name)
    for uri in (
        "https://example.org/x.schema.json",
        f"{schemafiles.BASE}../x.schema.json",
    ):
        with pytest.raises(LawError):
            schemafiles.by_uri(uri)


def test_shipped_folders_come_from_the_checkout_in_an_editable_install() -> None:
    assert (shipped.folder("schemas") / "definitions.schema.json").is_file()
    assert shipped.folder("exams").name == "exams"
    assert shipped.folder("site_templates").is_dir()


def test_shipped_folders_come_from_the_package_when_it_has_them(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path_factory.mktemp("site") / "proeve"
    (package / "data/schemas").mkdir(parents=True)
    monkeypatch.setattr(shipped, "_PACKAGE", package)
    assert shipped.folder("schemas") == package / "data/schemas"
    with pytest.raises(LawError):
        shipped.folder("exams")

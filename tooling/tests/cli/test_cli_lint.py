"""`proeve lint`: documents of a working tree, each finding at its place."""

import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from proeve.reading import working_tree
from tests.cli.running import EXAM, as_program, proeve, rewrite

pytestmark = pytest.mark.slow

GROUP = "exams/groups/mt4-2025-a/group.yml"
NUMBER = 'number: "26-0066-e"'
MISREAD = 'number: "26-0606-e"'


def test_the_sample_school_is_in_order(tree: Path) -> None:
    ran = proeve(tree, "lint")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.endswith(" files checked, 0 findings.\n")


def test_a_misread_number_is_told_at_its_line(tree: Path) -> None:
    rewrite(tree / EXAM, NUMBER, MISREAD)
    ran = proeve(tree, "lint")
    assert ran.code == 1
    assert ran.lines[0].startswith(f"{EXAM}:3:1: exam.number-misread ")


def test_a_key_that_stands_twice_is_told_at_the_second(tree: Path) -> None:
    rewrite(tree / EXAM, "attempt: 1\n", "attempt: 1\nattempt: 2\n")
    ran = proeve(tree, "lint", EXAM)
    line = (tree / EXAM).read_text(encoding="utf-8").splitlines().index("attempt: 2")
    assert ran.code == 1
    assert ran.lines[0].startswith(f"{EXAM}:{line + 1}:1: yaml.duplicate ")


def test_one_broken_document_is_not_told_in_ten_other_ways(tree: Path) -> None:
    rewrite(tree / EXAM, NUMBER, "number: [")
    ran = proeve(tree, "lint", "--format", "jsonl")
    assert {json.loads(line)["path"] for line in ran.lines} == {EXAM}
    assert {json.loads(line)["code"].split(".")[0] for line in ran.lines} == {"yaml"}


def test_a_broken_record_of_the_registry_says_only_that(tree: Path) -> None:
    path = "exams/registry/school.yml"
    rewrite(tree / path, "schema: proeve/school/v1", "schema: proeve/school/v1\nx: 1")
    ran = proeve(tree, "lint", "--format", "jsonl")
    assert {json.loads(line)["path"] for line in ran.lines} == {path}


def test_the_registry_is_judged_by_meaning_too(tree: Path) -> None:
    folder = tree / "exams/registry/companies"
    shutil.copy(folder / "c-114.yml", folder / "c-999.yml")
    ran = proeve(tree, "lint")
    assert ran.code == 1
    assert ran.lines[0].startswith(
        "exams/registry/companies/c-999.yml:3:1: registry.other-id "
    )


def test_an_unknown_file_is_told_among_acts_and_evidence_too(tree: Path) -> None:
    for folder in ("acts", "evidence"):
        place = (tree / EXAM).with_name(folder)
        place.mkdir(exist_ok=True)
        (place / "notes.txt").write_text("x", encoding="utf-8")
    ran = proeve(tree, "lint")
    told = [line.split(":")[0] for line in ran.lines if "path.unknown-file" in line]
    exam = EXAM.removesuffix("/exam.yml")
    assert told == [f"{exam}/acts/notes.txt", f"{exam}/evidence/notes.txt"]


def test_an_exam_without_exam_yml_is_told(tree: Path) -> None:
    (tree / EXAM).unlink()
    ran = proeve(tree, "lint")
    assert ran.code == 1
    assert ran.lines[0].startswith(f"{EXAM}:1:1: exam.absent ")


def test_only_what_is_asked_for_is_told(tree: Path) -> None:
    rewrite(tree / EXAM, NUMBER, MISREAD)
    assert proeve(tree, "lint", GROUP).code == 0
    assert proeve(tree, "lint", "exams/groups/las3-2026-a").code == 0
    assert proeve(tree, "lint", "exams/groups/mt4-2025-a").code == 1
    assert proeve(tree, "lint", str(tree / EXAM)).code == 1


def test_without_a_registry_only_the_shape_is_judged(tree: Path) -> None:
    shutil.rmtree(tree / "exams/registry")
    rewrite(tree / EXAM, NUMBER, MISREAD)
    assert proeve(tree, "lint").code == 0
    rewrite(tree / EXAM, "attempt: 1\n", "attempt: one\n")
    assert proeve(tree, "lint").code == 1


@pytest.mark.parametrize("registry", [True, False])
def test_a_link_is_seen_and_not_followed(tree: Path, *, registry: bool) -> None:
    if not registry:
        shutil.rmtree(tree / "exams/registry")
    (tree / EXAM).unlink()
    (tree / EXAM).symlink_to("/etc/hostname")
    ran = proeve(tree, "lint", EXAM)
    assert ran.code == 1
    assert f"{EXAM}:1:1: path.not-plain " in ran.out


@pytest.mark.parametrize("registry", [True, False])
def test_a_file_outside_exams_is_not_silently_in_order(
    tree: Path, *, registry: bool
) -> None:
    if not registry:
        shutil.rmtree(tree / "exams/registry")
    (tree / "notes.yml").write_text("a: 1\n", encoding="utf-8")
    ran = proeve(tree, "lint", "notes.yml")
    assert ran.code == 1
    assert ran.lines[0].startswith("notes.yml:1:1: path.outside ")


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes on Linux only")
def test_a_name_that_is_no_text_is_told_in_text(tree: Path) -> None:
    folder = os.fsencode(tree / "exams/groups/mt4-2025-a")
    with open(folder + b"/\xff\xfe.yml", "wb") as stream:  # noqa: PTH123 - bytes
        stream.write(b"a: 1\n")
    for style in ("text", "jsonl", "github"):
        ran = proeve(tree, "lint", "--format", style)
        assert ran.code == 1
        ran.out.encode("utf-8")


def test_a_program_gets_one_object_a_finding(tree: Path) -> None:
    rewrite(tree / EXAM, NUMBER, MISREAD)
    ran = proeve(tree, "lint", "--format", "jsonl")
    (told,) = (json.loads(line) for line in ran.lines)
    assert (ran.code, ran.err) == (1, "")
    assert (told["path"], told["line"], told["column"]) == (EXAM, 3, 1)
    assert told["code"] == "exam.number-misread"
    assert told["commit"] is None


def test_a_forge_gets_one_annotation_a_finding(tree: Path) -> None:
    rewrite(tree / EXAM, NUMBER, MISREAD)
    ran = proeve(tree, "lint", "--format", "github", lang="nl")
    assert ran.code == 1
    assert ran.lines == [
        f"::error file={EXAM},line=3,col=1,title=exam.number-misread::"
        "Het examennummer 26-0606-e klopt niet: het laatste teken past er niet bij. "
        "Lees het nummer opnieuw; waarschijnlijk is een teken verwisseld."
    ]


@pytest.mark.parametrize("style", ["text", "jsonl", "github"])
def test_text_from_an_exam_commands_no_runner(tree: Path, style: str) -> None:
    rewrite(tree / EXAM, "type: portfolio", 'type: "\\n::error::owned"')
    ran = proeve(tree, "lint", "--format", style)
    assert ran.code == 1
    assert not any(line.startswith("::error::owned") for line in ran.lines)


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("nl", "proeve: exams/nowhere.yml bestaat niet.\n"),
        ("en", "proeve: exams/nowhere.yml does not exist.\n"),
    ],
)
@pytest.mark.parametrize("registry", [True, False])
def test_a_path_that_is_not_there_ends_with_one_sentence(
    tree: Path, lang: str, sentence: str, *, registry: bool
) -> None:
    if not registry:
        shutil.rmtree(tree / "exams/registry")
    ran = proeve(tree, "lint", "exams/nowhere.yml", lang=lang)
    assert (ran.code, ran.out, ran.err) == (3, "", sentence)


def test_a_folder_without_exams_ends_with_one_sentence(tmp_path: Path) -> None:
    ran = proeve(tmp_path, "lint")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.count("\n") == 1


def test_a_file_that_may_not_be_read_ends_with_one_sentence(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    # By its mode a file is refused to nobody who may read everything.
    monkeypatch.setattr(working_tree, "open", refuse, raising=False)
    ran = proeve(tree, "lint", EXAM)
    assert (ran.code, ran.out, ran.err.count("\n")) == (3, "", 1)


def test_the_program_says_the_same(tree: Path) -> None:
    rewrite(tree / EXAM, NUMBER, MISREAD)
    ran = as_program(tree, "lint", "--lang", "en", EXAM)
    assert ran.code == 1
    assert ran.lines == proeve(tree, "lint", EXAM).lines

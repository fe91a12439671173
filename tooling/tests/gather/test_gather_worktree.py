"""What lint makes of a whole working tree, beyond each document by itself."""

import re
import shutil
from pathlib import Path

import pytest

from proeve.gather.worktree import lint
from proeve.reading.shipped import folder


@pytest.fixture
def school(tmp_path: Path) -> Path:
    """A copy of the sample school with its copy of the schemas."""
    for name in ("exams", "schemas"):
        shutil.copytree(folder(name), tmp_path / name)
    return tmp_path


def codes(school: Path, *paths: Path) -> list[str]:
    found, _ = lint(school, paths)
    return [f"{finding.where.path} {finding.code}" for finding in found]


def test_the_sample_school_is_in_order(school: Path) -> None:
    assert codes(school) == []


def test_a_schema_of_the_schools_own_is_told(school: Path) -> None:
    (school / "schemas" / "exam.schema.json").write_text("{}", encoding="utf-8")
    assert codes(school) == ["schemas/exam.schema.json schema.other-copy"]


def test_a_schema_that_is_not_copied_is_told(school: Path) -> None:
    (school / "schemas" / "result.schema.json").unlink()
    assert codes(school) == ["schemas/result.schema.json schema.other-copy"]


def test_a_school_without_a_copy_is_no_worse_for_it(school: Path) -> None:
    shutil.rmtree(school / "schemas")
    assert codes(school) == []


def test_meaning_is_judged_beside_shape(school: Path) -> None:
    group = school / "exams" / "groups"
    exam = sorted(group.glob("*/*/exam.yml"))[0]
    text = exam.read_text(encoding="utf-8")
    number = re.findall(r'number: "(.+)"', text)[0]
    other = number[:-1] + ("0" if number[-1] != "0" else "1")
    exam.write_text(text.replace(number, other), encoding="utf-8")
    path = exam.relative_to(school).as_posix()
    assert f"{path} exam.number-misread" in codes(school)
    assert f"{path} exam.number-misread" in codes(school, exam)
    assert codes(school, school / "exams" / "registry") == []


def test_a_link_is_no_file(school: Path) -> None:
    link = school / "exams" / "registry" / "companies" / "c-999.yml"
    link.symlink_to(school / "exams" / "registry" / "school.yml")
    assert codes(school) == [
        "exams/registry/companies/c-999.yml path.not-plain",
    ]

"""`proeve practice`, and what the other verbs make of a practice school."""

from pathlib import Path

import pytest

from tests.cli.running import git, proeve

pytestmark = pytest.mark.slow


def _exams_with(practice: Path, name: str) -> list[Path]:
    return sorted((practice / "exams/groups").glob(f"*/*/{name}"))


def test_the_trust_root_lies_beside_the_school(practice: Path, anchor: str) -> None:
    assert anchor.startswith("proeve-practice:r-")
    beside = {path.name for path in practice.parent.iterdir()}
    assert {"school.root", "school.keys", "school.directory.csv"} <= beside


def test_the_documents_of_a_practice_school_are_in_order(practice: Path) -> None:
    ran = proeve(practice, "lint")
    assert (ran.code, ran.out) == (0, "")


def test_git_itself_finds_nothing_wrong(practice: Path) -> None:
    assert git(practice, "fsck", "--strict", "--no-progress") == ""
    assert git(practice, "status", "--porcelain") == ""


def test_a_folder_with_something_else_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis").mkdir()
    kept = tmp_path / "thesis/chapter.txt"
    kept.write_text("Chapter 1\n", encoding="utf-8")
    for lang in ("nl", "en"):
        ran = proeve(tmp_path, "practice", str(tmp_path / "thesis"), lang=lang)
        assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert kept.read_text(encoding="utf-8") == "Chapter 1\n"


def test_a_second_time_replaces_the_first(tmp_path: Path) -> None:
    school = tmp_path / "school"
    first = proeve(tmp_path, "practice", str(school), "--exams", "1")
    (school / "stray.txt").write_text("x", encoding="utf-8")
    second = proeve(tmp_path, "practice", str(school), "--exams", "1")
    assert (first.code, second.code) == (0, 0)
    assert not (school / "stray.txt").exists()
    assert proeve(school, "verify").code == 0


def test_one_seed_makes_one_school(tmp_path: Path) -> None:
    roots = []
    for name, seed in (("a", "one"), ("b", "one"), ("c", "two")):
        made = proeve(
            tmp_path, "practice", str(tmp_path / name), "--exams=1", f"--seed={seed}"
        )
        roots.append(made.lines[-1])
    assert roots[0] == roots[1]
    assert roots[0] != roots[2]


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_result_is_explained_step_by_step(practice: Path, lang: str) -> None:
    exam = _exams_with(practice, "result.yml")[0].parent
    ran = proeve(practice, "explain-result", exam.name, lang=lang)
    assert (ran.code, ran.err) == (0, "")
    assert len(ran.lines) > 3


def test_without_a_consensus_there_is_nothing_to_explain(practice: Path) -> None:
    judged = {path.parent for path in _exams_with(practice, "consensus.yml")}
    early = next(
        path.parent
        for path in _exams_with(practice, "exam.yml")
        if path.parent not in judged
    )
    ran = proeve(practice, "explain-result", early.name)
    assert ran.code == 1
    assert ran.lines == ["The result cannot be derived yet: there is no consensus."]


@pytest.mark.parametrize("name", ["nope", ""])
def test_a_result_of_no_exam_ends_with_two(practice: Path, name: str) -> None:
    ran = proeve(practice, "explain-result", name)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)


def test_a_site_of_a_school_that_cannot_be_judged_is_not_built(tmp_path: Path) -> None:
    out = tmp_path / "site"
    ran = proeve(tmp_path, "site", "build", "--out", str(out))
    assert (ran.code, ran.out, ran.err.count("\n")) == (3, "", 1)
    assert not out.exists()


@pytest.mark.slow
def test_the_demo_makes_a_school_proves_it_and_builds_its_site(tmp_path: Path) -> None:
    ran = proeve(tmp_path, "demo", str(tmp_path / "build"))
    assert ran.code == 0
    assert ran.lines[0].startswith("PRACTICE: proves nothing")
    assert "Findings: 0" in ran.lines
    assert (tmp_path / "build/site/index.html").is_file()
    (address,) = (line for line in ran.lines if line.startswith("Open file://"))
    assert address.endswith("/build/site/index.html")

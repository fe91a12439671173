"""`proeve next`, `today`, `log` and `status`: what they show, and what they refuse."""

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from proeve.cli.tables import plain_lines, ruled
from proeve.report.tables import Table
from proeve.words.headings import QUESTIONS
from tests.cli.running import TOOLING, git, proeve

pytestmark = pytest.mark.slow

NOW = "2027-06-01"
KEYS = "school.keys"


def _waiting(practice: Path) -> tuple[str, str, str]:
    """Return somebody who is awaited, in which exam, and the command for it."""
    for line in proeve(practice, "status", "--json").lines:
        told = json.loads(line)
        for task in told["waiting_for"]:
            if task["people"] and task["as"] == "student":
                return task["people"][0], told["exam"][7:], task["command"]
    raise AssertionError


def _key_of(practice: Path, person: str) -> Path:
    keys = practice.with_name(KEYS)
    return next(path for path in sorted(keys.rglob(f"*{person}*")) if path.suffix == "")


# Next


def test_what_waits_for_a_person_comes_with_its_command(practice: Path) -> None:
    person, exam, command = _waiting(practice)
    ran = proeve(practice, "next", "--person", person)
    assert ran.code == 0, ran.err
    (line,) = [each for each in ran.lines if each.startswith(exam)]
    assert line.endswith(command)


def test_the_owner_of_the_signing_key_is_me(practice: Path) -> None:
    person, exam, _ = _waiting(practice)
    key = _key_of(practice, person)
    mine = json.loads(proeve(practice, "next", "--json", "--key", str(key)).out)
    assert mine["person"] == person
    assert f"groups/{exam}" in {task["exam"] for task in mine["tasks"]}
    git(practice, "config", "user.signingkey", str(key))
    try:
        assert json.loads(proeve(practice, "next", "--json").out) == mine
    finally:
        git(practice, "config", "--unset", "user.signingkey")


def test_a_role_narrows_what_waits(practice: Path) -> None:
    person, _, _ = _waiting(practice)
    as_student = proeve(
        practice, "next", "--json", "--person", person, "--as", "student"
    )
    assert json.loads(as_student.out)["tasks"]
    as_teacher = proeve(practice, "next", "--person", person, "--as", "teacher")
    assert as_teacher.lines[-1] == "Nothing waits for you."


@pytest.mark.parametrize(
    ("args", "nl", "en"),
    [
        (["--person", "p-00000000"], "staat niet in dit register.", "is not in this"),
        (
            ["--person", "p-00000000", "--as", "boss"],
            "Er is geen rol",
            "There is no role",
        ),
        ([], "Geen sleutel die zegt wie u bent", "No key that says who you are"),
        (["--key", "nowhere"], "is niet te tekenen", "cannot sign"),
    ],
)
def test_who_is_nobody_is_told_so_in_one_sentence(
    practice: Path, args: list[str], nl: str, en: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("HOME", str(practice.parent))
    for language, said in (("nl", nl), ("en", en)):
        ran = proeve(practice, "next", *args, lang=language)
        assert (ran.code, ran.out) == (2, "")
        assert said in ran.err
        assert len(ran.err.splitlines()) == 1


def test_a_key_in_nobody_s_name_is_refused(practice: Path, tmp_path: Path) -> None:
    key = tmp_path / "strange"
    command = ("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(key))
    subprocess.run(command, check=True)
    ran = proeve(practice, "next", "--key", str(key))
    assert ran.code == 2
    assert "in nobody's name" in ran.err


# Today


@pytest.mark.parametrize("language", ["nl", "en"])
def test_today_asks_ten_questions(practice: Path, language: str) -> None:
    ran = proeve(practice, "today", "--now", NOW, lang=language)
    assert ran.code == 0, ran.err
    asked = [line for line in ran.lines if re.match(r"\d+\. ", line)]
    pairs = QUESTIONS.values()
    assert asked == [each.nl if language == "nl" else each.en for each in pairs]


def test_a_day_that_is_none_is_refused(practice: Path) -> None:
    ran = proeve(practice, "today", "--since", "Friday")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "proeve: Friday is no day such as 2027-01-15.\n"


# Log


def test_a_log_tells_each_happening_with_time_and_proof(practice: Path) -> None:
    told = [json.loads(line) for line in proeve(practice, "status", "--json").lines]
    exam = next(each["exam"][7:] for each in told if each["outcome"] == "passed")
    ran = proeve(practice, "log", exam)
    assert ran.code == 0, ran.err
    times = [
        line for line in ran.lines if re.match(r"\d{4}-\d\d-\d\d \d\d:\d\d UTC", line)
    ]
    story = json.loads(proeve(practice, "log", exam, "--json").out)["story"]
    assert len(times) == len(story) > 10
    assert all(line.endswith("(only a commit)") for line in times)
    commits = git(practice, "log", "--format=%H", "main").split()
    assert {each["commit"] for each in story} <= set(commits)
    assert any("approved by own key, commit " in line for line in ran.lines)
    assert any("personal link with a code, act " in line for line in ran.lines)


def test_a_sample_has_no_story(sample: Path) -> None:
    ran = proeve(sample, "log", "26-0066-e", lang="nl")
    assert ran.lines[-1] == "Van dit examen is geen geschiedenis."


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["log", "26-9999-x"], "There is no group or exam 26-9999-x."),
        (["status", "26-9999-x"], "There is no group or exam 26-9999-x."),
        (["log", "mt4-2025-a"], "mt4-2025-a does not name exactly one exam."),
    ],
)
def test_an_unknown_exam_is_told_so(sample: Path, args: list[str], said: str) -> None:
    ran = proeve(sample, *args)
    assert (ran.code, ran.out, ran.err) == (2, "", f"proeve: {said}\n")


# What was judged before


def test_looking_says_the_same_with_and_without_a_memory(
    practice: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exam = json.loads(proeve(practice, "status", "--json").lines[0])["exam"][7:]
    asked = (
        ("status", "--json"),
        ("status", exam),
        ("today", "--json", "--now", NOW, "--since", "2026-09-01"),
        ("log", exam, "--json"),
    )
    remembered = [proeve(practice, *args).out for args in asked]
    for name in ("STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / "new" / name))
    fresh = [proeve(practice, *args).out for args in asked[:1]]
    for name in ("STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", "/dev/null/nowhere")
    never = [proeve(practice, *args).out for args in asked]
    assert remembered == never
    assert fresh == never[:1]


@pytest.mark.parametrize("back", [1, 5, 60])
def test_what_came_on_top_of_a_memory_is_seen(
    practice: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, back: int
) -> None:
    whole = proeve(practice, "status", "--json").out
    for name in ("STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    before = proeve(practice, "status", "--json", "--rev", f"main~{back}").out
    assert proeve(practice, "status", "--json").out == whole != before


def test_a_spoiled_memory_changes_nothing_that_is_seen(
    practice: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    before = proeve(practice, "status", "--json").out
    chunks = [path for path in tmp_path.rglob("*") if path.is_file()]
    kept = [path for path in chunks if "heads" not in path.parts]
    for path in kept:
        if path.suffix != ".key" and path.name != "lock":
            path.write_bytes(b"spoiled")
    assert proeve(practice, "status", "--json").out == before


# On a terminal


def _on_a_terminal(folder: Path, columns: int, *args: str) -> list[str]:
    """Return what a program prints on a terminal of so many columns."""
    master, slave = pty.openpty()
    program = subprocess.Popen(
        [sys.executable, "-m", "proeve", "-C", str(folder), *args],
        env={**os.environ, "PYTHONPATH": str(TOOLING), "COLUMNS": str(columns)},
        stdout=slave,
        stderr=subprocess.DEVNULL,
    )
    os.close(slave)
    found = b""
    while True:
        try:
            part = os.read(master, 65536)
        except OSError:
            break
        if not part:
            break
        found += part
    os.close(master)
    assert program.wait() == 0
    return found.decode().replace("\r\n", "\n").split("\n")


@pytest.mark.parametrize("verb", ["status", "today", "group", "exam"])
def test_tables_fit_a_terminal_of_eighty_columns(practice: Path, verb: str) -> None:
    exam = json.loads(proeve(practice, "status", "--json").lines[0])["exam"][7:]
    group = exam.split("/")[0]
    args = {
        "status": ("status",),
        "today": ("today", "--now", NOW, "--since", "2026-09-01"),
        "group": ("status", group),
        "exam": ("status", exam),
    }[verb]
    lines = _on_a_terminal(practice, 80, *args)
    tables = [line for line in lines[1:] if line.strip()]
    assert tables
    assert [line for line in tables if len(line) > 80] == []
    assert any("─" in line for line in tables)


def test_a_cell_of_a_table_is_never_markup_and_never_lost() -> None:
    text = "[red]x[/red] " + "a" * 70
    table = Table(heads=("A", "B"), rows=((text, text),))
    shown = ruled(table, 60)
    assert shown.count("a") == 140
    assert "[red]" in shown.replace("\n", "")
    assert max(len(line) for line in shown.splitlines()) <= 60


def test_a_pipe_gets_columns_without_rules() -> None:
    table = Table(heads=("A", "Bee"), rows=(("one", "2"), ("1", "")))
    assert list(plain_lines(table)) == ["A    Bee", "one  2", "1"]

"""`proeve status`: whose move it is, for a ledger, a group or one exam."""

import json
import re
from pathlib import Path

import pytest

from proeve.words.labels_steps import STEPS
from tests.cli.running import proeve

pytestmark = pytest.mark.slow

NAME = "mt4-2025-a/26-0066-e"


def test_a_sample_school_says_so_first_here_too(sample: Path) -> None:
    ran = proeve(sample, "status", lang="nl")
    assert (ran.code, ran.err) == (0, "")
    assert ran.lines[0].startswith("VOORBEELDSCHOOL: ")
    groups = len(list((sample / "exams/groups").glob("*/group.yml")))
    assert len(ran.lines) == 2 + groups


def test_groups_are_told_in_order_and_counted_whole(practice: Path) -> None:
    ran = proeve(practice, "status")
    assert ran.lines[0].startswith("PRACTICE: ")
    rows = [line.split() for line in ran.lines[2:]]
    names = [row[0] for row in rows]
    assert names == sorted(names)
    assert sum(int(row[1]) for row in rows) == 24


@pytest.mark.parametrize(
    "what",
    [
        NAME,
        "26-0066-e",
        f"groups/{NAME}",
        f"exams/groups/{NAME}",
        f"exams/groups/{NAME}/",
    ],
)
def test_one_exam_is_told_with_its_twelve_steps(sample: Path, what: str) -> None:
    ran = proeve(sample, "status", what)
    assert ran.code == 0
    assert ran.lines[2].startswith(f"{NAME}  ")
    numbers = [line[:2].strip() for line in ran.lines if line[:1].isdigit()]
    assert numbers == [str(number) for number in range(1, len(STEPS) + 1)]


def test_a_group_is_told_exam_by_exam(sample: Path) -> None:
    ran = proeve(sample, "status", "mt4-2025-a")
    names = {line.split(" ")[0].split("/")[0] for line in ran.lines[2:]}
    assert (ran.code, names) == (0, {"mt4-2025-a"})


@pytest.mark.parametrize("what", ["nope", "mt4-2025-a/nope", "26-0066"])
def test_a_name_that_is_nobody_s_ends_with_two(sample: Path, what: str) -> None:
    dutch = proeve(sample, "status", what, lang="nl")
    assert (dutch.code, dutch.out) == (2, "")
    assert dutch.err == f"proeve: Er is geen groep of examen {what}.\n"
    english = proeve(sample, "status", what)
    assert english.err == f"proeve: There is no group or exam {what}.\n"


def test_every_move_names_its_command(practice: Path) -> None:
    told = [json.loads(line) for line in proeve(practice, "status", "--json").lines]
    several = {len(exam["waiting_for"]): exam for exam in told}
    assert {0, 1, 2} <= set(several)
    for exam in several.values():
        name = exam["exam"].removeprefix("groups/")
        one = proeve(practice, "status", name)
        for move in exam["waiting_for"]:
            assert any(each.endswith(move["command"]) for each in one.lines)
            assert re.fullmatch(rf"proeve [a-z -]+ {re.escape(name)}", move["command"])


def test_a_program_gets_nothing_but_objects(sample: Path) -> None:
    ran = proeve(sample, "status", "--json")
    assert ran.code == 0
    exams = [json.loads(line) for line in ran.lines]
    assert {exam["exam"].split("/")[0] for exam in exams} == {"groups"}
    assert all(set(exam["steps"]) == set(STEPS) for exam in exams)

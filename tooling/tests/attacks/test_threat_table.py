"""The threat table is whole, and every row that claims a test has one."""

import ast
from functools import cache
from pathlib import Path

import pytest

from proeve.words.codes import ALL
from proeve.words.threats import ANSWERS, THREATS, Answer, Threat
from tests.attacks.table import CLOSER, HELD, MISSING

TESTS = Path(__file__).parents[1]


@cache
def _tests_in(module: str) -> frozenset[str]:
    tree = ast.parse((TESTS / module).read_text(encoding="utf-8"))
    return frozenset(
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    )


def test_the_table_has_the_seventy_two_attacks_in_their_order() -> None:
    assert [threat.number for threat in THREATS] == list(range(1, 73))


def test_each_row_is_held_by_a_test_or_listed_as_missing() -> None:
    assert set(HELD) | set(MISSING) == {threat.number for threat in THREATS}
    assert set(HELD) & set(MISSING) == set()


@pytest.mark.parametrize("threat", THREATS, ids=lambda threat: str(threat.number))
def test_the_page_says_what_is_held_as_the_tests_have_it(threat: Threat) -> None:
    assert threat.held == (threat.number in HELD)


@pytest.mark.parametrize("number", CLOSER)
def test_each_named_test_is_there(number: int) -> None:
    named = [name.split("::") for name in CLOSER[number]]
    assert named
    assert [name for module, name in named if name not in _tests_in(module)] == []


@pytest.mark.parametrize("threat", THREATS, ids=lambda threat: str(threat.number))
def test_each_row_names_a_code_that_can_be_explained(threat: Threat) -> None:
    assert threat.code == "" or threat.code in ALL
    stops = {Answer.STOPPED, Answer.ROLLED_BACK, Answer.IGNORED, Answer.UNPROVABLE}
    assert threat.code or threat.answer in stops or threat.number in MISSING


def test_only_what_waits_for_witnesses_is_missing() -> None:
    assert set(MISSING) == {42, 43}


def test_every_answer_has_its_words() -> None:
    assert set(ANSWERS) == set(Answer)

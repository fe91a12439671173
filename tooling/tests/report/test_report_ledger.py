"""The verdict on a ledger in a few lines, and what is said first of a school."""

from dataclasses import replace

import pytest

from proeve.model.ledger import Standing
from proeve.process.decisions import DecisionKind
from proeve.process.vocabulary import RowId
from proeve.report.ledger import (
    broken,
    environment_line,
    exams_per_step,
    ledger_lines,
)
from proeve.words.say import Language
from tests.report.ledgers import HEAD, ROOT, ledger
from tests.status.exams import decided, exam, until


@pytest.mark.parametrize(
    ("language", "begins"),
    [("en", "PRACTICE: proves nothing"), ("nl", "OEFENSCHOOL: bewijst niets")],
)
def test_a_practice_school_proves_nothing(language: Language, begins: str) -> None:
    said = environment_line(ledger(environment="practice"), language)
    assert said is not None
    assert said.startswith(begins)


@pytest.mark.parametrize(
    ("language", "begins"), [("en", "SAMPLE: "), ("nl", "VOORBEELDSCHOOL: ")]
)
def test_a_sample_school_was_not_proved(language: Language, begins: str) -> None:
    sample = ledger(environment="sample", proved=False)
    said = environment_line(sample, language)
    assert said is not None
    assert said.startswith(begins)


def test_nothing_need_be_said_first_of_a_live_school() -> None:
    assert environment_line(ledger(), "nl") is None


def test_a_proved_ledger_is_told_with_its_anchor_and_its_commits() -> None:
    standings = (*[Standing.VALID] * 3, Standing.UNCONFIRMED, Standing.INVALID)
    found = ledger(until(RowId.CREATE), standings=standings)
    assert list(ledger_lines(found, "en")) == [
        f"Trust root: {ROOT}",
        f"Head: {HEAD}",
        "Commits: 5: 3 valid, 1 unconfirmed, 1 invalid",
        "Exams: 1",
    ]


def test_of_a_sample_no_commits_are_counted() -> None:
    found = ledger(environment="sample", proved=False)
    assert list(ledger_lines(found, "nl")) == [f"Laatste commit: {HEAD}", "Examens: 0"]


def test_exams_are_counted_by_the_step_they_stand_at() -> None:
    found = ledger(
        exam(),
        until(RowId.ESTABLISH),
        until(RowId.ESTABLISH),
        until(RowId.UNSEAL),
        until(RowId.ARCHIVE),
        decided(until(RowId.CREATE), DecisionKind.WITHDRAWAL),
    )
    counted = {step: n for step, n in exams_per_step(found).items() if n}
    assert counted == {0: 1, 1: 1, 5: 2, 9: 1, 12: 1}
    assert set(exams_per_step(found)) == set(range(13))


def test_exams_that_a_bad_commit_holds_up_are_counted() -> None:
    bad = replace(until(RowId.CREATE), held_up=("bad",))
    finished = replace(until(RowId.ARCHIVE), held_up=("bad",))
    assert broken(ledger(bad, finished, until(RowId.CREATE))) == 1

"""Whose move it is, in one line, in many, and for a program."""

import json
from dataclasses import replace

import pytest

from proeve.model.time import Time, TimeBasis
from proeve.process.decisions import DecisionKind
from proeve.process.vocabulary import RowId
from proeve.report.status import day, exam_json, exam_line, exam_lines
from proeve.words.say import Language
from tests.dossier import small
from tests.status.exams import DAY, START, decided, registry_of, until, verdict

NAME = f"{small.GROUP}/pvb-1"
LATE = {"establishment": small.establishment(deadlines={"evidence": "2026-09-10"})}


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "nl",
            f"{NAME}   6 Bewijs inleveren  Kan nu  Student ({small.STUDENT})  "
            "2026-09-05",
        ),
        (
            "en",
            f"{NAME}   6 Hand in the evidence  Can be done now  "
            f"Student ({small.STUDENT})  2026-09-05",
        ),
    ],
)
def test_one_line_says_step_state_whose_move_and_since_when(
    language: Language, expected: str
) -> None:
    assert exam_line(verdict(until(RowId.EXECUTION)), language) == expected


@pytest.mark.parametrize(
    ("language", "expected"), [("nl", "5 dagen te laat"), ("en", "5 days late")]
)
def test_one_line_says_how_late_it_is(language: Language, expected: str) -> None:
    found = verdict(until(RowId.EXECUTION, **LATE), now=START + 14 * DAY)
    assert exam_line(found, language).endswith(f"  {expected}")


def test_one_day_late_is_one_day() -> None:
    found = verdict(until(RowId.EXECUTION, **LATE), now=START + 10 * DAY)
    assert exam_line(found, "nl").endswith("  1 dag te laat")
    assert exam_line(found, "en").endswith("  1 day late")


def test_a_finished_exam_says_how_it_ended() -> None:
    assert exam_line(verdict(until(RowId.ARCHIVE)), "nl") == f"{NAME}  Klaar  Behaald"


def test_a_part_that_nobody_plays_shows_a_question_mark() -> None:
    found = until(RowId.EVIDENCE_CHECK, exam=small.exam(first_assessor=None))
    assert "(?)" in exam_line(verdict(found), "nl")


def test_a_broken_exam_is_nobody_s_move() -> None:
    found = replace(until(RowId.ESTABLISH), held_up=("bad",))
    line = exam_line(verdict(found), "nl")
    assert "Klopt niet" in line
    assert "p-" not in line


def test_all_twelve_steps_are_told_with_who_approved_them() -> None:
    lines = list(exam_lines(verdict(until(RowId.ACQUIRE)), "en"))
    steps = [line for line in lines if line[:4].strip().isdigit()]
    assert [int(line[:4]) for line in steps] == list(range(1, 13))
    assert steps[1].endswith(
        f"School contact {small.CONTACT}, Workplace supervisor {small.SUPERVISOR}, "
        f"Student {small.STUDENT}"
    )
    assert all(line == line.rstrip() for line in lines)


def test_the_command_that_makes_the_move_is_told() -> None:
    lines = list(exam_lines(verdict(until(RowId.EXECUTION)), "nl"))
    expected = f"  → Student ({small.STUDENT}): proeve evidence submit {NAME}"
    assert lines[-1] == expected


def test_a_refusal_is_told_with_its_reason_and_nothing_else() -> None:
    refused = decided(
        until(RowId.CREATE),
        DecisionKind.REFUSAL,
        row="acquire",
        approver="student",
        reason="Te zwaar.\n::error::owned",
    )
    lines = list(exam_lines(verdict(refused), "nl"))
    assert lines[-1] == "    Niet akkoord: Te zwaar.\ufffd::error::owned"


def test_a_program_gets_one_object_an_exam() -> None:
    known = registry_of()
    now = START + 14 * DAY
    found = verdict(until(RowId.EXECUTION, **LATE), known=known, now=now)
    told = json.loads(exam_json(found))
    assert told["steps"]["execution"] == "done"
    assert {key: told[key] for key in told if key != "steps"} == {
        "exam": small.SCOPE,
        "step": 6,
        "state": "open",
        "waiting_for": [
            {
                "as": "student",
                "row": "evidence",
                "people": [small.STUDENT],
                "verb": "evidence submit",
                "refused": None,
            }
        ],
        "since": START + 4 * DAY,
        "deadline": "2026-09-10",
        "overdue_days": 5,
        "outcome": None,
        "provisional": True,
        "suspects": [],
        "handed_in": None,
        "late_days": 0,
        "commit": "c0ffee",
        "subject": "",
    }


def test_a_finished_exam_is_done_for_a_program() -> None:
    told = json.loads(exam_json(verdict(until(RowId.ARCHIVE))))
    assert (told["step"], told["state"], told["outcome"]) == (None, "done", "passed")
    assert told["waiting_for"] == []


def test_a_moment_is_shown_as_its_day_in_utc() -> None:
    assert (day(START), day(START - 1), day(None)) == ("2026-09-01", "2026-08-31", "-")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("nl", "ingeleverd 2026-09-01 00:00 UTC (verklaard door de school op papier)"),
        ("en", "handed in 2026-09-01 00:00 UTC (attested by the school on paper)"),
    ],
)
def test_a_hand_in_says_when_and_on_whose_word(
    language: Language, expected: str
) -> None:
    time = Time(at=START, basis=TimeBasis.ATTESTED, by="p-1", road="paper")
    found = replace(verdict(until(RowId.EVIDENCE)), handed_in=time)
    assert f"     {expected}" in list(exam_lines(found, language))
    late = replace(found, late_days=1)
    ending = ", 1 dag te laat" if language == "nl" else ", 1 day late"
    assert f"     {expected}{ending}" in list(exam_lines(late, language))
    assert json.loads(exam_json(late))["handed_in"] == {
        "at": START,
        "basis": "attested",
        "by": "p-1",
        "road": "paper",
    }


def test_a_hand_in_that_nobody_vouches_for_has_only_a_commit() -> None:
    lines = list(exam_lines(verdict(until(RowId.EVIDENCE)), "nl"))
    assert any(line.endswith("(alleen een commit)") for line in lines)

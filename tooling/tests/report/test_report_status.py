"""Whose move it is, in a line, in a table of steps, and for a program."""

import json
from dataclasses import replace

import pytest

from proeve.model.exam import ExamState
from proeve.model.time import Time, TimeBasis
from proeve.model.verdict import ExamVerdict
from proeve.process.decisions import DecisionKind
from proeve.process.vocabulary import RowId
from proeve.report.outputs import status_output
from proeve.report.status import (
    exam_table,
    exams_table,
    groups_table,
    moves_table,
)
from proeve.report.tables import day
from proeve.sight.brief import Brief, brief_of
from proeve.words.say import Language
from tests.dossier import small
from tests.status.exams import DAY, START, decided, registry, until, verdict

NAME = f"{small.GROUP}/pvb-1"
LATE = {"establishment": small.establishment(deadlines={"evidence": "2026-09-10"})}
SOON = START + 8 * DAY


def _brief(exam: ExamState) -> Brief:
    return brief_of(verdict(exam), registry())


def _line(exam: ExamState, language: Language, now: int = SOON) -> tuple[str, ...]:
    (row,) = exams_table([_brief(exam)], now, language).rows
    return row


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("nl", ("6 Bewijs inleveren", "Kan nu", f"Student ({small.STUDENT})")),
        (
            "en",
            ("6 Hand in the evidence", "Can be done now", f"Student ({small.STUDENT})"),
        ),
    ],
)
def test_a_line_says_step_state_whose_move_and_since_when(
    language: Language, expected: tuple[str, ...]
) -> None:
    line = _line(until(RowId.EXECUTION), language)
    assert line == (NAME, *expected, "2026-09-05", "")


@pytest.mark.parametrize(
    ("language", "expected"), [("nl", "5 dagen te laat"), ("en", "5 days late")]
)
def test_a_line_says_how_late_it_is(language: Language, expected: str) -> None:
    found = until(RowId.EXECUTION, **LATE)
    assert _line(found, language, START + 14 * DAY)[-1] == expected


def test_one_day_late_is_one_day() -> None:
    found = until(RowId.EXECUTION, **LATE)
    assert _line(found, "nl", START + 10 * DAY)[-1] == "1 dag te laat"
    assert _line(found, "en", START + 10 * DAY)[-1] == "1 day late"


def test_a_paused_exam_says_so_and_is_never_late() -> None:
    found = replace(until(RowId.EXECUTION, **LATE), paused=True)
    line = _line(found, "nl", START + 90 * DAY)
    assert (line[2], line[-1]) == ("gepauzeerd", "")


def test_a_finished_exam_says_how_it_ended() -> None:
    assert _line(until(RowId.ARCHIVE), "nl") == (NAME, "Behaald", "Klaar", "", "", "")


def test_a_part_that_nobody_plays_is_named_as_such() -> None:
    found = until(RowId.EVIDENCE_CHECK, exam=small.exam(first_assessor=None))
    assert "Eerste beoordelaar (nog niemand)" in _line(found, "nl")[3]


def test_a_broken_exam_is_nobody_s_move() -> None:
    found = replace(until(RowId.ESTABLISH), held_up=("bad",))
    line = _line(found, "nl")
    assert (line[2], line[3]) == ("Klopt niet", "")


def test_all_twelve_steps_are_told_with_who_approved_them() -> None:
    rows = exam_table(verdict(until(RowId.ACQUIRE)), "en").rows
    assert [int(row[0]) for row in rows] == list(range(1, 13))
    assert rows[1][-1] == (
        f"School contact {small.CONTACT}, Workplace supervisor {small.SUPERVISOR}, "
        f"Student {small.STUDENT}"
    )


def test_the_command_that_makes_the_move_is_told() -> None:
    found = _brief(until(RowId.EXECUTION))
    (row,) = moves_table(found.awaited, SOON, "nl").rows
    assert row == (
        f"Student ({small.STUDENT})",
        "Bewijs inleveren",
        f"proeve evidence submit {NAME}",
    )


def test_a_refusal_is_told_with_its_reason_and_nothing_else() -> None:
    refused = decided(
        until(RowId.CREATE),
        DecisionKind.REFUSAL,
        row="acquire",
        approver="student",
        reason="Te zwaar.\n::error::owned",
    )
    rows = moves_table(_brief(refused).awaited, SOON, "nl").rows
    told = "Opdracht afspreken; Niet akkoord: Te zwaar.\ufffd::error::owned"
    assert rows[-1][1] == told


def test_a_group_is_counted_per_phase() -> None:
    exams = (until(RowId.CREATE), until(RowId.EXECUTION, **LATE), until(RowId.ARCHIVE))
    briefs = [_brief(exam) for exam in exams]
    (row,) = groups_table(briefs, START + 14 * DAY, "nl").rows
    # group, exams, four phases, ended, late, stuck
    assert row == (small.GROUP, "3", "1", "1", "0", "0", "1", "1", "2")


def test_a_program_gets_one_object_an_exam() -> None:
    now = START + 14 * DAY
    found = status_output(_brief(until(RowId.EXECUTION, **LATE)), now)
    told = json.loads(json.dumps(found))
    assert told["steps"]["execution"] == "done"
    assert {key: told[key] for key in told if key != "steps"} == {
        "schema": "proeve/output/status/v1",
        "exam": small.SCOPE,
        "number": small.NUMBER,
        "step": 6,
        "state": "open",
        "waiting_for": [
            {
                "as": "student",
                "row": "evidence",
                "people": [small.STUDENT],
                "verb": "evidence submit",
                "command": f"proeve evidence submit {NAME}",
                "refused": None,
            }
        ],
        "since": START + 4 * DAY,
        "deadline": "2026-09-10",
        "overdue_days": 5,
        "paused": False,
        "outcome": None,
        "provisional": True,
        "suspects": [],
        "handed_in": None,
        "late_days": 0,
        "commit": "c0ffee",
        "subject": "",
    }


def test_a_finished_exam_is_done_for_a_program() -> None:
    told = status_output(_brief(until(RowId.ARCHIVE)), SOON)
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
    assert _came(found, language).endswith(expected)
    late = replace(found, late_days=1)
    ending = ", 1 dag te laat" if language == "nl" else ", 1 day late"
    assert _came(late, language).endswith(f"{expected}{ending}")
    told = status_output(brief_of(late, registry()), SOON)
    assert told["late_days"] == 1
    assert told["handed_in"] == {
        "at": START,
        "basis": "attested",
        "by": "p-1",
        "road": "paper",
    }


def test_a_hand_in_that_nobody_vouches_for_has_only_a_commit() -> None:
    found = _came(verdict(until(RowId.EVIDENCE)), "nl")
    assert found.endswith("(alleen een commit)")


def _came(exam: ExamVerdict, language: Language) -> str:
    """Return what the table says of who approved the evidence, and when it came."""
    return exam_table(exam, language).rows[5][-1]

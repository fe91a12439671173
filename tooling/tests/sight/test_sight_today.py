"""The ten questions of the day, answered from verdicts."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from proeve.model.document import Data
from proeve.model.exam import Event, ExamState
from proeve.model.findings import Finding, Location
from proeve.model.verdict import ExamVerdict
from proeve.process.decisions import DecisionKind
from proeve.process.vocabulary import Action, Outcome, Part, Role, RowId, StepId
from proeve.report.today import today_tables
from proeve.sight.brief import briefs_of
from proeve.sight.meeting import Concern
from proeve.sight.today import Today, last_working_day, today_of
from proeve.words.headings import QUESTIONS
from proeve.words.say import Language
from tests.dossier import small
from tests.report.ledgers import ledger
from tests.status.exams import DAY, START, decided, until

LATE = {"establishment": small.establishment(deadlines={"evidence": "2026-09-10"})}
WEDNESDAY = START + DAY


def _today(
    *exams: ExamState, now: int = WEDNESDAY, findings: tuple[Finding, ...] = ()
) -> Today:
    found = ledger(*exams, now=now, findings=findings)
    opened: Mapping[str, ExamVerdict] = {each.scope: each for each in found.exams}
    return today_of(found, briefs_of(found), opened.__getitem__)


def _event(at: int, action: Action = Action.WRITE) -> Event:
    return Event(
        commit="c0ffee",
        at=at,
        actor=small.STUDENT,
        role=Role.STUDENT,
        step=StepId.EVIDENCE,
        action=action,
        files=("evidence.yml",),
    )


def test_what_came_in_since_the_last_working_day_is_told() -> None:
    events = (_event(START - DAY), _event(START), _event(START + DAY))
    found = _today(replace(until(RowId.EXECUTION), events=events))
    assert found.since == date(2026, 9, 1)
    assert [each.told.time.at for each in found.came_in] == [START, START + DAY]


def test_what_happens_after_this_day_has_not_come_in() -> None:
    found = _today(replace(until(RowId.EXECUTION), events=(_event(START + 9 * DAY),)))
    assert found.came_in == ()


@pytest.mark.parametrize(
    ("day", "before"),
    [
        (date(2026, 11, 23), date(2026, 11, 20)),  # Monday asks about Friday
        (date(2026, 11, 22), date(2026, 11, 20)),
        (date(2026, 11, 21), date(2026, 11, 20)),
        (date(2026, 11, 24), date(2026, 11, 23)),
    ],
)
def test_on_monday_friday_was_the_last_working_day(day: date, before: date) -> None:
    assert last_working_day(day) == before


def test_what_was_refused_is_told_with_its_reason() -> None:
    refused = decided(
        until(RowId.CREATE), DecisionKind.REFUSAL, row="acquire", approver="student"
    )
    (one,) = _today(refused).refused
    assert one.task is not None
    assert (one.task.hat, one.task.refused) == (Part.STUDENT, "Zo besloten.")


def test_a_commit_that_holds_an_exam_up_is_told() -> None:
    (one,) = _today(replace(until(RowId.ESTABLISH), held_up=("bad",))).refused
    assert (one.scope, one.commit) == (small.SCOPE, "bad")


def test_what_is_late_is_stuck_with_whom_and_since_when() -> None:
    (one,) = _today(until(RowId.EXECUTION, **LATE), now=START + 14 * DAY).stuck
    assert (one.late_days, one.silent_days) == (5, 10)
    assert one.tasks[0].people == (small.STUDENT,)
    assert one.exam.contacts == (small.CONTACT,)


@pytest.mark.parametrize(("days", "stuck"), [(13, 0), (14, 1)])
def test_two_weeks_of_silence_without_a_deadline_is_stuck(
    days: int, stuck: int
) -> None:
    found = until(RowId.CREATE)  # done on the first day
    assert len(_today(found, now=START + days * DAY).stuck) == stuck


def test_what_is_paused_is_not_stuck() -> None:
    paused = replace(until(RowId.CREATE), paused=True)
    assert _today(paused, now=START + 30 * DAY).stuck == ()


def _scheduled(**more: Data) -> ExamState:
    schedule: Data = {"from": "2026-09-03", "until": "2026-09-08"}
    assignment = {**small.documents()["assignment.yml"], "schedule": schedule}
    return until(RowId.ESTABLISH, assignment=assignment, exam=small.exam(**more))


def test_an_exam_of_this_week_is_told_with_its_people() -> None:
    (one,) = _today(_scheduled()).week
    assert one.run.assessors == (small.FIRST, small.SECOND)
    assert one.gaps == ()
    assert _today(_scheduled(), now=START + 20 * DAY).week == ()


def test_a_gap_is_told_with_who_could_fill_it() -> None:
    (one,) = _today(_scheduled(second_assessor=None)).week
    (gap,) = one.gaps
    assert gap.part is Part.SECOND_ASSESSOR
    # The third has the role and a valid declaration; whoever has a part has none left.
    assert small.THIRD in gap.people
    assert small.FIRST not in gap.people


def test_a_declaration_that_ended_fills_no_gap() -> None:
    late = 1_900_000_000  # 2030
    schedule: Data = {"from": "2030-03-01", "until": "2030-04-01"}
    assignment = {**small.documents()["assignment.yml"], "schedule": schedule}
    lacking = small.exam(second_assessor=None)
    found = until(RowId.ESTABLISH, assignment=assignment, exam=lacking)
    (one,) = _today(found, now=late).week
    assert one.gaps[0].people == ()


def test_an_appointment_of_this_week_counts_unless_it_was_moved() -> None:
    for outcome, count in ((None, 1), ("no_show", 1), ("moved", 0)):
        one: Data = {
            "id": "a",
            "kind": "visit",
            "start": "2026-09-04T10:00:00+02:00",
            "minutes": 60,
            "place": "company",
            "attendees": ["student"],
            **({"outcome": outcome} if outcome else {}),
        }
        found = until(RowId.APPOINTMENT, appointments={"appointments": [one]})
        assert len(_today(found).week) == count


def test_a_clean_exam_is_on_the_agenda_without_a_word() -> None:
    (item,) = _today(until(RowId.ACQUIRE)).agenda
    assert (item.what, item.voters) == (RowId.ESTABLISH, (small.MEMBER,))
    assert item.clean


def test_what_went_aside_is_discussed() -> None:
    kind = DecisionKind.CONTINUE_WITHOUT
    found = decided(until(RowId.FINAL), kind, row="evidence", approver="student")
    (item,) = _today(found).agenda
    assert item.concerns == (kind,)


def test_a_result_that_is_no_pass_is_discussed() -> None:
    final = {**small.documents()["final-assessment.yml"], "outcome": "not_passed"}
    (item,) = _today(until(RowId.FINAL, final_assessment=final)).agenda
    assert Concern.NOT_PASSED in item.concerns
    assert Concern.OTHER_OUTCOME in item.concerns


def test_who_plays_a_part_stands_aside_and_a_quorum_may_fail() -> None:
    found = _today(until(RowId.ACQUIRE, exam=small.exam(school_contact=small.MEMBER)))
    (item,) = found.agenda
    assert item.recused == (small.MEMBER,)
    assert item.concerns[0] is Concern.NO_QUORUM


def test_a_result_that_was_not_told_is_named() -> None:
    (task,) = _today(until(RowId.RESULT)).untold
    assert task.what is DecisionKind.NOTICE


def test_the_terms_that_end_this_week_are_named() -> None:
    found = until(RowId.EXECUTION, **LATE)
    assert [c.ends for c in _today(found, now=START + 7 * DAY).ending] == ["2026-09-10"]
    assert _today(found).ending == ()


def _complaint(exam: ExamState, status: str) -> ExamState:
    kind, on = DecisionKind.COMPLAINT, "2026-09-20"
    return decided(exam, kind, status=status, received_on=on, about="conduct")


def test_an_open_case_is_named_until_it_is_decided() -> None:
    opened = _complaint(until(RowId.RESULT), "received")
    (case,) = _today(opened).cases
    assert (case.kind, case.about) == (DecisionKind.COMPLAINT, "conduct")
    closed = _complaint(opened, "decided")
    assert _today(closed).cases == ()


def test_an_irregularity_is_open_until_it_has_a_measure() -> None:
    opened = decided(until(RowId.ESTABLISH), DecisionKind.IRREGULARITY, code="absence")
    assert len(_today(opened).cases) == 1
    closed = decided(
        opened, DecisionKind.IRREGULARITY, code="absence", measure="warning"
    )
    assert _today(closed).cases == ()


def test_the_order_of_the_ledger_is_counted() -> None:
    bad = Finding("exam.early-start", Location("exams/x"))
    order = _today(until(RowId.CREATE), findings=(bad,)).order
    assert (order.findings, order.notes, order.held_up) == (1, 0, 0)


def test_exams_are_counted_by_step_and_by_outcome() -> None:
    found = _today(until(RowId.EXECUTION), until(RowId.ARCHIVE)).numbers
    assert found.exams == 2
    assert found.per_step[StepId.EVIDENCE] == 1
    assert found.outcomes[Outcome.PASSED] == 1


@pytest.mark.parametrize("language", ["nl", "en"])
def test_ten_questions_are_answered_in_their_order(language: Language) -> None:
    tables = list(today_tables(_today(), language))
    assert [each.title for each in tables] == [
        label.in_language(language) for label in QUESTIONS.values()
    ]
    assert len(tables) == 10
    nothing = {"nl": "Niets.", "en": "Nothing."}[language]
    assert all(each.nothing == nothing for each in tables)
    assert all(each.rows == () for each in tables[:8])


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_answer_has_as_many_cells_as_heads(language: Language) -> None:
    exams = (
        replace(until(RowId.EXECUTION, **LATE), events=(_event(START + 13 * DAY),)),
        until(RowId.RESULT),
        until(RowId.ACQUIRE),
        replace(_scheduled(second_assessor=None), held_up=("bad",)),
        decided(
            until(RowId.CREATE), DecisionKind.REFUSAL, row="acquire", approver="student"
        ),
        decided(until(RowId.ESTABLISH), DecisionKind.IRREGULARITY, code="absence"),
    )
    for now in (START + 3 * DAY, START + 14 * DAY):
        for each in today_tables(_today(*exams, now=now), language):
            assert all(len(row) == len(each.heads) for row in each.rows)

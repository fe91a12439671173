"""Since when a step waits, until when it may, and how many days it is late."""

from datetime import UTC, datetime

import pytest

from proeve.model.exam import ExamState
from proeve.model.verdict import StepVerdict
from proeve.process.decisions import DecisionKind
from proeve.process.vocabulary import RowId, StepId
from tests.dossier import small
from tests.status.exams import DAY, START, decided, moment, until, verdict


def _at(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp())


def _due(deadline: str) -> ExamState:
    """Return an exam whose evidence is awaited until a deadline."""
    record = small.establishment(deadlines={"evidence": deadline})
    return until(RowId.EXECUTION, establishment=record)


def _evidence(found: ExamState, now: int = START) -> StepVerdict:
    steps = verdict(found, now=now).steps
    return next(each for each in steps if each.step is StepId.EVIDENCE)


DAYS_LATE = [
    # A day is over when the day after it begins.
    ("2026-09-15", "2026-09-15T23:59:59", 0),
    ("2026-09-15", "2026-09-16T00:00:00", 1),
    ("2026-09-15", "2026-09-25T12:00:00", 10),
    ("2026-09-15", "2026-09-01T12:00:00", 0),
    # A moment is over at once, and a day that began counts.
    ("2026-09-15T17:00:00Z", "2026-09-15T17:00:00", 0),
    ("2026-09-15T17:00:00Z", "2026-09-15T17:00:01", 1),
    ("2026-09-15T17:00:00Z", "2026-09-16T17:00:00", 1),
    ("2026-09-15T17:00:00Z", "2026-09-16T17:00:01", 2),
    # Its own time zone is kept: five o'clock in Amsterdam is three o'clock UTC.
    ("2026-09-15T17:00:00+02:00", "2026-09-15T15:00:00", 0),
    ("2026-09-15T17:00:00+02:00", "2026-09-15T15:00:01", 1),
    ("2026-11-15T17:00:00+01:00", "2026-11-15T15:59:59", 0),
    # Without a time zone only the day counts.
    ("2026-09-15T17:00:00", "2026-09-15T23:00:00", 0),
    ("2026-09-15T17:00:00", "2026-09-16T00:00:00", 1),
]


@pytest.mark.parametrize(("deadline", "now", "late"), DAYS_LATE)
def test_days_late_are_counted_from_the_deadline(
    deadline: str, now: str, late: int
) -> None:
    assert _evidence(_due(deadline), _at(now)).overdue_days == late


@pytest.mark.parametrize(("deadline", "now", "late"), DAYS_LATE)
def test_it_is_known_how_long_days_late_stay_what_they_are(
    deadline: str, now: str, late: int
) -> None:
    exam, moment = _due(deadline), _at(now)
    since, end = verdict(exam, now=moment).steady
    assert since <= moment < end
    for at in (since, end - 1):
        if at > 0:
            assert _evidence(exam, at).overdue_days == late
    assert _evidence(exam, end).overdue_days == late + 1
    if late:
        assert _evidence(exam, since - 1).overdue_days == late - 1


def test_an_exam_without_a_deadline_stays_as_it_is() -> None:
    since, end = verdict(until(RowId.EXECUTION), now=START).steady
    assert since == 0
    assert end > START + 100_000 * DAY


def test_a_step_without_a_deadline_is_never_late() -> None:
    step = _evidence(until(RowId.EXECUTION), START + 1_000 * DAY)
    assert (step.deadline, step.overdue_days) == (None, 0)


def test_a_step_that_is_done_is_not_late() -> None:
    record = small.establishment(deadlines={"evidence": "2026-09-15"})
    step = _evidence(
        until(RowId.EVIDENCE, establishment=record), _at("2027-01-01T00:00:00")
    )
    assert (step.deadline, step.overdue_days) == ("2026-09-15", 0)


def test_a_step_whose_turn_has_not_come_is_not_late() -> None:
    record = small.establishment(deadlines={"evidence": "2026-09-15"})
    found = until(RowId.ESTABLISH, establishment=record)
    assert _evidence(found, _at("2027-01-01T00:00:00")).overdue_days == 0


def test_an_extension_moves_the_deadline() -> None:
    now = _at("2026-09-20T00:00:00")
    later = decided(
        _due("2026-09-15"), DecisionKind.EXTENSION, step="evidence", until="2026-09-30"
    )
    step = _evidence(later, now)
    assert (step.deadline, step.overdue_days) == ("2026-09-30", 0)


def test_the_last_extension_counts() -> None:
    found = _due("2026-09-15")
    for day in ("2026-09-30", "2026-09-18T12:00:00+02:00"):
        found = decided(found, DecisionKind.EXTENSION, step="evidence", until=day)
    step = _evidence(found, _at("2026-09-20T00:00:00"))
    assert (step.deadline, step.overdue_days) == ("2026-09-18T12:00:00+02:00", 2)


def test_an_extension_of_one_step_moves_no_other() -> None:
    found = decided(
        _due("2026-09-15"), DecisionKind.EXTENSION, step="execution", until="2026-12-31"
    )
    assert _evidence(found).deadline == "2026-09-15"


def test_an_extension_gives_a_step_its_first_deadline() -> None:
    found = decided(
        until(RowId.EXECUTION),
        DecisionKind.EXTENSION,
        step="evidence",
        until="2026-09-15",
    )
    assert _evidence(found).deadline == "2026-09-15"


def test_a_pause_stops_the_counting_until_it_ends() -> None:
    now = _at("2026-09-20T00:00:00")
    paused = decided(_due("2026-09-15"), DecisionKind.PAUSE)
    assert _evidence(paused, now).overdue_days == 0
    resumed = decided(paused, DecisionKind.RESUME)
    assert _evidence(resumed, now).overdue_days == 5


def test_a_step_waits_since_what_it_needs_was_done() -> None:
    assert _evidence(until(RowId.EXECUTION)).since == moment(RowId.EXECUTION)


def test_a_returned_step_waits_since_its_return() -> None:
    at = START + 60 * DAY
    found = decided(
        until(RowId.EVIDENCE_CHECK), DecisionKind.RETURN, at=at, to="evidence"
    )
    assert _evidence(found).since == at


def test_a_step_that_nobody_can_do_waits_since_nothing() -> None:
    assert _evidence(until(RowId.ESTABLISH)).since is None
    assert _evidence(until(RowId.EVIDENCE)).since is None


def test_the_first_step_of_an_empty_exam_waits_since_nothing() -> None:
    found = verdict(ExamState(scope=small.SCOPE)).steps[0]
    assert (found.step, found.since) == (StepId.CREATE, None)

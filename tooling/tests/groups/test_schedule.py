"""Appointments in exams, and the calendars that follow them."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from icalendar import Calendar

from proeve.cli.schedule import moment_of
from proeve.errors import UsageError
from proeve.model.days import later
from proeve.model.document import Data
from proeve.model.exam import ExamState
from proeve.model.records import records_at
from proeve.model.verdict import ExamVerdict
from proeve.process.decisions import DecisionKind
from proeve.process.vocabulary import Part, Role, RowId, StepId
from proeve.sight.calendars import Reader, entries_of, of_person
from proeve.sight.ics import Entry, calendar_file
from tests.dossier import small
from tests.groups.schools import Desk, stands
from tests.status import exams

READER = Reader(repo="r-1", language="en")
MAKES = (
    *("--kind", "visit", "--start", "2027-03-01T09:30", "--place", "school"),
    *("--attendee", "student", "--attendee", "first_assessor"),
)


def open_for_planning(desk: Desk) -> list[ExamVerdict]:
    """Return exams whose appointments can be made or moved now."""
    return [
        exam
        for exam in desk.verdict.exams
        if exam.current is not None
        and exam.current.step in (StepId.EXECUTION, StepId.EVIDENCE)
        and not exam.state.paused
        and exam.state.closed is None
    ]


def contact_of(exam: ExamVerdict) -> str:
    return exam.state.parts[Part.SCHOOL_CONTACT][0]


def planned(desk: Desk, scope: str) -> list[dict[str, Data]]:
    (exam,) = (each for each in desk.verdict.exams if each.scope == scope)
    listed = records_at(exam.state.document("appointments"), "appointments")
    return [dict(each) for each in listed]


@pytest.mark.slow
def test_an_appointment_is_made_moved_and_held(desk: Desk) -> None:
    exam = open_for_planning(desk)[0]
    by, number = contact_of(exam), exam.state.id
    before = len(planned(desk, exam.scope))
    made = desk.runs("schedule", number, *MAKES, by=by)
    assert made.code == 0, made.out + made.err
    last = planned(desk, exam.scope)[-1]
    assert (len(planned(desk, exam.scope)), last["start"]) == (
        before + 1,
        "2027-03-01T09:30+01:00",
    )
    name = str(last["id"])
    moved = desk.runs(
        "schedule", number, "--move", name, "--start", "5-4-2027 10:00", by=by
    )
    assert moved.code == 0, moved.out
    last = planned(desk, exam.scope)[-1]
    assert (last["moved_from"], last["start"], last["outcome"]) == (
        "2027-03-01T09:30+01:00",
        "2027-04-05T10:00+02:00",
        "moved",
    )
    assert desk.runs("schedule", number, "--held", name, by=by).code == 0
    assert planned(desk, exam.scope)[-1]["outcome"] == "held"
    assert desk.runs("verify").code == 0


@pytest.mark.slow
def test_several_exams_share_one_slot_or_none_does(desk: Desk) -> None:
    found = open_for_planning(desk)
    by = contact_of(found[0])
    own = [each.state.id for each in found if contact_of(each) == by]
    locked = next(
        each.state.id
        for each in desk.verdict.exams
        if each.current is not None and each.current.step is StepId.CREATE
    )
    before = desk.head()
    refused = desk.runs("schedule", *own, locked, *MAKES, by=by)
    assert refused.code == 1
    stands(before, desk)
    assert desk.runs("schedule", *own, *MAKES, by=by).code == 0
    assert desk.git("rev-list", "--count", f"{before}..HEAD") == str(len(own))


@pytest.mark.slow
def test_a_teacher_plans_nothing(desk: Desk) -> None:
    before, exam = desk.head(), open_for_planning(desk)[0]
    ran = desk.runs("schedule", exam.state.id, *MAKES, by=desk.one(Role.TEACHER))
    assert (ran.code, "parts.not-yours" in ran.out) == (1, True)
    stands(before, desk)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("26-9999-x", *MAKES), "There is no exam 26-9999-x."),
        (("a/b/c/d", *MAKES), "There is no exam a/b/c/d."),
        (("{exam}",), "--kind, --start and --attendee"),
        (("{exam}", "--held", "a99"), "no appointment a99"),
        (("{exam}", "--move", "a1"), "Choose one of"),
        (("{exam}", "--held", "a1", "--no-show", "a1"), "Choose one of"),
        (("{exam}", *MAKES, "--start", "morgen"), "morgen is no day with a time"),
    ],
)
@pytest.mark.slow
def test_what_cannot_be_meant_is_said_in_one_sentence(
    desk: Desk, words: tuple[str, ...], said: str
) -> None:
    before, exam = desk.head(), open_for_planning(desk)[0]
    filled = [word.replace("{exam}", exam.state.id) for word in words]
    ran = desk.runs("schedule", *filled, by=contact_of(exam))
    assert (ran.code, said in ran.err) == (2, True), ran.err
    stands(before, desk)


@pytest.mark.slow
def test_calendars_are_written_per_exam_group_and_person(desk: Desk) -> None:
    out = desk.folder / "ics"
    words = ("--directory", desk.table, "--now", "2026-12-01")
    assert desk.runs("calendar", out, *words).code == 0
    made = {path.relative_to(out).parts[0] for path in out.rglob("*.ics")}
    assert made == {"exams", "groups", "people"}
    first = {path: path.read_bytes() for path in out.rglob("*.ics")}
    for content in first.values():
        assert Calendar.from_ical(content).walk("VEVENT")
    assert desk.runs("calendar", out, *words).code == 0
    assert first == {path: path.read_bytes() for path in out.rglob("*.ics")}


@pytest.mark.slow
def test_a_moved_appointment_keeps_its_id_and_counts_on(desk: Desk) -> None:
    exam = open_for_planning(desk)[0]
    by, number = contact_of(exam), exam.state.id
    assert desk.runs("schedule", number, *MAKES, by=by).code == 0
    name = str(planned(desk, exam.scope)[-1]["id"])

    def event(out: Path) -> tuple[int, datetime]:
        assert desk.runs("calendar", out, number, "--now", "2026-12-01").code == 0
        found = Calendar.from_ical((out / "exams" / f"{number}.ics").read_bytes())
        (own,) = (
            each
            for each in found.walk("VEVENT")
            if str(each["UID"]).startswith(f"{number}-{name}@")
        )
        return int(own.decoded("SEQUENCE")), own.decoded("DTSTART")

    before = event(desk.folder / "one")
    moved = ("--move", name, "--start", "2027-04-05T10:00")
    assert desk.runs("schedule", number, *moved, by=by).code == 0
    later = event(desk.folder / "two")
    assert later[0] > before[0]
    assert later[1] == datetime(2027, 4, 5, 8, 0, tzinfo=UTC)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--person", "p-00000000"), "Nothing is planned"),
        (("no-such-exam",), "There is no group or exam"),
    ],
)
def test_a_calendar_of_nobody_is_not_written(
    desk: Desk, words: tuple[str, ...], said: str
) -> None:
    out = desk.folder / "ics"
    ran = desk.runs("calendar", out, *words)
    assert (ran.code, said in ran.err, out.exists()) == (2, True, False)


@pytest.mark.slow
def test_a_calendar_with_names_never_lies_in_the_repository(desk: Desk) -> None:
    ran = desk.runs("calendar", desk.school / "ics")
    assert (ran.code, "outside" in ran.err) == (2, True)


def uids(verdict: ExamVerdict) -> dict[str, date | datetime]:
    return {
        each.uid.split("@")[0].split("-", 1)[1]: each.start
        for each in entries_of([verdict], READER)
    }


def test_a_told_result_starts_the_term_of_appeal() -> None:
    told = exams.decided(
        exams.until(RowId.RESULT), DecisionKind.NOTICE, told_on="2027-01-28"
    )
    starts = {
        key: day for key, day in uids(exams.verdict(told)).items() if "appeal" in key
    }
    assert [*starts.values()] == [date(2027, 2, 11)]
    lodged = exams.decided(told, DecisionKind.APPEAL, received_on="2027-02-02")
    days = {day for key, day in uids(exams.verdict(lodged)).items() if "appeal" in key}
    assert days == {date(2027, 2, 11), date(2027, 3, 11)}


def test_an_appeal_keeps_its_day_until_it_is_decided() -> None:
    told = exams.decided(
        exams.until(RowId.RESULT), DecisionKind.NOTICE, told_on="2027-01-28"
    )
    lodged = _appealed(told, "received")
    put_off = _appealed(lodged, "in_progress", decide_before="2027-03-25")
    closed = _appealed(put_off, "decided")
    one, two, three = (_decision_day(each) for each in (lodged, put_off, closed))
    assert one.uid == two.uid == three.uid
    assert (one.start, two.start) == (date(2027, 3, 11), date(2027, 3, 25))
    assert one.sequence < two.sequence < three.sequence
    assert (one.cancelled, two.cancelled, three.cancelled) == (False, False, True)


def _appealed(found: ExamState, status: str, decide_before: str = "") -> ExamState:
    """Record once more how one and the same appeal stands."""
    return exams.decided(
        found,
        DecisionKind.APPEAL,
        status=status,
        received_on="2027-02-02",
        reference="CvB 1",
        decide_before=decide_before,
    )


def _decision_day(found: ExamState) -> Entry:
    """Return the one day on which an appeal must be decided."""
    entries = entries_of([exams.verdict(found)], READER)
    (entry,) = (each for each in entries if "appeal-decision" in each.uid)
    return entry


def established() -> ExamState:
    """Return an exam that was established with two deadlines."""
    deadlines: Data = {"evidence": "2027-03-01", "result": "2027-05-01"}
    return exams.until(
        RowId.ESTABLISH, establishment=small.establishment(deadlines=deadlines)
    )


def test_what_is_called_off_says_so_and_counts_on() -> None:
    going = exams.verdict(established())
    off = exams.verdict(exams.decided(established(), DecisionKind.WITHDRAWAL))
    before, later = entries_of([going], READER), entries_of([off], READER)
    assert [each.uid for each in before] == [each.uid for each in later] != []
    assert {each.cancelled for each in later} == {True}
    assert all(
        one.sequence < two.sequence for one, two in zip(before, later, strict=True)
    )
    assert b"STATUS:CANCELLED" in calendar_file("x", later)


def test_a_person_sees_what_is_theirs() -> None:
    entries = entries_of([exams.verdict(established())], READER)
    student = of_person(entries, small.STUDENT)
    assert 0 < len(student) < len(entries)
    assert of_person(entries, "p-00000000") == ()


def test_the_same_verdicts_make_the_same_bytes() -> None:
    entries = entries_of([exams.verdict(established())], READER)
    assert calendar_file("x", entries) == calendar_file("x", entries)


@pytest.mark.parametrize(
    ("period", "day"),
    [
        ("P10D", date(2027, 2, 10)),
        ("P2W", date(2027, 2, 14)),
        ("P1M", date(2027, 2, 28)),
        ("P18M", date(2028, 7, 31)),
        ("P50Y", date(2077, 1, 31)),
    ],
)
def test_a_period_ends_on_a_day(period: str, day: date) -> None:
    assert later(date(2027, 1, 31), period) == day


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2027-03-01T09:30", "2027-03-01T09:30+01:00"),
        ("1-7-2027 9:30", "2027-07-01T09:30+02:00"),
        ("2027-03-01T09:30:00Z", "2027-03-01T09:30+00:00"),
    ],
)
def test_a_moment_is_read_on_the_dutch_clock(text: str, moment: str) -> None:
    assert moment_of(text) == moment


def test_a_day_without_a_time_is_no_moment() -> None:
    with pytest.raises(UsageError):
        moment_of("2027-03-01")

"""The numbers of each report, on schools small enough to count by hand."""

from dataclasses import replace

import pytest

from proeve.model.registry import AssessorStatistics, Committee, Policy, Registry
from proeve.process.vocabulary import Outcome, Part, StepId
from proeve.sight.agreement import NOT_DECIDED, agreement
from proeve.sight.course import Stand
from proeve.sight.flow import flow
from proeve.sight.late import late, seconds_late
from proeve.sight.leadtime import lead_time
from proeve.sight.progress import progress
from proeve.sight.results import results
from proeve.sight.school import School, minimum_of
from proeve.sight.tables import Cell, Report, days, median, ninth_tenth, share
from tests.sight.lines import DAY, NOW, PLAIN, START, ended, rated, school, span

PASSED, FAILED = Outcome.PASSED, Outcome.NOT_PASSED


def figure(report: Report, name: str) -> Cell:
    return {column.id: cell for column, cell in report.figures.items()}[name]


def row(report: Report, table: str, key: Cell) -> dict[str, Cell]:
    found = report.table(table)
    (cells,) = [cells for cells in found.rows if cells[0] == key]
    return {column.id: cell for column, cell in zip(found.columns, cells, strict=True)}


def test_progress_counts_each_exam_where_it_stands() -> None:
    report = progress(
        school(PLAIN, replace(PLAIN, group="b", overdue=3), ended(PASSED))
    )
    assert row(report, "group", "a") == {
        "group": "a",
        "exams": 2,
        "phase-preparation": 0,
        "phase-execution": 1,
        "phase-assessment": 0,
        "phase-closing": 0,
        "finished": 1,
        "late": 0,
        "held-up": 0,
    }
    assert row(report, "qualification", "25268")["late"] == 1
    assert row(report, "company", "c-1")["exams"] == 3
    assert row(report, "period", "2027-01")["exams"] == 3


def test_an_exam_opened_by_mistake_counts_nowhere() -> None:
    few = school(PLAIN, ended(Outcome.ANNULLED))
    assert figure(progress(few), "exams") == 1
    assert figure(results(few), "ended") == 0
    assert figure(results(few), "annulled") == 1
    assert figure(flow(few), "opened") == 1


def test_lead_time_has_the_middle_and_the_ninth_of_ten() -> None:
    lines = [
        replace(PLAIN, spans=(span(StepId.ACQUIRE, length),)) for length in range(1, 11)
    ]
    report = lead_time(school(*lines, ended(PASSED)))
    acquire = row(report, "step", StepId.ACQUIRE)
    assert (acquire["median"], acquire["ninth-tenth"]) == (5.5, 9.0)
    assert figure(report, "median") == 50.0
    evidence = row(report, "step", StepId.EVIDENCE)
    assert (evidence["waiting"], evidence["waiting-longest"]) == (10, 10.0)
    assert row(report, "hat", Part.STUDENT)["waiting"] == 10


def test_dates_that_run_backwards_take_no_time() -> None:
    line = replace(PLAIN, since=NOW + DAY, spans=(span(StepId.ACQUIRE, -3),))
    report = lead_time(school(line))
    assert row(report, "step", StepId.ACQUIRE)["median"] == 0.0
    assert row(report, "step", StepId.EVIDENCE)["waiting-median"] == 0.0


@pytest.mark.parametrize(
    ("deadline", "late_by"),
    [
        (None, None),
        ("2027-01-10", 60 * 60),
        ("2027-01-11", 0),
        ("2027-01-11T01:00:00+01:00", 0),
        ("2027-01-11T00:59:00+01:00", 60),
    ],
)
def test_a_day_lasts_until_midnight_on_dutch_clocks(
    deadline: str | None, late_by: int | None
) -> None:
    # Ten days from the start are 01:00 on 11 January in the Netherlands.
    assert seconds_late(span(StepId.EVIDENCE, 10, deadline)) == late_by


def test_late_tells_what_was_kept_what_not_and_what_got_more_time() -> None:
    report = late(
        school(
            replace(PLAIN, spans=(span(StepId.EXECUTION, 10, "2027-02-01"),)),
            replace(PLAIN, spans=(span(StepId.EXECUTION, 40, "2027-02-01"),)),
            replace(PLAIN, overdue=4, extended=(StepId.EVIDENCE,)),
        )
    )
    execution = row(report, "step", StepId.EXECUTION)
    assert (execution["in-time"], execution["done-late"]) == (1, 1)
    evidence = row(report, "step", StepId.EVIDENCE)
    assert (evidence["late-now"], evidence["extended"]) == (1, 1)
    assert row(report, "exam", "a/26-0001-b")["days-late"] == 4


def test_results_leave_who_did_not_take_part_out_of_the_share() -> None:
    report = results(
        school(
            ended(PASSED),
            ended(PASSED),
            ended(FAILED),
            ended(Outcome.WITHDRAWN),
            ended(PASSED, attempt=2, resit_of="26-not_passed-1"),
        )
    )
    assert figure(report, "pass-share") == 75.0
    assert figure(report, "resits") == 1
    assert figure(report, "resits-passed") == 1
    assert figure(report, "without-resit") == 0
    assert row(report, "attempt", 2)["passed"] == 1
    assert row(report, "month", "2027-02")["ended"] == 5


def test_flow_tells_where_exams_stood_at_the_end_of_each_month() -> None:
    report = flow(school(PLAIN, ended(FAILED)))
    january, february = (row(report, "month", f"2027-0{n}") for n in (1, 2))
    assert (january["create"], january["evidence"], january["finished"]) == (2, 0, 0)
    assert (february["create"], february["evidence"]) == (0, 1)
    assert february["finished"] == 1


def test_the_last_row_of_the_flow_is_now_and_not_the_end_of_the_month() -> None:
    later = replace(PLAIN, course=(Stand(START, 1), Stand(NOW + 2 * DAY, 7)))
    report = flow(school(later))
    # The commit states a moment after `now`; what the judge says goes first.
    assert report.table("month").rows[-1][0] == "2027-04"
    assert row(report, "month", "2027-04")["evidence_check"] == 1


def test_a_school_without_history_has_an_empty_flow() -> None:
    assert flow(school(replace(PLAIN, course=()))).table("month").rows == ()


def test_nothing_of_assessors_is_told_without_a_decision() -> None:
    open_school = school(*[rated(("V", "V"))] * 20)
    report = agreement(open_school)
    assert (report.closed, report.tables, report.figures) == (NOT_DECIDED, (), {})
    assert {table.id for table in progress(open_school).tables} == {
        *("group", "company", "qualification", "period")
    }


def test_nothing_is_told_below_the_least_number() -> None:
    nine, ten = ([rated(("V", "V"), ("V", "G"))] * n for n in (9, 10))
    below, enough = (agreement(school(*some, minimum=10)) for some in (nine, ten))
    assert [table.rows for table in below.tables] == [(), (), ()]
    assert figure(below, "left-out") == 1
    assert [len(table.rows) for table in enough.tables] == [1, 2, 2]


def test_no_share_is_told_of_fewer_forms_than_the_least_number() -> None:
    few = agreement(school(*[rated(("V", "G"))] * 3, minimum=10))
    assert (figure(few, "exams"), figure(few, "exact")) == (3, None)


def test_the_criteria_that_split_assessors_come_first() -> None:
    report = agreement(school(*[rated(("V", "V"), ("V", "G"))] * 10, minimum=10))
    assert report.table("criterion").column("criterion") == ("c-1", "c-0")
    assert report.table("criterion").column("exact") == (0.0, 100.0)


DECIDED = AssessorStatistics(
    committee="ec", decided_on="2026-06-18", purpose="Kalibreren", minimum=12
)


def registry(decided: AssessorStatistics | None, committee: str = "ec") -> Registry:
    seat = Committee(id=committee, members=(), quorum={}, opening_keys=())
    return Registry(
        policy=Policy(assessor_statistics=decided), committees={committee: seat}
    )


def test_only_a_whole_decision_of_a_committee_that_exists_counts() -> None:
    assert minimum_of(registry(DECIDED)) == 12
    assert minimum_of(registry(None)) is None
    assert minimum_of(registry(DECIDED, committee="other")) is None
    assert minimum_of(registry(replace(DECIDED, decided_on="ooit"))) is None


def test_the_small_sums() -> None:
    assert (median([]), median([3]), median([1, 4])) == (None, 3, 2)
    assert (ninth_tenth([]), ninth_tenth(range(1, 11))) == (None, 9)
    assert (share(1, 3), share(0, 0), share(2, 3)) == (33.3, None, 66.7)
    assert (days(DAY // 2), days(-5)) == (0.5, 0.0)


def test_a_school_of_nothing_has_reports_of_nothing() -> None:
    empty = School(lines=(), now=NOW, minimum=10)
    for report in (progress, lead_time, late, results, flow, agreement):
        assert report(empty).name

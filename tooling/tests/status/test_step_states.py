"""How each of the twelve steps stands, along the straight way and every way aside."""

from dataclasses import replace

import pytest

from proeve.model.exam import RowState
from proeve.model.verdict import StepState
from proeve.process.decisions import DecisionKind
from proeve.process.vocabulary import Outcome, Part, RowId, StepId
from tests.dossier import small
from tests.status.exams import (
    DAY,
    START,
    approval,
    bar,
    decided,
    exam,
    registry_of,
    row_state,
    until,
    verdict,
    with_file,
    with_row,
)

# One letter a step: - locked, o open, w waiting, D done, s skipped, n not needed.
STRAIGHT_WAY = {
    RowId.CREATE: "Dw----------",
    RowId.ACQUIRE: "DDo---------",
    RowId.ESTABLISH: "DDDoo-------",
    RowId.EXECUTION: "DDDsDo------",
    RowId.EVIDENCE: "DDDsDDo-----",
    RowId.EVIDENCE_CHECK: "DDDsDDDo----",
    RowId.SEAL_FIRST: "DDDsDDDw----",
    RowId.SEAL_SECOND: "DDDsDDDw----",
    RowId.UNSEAL: "DDDsDDDDo---",
    RowId.CONSENSUS: "DDDsDDDDDo--",
    RowId.FINAL: "DDDsDDDDDw--",
    RowId.RESULT: "DDDsDDDDDDno",
    RowId.ARCHIVE: "DDDsDDDDDDnD",
}
NOT_PASSED = {**small.result(), "outcome": "not_passed"}
RESULT = {"result": NOT_PASSED}


def test_nothing_but_the_first_step_is_open_at_the_start() -> None:
    assert bar(exam()) == "o-----------"


@pytest.mark.parametrize("row", STRAIGHT_WAY)
def test_the_straight_way_opens_step_by_step(row: RowId) -> None:
    assert bar(until(row)) == STRAIGHT_WAY[row]


def test_an_appointment_that_was_made_is_done() -> None:
    rows = (RowId.CREATE, RowId.ACQUIRE, RowId.ESTABLISH, RowId.APPOINTMENT)
    assert bar(exam(*rows)) == "DDDDo-------"
    assert bar(exam(*rows, RowId.EXECUTION)) == "DDDDDo------"


def test_a_step_with_a_text_waits_for_its_approvals() -> None:
    found = with_file(until(RowId.ESTABLISH), "execution.yml")
    assert bar(found) == "DDDow-------"


def test_a_step_with_one_approval_of_two_waits() -> None:
    found = with_row(
        until(RowId.ESTABLISH),
        RowId.EXECUTION,
        row_state(RowId.EXECUTION, Part.STUDENT),
    )
    assert bar(found) == "DDDow-------"


def test_a_result_that_is_not_passed_asks_for_a_follow_up() -> None:
    assert bar(until(RowId.RESULT, **RESULT)) == "DDDsDDDDDDo-"
    assert bar(until(RowId.FOLLOW_UP, **RESULT)) == "DDDsDDDDDDDo"


def test_a_revision_decides_whether_a_follow_up_is_needed() -> None:
    passed = until(RowId.RESULT)
    revised = decided(passed, DecisionKind.REVISION, outcome="not_passed")
    assert bar(revised) == "DDDsDDDDDDo-"
    assert verdict(revised).outcome is Outcome.NOT_PASSED
    again = decided(revised, DecisionKind.REVISION, outcome="passed")
    assert bar(again) == "DDDsDDDDDDno"


@pytest.mark.parametrize(
    ("kind", "outcome"),
    [
        (DecisionKind.WITHDRAWAL, Outcome.WITHDRAWN),
        (DecisionKind.ANNULMENT, Outcome.ANNULLED),
    ],
)
def test_an_exam_that_ended_early_only_awaits_its_archive(
    kind: DecisionKind, outcome: Outcome
) -> None:
    found = decided(until(RowId.ESTABLISH), kind)
    assert bar(found) == "DDDnnnnnnnno"
    assert verdict(found).outcome is outcome
    assert bar(with_row(found, RowId.ARCHIVE, row_state(RowId.ARCHIVE))) == (
        "DDDnnnnnnnnD"
    )


def test_a_stop_leaves_the_final_assessment_and_the_result() -> None:
    found = decided(until(RowId.EXECUTION), DecisionKind.STOP)
    assert bar(found) == "DDDsDnnnno--"


def test_a_stop_during_the_execution_lets_its_report_be_finished_first() -> None:
    found = decided(until(RowId.ESTABLISH), DecisionKind.STOP)
    assert bar(found) == "DDDoonnnno--"


def test_a_return_takes_the_later_steps_away() -> None:
    found = decided(until(RowId.EVIDENCE), DecisionKind.RETURN, to="acquire")
    assert bar(found) == "DR----------"
    rewritten = with_row(found, RowId.ACQUIRE, RowState(seq=3, changed_at=START))
    assert bar(rewritten) == "Dw----------"


@pytest.mark.parametrize(
    ("row", "to", "expected"),
    [
        (RowId.EVIDENCE_CHECK, "evidence", "DDDsDR------"),
        (RowId.CONSENSUS, "consensus", "DDDsDDDDR---"),
        (RowId.FINAL, "consensus", "DDDsDDDDR---"),
    ],
)
def test_each_way_back_ends_at_its_own_step(row: RowId, to: str, expected: str) -> None:
    assert bar(decided(until(row), DecisionKind.RETURN, to=to)) == expected


def test_an_appeal_that_is_won_goes_back_to_the_consensus() -> None:
    found = decided(until(RowId.RESULT), DecisionKind.APPEAL, outcome="annulled")
    assert bar(found) == "DDDsDDDDR---"


@pytest.mark.parametrize("outcome", ["upheld", ""])
def test_any_other_appeal_changes_nothing(outcome: str) -> None:
    found = decided(until(RowId.RESULT), DecisionKind.APPEAL, outcome=outcome)
    assert bar(found) == bar(until(RowId.RESULT))


def test_a_bad_commit_breaks_the_steps_that_could_go_on() -> None:
    found = replace(until(RowId.ESTABLISH), held_up=("bad",))
    assert bar(found) == "DDDBB-------"
    assert verdict(found).current is not None
    assert [each.code for each in verdict(found).findings] == ["scope.held-up"]


def test_an_exam_that_was_never_lawful_is_broken_from_the_start() -> None:
    assert bar(replace(exam(), held_up=("bad",))) == "B-----------"


def test_a_finished_exam_stays_done_beside_a_bad_commit() -> None:
    found = replace(until(RowId.ARCHIVE), held_up=("bad",))
    assert bar(found) == STRAIGHT_WAY[RowId.ARCHIVE]
    assert verdict(found).current is None


EARLY = {"establishment": small.establishment(established_on="2026-09-03")}


def test_a_start_before_the_establishment_stops_the_check_of_the_evidence() -> None:
    found = until(RowId.EVIDENCE, **EARLY)
    assert bar(found) == "DDDsDDw-----"
    assert "exam.early-start" in [each.code for each in verdict(found).findings]
    assert verdict(found).early_start


def test_the_committee_lets_an_early_start_pass() -> None:
    found = decided(until(RowId.EVIDENCE, **EARLY), DecisionKind.ACCEPT_EARLY_START)
    assert bar(found) == "DDDsDDo-----"
    assert "exam.early-start" not in [each.code for each in verdict(found).findings]


@pytest.mark.parametrize("day", ["2026-09-02", "2026-09-01"])
def test_a_start_on_the_day_itself_or_later_is_in_time(day: str) -> None:
    record = small.establishment(established_on=day)
    assert not verdict(until(RowId.EVIDENCE, establishment=record)).early_start


def test_a_school_may_want_a_decision_on_untimed_evidence() -> None:
    known = registry_of(untimed="decide")
    found = until(RowId.EVIDENCE)
    assert bar(found, known) == "DDDsDDw-----"
    accepted = decided(found, DecisionKind.ACCEPT_UNTIMED)
    assert bar(accepted, known) == "DDDsDDo-----"


def test_evidence_is_untimed_until_there_are_receipts() -> None:
    found = verdict(until(RowId.EVIDENCE))
    assert found.untimed
    assert [(each.code, each.severity) for each in found.findings] == [
        ("exam.untimed", "note")
    ]
    assert not verdict(until(RowId.EXECUTION)).untimed


def test_a_result_is_provisional_until_it_is_established() -> None:
    assert verdict(until(RowId.FINAL)).provisional
    assert verdict(until(RowId.FINAL)).outcome is None
    established = verdict(until(RowId.RESULT))
    assert (established.provisional, established.outcome) == (False, Outcome.PASSED)


def test_a_result_without_a_readable_outcome_is_no_outcome() -> None:
    assert verdict(until(RowId.RESULT, result={})).outcome is None


def test_the_current_step_is_the_first_that_somebody_must_do() -> None:
    after_three = verdict(until(RowId.ESTABLISH)).current
    assert after_three is not None
    assert after_three.step is StepId.EXECUTION
    assert verdict(until(RowId.ARCHIVE)).current is None


def test_an_unknown_process_is_shown_by_the_usual_table() -> None:
    found = replace(until(RowId.CREATE), process="mei-13/1")
    assert bar(found) == STRAIGHT_WAY[RowId.CREATE]


def test_done_says_when_the_last_approval_came() -> None:
    late = START + 40 * DAY
    rows = row_state(RowId.EXECUTION)
    second = replace(rows.approvals[1], at=late)
    found = with_row(
        until(RowId.EXECUTION),
        RowId.EXECUTION,
        replace(rows, approvals=(rows.approvals[0], second)),
    )
    step = next(s for s in verdict(found).steps if s.step is StepId.EXECUTION)
    assert (step.state, step.done_at) == (StepState.DONE, late)


def test_two_supervisors_both_approve() -> None:
    two = small.exam(
        companies=[
            {"company": small.COMPANY, "workplace_supervisor": small.SUPERVISOR},
            {"company": "c-115", "workplace_supervisor": small.FIRST},
        ]
    )
    found = until(RowId.EXECUTION, exam=two)
    assert bar(found)[4] == "w"
    state = found.row(RowId.EXECUTION)
    other = approval(RowId.EXECUTION, Part.WORKPLACE_SUPERVISOR, person=small.FIRST)
    both = with_row(
        found, RowId.EXECUTION, replace(state, approvals=(*state.approvals, other))
    )
    assert bar(both)[4] == "D"

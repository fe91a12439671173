"""Who is awaited in the current step, as what, and with which deed."""

from dataclasses import replace

import pytest

from proeve.model.document import Data
from proeve.model.exam import ExamState, RowState
from proeve.model.registry import Registry
from proeve.process.decisions import DecisionKind
from proeve.process.vocabulary import Part, Role, RowId
from tests.dossier import small
from tests.status.exams import (
    OTHER_MEMBER,
    START,
    approval,
    bar,
    decided,
    exam,
    moment,
    registry_of,
    row_state,
    until,
    verdict,
    waits,
    with_file,
    with_row,
)

ALONG_THE_WAY = {
    RowId.CREATE: [
        "acquire: school_contact: approve",
        "acquire: workplace_supervisor: approve",
        "acquire: student: approve",
    ],
    RowId.ACQUIRE: ["establish: exam_committee: establish"],
    RowId.ESTABLISH: [
        "execution: student: report-execution",
        "execution: workplace_supervisor: report-execution",
    ],
    RowId.EXECUTION: ["evidence: student: evidence submit"],
    RowId.EVIDENCE: [
        "evidence_check: second_assessor: check-evidence",
        "evidence_check: first_assessor: check-evidence",
    ],
    RowId.EVIDENCE_CHECK: [
        "seal.first: first_assessor: assess",
        "seal.second: second_assessor: assess",
    ],
    RowId.SEAL_FIRST: ["seal.second: second_assessor: assess"],
    RowId.SEAL_SECOND: [
        "unseal: exam_committee: unseal",
        "unseal: first_assessor: unseal",
        "unseal: second_assessor: unseal",
    ],
    RowId.UNSEAL: [
        "consensus: first_assessor: consensus",
        "consensus: second_assessor: consensus",
    ],
    RowId.CONSENSUS: ["final: first_assessor: final-assessment"],
    RowId.FINAL: ["result: exam_committee: establish-result"],
    RowId.RESULT: ["archive: admin: archive"],
    RowId.ARCHIVE: [],
}


def _people(
    found: ExamState, known: Registry | None = None
) -> dict[str, tuple[str, ...]]:
    current = verdict(found, known=known).current
    assert current is not None
    return {each.hat: each.people for each in current.missing}


def test_the_contact_person_begins() -> None:
    assert waits(exam()) == ["create: school_contact: prepare"]


@pytest.mark.parametrize("row", ALONG_THE_WAY)
def test_along_the_way_it_is_the_next_one_s_move(row: RowId) -> None:
    assert waits(until(row)) == ALONG_THE_WAY[row]


def test_a_text_that_is_there_needs_only_approval() -> None:
    found = with_file(until(RowId.ESTABLISH), "execution.yml")
    assert waits(found) == [
        "execution: student: approve",
        "execution: workplace_supervisor: approve",
    ]


def test_who_approved_is_no_longer_awaited() -> None:
    found = with_row(
        until(RowId.ESTABLISH),
        RowId.EXECUTION,
        row_state(RowId.EXECUTION, Part.STUDENT),
    )
    assert _people(found) == {"workplace_supervisor": (small.SUPERVISOR,)}


def test_a_part_that_nobody_plays_is_awaited_without_a_name() -> None:
    found = until(RowId.EVIDENCE_CHECK, exam=small.exam(first_assessor=None))
    assert _people(found)["first_assessor"] == ()


def test_an_administrator_is_looked_up_by_grant() -> None:
    found = until(RowId.RESULT)
    assert _people(found) == {"admin": (small.ADMIN, small.OTHER_ADMIN)}


def test_an_exam_at_school_awaits_nobody_of_a_company() -> None:
    at_school = small.exam(place="school", companies=[])
    found = until(RowId.CREATE, exam=at_school)
    assert waits(found) == [
        "acquire: school_contact: approve",
        "acquire: student: approve",
    ]


def test_an_exam_at_school_with_a_supervisor_awaits_them() -> None:
    found = until(RowId.CREATE, exam=small.exam(place="school"))
    assert "acquire: workplace_supervisor: approve" in waits(found)


def test_policy_says_who_checks_the_evidence() -> None:
    check: Data = {
        "completeness": "school_contact",
        "authenticity": "workplace_supervisor",
    }
    known = registry_of(evidence_check=check)
    assert waits(until(RowId.EVIDENCE), known) == [
        "evidence_check: school_contact: check-evidence",
        "evidence_check: workplace_supervisor: check-evidence",
    ]


def test_one_person_may_check_the_evidence_for_both() -> None:
    both: Data = {"completeness": "second_assessor", "authenticity": "second_assessor"}
    known = registry_of(evidence_check=both)
    assert waits(until(RowId.EVIDENCE), known) == [
        "evidence_check: second_assessor: check-evidence"
    ]


def test_a_substitute_is_awaited_in_place_of_whoever_left() -> None:
    found = decided(
        until(RowId.EVIDENCE_CHECK),
        DecisionKind.SUBSTITUTION,
        part="second_assessor",
        from_=small.SECOND,
        to=small.THIRD,
    )
    assert _people(found)["second_assessor"] == (small.THIRD,)


# A quorum


def test_a_quorum_of_two_awaits_a_second_member() -> None:
    known = registry_of(small.MEMBER, OTHER_MEMBER, quorum={"establish": 2})
    found = until(RowId.ESTABLISH)
    assert bar(found, known)[2] == "w"
    assert _people(found, known) == {"exam_committee": (OTHER_MEMBER,)}


def test_two_members_make_a_quorum_of_two() -> None:
    known = registry_of(small.MEMBER, OTHER_MEMBER, quorum={"establish": 2})
    found, row = until(RowId.ESTABLISH), RowId.ESTABLISH
    second = approval(row, Role.EXAM_COMMITTEE, person=OTHER_MEMBER)
    state = found.row(row)
    both = replace(state, approvals=(*state.approvals, second))
    assert bar(with_row(found, row, both), known)[2] == "D"


def test_the_school_s_quorum_holds_where_the_committee_has_none() -> None:
    known = registry_of(small.MEMBER, OTHER_MEMBER, quorum=None, policy_quorum=None)
    assert bar(until(RowId.ESTABLISH), known)[2] == "D"


def test_a_member_with_a_part_in_the_exam_is_not_awaited() -> None:
    known = registry_of(small.MEMBER, small.CONTACT)
    assert _people(until(RowId.ACQUIRE), known) == {"exam_committee": (small.MEMBER,)}


# Ways aside


def _dispute(way: str) -> ExamState:
    found = decided(
        until(RowId.UNSEAL), DecisionKind.DISPUTE, way=way, third_assessor=small.THIRD
    )
    return with_file(found, "consensus.yml")


def test_a_third_assessor_seals_before_the_consensus() -> None:
    found = _dispute("third_assessor")
    assert bar(found)[7:9] == "w-"
    assert waits(found) == ["seal.third: third_assessor: assess"]
    assert _people(found) == {"third_assessor": (small.THIRD,)}


def _judged_by_three() -> ExamState:
    found = _dispute("third_assessor")
    for row in (RowId.SEAL_THIRD, RowId.UNSEAL_THIRD):
        found = with_row(found, row, row_state(row))
    return found


def test_after_a_dispute_any_two_of_three_decide() -> None:
    found, row = _judged_by_three(), RowId.CONSENSUS
    assert len(waits(found)) == 3
    one = with_row(found, row, row_state(row, Part.THIRD_ASSESSOR))
    assert waits(one) == [
        "consensus: first_assessor: approve",
        "consensus: second_assessor: approve",
    ]
    assert bar(one)[8] == "w"
    two = with_row(found, row, row_state(row, Part.THIRD_ASSESSOR, Part.FIRST_ASSESSOR))
    assert bar(two)[8:10] == "Do"


@pytest.mark.parametrize(
    ("way", "expected"),
    [
        ("first_decides", ["consensus: first_assessor: approve"]),
        ("committee_decides", ["consensus: exam_committee: approve"]),
    ],
)
def test_a_dispute_goes_the_way_of_the_school(way: str, expected: list[str]) -> None:
    assert waits(_dispute(way)) == expected


def test_going_on_without_an_approval_awaits_it_no_longer() -> None:
    found = with_row(
        until(RowId.ESTABLISH),
        RowId.EXECUTION,
        row_state(RowId.EXECUTION, Part.STUDENT),
    )
    at = moment(RowId.CONSENSUS)
    waived = decided(
        found,
        DecisionKind.CONTINUE_WITHOUT,
        at=at,
        row="execution",
        approver="workplace_supervisor",
    )
    assert bar(waived)[4:6] == "Do"
    # It was done when the committee said so, and the next step waits from then on.
    _, _, _, _, execution, evidence, *_ = verdict(waived).steps
    assert (execution.done_at, evidence.since) == (at, at)


def test_a_refusal_is_shown_with_its_reason_and_waits() -> None:
    found = decided(
        until(RowId.CREATE), DecisionKind.REFUSAL, row="acquire", approver="student"
    )
    assert bar(found)[1] == "w"
    current = verdict(found).current
    assert current is not None
    refused = {each.hat: each.refused for each in current.missing}
    assert refused == {
        "school_contact": None,
        "workplace_supervisor": None,
        "student": "Zo besloten.",
    }


def test_a_refusal_takes_the_refuser_s_own_approval_back() -> None:
    found = decided(
        until(RowId.ACQUIRE),
        DecisionKind.REFUSAL,
        by=small.STUDENT,
        row="acquire",
        approver="student",
    )
    assert bar(found)[1] == "w"
    assert waits(found) == ["acquire: student: approve"]


def test_a_refusal_that_is_withdrawn_leaves_the_approval_to_give() -> None:
    refused = decided(
        until(RowId.CREATE), DecisionKind.REFUSAL, row="acquire", approver="student"
    )
    found = decided(
        refused, DecisionKind.REFUSAL_WITHDRAWN, row="acquire", approver="student"
    )
    assert found.row(RowId.ACQUIRE).refused == {}
    assert waits(found) == ALONG_THE_WAY[RowId.CREATE]


def test_a_decision_about_no_row_changes_none() -> None:
    found = until(RowId.CREATE)
    for kind in (
        DecisionKind.REFUSAL,
        DecisionKind.REFUSAL_WITHDRAWN,
        DecisionKind.CONTINUE_WITHOUT,
    ):
        assert decided(found, kind, approver="student").rows == found.rows


def test_after_a_return_the_writer_is_asked_for_the_text() -> None:
    found = decided(until(RowId.EVIDENCE_CHECK), DecisionKind.RETURN, to="evidence")
    assert waits(found) == ["evidence: student: evidence submit"]


def test_an_early_start_is_the_committee_s_move() -> None:
    record = small.establishment(established_on="2026-09-03")
    found = until(RowId.EVIDENCE, establishment=record)
    assert waits(found) == ["evidence_check: exam_committee: decide accept-early-start"]
    assert _people(found) == {"exam_committee": (small.MEMBER,)}


def test_untimed_evidence_is_the_committee_s_move_where_policy_says_so() -> None:
    known = registry_of(untimed="decide")
    assert waits(until(RowId.EVIDENCE), known) == [
        "evidence_check: exam_committee: decide accept-untimed"
    ]


def test_nobody_is_asked_to_build_on_a_bad_commit() -> None:
    assert waits(replace(until(RowId.ESTABLISH), held_up=("bad",))) == []


def test_nothing_is_awaited_of_an_exam_that_is_closed() -> None:
    found = decided(until(RowId.ESTABLISH), DecisionKind.WITHDRAWAL)
    assert waits(found) == ["archive: admin: archive"]


def test_a_row_that_lost_its_text_s_approvals_awaits_them_again() -> None:
    changed = RowState(seq=2, changed_at=START)
    found = with_row(until(RowId.ACQUIRE), RowId.ACQUIRE, changed)
    assert waits(found) == ALONG_THE_WAY[RowId.CREATE]

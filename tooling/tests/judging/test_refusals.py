"""The attacks that PROTOCOL section 7 lists at its end, and what it accepts there.

`after(n)` is the example after row n. Left out: establishing by one merge review, since
attestations come later and every approval here is by the person's own key.
"""

import pytest

from tests.judging import paper, papers, people, school
from tests.judging.attacks import (
    ARCHIVED,
    BASE,
    DECISION,
    EMPTY,
    FOREIGN,
    FROZEN,
    HALF,
    LANDING,
    LOCKED,
    PARTS,
    REPLAYED,
    SEALS,
    SEPARATION,
    SEQ,
    TEXT,
    TWICE,
    UNCOVERED,
    accepted,
    all_accepted,
    refused,
)
from tests.judging.cast import Cast
from tests.judging.changes import Changes
from tests.judging.reference import after, play, with_cast
from tests.judging.sim import opened

OTHER_ASSIGNMENT = {"assignment.yml": papers.assignment("Iets anders")}
ESTABLISHMENT = {"establishment.yml": papers.establishment()}


def test_nothing_is_established_before_all_three_agreed() -> None:
    refused(after(10).committee.approves("establish", ESTABLISHMENT), LOCKED)


def test_an_assignment_is_not_changed_after_it_was_established() -> None:
    refused(after(16).contact.approves("acquire", OTHER_ASSIGNMENT), FROZEN)


def test_an_exam_file_is_not_changed_after_the_establishment() -> None:
    changed = {"exam.yml": papers.exam(attempt=2)}
    refused(after(16).contact.approves("create", changed), FROZEN)


def test_a_landed_act_changes_no_established_assignment_either() -> None:
    sim = after(16)
    refused(
        sim.contact.lands(sim.student.act("write", "acquire", OTHER_ASSIGNMENT)), FROZEN
    )


def test_one_commit_does_not_establish_and_change_the_assignment() -> None:
    both = {**ESTABLISHMENT, **OTHER_ASSIGNMENT}
    refused(after(15).committee.approves("establish", both), FOREIGN)


def test_a_write_without_changes_is_refused() -> None:
    refused(after(6).contact.writes("acquire"), EMPTY)


def test_an_approval_does_not_come_back_with_its_old_text() -> None:
    sim = after(8)
    act = sim.supervisor.act("approve", "acquire")
    before = sim.files["assignment.yml"]
    accepted(sim.contact.writes("acquire", OTHER_ASSIGNMENT))
    accepted(sim.contact.writes("acquire", {"assignment.yml": before}))
    refused(sim.contact.lands(act, seq=sim.seq["acquire"]), SEQ)


def test_an_approval_older_than_the_text_is_stale() -> None:
    sim = after(8)
    act = sim.supervisor.act("approve", "acquire")
    accepted(sim.contact.writes("acquire", OTHER_ASSIGNMENT))
    refused(sim.contact.lands(act, seq=sim.seq["acquire"]), SEQ, TEXT)


def test_an_approval_signed_before_the_return_is_stale() -> None:
    sim = after(11)
    act = sim.supervisor.act("approve", "acquire")
    sim.committee.decides("return", "acquire", to="acquire", row="acquire")
    refused(sim.contact.lands(act, seq=sim.seq["acquire"]), SEQ)


def test_a_commit_on_an_older_base_is_refused() -> None:
    sim = after(8)
    old = str(sim.transitions[-2].trailers and sim.transitions[-2].trailers.base)
    refused(sim.contact.approves("acquire", base=old), BASE)


def test_nothing_is_unsealed_with_one_seal_in() -> None:
    sim = after(23)
    refused(sim.committee.unseals(opened(sim)), LOCKED)


@pytest.mark.parametrize("part", ["first", "second"])
def test_one_form_is_not_opened_without_the_other(part: str) -> None:
    sim = after(24)
    refused(sim.committee.unseals(opened(sim, part)), SEALS, HALF)


@pytest.mark.parametrize("part", ["first", "second"])
def test_an_opened_form_is_not_changed(part: str) -> None:
    sim = after(25)
    refused(sim.committee.unseals(opened(sim, part, rating="O")), FROZEN)


def test_an_assessor_does_not_open_their_form_anew() -> None:
    sim = after(25)
    refused(sim.second.unseals(opened(sim, "second", rating="O")), FROZEN)


def test_an_assessor_does_not_seal_for_the_other() -> None:
    refused(after(22).second.seals("first"), SEALS)


def test_an_assessor_does_not_replace_the_seal_of_the_other() -> None:
    refused(after(23).first.seals("second"), SEALS)


def test_evidence_is_not_changed_after_it_was_handed_in() -> None:
    sim = after(21)
    late = b"Nog een stuk.\n"
    act = sim.student.act(
        "approve", "evidence", {"evidence.yml": papers.evidence(late)}
    )
    refused(sim.receiver.lands(act), FROZEN)


def test_evidence_bytes_are_not_changed_after_they_were_handed_in() -> None:
    sim = after(21)
    refused(sim.student.approves("evidence", {papers.PROOF_PATH: b"x"}), FROZEN)


@pytest.mark.parametrize("row", [23, 24, 25, 27])
def test_evidence_is_not_returned_once_a_seal_is_in(row: int) -> None:
    sim = after(row)
    refused(sim.second.decides("return", "evidence", to="evidence"), DECISION)


def test_the_student_does_not_approve_the_consensus() -> None:
    sim = after(26)
    refused(sim.contact.lands(sim.student.act("approve", "consensus")), PARTS)


def test_a_committee_member_who_assesses_does_not_establish() -> None:
    sim = after(4)
    both = school.committee(members=(people.OFFICE, people.MEMBER))
    path = f"committees/{people.COMMITTEE}.yml"
    act = sim.committee.whole_act("registry", {path: both})
    accepted(sim.admin.changes("registry", {path: both}, act))
    accepted(
        sim.contact.changes(f"groups/{people.GROUP}", {"group.yml": school.group()})
    )
    sim = sim.with_cast(Cast(second=(people.MEMBER, "school_assessor")))
    play(sim, 15)
    all_accepted(sim)
    by_member = {"establishment.yml": papers.establishment(by=people.MEMBER)}
    refused(sim.member.approves("establish", by_member), SEPARATION)


def test_a_person_counts_once_in_a_row() -> None:
    refused(after(9).contact.approves("acquire"), TWICE, REPLAYED)


def test_the_student_lands_nothing() -> None:
    sim = after(9)
    refused(sim.student.lands(sim.supervisor.act("approve", "acquire")), LANDING)


def test_the_supervisor_lands_nothing() -> None:
    sim = after(9)
    refused(sim.supervisor.lands(sim.student.act("approve", "acquire")), LANDING)


def test_no_text_lands_without_an_act() -> None:
    sim = after(17)
    text = {"execution.yml": papers.execution()}
    refused(sim.contact.lands(row="execution", also=text), UNCOVERED, EMPTY)


def test_a_lander_adds_nothing_to_the_text_of_the_act() -> None:
    sim = after(17)
    act = sim.student.act("write", "execution", {"execution.yml": papers.execution()})
    other = {"execution.yml": papers.execution(hours=7)}
    refused(sim.contact.lands(act, also=other), TEXT, UNCOVERED)


def test_an_act_of_one_row_covers_no_text_of_another() -> None:
    sim = after(16)
    act = sim.supervisor.act(
        "approve", "appointment", {"appointments.yml": papers.appointments()}
    )
    more = {"execution.yml": papers.execution()}
    refused(sim.contact.lands(act, also=more), UNCOVERED, FOREIGN)


def test_the_same_act_lands_once() -> None:
    sim = after(9)
    act = sim.supervisor.act("approve", "acquire")
    accepted(sim.contact.lands(act))
    refused(sim.contact.lands(act), EMPTY, REPLAYED, TWICE)


DOCUMENTS_AFTER_THE_END = {
    "create": {"exam.yml": papers.exam(attempt=2)},
    "acquire": OTHER_ASSIGNMENT,
    "establish": {"establishment.yml": papers.establishment(regulation="2026")},
    "appointment": {"appointments.yml": papers.appointments(60)},
    "execution": {"execution.yml": papers.execution(hours=9)},
    "evidence": {"evidence.yml": papers.evidence(b"x")},
    "evidence_check": {"evidence-check.yml": papers.evidence_check("Anders")},
    "consensus": {"consensus.yml": papers.consensus("G")},
    "final": {"final-assessment.yml": papers.final(remark="Anders")},
    "result": {"result.yml": papers.result(established_on="2026-04-01")},
    "follow_up": {"follow-up.yml": papers.follow_up()},
    "archive": {"archive.yml": papers.archive({})},
}
WRITERS = {
    "create": "contact",
    "acquire": "contact",
    "establish": "committee",
    "appointment": "contact",
    "execution": "student",
    "evidence": "student",
    "evidence_check": "second",
    "consensus": "second",
    "final": "first",
    "result": "committee",
    "follow_up": "committee",
    "archive": "admin",
}


@pytest.mark.parametrize("row", DOCUMENTS_AFTER_THE_END)
def test_no_document_changes_after_the_archive(row: str) -> None:
    sim = after(30)
    writer = getattr(sim, WRITERS[row])
    refused(writer.approves(row, DOCUMENTS_AFTER_THE_END[row]), ARCHIVED, FROZEN)


@pytest.mark.parametrize("part", ["first", "second"])
def test_no_seal_changes_after_the_archive(part: str) -> None:
    sim = after(30)
    refused(getattr(sim, part).seals(part, "G"), ARCHIVED, FROZEN)


# Accepted.


def test_evidence_returns_to_step_6_and_goes_on() -> None:
    sim = after(22)
    accepted(sim.second.decides("return", "evidence", to="evidence", row="evidence"))
    assert sim.standing("evidence") == set()
    assert sim.standing("evidence_check") == set()
    better = b"Volledige werkvoorbereiding.\n"
    path = f"evidence/{paper.hexdigest(better)}"
    # Nothing is ever deleted, so the first piece stays listed beside the better one.
    handed_in: Changes = {
        "evidence.yml": papers.evidence(papers.PROOF, better),
        path: better,
    }
    accepted(sim.receiver.lands(sim.student.act("approve", "evidence", handed_in)))
    check = {"evidence-check.yml": papers.evidence_check("Nu volledig")}
    accepted(sim.second.approves("evidence_check", check))
    accepted(sim.contact.lands(sim.first.act("approve", "evidence_check")))
    play(sim, 30, start=23)
    all_accepted(sim)


def test_the_result_returns_to_consensus_and_goes_on() -> None:
    sim = after(28)
    accepted(sim.committee.decides("return", "consensus", to="consensus"))
    assert sim.standing("final") == set()
    assert sim.standing("unseal") == {people.OFFICE}
    accepted(sim.second.approves("consensus", {"consensus.yml": papers.consensus("G")}))
    accepted(sim.contact.lands(sim.first.act("approve", "consensus")))
    final = papers.final(core_tasks={"B1-K1": "V"}, remark="Na terugsturen")
    accepted(sim.first.approves("final", {"final-assessment.yml": final}))
    play(sim, 30, start=29)
    all_accepted(sim)


def test_the_same_text_is_approved_afresh_after_a_return() -> None:
    sim = after(12)
    assert sim.seq["acquire"] == 4
    accepted(sim.contact.approves("acquire"))
    accepted(sim.contact.lands(sim.supervisor.act("approve", "acquire")))
    accepted(sim.receiver.lands(sim.student.act("approve", "acquire")))
    accepted(sim.committee.approves("establish", ESTABLISHMENT))


def test_an_appointment_lands_between_signing_and_landing() -> None:
    sim = after(19)
    act = sim.supervisor.act("approve", "execution")
    later = {"appointments.yml": papers.appointments(60)}
    accepted(sim.contact.approves("appointment", later))
    accepted(sim.contact.lands(act))


def test_three_approvals_land_in_any_order() -> None:
    for order in ((0, 1, 2), (2, 1, 0), (1, 2, 0), (1, 0, 2), (0, 2, 1), (2, 0, 1)):
        sim = after(8)
        acts = [
            each.act("approve", "acquire")
            for each in (sim.contact, sim.student, sim.supervisor)
        ]
        for place in order:
            accepted(sim.receiver.lands(acts[place]))
        assert len(sim.standing("acquire")) == 3


def test_three_approvals_land_in_one_commit() -> None:
    sim = after(8)
    three = (sim.contact, sim.student, sim.supervisor)
    acts = [each.act("approve", "acquire") for each in three]
    accepted(sim.receiver.lands(*acts))
    assert len(sim.standing("acquire")) == 3


def test_other_people_can_play_the_same_example() -> None:
    sim = with_cast(Cast(second=(people.THIRD, "school_assessor")), 30)
    all_accepted(sim)

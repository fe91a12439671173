"""Attacks on parcels and papers: the roads of students and companies."""

import pytest

from tests.judging import papers, people
from tests.judging.attacks import accepted, refused
from tests.judging.changes import Changes
from tests.judging.ledger import Signed
from tests.judging.sim import ExamSim
from tests.receiver.attested import on_paper, parcel, proposed, unpacked, with_policy
from tests.receiver.branches import branch
from tests.receiver.test_reference_with_receiver import after

NEW: Changes = {"assignment.yml": papers.assignment("Nieuw")}


def _student(sim: ExamSim, action: str = "approve") -> Signed:
    return sim.student.act(action, "acquire")


def test_the_parcel_that_is_attacked_below_is_lawful() -> None:
    sim = after(9)
    accepted(unpacked(sim, sim.student, "approve", "acquire"))


def test_a_parcel_brings_exactly_what_was_unpacked() -> None:
    sim = after(7)
    beside = branch(sim).commit({"assignment.yml": papers.assignment("Iets anders")})
    sim.receiver.by_merge(beside).lands(
        parcel(sim.student.act("write", "acquire", NEW))
    )
    refused(sim.last, "attestation.other-text")


def test_a_parcel_without_its_unpacked_commit_is_refused() -> None:
    sim = after(9)
    refused(sim.receiver.lands(parcel(_student(sim))), "attestation.nothing-seen")


def test_a_parcel_takes_no_decision() -> None:
    sim = after(9)
    path = "decisions/1-withdrawal.yml"
    record = papers.decision("withdrawal", 1, people.STUDENT)
    act = sim.student.act("decide", "acquire", {path: record})
    sim.receiver.by_merge(branch(sim).commit({path: record})).lands(parcel(act))
    refused(sim.last, "attestation.action")


def test_staff_does_not_write_by_parcel() -> None:
    sim = after(9)
    refused(unpacked(sim, sim.contact, "write", "acquire", NEW), "rows.level")


def test_a_company_seals_by_parcel_under_the_standard_policy() -> None:
    sim = after(22)
    sealed = sim.first.sealed("first")
    accepted(unpacked(sim, sim.first, "seal", "seal.first", sealed))


def test_a_company_does_not_seal_by_parcel_under_the_strict_policy() -> None:
    sim = after(22)
    with_policy(sim, levels="strict")
    sealed = sim.first.sealed("first")
    refused(unpacked(sim, sim.first, "seal", "seal.first", sealed), "rows.level")


# Paper


def _on_paper(policy: tuple[str, ...], **otherwise: str) -> ExamSim:
    sim = after(9)
    with_policy(sim, paper=list(policy))
    beside = proposed(sim, {})
    sim.receiver.by_merge(beside).lands(on_paper(_student(sim), **otherwise))
    return sim


def test_a_paper_counts_where_the_policy_names_the_row() -> None:
    sim = _on_paper(("acquire",))
    accepted(sim.last)
    (level,) = {
        one.level
        for state in sim.exam.rows.values()
        for one in state.approvals
        if one.person == people.STUDENT
    }
    assert level == "D"


@pytest.mark.parametrize("policy", [(), ("execution",)])
def test_a_paper_does_not_count_where_the_policy_is_silent(
    policy: tuple[str, ...],
) -> None:
    refused(_on_paper(policy).last, "rows.level")


def test_a_text_on_paper_is_not_written_where_the_policy_is_silent() -> None:
    sim = after(7)
    act = sim.student.act("write", "acquire", NEW)
    sim.receiver.by_merge(proposed(sim, NEW)).lands(on_paper(act))
    refused(sim.last, "rows.level")


def test_one_person_does_not_type_a_paper_over_and_check_it() -> None:
    found = _on_paper(("acquire",), countersigner=people.CONTACT)
    refused(found.last, "attestation.same-hands")


def test_nobody_answers_for_a_paper_of_their_own() -> None:
    found = _on_paper(("acquire",), countersigner=people.STUDENT)
    refused(found.last, "attestation.same-hands")


@pytest.mark.parametrize("who", [people.SUPERVISOR, people.OTHER_STUDENT, "p-0badcafe"])
def test_only_the_school_answers_for_a_paper(who: str) -> None:
    refused(_on_paper(("acquire",), transcriber=who).last, "attestation.not-staff")


def test_an_assessor_of_the_exam_answers_for_no_paper_in_it() -> None:
    found = _on_paper(("acquire",), countersigner=people.ASSESSOR)
    refused(found.last, "attestation.assesses")


def test_nothing_is_sealed_on_paper() -> None:
    sim = after(22)
    with_policy(sim, paper=["seal.first"])
    sealed = sim.first.sealed("first")
    act = sim.first.act("seal", "seal.first", sealed)
    sim.receiver.by_merge(proposed(sim, sealed)).lands(on_paper(act))
    refused(sim.last, "attestation.action")


@pytest.mark.parametrize("row", ["establish", "result"])
def test_the_policy_cannot_let_a_committee_establish_on_paper(row: str) -> None:
    sim = after(15 if row == "establish" else 28)
    with_policy(sim, paper=[row])
    changes: Changes = (
        {"establishment.yml": papers.establishment()}
        if row == "establish"
        else {"result.yml": papers.result()}
    )
    act = sim.committee.act("approve", row, changes)
    sim.receiver.by_merge(proposed(sim, changes)).lands(on_paper(act))
    refused(sim.last, "rows.level")

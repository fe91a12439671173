"""What R7 and R12 refuse: rows that are locked, frozen, somebody else's, or deleted."""

from collections.abc import Mapping

import pytest

from tests.judging import papers, people
from tests.judging.attacks import (
    ACTS,
    DELETED,
    EMPTY,
    FOREIGN,
    FROZEN,
    LOCKED,
    NO_ROW,
    PARTS,
    SEALS,
    accepted,
    all_accepted,
    refused,
)
from tests.judging.changes import Changes
from tests.judging.reference import after, play
from tests.judging.sim import opened

DOCUMENTS: Mapping[str, tuple[str, Changes]] = {
    "acquire": ("contact", {"assignment.yml": papers.assignment("Nieuw")}),
    "establish": (
        "committee",
        {"establishment.yml": papers.establishment(regulation="2026")},
    ),
    "appointment": ("contact", {"appointments.yml": papers.appointments(50)}),
    "execution": ("student", {"execution.yml": papers.execution(hours=6)}),
    "evidence": (
        "student",
        {"evidence.yml": papers.evidence(), papers.PROOF_PATH: papers.PROOF},
    ),
    "evidence_check": (
        "second",
        {"evidence-check.yml": papers.evidence_check("Gezien")},
    ),
    "consensus": ("second", {"consensus.yml": papers.consensus("G")}),
    "final": ("first", {"final-assessment.yml": papers.final(remark="Goed")}),
    "result": (
        "committee",
        {"result.yml": papers.result(established_on="2026-03-24")},
    ),
    "archive": ("admin", {"archive.yml": papers.archive({"exam.yml": b"x"})}),
}
OPENS_AFTER = {
    "establish": 15,
    "appointment": 16,
    "execution": 16,
    "evidence": 20,
    "evidence_check": 21,
    "consensus": 25,
    "final": 27,
    "result": 28,
    "archive": 29,
}
FREEZES_AT = {
    "acquire": 16,
    "establish": 16,
    "appointment": 23,
    "execution": 21,
    "evidence": 21,
    "evidence_check": 23,
    "consensus": 28,
    "final": 29,
    "result": 29,
}


OTHERWISE: Mapping[str, tuple[str, Changes]] = {
    "evidence": ("student", {papers.PROOF_PATH: b"Iets anders.\n"}),
}


@pytest.mark.parametrize("row", OPENS_AFTER)
def test_no_row_is_written_before_what_it_needs_is_done(row: str) -> None:
    sim = after(OPENS_AFTER[row] - 1)
    name, files = DOCUMENTS[row]
    refused(getattr(sim, name).writes(row, files), LOCKED)


@pytest.mark.parametrize("row", OPENS_AFTER)
def test_no_row_is_approved_before_what_it_needs_is_done(row: str) -> None:
    sim = after(OPENS_AFTER[row] - 1)
    name, files = DOCUMENTS[row]
    refused(getattr(sim, name).approves(row, files), LOCKED)


@pytest.mark.parametrize("row", OPENS_AFTER)
def test_no_act_lands_in_a_row_that_is_locked(row: str) -> None:
    sim = after(OPENS_AFTER[row] - 1)
    name, files = DOCUMENTS[row]
    refused(sim.receiver.lands(getattr(sim, name).act("approve", row, files)), LOCKED)


@pytest.mark.parametrize("part", ["first", "second"])
def test_no_seal_lands_before_the_evidence_was_checked(part: str) -> None:
    refused(getattr(after(21), part).seals(part), LOCKED)


@pytest.mark.parametrize("row", FREEZES_AT)
@pytest.mark.parametrize("action", ["writes", "approves"])
def test_a_frozen_row_is_not_changed(row: str, action: str) -> None:
    sim = after(FREEZES_AT[row])
    name, files = {**DOCUMENTS, **OTHERWISE}[row]
    refused(getattr(getattr(sim, name), action)(row, files), FROZEN)


@pytest.mark.parametrize("row", ["acquire", "appointment", "evidence_check"])
def test_a_row_may_change_until_it_is_frozen(row: str) -> None:
    sim = after(FREEZES_AT[row] - 1)
    name, files = DOCUMENTS[row]
    accepted(getattr(sim, name).approves(row, files))


def test_execution_may_change_until_the_evidence_is_handed_in() -> None:
    sim = after(20)
    accepted(sim.student.approves("execution", DOCUMENTS["execution"][1]))
    assert sim.standing("execution") == {people.STUDENT}


def test_consensus_may_change_until_the_final_assessment() -> None:
    sim = after(27)
    accepted(sim.second.approves("consensus", DOCUMENTS["consensus"][1]))
    assert sim.standing("consensus") == {people.ASSESSOR}


def test_a_changed_text_voids_the_approvals_of_the_older_one() -> None:
    sim = after(11)
    accepted(sim.contact.writes("acquire", DOCUMENTS["acquire"][1]))
    assert sim.standing("acquire") == set()
    assert sim.standing("create") == {people.CONTACT}


def test_a_changed_exam_file_voids_both_first_rows() -> None:
    sim = after(11)
    accepted(sim.contact.writes("create", {"exam.yml": sim.cast.exam(language="en")}))
    assert sim.standing("create") == set()
    assert sim.standing("acquire") == set()


def test_a_row_waits_when_what_it_needs_fell_again() -> None:
    sim = after(11)
    sim.contact.writes("create", {"exam.yml": sim.cast.exam(language="en")})
    refused(sim.contact.approves("acquire"), LOCKED)


STRANGERS = {
    ("acquire", 8): ("committee", "admin", "first", "second", "receiver"),
    ("establish", 15): ("contact", "admin", "supervisor", "first", "root"),
    ("appointment", 16): ("student", "committee", "second", "admin"),
    ("execution", 16): ("contact", "committee", "first", "admin"),
    ("evidence", 20): ("contact", "supervisor", "first", "admin", "receiver"),
    ("evidence_check", 21): ("contact", "student", "committee", "supervisor"),
    ("consensus", 25): ("contact", "student", "committee", "supervisor"),
    ("final", 27): ("second", "committee", "contact", "student"),
    ("result", 28): ("contact", "admin", "first", "second", "root"),
    ("archive", 29): ("contact", "committee", "receiver", "root"),
}


@pytest.mark.parametrize(
    ("row", "moment", "name"),
    [(row, at, name) for (row, at), names in STRANGERS.items() for name in names],
)
def test_a_document_is_written_only_by_those_its_row_names(
    row: str, moment: int, name: str
) -> None:
    sim = after(moment)
    refused(getattr(sim, name).writes(row, DOCUMENTS[row][1]), PARTS, FOREIGN)


@pytest.mark.parametrize(
    ("row", "moment", "name"),
    [(row, at, name) for (row, at), names in STRANGERS.items() for name in names],
)
def test_a_row_is_approved_only_by_those_it_names(
    row: str, moment: int, name: str
) -> None:
    sim = after(moment)
    refused(getattr(sim, name).approves(row, DOCUMENTS[row][1]), PARTS, FOREIGN)


@pytest.mark.parametrize("name", ["contact", "student", "supervisor", "admin"])
def test_the_forms_are_opened_only_by_those_who_may(name: str) -> None:
    sim = after(24)
    refused(getattr(sim, name).unseals(opened(sim)), PARTS, FOREIGN)


@pytest.mark.parametrize("name", ["committee", "first", "second"])
def test_committee_and_assessors_may_open_the_forms(name: str) -> None:
    sim = after(24)
    accepted(getattr(sim, name).unseals(opened(sim)))


def test_the_supervisor_may_plan_an_appointment() -> None:
    sim = after(16)
    accepted(sim.supervisor.approves("appointment", DOCUMENTS["appointment"][1]))


def test_the_appointment_is_optional() -> None:
    sim = after(16)
    play(sim, 30, start=18)
    all_accepted(sim)


def test_one_commit_serves_one_step() -> None:
    sim = after(17)
    two: Changes = {**DOCUMENTS["execution"][1], **DOCUMENTS["appointment"][1]}
    refused(sim.supervisor.writes("execution", two), FOREIGN)


def test_a_landing_serves_one_step() -> None:
    sim = after(19)
    acts = (
        sim.supervisor.act("approve", "appointment", DOCUMENTS["appointment"][1]),
        sim.supervisor.act("approve", "execution"),
    )
    refused(sim.contact.lands(*acts), "rows.other-step")


@pytest.mark.parametrize(
    "path", ["assignment.yml", "exam.yml", "decisions/1-return.yml"]
)
def test_nothing_is_ever_deleted(path: str) -> None:
    refused(after(15).contact.writes("acquire", {path: None}), DELETED, FOREIGN)


def test_no_act_is_ever_deleted() -> None:
    sim = after(11)
    act = next(path for path in sim.files if path.startswith("acts/"))
    refused(sim.contact.writes("acquire", {**DOCUMENTS["acquire"][1], act: None}), ACTS)


def test_no_act_is_ever_changed() -> None:
    sim = after(11)
    act = next(path for path in sim.files if path.startswith("acts/"))
    spoiled: Changes = {**DOCUMENTS["acquire"][1], act: sim.files[act] + b"\n"}
    refused(sim.contact.writes("acquire", spoiled), ACTS)


def test_no_seal_is_ever_deleted() -> None:
    sim = after(23)
    refused(sim.second.writes("seal.second", {"forms/second.seal.yml": None}), DELETED)


def test_a_seal_is_replaced_by_its_own_author_until_the_unsealing() -> None:
    sim = after(24)
    accepted(sim.second.seals("second", "G"))
    accepted(sim.receiver.lands(sim.first.sealing("first", "G")))
    accepted(sim.committee.unseals(opened(sim, rating="G")))
    refused(sim.second.seals("second", "V"), FROZEN)


def test_a_replaced_seal_no_longer_opens_the_older_form() -> None:
    sim = after(24)
    accepted(sim.second.seals("second", "G"))
    refused(sim.committee.unseals(opened(sim, rating="V")), SEALS)


@pytest.mark.parametrize(
    "name", ["notes.txt", "remarks.yml", "forms/fourth.yml", "exam.yaml", "a/b.yml"]
)
def test_an_unknown_file_in_an_exam_is_refused(name: str) -> None:
    sim = after(8)
    unknown: Changes = {**DOCUMENTS["acquire"][1], name: b"a: 1\n"}
    refused(sim.contact.writes("acquire", unknown), FOREIGN, "path.unknown-file")


def test_a_blank_form_is_never_on_the_spine() -> None:
    sim = after(22)
    refused(sim.second.writes("unseal", opened(sim, "second")), NO_ROW, LOCKED, "rows.")


def test_a_form_does_not_come_with_its_seal() -> None:
    sim = after(23)
    both = {**sim.first.sealed("first"), **opened(sim)}
    refused(sim.first.unseals(both), LOCKED, FOREIGN)


def test_an_empty_landing_is_refused() -> None:
    refused(after(8).contact.lands(row="acquire"), EMPTY)


def test_an_exam_is_not_created_without_its_exam_file() -> None:
    sim = after(5)
    only = {"assignment.yml": papers.assignment()}
    refused(sim.contact.approves("create", only), "rows.", "statement.", "exam.")


def test_an_empty_row_is_not_approved() -> None:
    refused(after(16).contact.approves("appointment"), "rows.", EMPTY)

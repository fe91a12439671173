"""How an exam ends aside from the straight way, and what a decision file must be."""

import pytest

from tests.judging import paper, papers, people
from tests.judging.attacks import (
    ARCHIVED,
    DECISION,
    EMPTY,
    FOREIGN,
    FROZEN,
    LOCKED,
    PARTS,
    SEQ,
    accepted,
    refused,
)
from tests.judging.changes import Changes, Spoiled
from tests.judging.ledger import written
from tests.judging.people import Doc
from tests.judging.reference import after
from tests.judging.sim import opened

ESTABLISHMENT = {"establishment.yml": papers.establishment()}


@pytest.mark.parametrize("moment", [6, 12, 16, 21, 24, 28])
def test_a_withdrawn_exam_can_be_archived_at_any_step(moment: int) -> None:
    sim = after(moment)
    accepted(sim.contact.decides("withdrawal", "archive"))
    archive = papers.archive(sim.files, outcome="withdrawn")
    accepted(sim.admin.approves("archive", {"archive.yml": archive}))


def test_a_withdrawn_exam_takes_no_more_documents() -> None:
    sim = after(16)
    sim.contact.decides("withdrawal", "archive")
    refused(
        sim.contact.approves(
            "appointment", {"appointments.yml": papers.appointments()}
        ),
        LOCKED,
        FROZEN,
        "rows.",
    )


@pytest.mark.parametrize("name", ["student", "supervisor", "first"])
def test_a_withdrawal_is_recorded_by_the_school(name: str) -> None:
    sim = after(16)
    refused(getattr(sim, name).decides("withdrawal", "archive"), DECISION, PARTS)


def test_only_the_committee_annuls() -> None:
    refused(after(8).contact.decides("annulment", "archive"), DECISION, PARTS)
    accepted(after(8).committee.decides("annulment", "archive"))


@pytest.mark.parametrize("kind", ["withdrawal", "annulment"])
def test_an_established_result_is_not_withdrawn(kind: str) -> None:
    refused(after(29).committee.decides(kind, "archive"), DECISION)


def test_after_a_stop_the_final_assessment_cites_it() -> None:
    sim = after(18)
    accepted(sim.supervisor.decides("stop", "execution"))
    failed = papers.final(outcome="not_passed", remark="Gestopt")
    without = sim.fork()
    refused(
        without.first.approves("final", {"final-assessment.yml": failed}),
        "result.stop-not-cited",
    )
    cited = {"final-assessment.yml": {**failed, "stop": 2}}
    accepted(sim.first.approves("final", cited))


def test_after_a_stop_no_evidence_is_handed_in() -> None:
    sim = after(20)
    sim.supervisor.decides("stop", "execution")
    handed_in: Changes = {
        "evidence.yml": papers.evidence(),
        papers.PROOF_PATH: papers.PROOF,
    }
    refused(sim.student.approves("evidence", handed_in), LOCKED, FROZEN, "rows.")


def test_only_the_committee_revises_a_result() -> None:
    refused(
        after(29).contact.decides("revision", "result", outcome="not_passed"),
        DECISION,
        PARTS,
    )
    accepted(after(29).committee.decides("revision", "result", outcome="not_passed"))


def test_a_result_that_is_not_there_is_not_revised() -> None:
    refused(
        after(28).committee.decides("revision", "result", outcome="passed"), DECISION
    )


def test_a_notice_follows_the_result() -> None:
    told: Doc = {"road": "letter", "told_on": "2026-03-26"}
    refused(after(28).contact.decides("notice", "result", told), DECISION)
    accepted(after(29).contact.decides("notice", "result", told))


def test_after_the_archive_a_retention_event_is_recorded() -> None:
    event: Doc = {"event": "diploma", "on": "2026-07-10"}
    accepted(after(30).admin.decides("retention", "archive", event))
    refused(after(29).admin.decides("retention", "archive", event), DECISION)


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("extension", {"step": "evidence", "until": "2026-05-01"}),
        ("withdrawal", {}),
        ("annulment", {}),
        ("overrule", {"outcome": "passed"}),
        ("continue-without", {"approver": "student"}),
    ],
)
def test_other_decisions_come_too_late_after_the_archive(
    kind: str, fields: Doc
) -> None:
    refused(after(30).committee.decides(kind, "archive", fields), ARCHIVED, DECISION)


APPEAL: Doc = {
    "received_on": "2026-04-02",
    "about": "outcome",
    "status": "decided",
}


def test_an_annulled_appeal_reopens_the_consensus_after_the_archive() -> None:
    sim = after(30)
    accepted(sim.committee.decides("appeal", "consensus", APPEAL, outcome="annulled"))
    for row in ("consensus", "final", "result", "archive"):
        assert sim.standing(row) == set()
    assert sim.standing("unseal") == {people.OFFICE}
    accepted(sim.second.approves("consensus", {"consensus.yml": papers.consensus("G")}))
    accepted(sim.first.approves("consensus"))
    accepted(sim.first.approves("final"))
    accepted(sim.committee.approves("result"))
    archive = papers.archive(
        {path: data for path, data in sim.files.items() if path != "archive.yml"}
    )
    accepted(sim.admin.approves("archive", {"archive.yml": archive}))


def test_a_dismissed_appeal_changes_nothing() -> None:
    sim = after(30)
    accepted(sim.committee.decides("appeal", "consensus", APPEAL, outcome="dismissed"))
    assert sim.standing("archive") == {people.ADMIN}


# What a record of a case may say.


def test_a_measure_lasts_a_year_at_most() -> None:
    fields: Doc = {"code": "false_evidence", "measure": "exclusion"}
    sim = after(17)
    refused(
        sim.fork().committee.decides(
            "irregularity", "consensus", fields, until="2027-03-11"
        ),
        "decisions.measure-too-long",
    )
    accepted(
        sim.committee.decides("irregularity", "consensus", fields, until="2027-03-10")
    )


def test_only_a_substitution_is_ratified() -> None:
    sim = after(17)
    accepted(sim.committee.decides("pause", "execution", {"from": "2026-03-10"}))
    for number in (1, 9):
        refused(
            sim.fork().committee.decides("ratification", "execution", decision=number),
            "decisions.nothing-to-ratify",
        )


@pytest.mark.parametrize("kind", ["complaint", "reconsideration", "appeal"])
def test_who_has_a_part_in_the_exam_does_not_handle_a_case_about_it(kind: str) -> None:
    sim = after(29)
    fields = {**APPEAL, "status": "in_progress"}
    for person in (people.ASSESSOR, people.SUPERVISOR, people.CONTACT):
        handlers: Doc = {"handled_by": [people.MEMBER, person]}
        refused(
            sim.fork().committee.decides(kind, "consensus", {**fields, **handlers}),
            "decisions.handles-own",
        )
    handlers = {"handled_by": [people.MEMBER]}
    accepted(sim.committee.decides(kind, "consensus", {**fields, **handlers}))


def test_an_appeal_is_put_off_by_two_weeks_at_most() -> None:
    sim = after(29)
    told: Doc = {"road": "letter", "told_on": "2026-04-01"}
    accepted(sim.committee.decides("notice", "result", told))
    fields = {**APPEAL, "status": "in_progress"}
    # Two weeks to lodge, four to decide, two more: eight weeks in all.
    last, late = "2026-05-27", "2026-05-28"
    refused(
        sim.fork().committee.decides("appeal", "consensus", fields, decide_before=late),
        "decisions.term-too-long",
    )
    accepted(sim.committee.decides("appeal", "consensus", fields, decide_before=last))


# The decision file itself.

RETURN = papers.decision("return", 1, people.OFFICE, to="acquire")


def test_a_decision_adds_one_file_only() -> None:
    sim = after(11)
    second = papers.decision("return", 2, people.OFFICE, to="acquire")
    refused(
        sim.committee.decides(
            "return", "acquire", to="acquire", also={"decisions/2-return.yml": second}
        ),
        DECISION,
        FOREIGN,
    )


def test_a_decision_changes_no_document() -> None:
    sim = after(11)
    more = {"assignment.yml": papers.assignment("B")}
    refused(
        sim.committee.decides("return", "acquire", to="acquire", also=more),
        DECISION,
        FOREIGN,
        SEQ,
    )


def test_a_decision_without_a_file_is_refused() -> None:
    sim = after(11)
    refused(sim.committee.approves("acquire", action="decide"), EMPTY, DECISION)


def test_a_decision_does_not_come_with_an_approval() -> None:
    sim = after(15)
    both = {**ESTABLISHMENT, "decisions/2-return.yml": RETURN}
    refused(sim.committee.approves("establish", both), FOREIGN, DECISION)


def test_a_decision_is_not_changed_afterwards() -> None:
    sim = after(12)
    changed = papers.decision("return", 1, people.OFFICE, to="acquire", row="create")
    refused(
        sim.committee.decides(
            "return", "acquire", to="acquire", also={"decisions/1-return.yml": changed}
        ),
        DECISION,
        FOREIGN,
    )


def test_a_decision_names_who_takes_it() -> None:
    sim = after(11)
    refused(
        sim.committee.approves(
            "acquire",
            {
                "decisions/1-return.yml": papers.decision(
                    "return", 1, people.MEMBER, to="acquire"
                )
            },
            action="decide",
            seq=4,
        ),
        DECISION,
    )


@pytest.mark.parametrize("wrong", [{"text": "sha256:" + "1" * 64}, {"seq": 9}])
def test_a_decision_is_bound_by_its_text_and_seq(wrong: Spoiled) -> None:
    sim = after(11)
    refused(
        sim.committee.decides("return", "acquire", to="acquire", spoiled=wrong),
        DECISION,
        SEQ,
    )


def test_a_decision_of_a_participant_lands_as_an_act() -> None:
    sim = after(11)
    data = papers.decision(
        "refusal", 1, people.STUDENT, approver="student", row="acquire"
    )
    path = "decisions/1-refusal.yml"
    text = paper.tree({path: written(data)})
    act = sim.student.act("decide", "acquire", {path: data}, text=text)
    accepted(sim.receiver.lands(act))
    refused(sim.committee.approves("establish", ESTABLISHMENT), LOCKED)


def test_nobody_outside_the_committee_opens_after_a_return_to_consensus() -> None:
    sim = after(28)
    sim.committee.decides("return", "consensus", to="consensus")
    refused(sim.committee.unseals(opened(sim, rating="G")), FROZEN)

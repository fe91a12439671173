"""The ways back and aside of R13 and R14: who, when, and what they change."""

import pytest

from tests.judging import papers
from tests.judging.attacks import (
    ARCHIVED,
    DECISION,
    EMPTY,
    FOREIGN,
    FROZEN,
    LOCKED,
    NO_ROW,
    PARTS,
    SEALS,
    SEPARATION,
    SEQ,
    accepted,
    refused,
)
from tests.judging.reference import after, play
from tests.judging.sim import ExamSim, opened

ESTABLISHMENT = {"establishment.yml": papers.establishment()}
CONSENSUS = {"consensus.yml": papers.consensus()}
THIRD_SEAT: papers.Doc = {"person": papers.THIRD, "side": "school"}


def _third(sim: ExamSim):  # type: ignore[no-untyped-def]
    return sim.who(papers.THIRD, "school_assessor")


# Returns.

WRONG_RETURNS = [
    ("contact", "acquire", 11),
    ("supervisor", "acquire", 11),
    ("second", "acquire", 15),
    ("committee", "evidence", 22),
    ("contact", "evidence", 22),
    ("student", "evidence", 21),
    ("first", "consensus", 28),
    ("admin", "consensus", 28),
]


@pytest.mark.parametrize(("name", "row", "moment"), WRONG_RETURNS)
def test_a_row_is_returned_only_by_those_who_may(
    name: str, row: str, moment: int
) -> None:
    sim = after(moment)
    refused(getattr(sim, name).decides("return", row, to=row), DECISION, PARTS)


@pytest.mark.parametrize(
    "row", ["create", "establish", "execution", "evidence_check", "unseal", "result"]
)
def test_only_three_rows_can_be_returned_to(row: str) -> None:
    sim = after(22)
    refused(sim.committee.decides("return", row, to=row), DECISION)


@pytest.mark.parametrize("moment", [11, 16, 17, 20, 21, 22])
def test_the_committee_returns_the_assignment_until_a_seal_is_in(moment: int) -> None:
    sim = after(moment)
    accepted(sim.committee.decides("return", "acquire", to="acquire"))
    for row in ("acquire", "establish", "execution", "evidence", "evidence_check"):
        assert sim.standing(row) == set()
    assert sim.standing("create") == {papers.CONTACT}
    accepted(sim.contact.approves("acquire", {"assignment.yml": papers.assignment("B")}))
    refused(sim.committee.approves("establish"), LOCKED)


@pytest.mark.parametrize("moment", [23, 24, 25, 28])
def test_the_assignment_is_not_returned_once_a_seal_is_in(moment: int) -> None:
    sim = after(moment)
    refused(sim.committee.decides("return", "acquire", to="acquire"), DECISION)


def test_a_returned_exam_goes_all_the_way_again() -> None:
    sim = after(22)
    accepted(sim.committee.decides("return", "acquire", to="acquire"))
    play(sim, 15, start=13)
    accepted(sim.committee.approves("establish"))
    accepted(sim.contact.approves("appointment"))
    accepted(sim.student.approves("execution"))
    accepted(sim.supervisor.approves("execution"))
    accepted(sim.student.approves("evidence"))
    accepted(sim.first.approves("evidence_check"))
    accepted(sim.second.approves("evidence_check"))
    play(sim, 30, start=23)
    accepted(sim.last)


@pytest.mark.parametrize("moment", [29, 30])
def test_an_established_result_is_not_returned(moment: int) -> None:
    sim = after(moment)
    refused(
        sim.committee.decides("return", "consensus", to="consensus"), DECISION, ARCHIVED
    )


def test_a_return_carries_the_seq_of_the_row_it_returns_to() -> None:
    sim = after(11)
    refused(
        sim.committee.decides("return", "acquire", to="acquire", spoiled={"seq": 3}),
        SEQ,
    )


# Refusal and going on without.


def test_a_refusal_makes_the_row_wait() -> None:
    sim = after(11)
    accepted(sim.student.decides("refusal", "acquire", approver="student", row="acquire"))
    refused(sim.committee.approves("establish", ESTABLISHMENT), LOCKED)


def test_a_withdrawn_refusal_lets_the_row_go_on() -> None:
    sim = after(11)
    sim.student.decides("refusal", "acquire", approver="student", row="acquire")
    accepted(
        sim.student.decides(
            "refusal-withdrawn", "acquire", refusal=2, approver="student", row="acquire"
        )
    )
    if papers.STUDENT not in sim.standing("acquire"):
        accepted(sim.student.approves("acquire"))
    accepted(sim.committee.approves("establish", ESTABLISHMENT))


def test_a_refusal_ends_when_the_text_changes() -> None:
    sim = after(11)
    sim.student.decides("refusal", "acquire", approver="student", row="acquire")
    play(sim, 15, start=13)
    accepted(sim.committee.approves("establish", ESTABLISHMENT))


def test_only_a_named_approver_refuses() -> None:
    sim = after(11)
    refused(
        sim.second.decides(
            "refusal", "acquire", approver="second_assessor", row="acquire"
        ),
        DECISION,
        PARTS,
    )


def test_nobody_refuses_for_another() -> None:
    sim = after(11)
    refused(
        sim.contact.decides("refusal", "acquire", approver="student", row="acquire"),
        DECISION,
        PARTS,
    )


def test_the_committee_goes_on_without_an_approval() -> None:
    sim = after(10)
    accepted(
        sim.committee.decides(
            "continue-without",
            "acquire",
            approver="workplace_supervisor",
            row="acquire",
        )
    )
    accepted(sim.committee.approves("establish", ESTABLISHMENT))


@pytest.mark.parametrize("name", ["contact", "student", "admin", "second"])
def test_only_the_committee_goes_on_without_an_approval(name: str) -> None:
    sim = after(10)
    refused(
        getattr(sim, name).decides(
            "continue-without",
            "acquire",
            approver="workplace_supervisor",
            row="acquire",
        ),
        DECISION,
        PARTS,
    )


def test_going_on_without_one_is_not_going_on_without_another() -> None:
    sim = after(9)
    sim.committee.decides(
        "continue-without", "acquire", approver="workplace_supervisor", row="acquire"
    )
    refused(sim.committee.approves("establish", ESTABLISHMENT), LOCKED)


# Substitution.


def _substituted(sim: ExamSim, part: str, old: str, new: str):  # type: ignore[no-untyped-def]
    return sim.committee.decides(
        "substitution", "evidence_check", part=part, to=new, **{"from": old}
    )


def test_a_substitute_takes_over_the_part() -> None:
    sim = after(21)
    accepted(_substituted(sim, "second_assessor", papers.ASSESSOR, papers.THIRD))
    check = {"evidence-check.yml": papers.evidence_check()}
    accepted(_third(sim).approves("evidence_check", check))
    assert sim.standing("evidence_check") == {papers.THIRD}


def test_who_was_substituted_no_longer_acts() -> None:
    sim = after(21)
    _substituted(sim, "second_assessor", papers.ASSESSOR, papers.THIRD)
    check = {"evidence-check.yml": papers.evidence_check()}
    refused(sim.second.approves("evidence_check", check), PARTS)


def test_standing_approvals_stay_after_a_substitution() -> None:
    sim = after(22)
    accepted(_substituted(sim, "second_assessor", papers.ASSESSOR, papers.THIRD))
    assert sim.standing("evidence_check") == {papers.PRACTICE_ASSESSOR, papers.ASSESSOR}
    accepted(_third(sim).seals("second"))


def test_an_assessor_is_not_substituted_after_their_seal() -> None:
    sim = after(23)
    refused(
        _substituted(sim, "second_assessor", papers.ASSESSOR, papers.THIRD), DECISION
    )


def test_the_other_assessor_may_still_be_substituted() -> None:
    sim = after(23)
    accepted(
        _substituted(sim, "first_assessor", papers.PRACTICE_ASSESSOR, papers.STAND_IN)
    )


def test_a_substitution_names_who_plays_the_part_now() -> None:
    sim = after(21)
    refused(_substituted(sim, "second_assessor", papers.CONTACT, papers.THIRD), DECISION)


@pytest.mark.parametrize("new", [papers.PRACTICE_ASSESSOR, papers.STUDENT])
def test_a_substitute_is_bound_by_the_separations(new: str) -> None:
    sim = after(21)
    refused(_substituted(sim, "second_assessor", papers.ASSESSOR, new), SEPARATION)


@pytest.mark.parametrize("name", ["student", "supervisor", "first"])
def test_a_substitution_is_not_made_by_the_parts_themselves(name: str) -> None:
    sim = after(21)
    refused(
        getattr(sim, name).decides(
            "substitution",
            "evidence_check",
            part="second_assessor",
            to=papers.THIRD,
            **{"from": papers.ASSESSOR},
        ),
        DECISION,
        PARTS,
    )


# Dispute.


def _disputed() -> ExamSim:
    sim = after(25)
    accepted(
        sim.second.decides(
            "dispute", "consensus", way="third_assessor", third_assessor=papers.THIRD
        )
    )
    return sim


def _third_form(rating: str = "V") -> dict[str, papers.Doc]:
    return {"forms/third.yml": papers.form("third", papers.THIRD, rating)}


def test_a_third_assessor_decides_a_dispute_with_one_of_the_two() -> None:
    sim = _disputed()
    accepted(_third(sim).seals("third"))
    accepted(sim.committee.unseals(_third_form(), "unseal.third"))
    accepted(_third(sim).approves("consensus", CONSENSUS))
    accepted(sim.first.approves("consensus"))
    accepted(
        sim.first.approves("final", {"final-assessment.yml": papers.final()})
    )


def test_one_of_three_does_not_decide_a_dispute() -> None:
    sim = _disputed()
    _third(sim).seals("third")
    sim.committee.unseals(_third_form(), "unseal.third")
    accepted(_third(sim).approves("consensus", CONSENSUS))
    refused(
        sim.first.approves("final", {"final-assessment.yml": papers.final()}), LOCKED
    )


def test_without_a_dispute_there_is_no_third_seal() -> None:
    sim = after(25)
    refused(_third(sim).seals("third"), PARTS, LOCKED, NO_ROW)


def test_a_third_form_fits_its_seal_too() -> None:
    sim = _disputed()
    _third(sim).seals("third")
    refused(sim.committee.unseals(_third_form("O"), "unseal.third"), SEALS)


def test_a_dispute_goes_the_way_of_the_policy() -> None:
    sim = after(25)
    refused(
        sim.second.decides("dispute", "consensus", way="first_decides"), DECISION
    )


@pytest.mark.parametrize("name", ["student", "contact", "supervisor"])
def test_a_dispute_is_raised_by_an_assessor(name: str) -> None:
    sim = after(25)
    refused(
        getattr(sim, name).decides(
            "dispute", "consensus", way="third_assessor", third_assessor=papers.THIRD
        ),
        DECISION,
        PARTS,
    )


def test_there_is_no_dispute_before_the_forms_are_open() -> None:
    sim = after(24)
    refused(
        sim.second.decides(
            "dispute", "consensus", way="third_assessor", third_assessor=papers.THIRD
        ),
        DECISION,
    )


def _with_policy(way: str) -> ExamSim:
    sim = after(4)
    changed = {"school.yml": papers.school(policy={"dispute": way})}
    act = sim.second_root.whole_act("registry", changed)
    accepted(sim.root.changes("registry", changed, act))
    play(sim, 25, start=5)
    accepted(sim.second.decides("dispute", "consensus", way=way))
    return sim


def test_the_first_assessor_decides_alone_where_policy_says_so() -> None:
    sim = _with_policy("first_decides")
    accepted(sim.first.approves("consensus", CONSENSUS))
    accepted(sim.first.approves("final", {"final-assessment.yml": papers.final()}))


def test_the_committee_decides_where_policy_says_so() -> None:
    sim = _with_policy("committee_decides")
    accepted(sim.committee.approves("consensus", CONSENSUS))
    accepted(sim.first.approves("final", {"final-assessment.yml": papers.final()}))


# Endings.


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
        sim.contact.approves("appointment", {"appointments.yml": papers.appointments()}),
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
        DECISION,
        LOCKED,
        "dossier.",
        "rows.",
        "final.",
    )
    cited = {"final-assessment.yml": {**failed, "stop": 2}}
    accepted(sim.first.approves("final", cited))


def test_after_a_stop_no_evidence_is_handed_in() -> None:
    sim = after(20)
    sim.supervisor.decides("stop", "execution")
    handed_in = {"evidence.yml": papers.evidence(), papers.PROOF_PATH: papers.PROOF}
    refused(sim.student.approves("evidence", handed_in), LOCKED, FROZEN, "rows.")


def test_only_the_committee_revises_a_result() -> None:
    refused(after(29).contact.decides("revision", "result", outcome="not_passed"), DECISION, PARTS)
    accepted(after(29).committee.decides("revision", "result", outcome="not_passed"))


def test_a_result_that_is_not_there_is_not_revised() -> None:
    refused(after(28).committee.decides("revision", "result", outcome="passed"), DECISION)


def test_a_notice_follows_the_result() -> None:
    told: papers.Doc = {"road": "letter", "told_on": "2026-03-26"}
    refused(after(28).contact.decides("notice", "result", **told), DECISION)
    accepted(after(29).contact.decides("notice", "result", **told))


def test_after_the_archive_a_retention_event_is_recorded() -> None:
    event: papers.Doc = {"event": "diploma", "on": "2026-07-10"}
    accepted(after(30).admin.decides("retention", "archive", **event))
    refused(after(29).admin.decides("retention", "archive", **event), DECISION)


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
    kind: str, fields: papers.Doc
) -> None:
    refused(
        after(30).committee.decides(kind, "archive", **fields), ARCHIVED, DECISION
    )


APPEAL: papers.Doc = {"received_on": "2026-04-02", "about": "outcome", "status": "decided"}


def test_an_annulled_appeal_reopens_the_consensus_after_the_archive() -> None:
    sim = after(30)
    accepted(sim.committee.decides("appeal", "consensus", **APPEAL, outcome="annulled"))
    for row in ("consensus", "final", "result", "archive"):
        assert sim.standing(row) == set()
    assert sim.standing("unseal") == {papers.OFFICE}
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
    accepted(sim.committee.decides("appeal", "consensus", **APPEAL, outcome="dismissed"))
    assert sim.standing("archive") == {papers.ADMIN}


# The decision file itself.

RETURN = papers.decision("return", 1, papers.OFFICE, to="acquire")


def test_a_decision_adds_one_file_only() -> None:
    sim = after(11)
    second = papers.decision("return", 2, papers.OFFICE, to="acquire")
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
    changed = papers.decision("return", 1, papers.OFFICE, to="acquire", row="create")
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
                    "return", 1, papers.MEMBER, to="acquire"
                )
            },
            action="decide",
            seq=4,
        ),
        DECISION,
    )


@pytest.mark.parametrize("line", ["text", "seq"])
def test_a_decision_is_bound_by_its_text_and_seq(line: str) -> None:
    sim = after(11)
    wrong = {"text": "sha256:" + "1" * 64, "seq": 9}
    refused(
        sim.committee.decides(
            "return",
            "acquire",
            to="acquire",
            spoiled={line: wrong[line]},  # type: ignore[misc]
        ),
        DECISION,
        SEQ,
    )


def test_a_decision_of_a_participant_lands_as_an_act() -> None:
    sim = after(11)
    data = papers.decision(
        "refusal", 1, papers.STUDENT, approver="student", row="acquire"
    )
    path = "decisions/1-refusal.yml"
    text = papers.paper.tree({path: papers.written(data)})
    act = sim.student.act("decide", "acquire", {path: data}, text=text)
    accepted(sim.receiver.lands(act))
    refused(sim.committee.approves("establish", ESTABLISHMENT), LOCKED)


def test_nobody_outside_the_committee_opens_after_a_return_to_consensus() -> None:
    sim = after(28)
    sim.committee.decides("return", "consensus", to="consensus")
    refused(sim.committee.unseals(opened(sim, rating="G")), FROZEN)

"""The ways back and aside of R13 and R14: who, when, and what they change."""

import pytest

from proeve.model.ledger import Judgement
from tests.judging import papers, people, school
from tests.judging.attacks import (
    ARCHIVED,
    DECISION,
    LOCKED,
    NO_ROW,
    PARTS,
    SEALS,
    SEPARATION,
    SEQ,
    accepted,
    refused,
)
from tests.judging.people import Doc
from tests.judging.reference import after, play
from tests.judging.sim import ExamSim
from tests.judging.speaker import Speaker

ESTABLISHMENT = {"establishment.yml": papers.establishment()}
CONSENSUS = {"consensus.yml": papers.consensus()}
OF_THREE = {"consensus.yml": papers.consensus(third="V")}
THIRD_SEAT: Doc = {"person": people.THIRD, "side": "school"}


def _third(sim: ExamSim) -> Speaker:
    return sim.who(people.THIRD, "school_assessor")


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
    assert sim.standing("create") == {people.CONTACT}
    accepted(
        sim.contact.approves("acquire", {"assignment.yml": papers.assignment("B")})
    )
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
    accepted(
        sim.student.decides("refusal", "acquire", approver="student", row="acquire")
    )
    refused(sim.committee.approves("establish", ESTABLISHMENT), LOCKED)


def test_a_withdrawn_refusal_lets_the_row_go_on() -> None:
    sim = after(11)
    sim.student.decides("refusal", "acquire", approver="student", row="acquire")
    accepted(
        sim.student.decides(
            "refusal-withdrawn", "acquire", refusal=2, approver="student", row="acquire"
        )
    )
    if people.STUDENT not in sim.standing("acquire"):
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


def _seat(part: str, old: str, new: str) -> Doc:
    return {"part": part, "from": old, "to": new}


def _substituted(sim: ExamSim, part: str, old: str, new: str) -> Judgement:
    seat = _seat(part, old, new)
    return sim.committee.decides("substitution", "evidence_check", seat)


def test_a_substitute_takes_over_the_part() -> None:
    sim = after(21)
    accepted(_substituted(sim, "second_assessor", people.ASSESSOR, people.THIRD))
    check = {"evidence-check.yml": papers.evidence_check()}
    accepted(_third(sim).approves("evidence_check", check))
    assert sim.standing("evidence_check") == {people.THIRD}


def test_who_was_substituted_no_longer_acts() -> None:
    sim = after(21)
    _substituted(sim, "second_assessor", people.ASSESSOR, people.THIRD)
    check = {"evidence-check.yml": papers.evidence_check()}
    refused(sim.second.approves("evidence_check", check), PARTS)


def test_standing_approvals_stay_after_a_substitution() -> None:
    sim = after(22)
    accepted(_substituted(sim, "second_assessor", people.ASSESSOR, people.THIRD))
    assert sim.standing("evidence_check") == {people.PRACTICE_ASSESSOR, people.ASSESSOR}
    accepted(_third(sim).seals("second"))


def test_an_assessor_is_not_substituted_after_their_seal() -> None:
    sim = after(23)
    refused(
        _substituted(sim, "second_assessor", people.ASSESSOR, people.THIRD), DECISION
    )


def test_the_other_assessor_may_still_be_substituted() -> None:
    sim = after(23)
    accepted(
        _substituted(sim, "first_assessor", people.PRACTICE_ASSESSOR, people.STAND_IN)
    )


def test_a_substitution_names_who_plays_the_part_now() -> None:
    sim = after(21)
    refused(
        _substituted(sim, "second_assessor", people.CONTACT, people.THIRD), DECISION
    )


@pytest.mark.parametrize("new", [people.PRACTICE_ASSESSOR, people.STUDENT])
def test_a_substitute_is_bound_by_the_separations(new: str) -> None:
    sim = after(21)
    refused(_substituted(sim, "second_assessor", people.ASSESSOR, new), SEPARATION)


@pytest.mark.parametrize("name", ["student", "supervisor", "first"])
def test_a_substitution_is_not_made_by_the_parts_themselves(name: str) -> None:
    sim = after(21)
    refused(
        getattr(sim, name).decides(
            "substitution",
            "evidence_check",
            _seat("second_assessor", people.ASSESSOR, people.THIRD),
        ),
        DECISION,
        PARTS,
    )


# Dispute.


def _disputed() -> ExamSim:
    sim = after(25)
    accepted(
        sim.second.decides(
            "dispute", "consensus", way="third_assessor", third_assessor=people.THIRD
        )
    )
    return sim


def _third_form(rating: str = "V") -> dict[str, Doc]:
    return {"forms/third.yml": papers.form("third", people.THIRD, rating)}


def test_a_third_assessor_decides_a_dispute_with_one_of_the_two() -> None:
    sim = _disputed()
    accepted(_third(sim).seals("third"))
    accepted(sim.committee.unseals(_third_form(), "unseal.third"))
    accepted(_third(sim).approves("consensus", OF_THREE))
    accepted(sim.first.approves("consensus"))
    accepted(sim.first.approves("final", {"final-assessment.yml": papers.final()}))


def test_one_of_three_does_not_decide_a_dispute() -> None:
    sim = _disputed()
    _third(sim).seals("third")
    sim.committee.unseals(_third_form(), "unseal.third")
    accepted(_third(sim).approves("consensus", OF_THREE))
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
    refused(sim.second.decides("dispute", "consensus", way="first_decides"), DECISION)


@pytest.mark.parametrize("name", ["student", "contact", "supervisor"])
def test_a_dispute_is_raised_by_an_assessor(name: str) -> None:
    sim = after(25)
    refused(
        getattr(sim, name).decides(
            "dispute", "consensus", way="third_assessor", third_assessor=people.THIRD
        ),
        DECISION,
        PARTS,
    )


def test_there_is_no_dispute_before_the_forms_are_open() -> None:
    sim = after(24)
    refused(
        sim.second.decides(
            "dispute", "consensus", way="third_assessor", third_assessor=people.THIRD
        ),
        DECISION,
    )


def _with_policy(way: str) -> ExamSim:
    sim = after(4)
    changed = {"school.yml": school.settings(policy={"dispute": way})}
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


def _without(sim: ExamSim, row: str, hat: str) -> Judgement:
    return sim.committee.decides("continue-without", row, row=row, approver=hat)


def test_going_on_without_an_approval_makes_no_row_done_without_its_text() -> None:
    sim = after(20)
    _without(sim, "evidence", "student")
    assert "evidence" not in sim.done()


@pytest.mark.parametrize(
    ("row", "hat"),
    [("execution", "student"), ("consensus", "first_assessor"), ("archive", "admin")],
)
def test_no_approval_is_let_go_before_the_row_has_its_turn(row: str, hat: str) -> None:
    sim = after(15)
    refused(_without(sim, row, hat), DECISION, LOCKED)
    assert row not in sim.done()

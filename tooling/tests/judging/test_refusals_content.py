"""What rows may hold: forms, outcomes, evidence, and how sure we are who spoke."""

import json

import pytest

from proeve.model.ledger import Judgement
from proeve.model.verdict import StepState
from tests.judging import paper, papers, people, school
from tests.judging.attacks import DECISION, LOCKED, accepted, refused
from tests.judging.changes import Changes
from tests.judging.people import Doc
from tests.judging.reference import after, play
from tests.judging.sim import ExamSim, opened

LEVEL = "rows.level"
FORM = ("passing.", "form.", "exam.other-instrument")
OUTCOME = ("passing.", "result.", "final.")
BLOCKED = "rows.blocked"


# Forms (R15).


def _sealed_otherwise(form: Doc) -> ExamSim:
    sim = after(22)
    accepted(sim.second.seals("second", form=form))
    accepted(sim.receiver.lands(sim.first.sealing("first")))
    return sim


@pytest.mark.parametrize(
    "form",
    [
        {"instrument": {**school.PINNED, "digest": "sha256:" + "3" * 64}},
        {"ratings": {"W1-C1": {"rating": "V"}}},
        {"ratings": {name: {"rating": "V"} for name in ("W1-C1", "W1-C2", "W9-C9")}},
        {"ratings": {name: {"rating": "Z"} for name in ("W1-C1", "W1-C2")}},
    ],
    ids=["other instrument", "too few criteria", "too many criteria", "no such rating"],
)
def test_an_opened_form_fits_the_established_instrument(form: Doc) -> None:
    sim = _sealed_otherwise(form)
    files = {**opened(sim, "first"), **opened(sim, "second", form=form)}
    refused(sim.committee.unseals(files), *FORM)


# Outcomes.


def test_the_outcome_is_computed_from_the_consensus() -> None:
    sim = after(25)
    low = papers.consensus("O", "Toch niet")
    accepted(sim.second.approves("consensus", {"consensus.yml": low}))
    accepted(sim.first.approves("consensus"))
    refused(
        sim.first.approves("final", {"final-assessment.yml": papers.final()}), *OUTCOME
    )


def test_another_outcome_than_the_computed_one_needs_a_decision() -> None:
    otherwise = papers.final(outcome="not_passed", computed="passed")
    refused(
        after(27).first.approves("final", {"final-assessment.yml": otherwise}), *OUTCOME
    )


def test_the_result_is_not_another_than_the_final_assessment() -> None:
    otherwise = papers.result(outcome="not_passed", computed="passed")
    refused(after(28).committee.approves("result", {"result.yml": otherwise}), *OUTCOME)


def test_a_failed_exam_waits_for_its_follow_up() -> None:
    sim = after(25)
    low = papers.consensus("O", "Niet gelukt")
    sim.second.approves("consensus", {"consensus.yml": low})
    sim.first.approves("consensus")
    failed = papers.final(outcome="not_passed")
    accepted(sim.first.approves("final", {"final-assessment.yml": failed}))
    result = papers.result(outcome="not_passed")
    accepted(sim.committee.approves("result", {"result.yml": result}))
    archive = papers.archive(sim.files, outcome="not_passed")
    refused(sim.fork().admin.approves("archive", {"archive.yml": archive}), LOCKED)
    accepted(sim.committee.approves("follow_up", {"follow-up.yml": papers.follow_up()}))
    archive = papers.archive(sim.files, outcome="not_passed")
    accepted(sim.admin.approves("archive", {"archive.yml": archive}))
    assert "follow_up" in sim.done()


def test_a_passed_exam_needs_no_follow_up() -> None:
    sim = after(29)
    refused(
        sim.committee.approves("follow_up", {"follow-up.yml": papers.follow_up()}),
        "rows.not-needed",
    )


# Evidence (R33) and archive.


def _hand_in(data: bytes, name: str = "", listed: bytes = b"") -> Judgement:
    sim = after(20)
    path = f"evidence/{name or paper.hexdigest(data)}"
    files: Changes = {"evidence.yml": papers.evidence(listed or data), path: data}
    return sim.student.approves("evidence", files)


def test_evidence_in_git_is_at_most_64_kib() -> None:
    accepted(_hand_in(b"x" * 65536))
    refused(_hand_in(b"x" * 65537), "evidence.")


def test_evidence_in_git_hashes_to_its_name() -> None:
    refused(_hand_in(papers.PROOF, name="a" * 64), "evidence.")


def test_evidence_in_git_is_listed() -> None:
    refused(_hand_in(papers.PROOF, listed=b"iets anders"), "evidence.")


@pytest.mark.parametrize("name", ["result.yml", "forms/first.yml", papers.PROOF_PATH])
def test_the_archive_names_every_file(name: str) -> None:
    sim = after(29)
    rest = {path: data for path, data in sim.files.items() if path != name}
    refused(
        sim.admin.approves("archive", {"archive.yml": papers.archive(rest)}), "archive."
    )


def test_the_archive_names_files_by_their_own_digest() -> None:
    sim = after(29)
    wrong = {**sim.files, "result.yml": b"iets anders"}
    refused(
        sim.admin.approves("archive", {"archive.yml": papers.archive(wrong)}),
        "archive.",
    )


# Assurance (R35): a browser key that is not yet confirmed is level C.


def _unsure(person: str, until: int) -> ExamSim:
    sim = after(2)
    path = f"people/00/{person}.yml"
    unsure = school.person(person, kind="browser", confirmed=False)
    changes = {**school.outsiders(), path: unsure}
    act = sim.second_root.whole_act("registry", changes)
    accepted(sim.root.changes("registry", changes, act))
    return play(sim, until, start=5)


@pytest.mark.parametrize(
    "person", [people.STUDENT, people.SUPERVISOR, people.PRACTICE_ASSESSOR]
)
def test_students_and_companies_may_use_an_unconfirmed_browser_key(person: str) -> None:
    sim = _unsure(person, 30)
    assert all(judgement.standing == "valid" for judgement in sim.books.judgements)


@pytest.mark.parametrize(
    ("person", "row"),
    [
        (people.CONTACT, 6),
        (people.OFFICE, 12),
        (people.ASSESSOR, 22),
        (people.ADMIN, 30),
    ],
)
def test_staff_need_more_than_an_unconfirmed_browser_key(person: str, row: int) -> None:
    sim = _unsure(person, row)
    first = next(each for each in sim.books.judgements if each.standing != "valid")
    refused(first, LEVEL, DECISION)


def test_the_registry_needs_own_keys() -> None:
    sim = _unsure(people.ADMIN, 5)
    company = {"companies/c-115.yml": school.company("c-115")}
    act = sim.committee.whole_act("registry", company)
    refused(sim.admin.changes("registry", company, act), LEVEL, "registry.")


def test_establishing_needs_an_own_key() -> None:
    sim = _unsure(people.OFFICE, 11)
    establishment = {"establishment.yml": papers.establishment()}
    refused(sim.committee.approves("establish", establishment), LEVEL)


def test_a_strict_school_wants_own_keys_on_seals() -> None:
    sim = _unsure(people.PRACTICE_ASSESSOR, 11)
    strict = {"school.yml": school.settings(policy={"levels": "strict"})}
    act = sim.second_root.whole_act("registry", strict)
    accepted(sim.root.changes("registry", strict, act))
    play(sim, 22, start=12)
    refused(sim.first.seals("first"), LEVEL)


# Time (R34) and what is skipped.


def test_an_untimed_hand_in_blocks_where_policy_says_so() -> None:
    sim = after(4)
    changed = {"school.yml": school.settings(policy={"untimed": "decide"})}
    act = sim.second_root.whole_act("registry", changed)
    accepted(sim.root.changes("registry", changed, act))
    play(sim, 21, start=5)
    check = {"evidence-check.yml": papers.evidence_check()}
    refused(sim.fork().second.approves("evidence_check", check), BLOCKED)
    accepted(sim.committee.decides("accept-untimed", "evidence"))
    accepted(sim.second.approves("evidence_check", check))


def test_an_appointment_that_never_came_is_skipped() -> None:
    sim = play(after(16), 20, start=18)
    assert sim.states()["appointment"] is StepState.SKIPPED


def test_a_refused_row_waits_even_if_one_of_two_would_do() -> None:
    sim = after(17)
    accepted(
        sim.supervisor.decides(
            "refusal",
            "appointment",
            approver="workplace_supervisor",
            row="appointment",
        )
    )
    assert "appointment" not in sim.done()


def test_a_number_is_not_taken_by_a_later_exam_after_a_change() -> None:
    sim = after(8)
    accepted(sim.contact.writes("create", {"exam.yml": papers.exam(number=44)}))
    again = {
        "exam.yml": papers.exam(number=44),
        "assignment.yml": papers.assignment("Nog een"),
    }
    refused(sim.beside().contact.approves("create", again), "exam.number-taken")


def test_two_votes_of_one_person_do_not_land_together() -> None:
    sim = after(8)
    act = sim.contact.act("approve", "acquire")
    refused(sim.contact.approves("acquire", None, act), "rows.twice")


def test_an_early_start_waits_for_the_committee() -> None:
    sim = after(15)
    late = papers.establishment(established_on="2026-03-04")
    accepted(sim.committee.approves("establish", {"establishment.yml": late}))
    play(sim, 21, start=17)
    check = {"evidence-check.yml": papers.evidence_check()}
    refused(sim.fork().second.approves("evidence_check", check), BLOCKED)
    accepted(sim.committee.decides("accept-early-start", "execution"))
    accepted(sim.second.approves("evidence_check", check))


def test_both_seals_land_in_one_sitting() -> None:
    sim = after(22)
    first, second = sim.first.sealing("first"), sim.second.sealing("second")
    accepted(sim.receiver.lands(first, second))
    accepted(sim.committee.unseals(opened(sim)))


def test_a_seal_that_was_copied_does_not_open() -> None:
    sim = after(22)
    accepted(sim.receiver.lands(sim.first.sealing("first", "G")))
    seal: Doc = json.loads(sim.files["forms/first.seal.yml"])
    copied: Doc = {**seal, "part": "second", "assessor": people.ASSESSOR}
    path = "forms/second.seal.yml"
    accepted(sim.second.approves("seal.second", {path: copied}, action="seal"))
    first = opened(sim, "first", rating="G")["forms/first.yml"]
    for form in (first, papers.form("second", people.ASSESSOR, "G")):
        files = {"forms/first.yml": first, "forms/second.yml": form}
        refused(sim.fork().committee.unseals(files), "seals.other-form")


def test_the_archive_keeps_the_outcome_of_the_exam() -> None:
    sim = after(29)
    archive = papers.archive(sim.files, outcome="not_passed")
    refused(sim.admin.approves("archive", {"archive.yml": archive}), "archive.")

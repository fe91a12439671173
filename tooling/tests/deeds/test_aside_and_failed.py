"""Saying no and taking it back; an exam that was not passed, with what follows."""

from collections.abc import Callable

import pytest

from proeve.deeds.clone import open_clone
from proeve.gather.history import judge_repository
from proeve.model.records import records_at, text_at, texts_at
from proeve.process.vocabulary import Outcome
from tests.deeds.conftest import At
from tests.deeds.steps import EXAM, SCOPE, step, takes
from tests.deeds.test_walk_refusals import refused
from tests.deeds.walking import GROUP, School, lines, registered
from tests.judging.people import COMMITTEE, COMPANY, Doc
from tests.judging.school import company, grant

pytestmark = pytest.mark.slow


def test_a_refusal_holds_up_the_row_until_it_is_taken_back(at: At) -> None:
    school = at("assigned")
    school.does("student", "refuse", EXAM, "--reason", "Te weinig tijd.")
    doc = school.doc(f"{SCOPE}/decisions/1-refusal.yml")
    assert text_at(doc, "approver") == "student"
    assert text_at(doc, "row") == "acquire"
    before = school.traces()
    key = ("--key", school.keys["student"], "--yes")
    ran = school.ran("approve", EXAM, *key)
    assert ran.code == 1
    assert "rows.refused" in ran.out
    assert school.traces() == before
    school.does("student", "refuse", EXAM, "--take-back", "--reason", "Toch goed.")
    school.does("student", "approve", EXAM)


def test_a_refusal_has_a_reason_and_is_one_s_own(at: At) -> None:
    school = at("assigned")
    before = school.traces()
    student = ("--key", school.keys["student"], "--yes")
    said = refused(school, school.ran("refuse", EXAM, *student), before, 2)
    assert "--reason" in said
    ran = school.ran("refuse", EXAM, "--take-back", "--reason", "x", *student)
    assert "No refusal" in refused(school, ran, before, 2)
    school.does("student", "refuse", EXAM, "--reason", "Nee.")
    before = school.traces()
    other = ("--key", school.keys["supervisor"], "--yes")
    ran = school.ran("refuse", EXAM, "--take-back", "--reason", "x", *other)
    assert "No refusal" in refused(school, ran, before, 2)


def test_a_committee_does_not_refuse_but_returns(at: At) -> None:
    school = at("result")
    before = school.traces()
    key = ("--key", school.keys["chair"], "--yes")
    ran = school.ran("refuse", EXAM, "result", "--reason", "Nee.", *key)
    refused(school, ran, before, 2)


def test_an_exam_that_was_not_passed_is_followed_up_and_archived(
    failed: Callable[[], School],
) -> None:
    school = failed()
    before = school.traces()
    admin = ("--key", school.keys["admin"], "--yes")
    ran = school.ran("archive", EXAM, *admin)
    assert "first: Establish the follow-up" in refused(school, ran, before, 2)
    school.does(
        "chair",
        *("follow-up", EXAM),
        typed=lines("n", "", "", "1-9-2027", "", "", "31-12-2099"),
    )
    doc = school.doc(f"{SCOPE}/follow-up.yml")
    assert texts_at(doc, "resit", "units") == ("B1-K1",)
    said = school.does("admin", "archive", EXAM)
    assert "until 2099-12-31 the student may still object" in said
    (found,) = judge_repository(school.folder).groups[GROUP]
    assert found.outcome is Outcome.NOT_PASSED


def test_the_archive_warns_of_a_case_while_it_is_open(at: At) -> None:
    school = at("result")
    admin = ("--key", school.keys["admin"])
    told = ("--road", "letter", "--told-on", "2027-03-20", "--reason", "Verteld.")
    case = ("--received-on", "2027-03-22", "--reference", "K 1", "--about", "conduct")
    record = ("record", "complaint", EXAM, *case)
    assert "no notice of the result" in school.ran("archive", EXAM, *admin).err
    school.does("contact", "notice", EXAM, *told)
    school.does("contact", *record, "--status", "received", "--reason", "Klacht.")
    ran = school.ran("archive", EXAM, *admin)
    assert "no notice of the result" not in ran.err
    assert "this case is open still: Complaint (decision 2)" in ran.err
    done = ("--status", "decided", "--outcome", "rejected", "--reason", "Afgedaan.")
    school.does("contact", *record, *done)
    assert "is open still" not in school.does("admin", "archive", EXAM)


def test_a_second_member_agrees_with_what_the_first_established(at: At) -> None:
    school = at("acquired")
    who = school.people["admin"]
    path = f"committees/{COMMITTEE}.yml"
    board = open_clone(school.folder).record(path)
    assert board is not None
    seats = board["members"]
    assert isinstance(seats, list)
    assert isinstance(seats[0], dict)
    wider: Doc = {
        **board,
        "members": [*seats, {**seats[0], "person": who}],
        "quorum": {"establish": 2, "result": 1, "decision": 1},
    }
    right = grant(0x700, who, "exam_committee")
    registered(
        school,
        *("founder", "second"),
        {path: wider, "grants/00/g-00000700.yml": right},
    )
    takes(school, step("acquired"))
    before = school.traces()
    key = ("--key", school.keys["admin"], "--yes")
    ran = school.ran("establish", EXAM, *key)
    assert "agree with `proeve approve`" in refused(school, ran, before, 2)
    ran = school.ran("fill-in", EXAM, "appointments", "--key", school.keys["contact"])
    assert "first: Establish" in refused(school, ran, before, 2)
    school.does("admin", "approve", EXAM)
    takes(school, step("established"))


def test_another_company_is_agreed_on_anew(at: At) -> None:
    school = at("one-agreed")
    other = "c-00000077"
    companies = {f"companies/{other}.yml": company(other)}
    registered(school, "founder", "second", companies)
    guide = ("--supervisor", school.people["supervisor"], "--from", "2027-03-01")
    school.does("contact", "company", "move", EXAM, other, *guide, "--keep")
    doc = school.doc(f"{SCOPE}/exam.yml")
    first, second = records_at(doc, "companies")
    assert text_at(first, "until") == "2027-02-28"
    assert (text_at(second, "company"), text_at(second, "from")) == (
        other,
        "2027-03-01",
    )
    school.does("contact", "approve", EXAM, "acquire")
    school.does("supervisor", "approve", EXAM)
    school.does("student", "approve", EXAM)
    takes(school, step("acquired"))


def test_an_established_exam_keeps_its_company(at: At) -> None:
    school = at("established")
    before = school.traces()
    words = ("company", "move", EXAM, COMPANY, "--from", "2027-03-01")
    key = ("--key", school.keys["contact"], "--yes")
    ran = school.ran(*words, "--supervisor", school.people["supervisor"], *key)
    refused(school, ran, before, 2)
    ran = school.ran(*words, "--supervisor", "p-00000000", *key)
    assert "not in the registry" in refused(school, ran, before, 2)


def test_a_returned_assignment_may_move_to_another_company(at: At) -> None:
    school = at("established")
    other = "c-00000077"
    registered(school, "founder", "second", {f"companies/{other}.yml": company(other)})
    back = ("return", EXAM, "--to", "acquire", "--reason", "Ander bedrijf.")
    school.does("chair", *back)
    guide = ("--supervisor", school.people["supervisor"], "--from", "2027-03-01")
    school.does("contact", "company", "move", EXAM, other, *guide)
    for who in ("contact", "supervisor", "student"):
        school.does(who, "approve", EXAM, "acquire")
    takes(school, step("acquired"))

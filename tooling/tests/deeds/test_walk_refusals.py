"""Every verb of the walk says no in one sentence, and writes nothing."""

from collections.abc import Mapping

import pytest

from tests.deeds import steps
from tests.deeds.conftest import At
from tests.deeds.steps import EXAM
from tests.deeds.walking import Ran, School, keygen, lines

pytestmark = pytest.mark.slow

VERBS: Mapping[str, tuple[str, ...]] = {
    "fill-in": ("fill-in", EXAM, "appointments"),
    "approve": ("approve", EXAM, "execution"),
    "refuse": ("refuse", EXAM, "execution", "--reason", "Nee."),
    "establish": ("establish", EXAM),
    "report-execution": ("report-execution", EXAM),
    "check-evidence": ("check-evidence", EXAM),
    "assess": ("assess", EXAM),
    "seal": ("seal", EXAM),
    "unseal": ("unseal", EXAM),
    "consensus": ("consensus", EXAM),
    "final-assessment": ("final-assessment", EXAM),
    "establish-result": ("establish-result", EXAM),
    "follow-up": ("follow-up", EXAM),
    "archive": ("archive", EXAM),
}
WHOSE: Mapping[str, str] = {
    "fill-in": "contact",
    "approve": "supervisor",
    "refuse": "supervisor",
    "establish": "chair",
    "report-execution": "student",
    "check-evidence": "assessor",
    "assess": "assessor",
    "seal": "assessor",
    "unseal": "chair",
    "consensus": "assessor",
    "final-assessment": "practice",
    "establish-result": "chair",
    "follow-up": "chair",
    "archive": "admin",
}
OTHERS: Mapping[str, str] = dict.fromkeys(VERBS, "student") | {
    "report-execution": "contact"
}


def refused(school: School, ran: Ran, before: tuple[str, ...], *codes: int) -> str:
    """Hold that a run wrote nothing and said one sentence; return it."""
    assert ran.code in (codes or (1, 2)), (ran.code, ran.out, ran.err)
    assert school.traces() == before
    (said,) = [line for line in ran.err.splitlines() if line.startswith("proeve: ")]
    assert said.endswith(".")
    assert "Traceback" not in ran.err
    return said


@pytest.mark.parametrize("verb", VERBS)
def test_a_wrong_role_is_told_whose_it_is(at: At, verb: str) -> None:
    school = at("unsealed" if verb != "fill-in" else "established")
    before = school.traces()
    key = school.keys[OTHERS[verb] if verb not in ("approve", "refuse") else "chair"]
    said = refused(school, school.ran(*VERBS[verb], "--key", key, "--yes"), before, 2)
    assert "up to" in said or "assessor" in said


@pytest.mark.parametrize("verb", VERBS)
def test_a_wrong_step_is_told_what_comes_first(at: At, verb: str) -> None:
    school = at("created")
    before = school.traces()
    key = school.keys[WHOSE[verb]]
    said = refused(school, school.ran(*VERBS[verb], "--key", key, "--yes"), before, 2)
    assert any(word in said for word in ("first:", "before", "no part of this exam"))


@pytest.mark.parametrize("verb", VERBS)
def test_no_key_and_a_strange_key_sign_nothing(at: At, verb: str) -> None:
    school = at("created")
    before = school.traces()
    assert "No key" in refused(school, school.ran(*VERBS[verb]), before, 2)
    strange = keygen(school.home / "keys" / "strange")
    ran = school.ran(*VERBS[verb], "--key", strange)
    assert "nobody's name" in refused(school, ran, before, 2)


@pytest.mark.parametrize("verb", VERBS)
def test_an_exam_that_is_not_there_is_named(at: At, verb: str) -> None:
    school = at("created")
    before = school.traces()
    words = [word.replace(EXAM, "26-9999-x") for word in VERBS[verb]]
    key = school.keys[WHOSE[verb]]
    ran = school.ran(*words, "--key", key, "--yes")
    assert "no exam 26-9999-x" in refused(school, ran, before, 2)


@pytest.mark.parametrize("verb", ["report-execution", "check-evidence", "consensus"])
def test_a_file_that_is_not_in_order_is_refused_at_its_line(at: At, verb: str) -> None:
    stage = next(each.at for each in steps.WALK if each.words[0] == verb)
    school = at(stage)
    before = school.traces()
    file = school.home / "mine.yml"
    file.write_text("remark: 5\nstrange: yes\n")
    key = school.keys[WHOSE[verb]]
    ran = school.ran(*VERBS[verb], "--from", file, "--key", key, "--yes")
    assert ran.code == 1
    assert f"{file}:2:1: schema." in ran.out
    assert school.traces() == before


def test_a_rule_s_finding_stands_at_the_line_of_the_file(at: At) -> None:
    school = at("unsealed")
    before = school.traces()
    file = school.home / "mine.yml"
    file.write_text(
        "items:\n  W1-C1:\n    agreed: V\n    reason: Samen.\n"
        "  W1-C2:\n    agreed: X\n    reason: Samen.\n"
    )
    key = school.keys["assessor"]
    ran = school.ran("consensus", EXAM, "--from", file, "--key", key, "--yes")
    assert ran.code == 1
    assert f"{file}:6:5: passing.rating-off-scale" in ran.out
    assert school.traces() == before


def test_no_is_no(at: At) -> None:
    school = at("assigned")
    before = school.traces()
    ran = school.ran("approve", EXAM, "--key", school.keys["student"], typed=lines("n"))
    assert ran.code == 130
    assert school.traces() == before


def test_two_rows_or_roles_ask_which(at: At) -> None:
    school = at("created")
    before = school.traces()
    key = ("--key", school.keys["contact"], "--yes")
    ran = school.ran("approve", EXAM, "--as", "student", *key)
    assert "waits for" in refused(school, ran, before, 2)
    ran = school.ran("approve", EXAM, "nothing", *key)
    assert "no row nothing" in refused(school, ran, before, 2)


def test_an_unknown_document_is_told_which_there_are(at: At) -> None:
    school = at("created")
    before = school.traces()
    key = ("--key", school.keys["contact"], "--yes")
    said = refused(school, school.ran("fill-in", EXAM, "diary", *key), before, 2)
    assert "assignment" in said
    said = refused(school, school.ran("fill-in", EXAM, "evidence", *key), before, 2)
    assert "evidence add" in said


def test_an_outcome_of_one_s_own_takes_a_decision(at: At) -> None:
    school = at("agreed")
    before = school.traces()
    key = ("--key", school.keys["practice"], "--yes")
    ran = school.ran("final-assessment", EXAM, *key, typed=lines("not_passed", ""))
    assert "decision of the exam committee" in refused(school, ran, before, 2)


def test_evidence_that_is_not_in_order_is_returned_instead(at: At) -> None:
    school = at("handed-in")
    before = school.traces()
    key = ("--key", school.keys["assessor"], "--yes")
    ran = school.ran("check-evidence", EXAM, *key, typed=lines("n", "y", "y", "", ""))
    assert "return" in refused(school, ran, before, 2)


def test_what_was_agreed_already_is_not_agreed_twice(at: At) -> None:
    school = at("one-agreed")
    before = school.traces()
    key = ("--key", school.keys["supervisor"], "--yes")
    ran = school.ran("approve", EXAM, "acquire", *key)
    assert "No approval waits" in refused(school, ran, before, 2)


def test_a_retention_class_that_policy_lacks_is_refused(at: At) -> None:
    school = at("result")
    before = school.traces()
    key = ("--key", school.keys["admin"], "--yes")
    ran = school.ran("archive", EXAM, "--class", "forever", *key)
    assert "exam_work" in refused(school, ran, before, 2)


def test_a_text_that_changed_while_it_was_read_is_not_agreed_with(
    at: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    school = at("assigned")
    file = school.home / "assignment.yml"
    file.write_text(file.read_text().replace("hal 2", "hal 3"))
    key = ("--key", school.keys["student"], "--yes")

    def meanwhile(*_: object) -> tuple[str, ...]:
        school.does("contact", "fill-in", EXAM, "assignment", "--from", file)
        return ()

    monkeypatch.setattr("proeve.cli.approve.text_lines", meanwhile)
    ran = school.ran("approve", EXAM, *key)
    assert ran.code == 2, ran.err
    assert "has changed meanwhile" in ran.err
    after = school.traces()
    monkeypatch.undo()
    school.verified()
    assert school.traces() == after


def test_a_text_that_is_not_there_is_not_signed(at: At) -> None:
    school = at("new")
    before = school.traces()
    key = ("--key", school.keys["student"], "--yes")
    ran = school.ran("people", "sign", school.home / "niets.txt", *key)
    assert "cannot be read" in refused(school, ran, before, 2)

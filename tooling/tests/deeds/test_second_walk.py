"""An exam that failed, with every way to go against it, and a resit that passed."""

import pytest

from proeve.gather.history import judge_repository
from proeve.model.records import number_at, record_at, text_at
from proeve.model.verdict import ExamVerdict
from proeve.process.vocabulary import Outcome
from tests.deeds.conftest import At
from tests.deeds.second import AGAIN, RESIT, fails_and_passes, prepared
from tests.deeds.steps import EXAM, NUMBER, SCOPE
from tests.deeds.test_walk_refusals import refused
from tests.deeds.walking import GROUP, School

pytestmark = pytest.mark.slow


def verdicts(school: School) -> dict[str, ExamVerdict]:
    found = judge_repository(school.folder).groups[GROUP]
    return {exam.state.id: exam for exam in found}


def test_an_exam_fails_and_its_resit_passes(at: At) -> None:
    school = at("to-judge")
    prepared(school)
    said = fails_and_passes(school)
    found = verdicts(school)
    assert found[NUMBER].outcome is Outcome.NOT_PASSED
    assert found[AGAIN].outcome is Outcome.PASSED
    assert {exam.current for exam in found.values()} == {None}
    again = school.doc(f"groups/{RESIT}/exam.yml")
    assert number_at(again, "attempt") == 2
    assert text_at(record_at(again, "resit_of"), "exam") == EXAM
    assert "Third assessor" in said["consensus"]
    _hold_letters(school)
    _hold_results(school)
    _hold_refusals(school)


def _hold_letters(school: School) -> None:
    """Hold that the letter has the terms of the law, and a copy for the parents."""
    letter = (school.home / "letters" / f"{NUMBER}.html").read_text()
    for told in ("17 mei 2027", "14 juni 2027", "28 juni 2027", "Sam Verzonnen"):
        assert told in letter, told
    copy = school.home / "letters" / f"{NUMBER}-representative.html"
    assert "Robin Verzonnen" in copy.read_text()
    doc = school.doc(f"{SCOPE}/decisions/9-notice.yml")
    assert doc["copy_to_representative"] is True


def _hold_results(school: School) -> None:
    """Hold that the table has both results, and that a tick is kept."""
    names = ("--directory", school.home / "names.age", "--key", school.keys["contact"])
    out = school.home / "results.csv"
    assert school.ran("results", "--csv", out, *names).code == 0
    rows = out.read_bytes().decode("utf-8-sig").splitlines()
    assert len(rows) == 3
    first, second = (row.split(";") for row in rows[1:])
    assert first[0] == "100042"
    assert (first[9], second[9]) == ("not_passed", "passed")
    assert (first[14], second[14]) == ("no", "yes")
    ran = school.ran("results", "--entered", RESIT, *names, "--yes")
    assert ran.code == 0, ran.err
    assert RESIT.encode() not in (school.home / "names.entered.age").read_bytes()
    left = school.ran("results", *names).out
    assert NUMBER in left
    assert AGAIN not in left


def _hold_refusals(school: School) -> None:
    before = school.traces()
    key = ("--key", school.keys["contact"], "--yes")
    days = ("--from", "2027-06-01", "--until", "2027-06-04")
    turned = ("--from", "2027-06-04", "--until", "2027-06-01")
    notice = ("--road", "letter", "--told-on", "2027-05-03", "--reason", "x")
    no_day = ("--road", "letter", "--told-on", "morgen", "--reason", "x")
    names = ("--directory", school.home / "names.age")
    letter = ("--letter", school.home / "letters")
    for words, said in (
        (("resit", EXAM, *days, *key), "has a resit already"),
        (("resit", RESIT, *days, *key), "cannot be resat"),
        (("resit", "niets", *days, *key), "There is no exam"),
        (("resit", EXAM, *turned, *key), "last day is before"),
        (("notice", EXAM, *notice, *letter, *key), "--directory"),
        (("notice", EXAM, *no_day, *letter, *names, *key), "is no date"),
        (("results", "--entered", EXAM), "--directory"),
        (("results", "niets"), "There is no group or exam"),
        (("results", "--csv", school.folder / "x.csv"), "outside"),
    ):
        assert said in refused(school, school.ran(*words), before, 2), words

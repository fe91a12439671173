"""One exam through all twelve steps by the command line, with nine people's keys.

`verify` is in order after each deed: `School.does` holds that.
"""

import pytest

from proeve.gather.history import judge_repository
from proeve.model.records import record_at, text_at
from proeve.process.vocabulary import Outcome
from tests.deeds.conftest import At
from tests.deeds.steps import EXAM, SCOPE, step, takes
from tests.deeds.walking import GROUP, lines

pytestmark = pytest.mark.slow


def test_nine_people_walk_an_exam_through_all_twelve_steps(at: At) -> None:
    school = at("archived")
    school.verified()
    assert len(school.people) == 9
    (found,) = judge_repository(school.folder).groups[GROUP]
    assert found.outcome is Outcome.PASSED
    assert found.current is None
    archived = school.doc(f"{SCOPE}/archive.yml")
    assert text_at(archived, "retention", "class") == "exam_work"
    listed = record_at(archived, "files")
    state = found.state.files
    assert set(listed) == set(state) - {"archive.yml"}


def test_whoever_agrees_reads_the_text_first(at: At) -> None:
    said = takes(at("assigned"), step("assigned"))
    assert "Verlichting in hal 2" in said


def test_the_committee_is_asked_its_checklist_with_the_policy_s_deadlines(
    at: At,
) -> None:
    school = at("acquired")
    said = takes(school, step("acquired"))
    assert "Every work process of the exam occurs" in said
    doc = school.doc(f"{SCOPE}/establishment.yml")
    assert set(record_at(doc, "deadlines")) == {"execution", "evidence", "result"}


def test_a_moment_is_written_on_the_dutch_clock(at: At) -> None:
    school = at("established")
    takes(school, step("established"))
    doc = school.doc(f"{SCOPE}/appointments.yml")
    assert "2027-03-16T10:00:00+01:00" in str(doc)


def test_each_rating_stands_beside_its_descriptor(at: At) -> None:
    assert "V  gedaan: Gedaan" in takes(at("to-judge"), step("to-judge"))


def test_the_consensus_shows_both_judgements_and_differences_first(at: At) -> None:
    said = takes(at("unsealed"), step("unsealed"))
    assert said.index("! W1-C1") < said.index("  W1-C2")
    assert "G / V" in said
    assert "First assessor: G (Went well.)" in said


def test_the_derivation_is_shown_before_the_result_is_filed(at: At) -> None:
    assert "B1-K1: V" in takes(at("agreed"), step("agreed"))
    assert "B1-K1: V" in takes(at("final"), step("final"))


def test_an_archive_warns_while_the_student_was_told_nothing(at: At) -> None:
    assert "no notice" in takes(at("result"), step("result"))


def test_what_is_archived_is_closed(at: At) -> None:
    school = at("archived")
    before = school.traces()
    key = ("--key", school.keys["contact"], "--yes")
    ran = school.ran("fill-in", EXAM, "appointments", *key)
    assert ran.code == 2
    assert school.traces() == before


def test_every_prompt_is_there_in_dutch(at: At) -> None:
    school = at("acquired")
    taken = step("acquired")
    key = ("--key", school.keys[taken.who], "--yes")
    ran = school.ran(*taken.words, *key, typed=lines(*taken.typed), lang="nl")
    assert ran.code == 0, ran.err
    assert "Enter neemt over wat er staat" in ran.err
    assert "Namens (hoeft niet)" in ran.err
    assert "Elk werkproces van het examen komt in de opdracht voor." in ran.err
    assert "Opdracht vaststellen · Akkoord gegeven" in ran.out

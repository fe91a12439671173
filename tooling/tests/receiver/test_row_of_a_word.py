"""A step with two rows: who speaks says in which of them a word lands."""

from pathlib import Path

import pytest

from proeve.process.vocabulary import RowId
from tests.judging import papers, people
from tests.judging.attacks import accepted
from tests.judging.changes import Changes
from tests.judging.reference import after
from tests.judging.sim import ExamSim
from tests.receiver.desks import desk_of

pytestmark = pytest.mark.slow

RESULT: Changes = {"result.yml": papers.result()}
FINAL: Changes = {"final-assessment.yml": papers.final(by=people.PRACTICE_ASSESSOR)}


def agreed_twice() -> ExamSim:
    """Return an exam whose consensus was written twice: its rows count apart."""
    sim = after(26)
    accepted(sim.first.approves("consensus", {"consensus.yml": papers.consensus("G")}))
    accepted(sim.second.approves("consensus"))
    return sim


def test_the_committee_s_word_lands_as_the_result(tmp_path: Path) -> None:
    sim = agreed_twice()
    accepted(sim.first.approves("final", FINAL))
    desk = desk_of(sim, tmp_path)
    word = tmp_path / "word.act"
    word.write_bytes(sim.fork().committee.act("approve", "result", RESULT).data)
    words = ("land", people.EXAM, word, "--papers", desk.papers(RESULT))
    ran = desk.run(*words, by=people.CONTACT)
    assert ran.code == 0, ran.out + ran.err
    assert desk.standing(RowId.RESULT) == {people.OFFICE}


def test_the_assessor_s_word_lands_as_the_final_assessment(tmp_path: Path) -> None:
    sim = agreed_twice()
    desk = desk_of(sim, tmp_path)
    word = tmp_path / "word.act"
    word.write_bytes(sim.fork().first.act("approve", "final", FINAL).data)
    words = ("land", people.EXAM, word, "--papers", desk.papers(FINAL))
    ran = desk.run(*words, by=people.CONTACT)
    assert ran.code == 0, ran.out + ran.err
    assert desk.standing(RowId.FINAL) == {people.PRACTICE_ASSESSOR}

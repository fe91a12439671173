"""PROTOCOL section 7, commit by commit: Seq, verdict, and what is done after each.

The maker counts for itself (`paper`), so that it cannot share a mistake with the judge.
"""

import pytest

from tests.judging import paper, people
from tests.judging.attacks import accepted
from tests.judging.reference import DONE, LAST, SEQ, after

WHOLE = range(1, LAST + 1)
EXAM = range(6, LAST + 1)


@pytest.mark.parametrize("row", WHOLE)
def test_the_commit_of_each_row_is_lawful(row: int) -> None:
    accepted(after(row).last)


@pytest.mark.parametrize("row", WHOLE)
def test_each_row_carries_the_seq_of_the_table(row: int) -> None:
    trailers = after(row).transitions[-1].trailers
    assert trailers is not None
    assert trailers.statement.seq == SEQ[row]


@pytest.mark.parametrize("row", EXAM)
def test_the_judge_counts_seq_as_the_paper_does(row: int) -> None:
    sim = after(row)
    judged = {str(key): state.seq for key, state in sim.exam.rows.items()}
    assert {key: judged.get(key, 0) for key in paper.ORDER} == dict(sim.seq)


@pytest.mark.parametrize("row", EXAM)
def test_these_steps_are_done_after_each_row(row: int) -> None:
    assert after(row).done() == DONE[row]


@pytest.mark.parametrize("row", EXAM)
def test_the_judge_has_the_files_that_the_maker_has(row: int) -> None:
    sim = after(row)
    kept = {path: fact.sha256 for path, fact in sim.exam.files.items()}
    made = {path: paper.hexdigest(data) for path, data in sim.files.items()}
    acts = {path for path in made if path.startswith("acts/")}
    assert {path: kept[path] for path in kept if path not in acts} == {
        path: made[path] for path in made if path not in acts
    }


@pytest.mark.parametrize("row", EXAM)
def test_the_subject_of_the_state_is_the_digest_of_the_folder(row: int) -> None:
    sim = after(row)
    assert sim.exam.subject == paper.scope_digest(sim.files)


APPROVERS = {
    11: ("acquire", {people.CONTACT, people.STUDENT, people.SUPERVISOR}),
    12: ("acquire", set()),
    13: ("acquire", {people.CONTACT}),
    15: ("acquire", {people.CONTACT, people.STUDENT, people.SUPERVISOR}),
    16: ("establish", {people.OFFICE}),
    20: ("execution", {people.STUDENT, people.SUPERVISOR}),
    22: ("evidence_check", {people.PRACTICE_ASSESSOR, people.ASSESSOR}),
    25: ("unseal", {people.OFFICE}),
    27: ("consensus", {people.PRACTICE_ASSESSOR, people.ASSESSOR}),
    28: ("final", {people.PRACTICE_ASSESSOR}),
    29: ("result", {people.OFFICE}),
    30: ("archive", {people.ADMIN}),
}


@pytest.mark.parametrize("row", APPROVERS)
def test_these_people_stand_behind_the_row(row: int) -> None:
    name, behind = APPROVERS[row]
    assert after(row).standing(name) == behind


def test_who_lands_approves_nothing() -> None:
    assert people.RECEIVER not in after(LAST).standing("evidence_check")
    assert people.CONTACT not in after(28).standing("final")


def test_the_digest_vectors_of_the_paper_hold() -> None:
    assert paper.tree({}) == paper.NOTHING
    assert paper.tree({"exam.yml": b"a: 1\n"}) == (
        "sha256:cfa864053710d1e84b12ecdf99ad31c755f6f12aecb65a2ed9893c543498c291"
    )

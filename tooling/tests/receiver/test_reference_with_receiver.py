"""PROTOCOL section 7 with parcels, a merge review and levels as the paper has them.

The short example in `tests.judging` lets everybody sign for themselves. Here the
student answers by parcel, keys of the company live in a browser, and row 22 lands by
review.
"""

from functools import cache
from pathlib import Path

import pytest

from proeve.history.transitions import transitions
from proeve.model.exam import Approval
from proeve.model.history import Transition
from tests.judging import papers, people, school
from tests.judging.attacks import accepted, refused
from tests.judging.changes import Changes
from tests.judging.people import Doc
from tests.judging.real import judged, new_repository
from tests.judging.reference import DONE, FIRST_DAYS, LAST, ROWS, SEQ, A
from tests.judging.sim import ExamSim
from tests.receiver.attested import proposed, review, unpacked

IN_BROWSER = (people.SUPERVISOR, people.PRACTICE_ASSESSOR)
MERGES = {8, 10, 15, 18, 19, 21, 22}
CHECK: Changes = {"evidence-check.yml": papers.evidence_check()}


def _outsiders() -> dict[str, Doc]:
    found = school.outsiders()
    for who in IN_BROWSER:
        path = f"people/{who[2:4]}/{who}.yml"
        found[path] = school.person(who, kind="browser", confirmed=False)
    return found


def _row_4(sim: ExamSim) -> None:
    act = sim.committee.whole_act("registry", _outsiders())
    sim.admin.changes("registry", _outsiders(), act)


def _row_22(sim: ExamSim) -> None:
    seen = proposed(sim, CHECK)
    sim.receiver.by_merge(seen).lands(
        sim.first.act("approve", "evidence_check", CHECK),
        review(sim.second.act("approve", "evidence_check", CHECK), seen),
    )


def _row_23(sim: ExamSim) -> None:
    sim.second.seals("second")


OWN_ROWS = {4: _row_4, 22: _row_22, 23: _row_23}


def _student(sim: ExamSim, number: int) -> None:
    action, row, changes = STUDENT[number]
    unpacked(sim, sim.student, action, row, changes)


STUDENT: dict[int, tuple[str, str, Changes]] = {
    8: ("write", "acquire", {"assignment.yml": A("Ook van de student")}),
    10: ("approve", "acquire", {}),
    15: ("approve", "acquire", {}),
    18: ("write", "execution", {"execution.yml": FIRST_DAYS}),
    19: ("approve", "execution", {"execution.yml": papers.execution()}),
    21: (
        "approve",
        "evidence",
        {"evidence.yml": papers.evidence(), papers.PROOF_PATH: papers.PROOF},
    ),
}


@cache
def _history() -> dict[int, ExamSim]:
    sim = ExamSim()
    found: dict[int, ExamSim] = {}
    for number in range(1, LAST + 1):
        sim = sim.fork()
        if number == 24:
            # It was signed before row 23 landed.
            sim.receiver.lands(found[22].fork().first.sealing("first"))
        elif number in STUDENT:
            _student(sim, number)
        else:
            OWN_ROWS.get(number, ROWS.get(number, _row_23))(sim)
        found[number] = sim
    return found


def after(number: int) -> ExamSim:
    """Return a sim of one's own after some row of the full example."""
    return _history()[number].fork()


@pytest.mark.parametrize("row", range(1, LAST + 1))
def test_each_row_is_lawful_and_has_the_seq_of_the_table(row: int) -> None:
    sim = after(row)
    accepted(sim.last)
    trailers = sim.transitions[-1].trailers
    assert trailers is not None
    assert trailers.statement.seq == SEQ[row]
    assert row < 6 or sim.done() == DONE[row]


def test_the_rows_marked_m_have_two_parents_and_no_others_have() -> None:
    merges = {
        number
        for number, made in enumerate(after(LAST).transitions, start=1)
        if len(made.parents) == 2
    }
    assert merges == MERGES


LEVELS = {
    7: {},
    9: {people.CONTACT: "A"},
    10: {people.CONTACT: "A", people.STUDENT: "C"},
    11: {people.CONTACT: "A", people.STUDENT: "C", people.SUPERVISOR: "C"},
    20: {people.STUDENT: "C", people.SUPERVISOR: "C"},
    21: {people.STUDENT: "C"},
    22: {people.PRACTICE_ASSESSOR: "C", people.ASSESSOR: "B"},
    27: {people.ASSESSOR: "A", people.PRACTICE_ASSESSOR: "C"},
    28: {people.PRACTICE_ASSESSOR: "C"},
}
ROW = {20: "execution", 21: "evidence", 22: "evidence_check", 27: "consensus"}


def _levels(sim: ExamSim, row: str) -> dict[str, str]:
    standing: list[Approval] = [
        one
        for key, state in sim.exam.rows.items()
        for one in state.approvals
        if key == row
    ]
    return {one.person: one.level for one in standing}


@pytest.mark.parametrize("number", LEVELS)
def test_each_approval_has_the_level_of_its_road(number: int) -> None:
    row = ROW.get(number, "final" if number == 28 else "acquire")
    assert _levels(after(number), row) == LEVELS[number]


def test_the_seal_from_a_browser_has_level_c() -> None:
    assert _levels(after(24), "seal.first") == {people.PRACTICE_ASSESSOR: "C"}


def test_the_full_example_reads_from_objects_as_it_was_made(tmp_path: Path) -> None:
    sim = after(LAST)
    repository = new_repository(tmp_path / "r.git")
    sim.books.ledger.write_to(repository)
    state, judgements = judged(repository, sim.books.ledger.head)
    assert state == sim.books.state
    assert list(judgements) == sim.books.judgements


def _read(folder: Path, head: str, since: str | None) -> list[Transition]:
    return list(transitions(folder, head, workers=1, since=since))


@pytest.mark.parametrize("begun", [None, 7, 21])
def test_what_hangs_on_a_merge_does_not_depend_on_where_reading_began(
    begun: int | None, tmp_path: Path
) -> None:
    made = after(LAST)
    repository = new_repository(tmp_path / "r.git")
    made.books.ledger.write_to(repository)
    since = made.transitions[begun - 1].oid if begun else None
    found = _read(repository, made.books.ledger.head, since)
    assert [each.sides for each in found] == [
        each.sides for each in made.transitions[begun or 0 :]
    ]


def test_an_assignment_is_not_established_by_one_b() -> None:
    sim = after(15)
    changes: Changes = {"establishment.yml": papers.establishment()}
    seen = proposed(sim, changes)
    one = review(sim.committee.act("approve", "establish", changes), seen)
    sim.receiver.by_merge(seen).lands(one)
    assert "establish" not in sim.done()
    appointments: Changes = {"appointments.yml": papers.appointments()}
    refused(sim.contact.approves("appointment", appointments), "rows.locked")

"""Rows 24 to 36: approvals moved, replayed, gone stale or given to oneself; steps."""

from dataclasses import replace

import pytest

from tests.attacks.scenes import (
    CHECK,
    approvals,
    changed,
    reviewed,
)
from tests.attacks.staging import FINDINGS, STOPPED, Seen, Stage, on_top, row
from tests.guard.school import proeve
from tests.judging import papers, people
from tests.judging.changes import Changes
from tests.judging.objects import File
from tests.judging.reference import after, with_second_exam
from tests.judging.sim import ExamSim
from tests.receiver.attested import proposed, review
from tests.receiver.branches import branch
from tests.receiver.test_receiver_attests import Desk, Fields, new_desk
from tests.receiver.test_reference_with_receiver import after as by_receiver

pytestmark = pytest.mark.slow

OTHER: Changes = {"assignment.yml": papers.assignment("Iets anders")}
OTHER_CHECK: Changes = {
    "evidence-check.yml": {**papers.evidence_check(), "remark": "Alsnog."}
}
PLANNED: Changes = {"appointments.yml": papers.appointments(50)}


def test_24_an_approval_moved_to_another_exam(stage: Stage) -> None:
    attack, twin = (with_second_exam(8, until=8) for _ in range(2))
    act = attack.beside().student.as_("student").act("approve", "acquire")
    attack.contact.lands(act, row="acquire")
    twin.contact.lands(twin.student.act("approve", "acquire"))
    stage.meets(24, attack, twin)


def test_24_an_approval_moved_to_another_school(stage: Stage) -> None:
    attack, twin = after(8), after(8)
    act = attack.student.act("approve", "acquire", repo="r-" + "e" * 32)
    attack.contact.lands(act)
    twin.contact.lands(twin.student.act("approve", "acquire"))
    stage.meets(24, attack, twin, "statement.other-repository")


def test_24_a_review_moved_to_another_exam(stage: Stage) -> None:
    sim = by_receiver(21)
    seen = proposed(sim, CHECK)
    first, second = approvals(sim, CHECK)
    moved = replace(second, said=replace(second.said, scope=people.OTHER_EXAM))
    sim.receiver.by_merge(seen).lands(first, review(moved, seen))
    stage.meets(24, sim, reviewed(), "scope.mixed")


def test_25_an_approval_replayed_after_the_text_came_back(stage: Stage) -> None:
    attack, twin = after(9), after(9)
    old = attack.student.act("approve", "acquire")
    for sim in (attack, twin):
        back = sim.files["assignment.yml"]
        sim.contact.writes("acquire", OTHER)
        sim.contact.writes("acquire", {"assignment.yml": back})
    attack.contact.lands(old, seq=attack.seq["acquire"])
    twin.contact.lands(twin.student.act("approve", "acquire"))
    stage.meets(25, attack, twin)


def test_26_the_text_changed_after_the_review(stage: Stage) -> None:
    sim = by_receiver(21)
    seen = proposed(sim, CHECK)
    first, second = approvals(sim, OTHER_CHECK)
    pushed = seen.commit(OTHER_CHECK)
    sim.receiver.by_merge(pushed).lands(first, review(second, seen))
    stage.meets(26, sim, reviewed(), "attestation.other-text")


def test_26_the_text_changed_after_the_approval(stage: Stage) -> None:
    attack, twin = after(9), after(9)
    act = attack.student.act("approve", "acquire")
    for sim in (attack, twin):
        sim.contact.writes("acquire", OTHER)
    attack.contact.lands(act, seq=attack.seq["acquire"])
    twin.contact.lands(twin.student.act("approve", "acquire"))
    stage.meets(26, attack, twin)


def test_27_the_base_moved_after_the_approval(stage: Stage) -> None:
    before = after(16)
    twin = before.fork()
    twin.contact.approves("appointment", PLANNED)
    files = {f"exams/{people.EXAM}/appointments.yml": _planned(twin)}
    moved = before.fork()
    execution = {"execution.yml": papers.execution(hours=4, finished=False)}
    moved.contact.lands(moved.student.act("write", "execution", execution))
    stage.meets(27, on_top(moved, twin, files), twin)


def _planned(sim: ExamSim) -> File:
    return sim.books.ledger.files[f"exams/{people.EXAM}/appointments.yml"]


def test_28_approving_ones_own_work(stage: Stage) -> None:
    own = proposed(by_receiver(21), CHECK, by=people.ASSESSOR)
    stage.meets(28, reviewed(own), reviewed())


def test_28_approving_what_one_pushed_last(stage: Stage) -> None:
    seen = proposed(by_receiver(21), CHECK)
    stage.meets(28, reviewed(seen.commit({}, by=people.ASSESSOR)), reviewed())


def test_28_approving_an_unsigned_commit(stage: Stage) -> None:
    seen = branch(by_receiver(21)).commit(CHECK, by=people.ASSESSOR, signed=False)
    stage.meets(28, reviewed(seen), reviewed())


@pytest.fixture
def desk(stage: Stage) -> Desk:
    return new_desk(stage.folder / "desk")


def _attests(desk: Desk, *reviews: Fields, raw: str = "") -> Seen:
    """Let the `proeve receiver attest` process look at what a forge answered."""
    words = desk.words(*reviews, raw=raw)
    done = proeve("-C", desk.folder / "r.git", *words, home=desk.folder)
    said = done.stdout + done.stderr
    assert "Traceback" not in said
    found = {each for each in said.split() if "." in each}
    return Seen(done.returncode, frozenset(found), "", said)


def _no_act(number: int, desk: Desk, *reviews: Fields) -> None:
    seen = _attests(desk, *reviews)
    assert seen.code == FINDINGS
    assert row(number).code in seen.said
    assert desk.made() == {}


def _is_attested(desk: Desk) -> None:
    assert _attests(desk, desk.review()).code == 0
    assert len(desk.made()) == 1
    for path in desk.out.rglob("*.act"):
        path.unlink()


def test_29_a_dismissed_review_revives_no_older_one(desk: Desk) -> None:
    _is_attested(desk)
    later = "2026-03-02T09:30:00Z"
    newer = desk.review(id=9**6, dismissed=True, submitted_at=later, updated_at=later)
    _no_act(29, desk, newer, desk.review())


def test_30_an_edited_comment_as_an_approval(desk: Desk) -> None:
    _is_attested(desk)
    _no_act(30, desk, desk.review(updated_at="2026-03-02T11:00:00Z"))


def test_31_an_account_that_changed_hands(stage: Stage) -> None:
    other = str(people.account_of(people.CONTACT))
    stage.meets(31, reviewed(reviewer_id=other), reviewed())


def test_31_the_same_number_on_another_forge(stage: Stage) -> None:
    stage.meets(31, reviewed(host="git.elsewhere.example"), reviewed())


def test_32_a_receiver_that_lies_is_not_seen(stage: Stage) -> None:
    """All that it says is of level B, so that a policy can ask for more."""
    sim = reviewed()
    stage.meets(32, sim, sim)
    levels = {
        one.person: one.level
        for state in sim.exam.rows.values()
        for one in state.approvals
        if one.person == people.ASSESSOR
    }
    assert levels[people.ASSESSOR] == "B"


@pytest.mark.parametrize("raw", ['{"message": "rate limit"}', "null", "[{", "<html>"])
def test_33_an_error_of_the_forge_is_not_no_news(desk: Desk, raw: str) -> None:
    _is_attested(desk)
    assert _attests(desk, raw=raw).code == STOPPED
    assert desk.made() == {}


def test_34_a_step_skipped(stage: Stage) -> None:
    attack, twin = after(10), after(15)
    for sim in (attack, twin):
        sim.committee.approves(
            "establish", {"establishment.yml": papers.establishment()}
        )
    stage.meets(34, attack, twin)


def test_35_what_was_established_is_changed(stage: Stage) -> None:
    attack = changed(after(16))
    stage.meets(35, attack, changed(after(15)))


def test_36_two_steps_in_one_commit(stage: Stage) -> None:
    attack, twin = after(17), after(17)
    work: Changes = {"execution.yml": papers.execution(hours=6)}
    attack.supervisor.writes("execution", {**work, **PLANNED})
    twin.supervisor.writes("execution", work)
    stage.meets(36, attack, twin)

"""PROTOCOL R35: to establish takes one own key, or two merge reviews by two members."""

import pytest

from tests.judging import papers, people, school
from tests.judging.attacks import accepted, refused
from tests.judging.changes import Changes
from tests.judging.people import Doc
from tests.judging.sim import ExamSim
from tests.judging.speaker import Speaker
from tests.receiver.attested import proposed, review
from tests.receiver.test_reference_with_receiver import after

ROWS: dict[str, tuple[int, Changes]] = {
    "establish": (15, {"establishment.yml": papers.establishment()}),
    "result": (28, {"result.yml": papers.result()}),
}
pytestmark = pytest.mark.parametrize("row", ROWS)


def _sim(row: str, **policy: str) -> ExamSim:
    """Return the example before a row, with two members in the committee."""
    sim = after(ROWS[row][0])
    members = (people.OFFICE, people.MEMBER)
    changed: dict[str, Doc] = {
        f"committees/{people.COMMITTEE}.yml": school.committee(members=members),
        "school.yml": school.settings(policy=dict(policy)),
    }
    act = sim.second_root.whole_act("registry", changed)
    accepted(sim.root.changes("registry", changed, act))
    return sim


def _by_review(sim: ExamSim, row: str, *members: Speaker) -> ExamSim:
    seen = proposed(sim, ROWS[row][1])
    acts = [each.act("approve", row, ROWS[row][1]) for each in members]
    reviews = [review(act, seen) for act in acts]
    sim.receiver.by_merge(seen).lands(*reviews)
    return sim


def test_two_reviews_by_two_members_establish(row: str) -> None:
    sim = _sim(row)
    accepted(_by_review(sim, row, sim.committee, sim.member).last)
    assert row in sim.done()


def test_one_review_waits_for_the_other(row: str) -> None:
    sim = _sim(row)
    accepted(_by_review(sim, row, sim.committee).last)
    assert row not in sim.done()
    accepted(_by_review(sim, row, sim.member).last)
    assert row in sim.done()


def test_one_review_and_one_own_key_establish(row: str) -> None:
    sim = _sim(row)
    accepted(_by_review(sim, row, sim.committee).last)
    accepted(sim.member.approves(row))
    assert row in sim.done()


def test_two_reviews_by_one_member_do_not_establish(row: str) -> None:
    sim = _sim(row)
    _by_review(sim, row, sim.committee)
    refused(_by_review(sim, row, sim.committee).last, "rows.twice")
    assert row not in sim.done()


def test_no_review_establishes_under_the_strict_policy(row: str) -> None:
    sim = _sim(row, levels="strict")
    refused(_by_review(sim, row, sim.committee, sim.member).last, "rows.level")


def test_a_review_by_a_recused_member_does_not_count(row: str) -> None:
    sim = _sim(row)
    recused = sim.who(people.ASSESSOR, "exam_committee")
    refused(_by_review(sim, row, sim.committee, recused).last, "parts.", "committee.")

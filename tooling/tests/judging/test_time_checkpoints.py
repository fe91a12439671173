"""Checkpoints: what the spine held at a moment was there before it (TRUST 1.11)."""

import pytest

from proeve.model.time import Time, TimeBasis
from tests.judging import people
from tests.judging.attacks import accepted, all_accepted, refused
from tests.judging.objects import key_of
from tests.judging.reference import after
from tests.judging.sim import ExamSim
from tests.judging.timing import (
    LATE,
    ON_TIME,
    checkpoint,
    hand_in,
    received,
    seconds,
    verdict,
)


def _handed_in() -> ExamSim:
    sim = after(20)
    sim.receiver.lands(hand_in(sim))
    return sim


def test_a_checkpoint_times_every_approval_that_it_covers() -> None:
    sim = _handed_in()
    accepted(sim.receiver.brings(checkpoint(sim, ON_TIME)))
    found = verdict(sim)
    assert found.handed_in == Time(
        at=seconds(ON_TIME),
        basis=TimeBasis.RECEIPT,
        by=people.RECEIVER,
        key=key_of(people.RECEIVER).text,
    )
    assert (found.untimed, found.late) == (False, False)


def test_a_checkpoint_says_nothing_of_what_came_after_it() -> None:
    sim = after(20)
    early = checkpoint(sim, ON_TIME)
    sim.receiver.lands(hand_in(sim))
    accepted(sim.receiver.brings(early))
    assert verdict(sim).untimed


def test_the_earliest_word_counts_also_beside_a_checkpoint() -> None:
    sim = received(ON_TIME)
    accepted(sim.receiver.brings(checkpoint(sim, LATE)))
    assert not verdict(sim).late


def test_a_checkpoint_after_the_deadline_makes_evidence_late() -> None:
    sim = _handed_in()
    accepted(sim.receiver.brings(checkpoint(sim, LATE)))
    assert verdict(sim).late


def test_a_checkpoint_does_not_make_the_start_too_early() -> None:
    sim = _handed_in()
    accepted(sim.receiver.brings(checkpoint(sim, LATE)))
    assert not verdict(sim).early_start


def test_a_checkpoint_of_another_history_is_refused() -> None:
    sim = _handed_in()
    sim.receiver.brings(checkpoint(sim, ON_TIME, head="a" * 64))
    refused(sim.last, "time.not-a-checkpoint")


@pytest.mark.parametrize("more", [1, 100])
def test_a_checkpoint_of_commits_that_are_not_there_yet_is_refused(more: int) -> None:
    sim = _handed_in()
    length = len(sim.books.ledger.made) + more
    sim.receiver.brings(checkpoint(sim, ON_TIME, length=length))
    refused(sim.last, "time.not-a-checkpoint")


def test_a_checkpoint_of_another_place_on_the_spine_is_refused() -> None:
    sim = _handed_in()
    head = sim.books.ledger.made[-1].transition.sha256
    sim.receiver.brings(checkpoint(sim, ON_TIME, length=5, head=head))
    refused(sim.last, "time.not-a-checkpoint")


def test_a_checkpoint_by_anybody_but_the_receiver_is_refused() -> None:
    sim = _handed_in()
    sim.admin.brings(checkpoint(sim, ON_TIME, role="admin"))
    refused(sim.last, "time.not-a-receiver")


def test_an_admin_may_land_the_checkpoint_of_the_receiver() -> None:
    sim = _handed_in()
    accepted(sim.admin.brings(checkpoint(sim, ON_TIME)))
    all_accepted(sim)


def test_the_receiver_lands_nothing_else_in_the_registry() -> None:
    sim = _handed_in()
    sim.receiver.changes("registry", {"companies/c-114.yml": None})
    refused(sim.last, "registry.not-an-admin")


def test_a_checkpoint_in_an_exam_is_refused() -> None:
    sim = after(20)
    sim.receiver.lands(hand_in(sim), checkpoint(sim, ON_TIME))
    assert sim.last.standing != "valid"
    assert sim.standing("evidence") == set()

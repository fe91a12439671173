"""Trusted time against doubt: what was there before a key was lost (TRUST 1.4)."""

import pytest

from proeve.model.time import TimeBasis
from proeve.process.vocabulary import RowId
from tests.judging import people
from tests.judging.attacks import accepted
from tests.judging.ledger import sign_act
from tests.judging.objects import key_of
from tests.judging.sim import ExamSim
from tests.judging.timing import (
    LATE,
    ON_TIME,
    arrival,
    checkpoint,
    hand_in,
    receipt,
    received,
    verdict,
)
from tests.receiver.test_reference_with_receiver import after as after_parcels
from tests.registry.enrolling import registers, revoked, with_keys

BEFORE = "2026-03-19T11:59:59Z"
BETWEEN = "2026-03-20T00:00:00Z"
APRIL = "2026-04-01T00:00:00Z"


def _lose(sim: ExamSim, who: str, since: str, number: int = 1, key: str = "") -> None:
    record = revoked(key or who, "compromised", since=since, number=number)
    accepted(registers(sim.admin, record))


def _renew(sim: ExamSim, who: str) -> None:
    accepted(registers(sim.admin, with_keys(who, f"{who} again"), sim.committee))


def _in_doubt(sim: ExamSim) -> set[str]:
    return {f"{one.row}" for one in verdict(sim).suspects}


@pytest.mark.parametrize(
    ("since", "doubted"), [(BEFORE, True), (ON_TIME, False), (BETWEEN, False)]
)
def test_a_receipt_before_the_loss_takes_the_doubt_away(
    since: str, *, doubted: bool
) -> None:
    sim = received(ON_TIME)
    _lose(sim, people.STUDENT, since)
    assert ("evidence" in _in_doubt(sim)) is doubted
    assert "acquire" in _in_doubt(sim)


def test_an_attested_arrival_takes_the_doubt_away() -> None:
    sim = received(LATE)
    act = hand_in(sim)
    came = arrival(act, ON_TIME, people.CONTACT, "school_contact")
    accepted(sim.contact.lands(came, row="evidence"))
    _lose(sim, people.STUDENT, BETWEEN)
    assert "evidence" not in _in_doubt(sim)


def test_a_checkpoint_takes_the_doubt_from_all_that_it_covers() -> None:
    sim = received(LATE)
    accepted(sim.receiver.brings(checkpoint(sim, ON_TIME)))
    fork = sim.fork()
    _lose(sim, people.STUDENT, BETWEEN)
    assert _in_doubt(sim) == set()
    _lose(fork, people.STUDENT, BEFORE)
    assert _in_doubt(fork) == {"acquire", "execution", "evidence"}


def test_a_checkpoint_covers_nothing_that_came_after_it() -> None:
    sim = received(LATE)
    early = checkpoint(sim, ON_TIME, length=20)
    accepted(sim.receiver.brings(early))
    _lose(sim, people.STUDENT, BETWEEN)
    assert _in_doubt(sim) == {"evidence"}


@pytest.mark.parametrize("word", ["receipt", "checkpoint"])
def test_a_key_that_was_lost_vouches_for_nothing_that_is_in_doubt(word: str) -> None:
    """Whoever has the receiver's key as well could make any moment they like."""
    sim = received(ON_TIME if word == "receipt" else LATE)
    if word == "checkpoint":
        accepted(sim.receiver.brings(checkpoint(sim, ON_TIME)))
    _lose(sim, people.STUDENT, BETWEEN)
    assert "evidence" not in _in_doubt(sim)
    _lose(sim, people.RECEIVER, LATE, number=2)
    assert "evidence" in _in_doubt(sim)


def test_a_retired_receiver_still_vouches_for_what_came_in_then() -> None:
    sim = received(ON_TIME)
    _lose(sim, people.STUDENT, BETWEEN)
    record = revoked(people.RECEIVER, "retired", number=2)
    accepted(registers(sim.admin, record))
    assert "evidence" not in _in_doubt(sim)


def test_what_a_stolen_receiver_attested_is_in_doubt() -> None:
    sim = after_parcels(15)
    _lose(sim, people.RECEIVER, "")
    found = {(one.row.value, one.person) for one in verdict(sim).suspects}
    assert found == {("acquire", people.STUDENT)}


def test_what_was_there_by_a_new_receiver_s_word_is_beyond_doubt() -> None:
    sim = after_parcels(15)
    _renew(sim, people.RECEIVER)
    said = checkpoint(sim, ON_TIME)
    key, extra = key_of(f"{people.RECEIVER} again"), tuple(said.fact.extra.items())
    word = sign_act(said.said, key, kind="proeve-checkpoint", extra=extra)
    accepted(sim.receiver.with_key(key).brings(word))
    _lose(sim, people.RECEIVER, LATE)
    assert _in_doubt(sim) == set()


def _reaffirmed() -> ExamSim:
    sim = received(ON_TIME)
    _lose(sim, people.STUDENT, BEFORE)
    _renew(sim, people.STUDENT)
    again = sim.student.with_key(key_of(f"{people.STUDENT} again"))
    accepted(again.cures("reaffirm", "evidence"))
    return sim


def test_evidence_that_is_confirmed_again_came_in_when_it_came_in() -> None:
    found = verdict(_reaffirmed())
    assert found.handed_in is not None
    assert found.handed_in.basis is TimeBasis.RECEIPT
    assert not found.untimed
    assert "evidence" not in {one.row for one in found.suspects}


def test_the_older_receipt_does_not_vouch_for_the_new_key() -> None:
    sim = _reaffirmed()
    again = f"{people.STUDENT} again"
    _lose(sim, people.STUDENT, BETWEEN, number=2, key=again)
    assert RowId.EVIDENCE in {one.row for one in verdict(sim).suspects}


def test_a_receipt_of_the_confirmation_itself_vouches_for_the_new_key() -> None:
    sim = received(ON_TIME)
    _lose(sim, people.STUDENT, BEFORE)
    _renew(sim, people.STUDENT)
    again = sim.student.with_key(key_of(f"{people.STUDENT} again"))
    act = again.act("reaffirm", "evidence")
    accepted(sim.receiver.lands(act, receipt(act, LATE), row="evidence"))
    _lose(
        sim,
        people.STUDENT,
        "2026-04-01T00:00:00Z",
        number=2,
        key=f"{people.STUDENT} again",
    )
    assert "evidence" not in _in_doubt(sim)
    found = verdict(sim).handed_in
    assert found is not None
    assert found.basis is TimeBasis.RECEIPT

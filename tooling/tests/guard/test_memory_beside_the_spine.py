"""What hangs beside the spine is remembered as it was judged: reviews and lists."""

from collections.abc import Callable
from pathlib import Path

import pytest

from proeve.gather.history import Ledger
from proeve.gather.memory.prefix import notes_of
from proeve.gather.memory.recall import Memory, judged, keep
from proeve.gather.memory.store import KEY_BYTES
from tests.judging import people
from tests.judging.attacks import accepted
from tests.judging.cast import Cast
from tests.judging.papers import establishment
from tests.judging.real import new_repository
from tests.judging.reference import LAST, after, play
from tests.judging.sim import ExamSim
from tests.judging.timing import LATE, ON_TIME, checkpoint, checks, received
from tests.receiver import test_reference_with_receiver
from tests.receiver.lists import listed
from tests.registry.enrolling import registers, revoked, with_keys

pytestmark = pytest.mark.slow

OTHERS = Cast(student=people.OTHER_STUDENT, number=43)
KEY = bytes(range(KEY_BYTES))


def by_reviews_and_parcels() -> ExamSim:
    """Return the example in which the receiver attests what others approve."""
    return test_reference_with_receiver.after(LAST)


def by_a_list() -> ExamSim:
    """Return two exams that were established with one signature."""
    one = after(15)
    other = one.beside(cast=OTHERS)
    play(other, 15)
    changes = {"establishment.yml": establishment()}
    made = [sim.committee.act("approve", "establish", changes) for sim in (one, other)]
    for sim, act in zip((one, other), listed(made), strict=True):
        accepted(sim.receiver.lands(act, row="establish"))
    return one


def by_receipts_and_checkpoints() -> ExamSim:
    """Return an exam of which others vouch for the times; one key is retired."""
    sim = received(ON_TIME)
    accepted(sim.receiver.brings(checkpoint(sim, LATE)))
    accepted(registers(sim.admin, revoked(people.STUDENT, "retired")))
    accepted(registers(sim.admin, with_keys(people.STUDENT, "again"), sim.committee))
    checks(sim)
    accepted(sim.last)
    return sim


MADE = (by_reviews_and_parcels, by_a_list, by_receipts_and_checkpoints)


def _nothing(ledger: Ledger) -> None:
    """Hold a ledger to nothing more."""
    del ledger


@pytest.mark.parametrize("steps", [1, 5, 9, 22])
@pytest.mark.parametrize("made", MADE)
def test_judging_on_gives_the_state_that_judging_in_full_gives(
    made: Callable[[], ExamSim], tmp_path: Path, steps: int
) -> None:
    sim = made()
    folder = new_repository(tmp_path / "r.git")
    sim.books.ledger.write_to(folder)
    known = Memory(tmp_path / "memory", KEY)
    line = [each.oid for each in sim.transitions]
    assert keep(known, judged(folder, line[-1 - steps], None, known, check=_nothing))
    found = judged(folder, line[-1], None, known, check=_nothing)
    assert found.remembered == len(line) - steps
    assert found.state == sim.books.state
    assert found.notes == notes_of(sim.books.state)
    assert list(found.judgements) == sim.books.judgements[-steps:]
    assert keep(known, found)
    again = judged(folder, line[-1], None, known, check=_nothing)
    assert again.state == sim.books.state

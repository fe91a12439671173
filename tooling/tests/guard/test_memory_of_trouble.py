"""A ledger in trouble is remembered like any other, and the words stay the same.

Wherever the memory ends, before or after the trouble began or was settled, what is told
must be what judging the whole tells.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from proeve.gather.guarded import verify
from proeve.gather.history import open_ledger
from proeve.gather.memory.recall import Memory, judged, keep
from proeve.gather.memory.store import KEY_BYTES
from proeve.model.ledger import Standing
from proeve.model.verdict import LedgerVerdict
from tests.covering.covering import CHANGE, covers
from tests.judging import people
from tests.judging.attacks import accepted
from tests.judging.objects import key_of
from tests.judging.papers import assignment
from tests.judging.real import new_repository
from tests.judging.reference import after
from tests.judging.sim import ExamSim
from tests.judging.timing import LATE, ON_TIME, checkpoint, checks, received
from tests.registry.enrolling import registers, revoked, with_keys

pytestmark = pytest.mark.slow

KEY = bytes(range(KEY_BYTES))
NOW = 1_780_000_000
DEEDS = 6
"""So many commits before the end the memory may stop in each of these."""


def lost_key() -> ExamSim:
    """Return an exam whose contact lost a key that then proves nothing."""
    sim = after(14)
    accepted(registers(sim.admin, revoked(people.CONTACT, "lost")))
    accepted(registers(sim.admin, with_keys(people.CONTACT, "again"), sim.committee))
    return sim


def lost_key_that_was_reaffirmed() -> ExamSim:
    """Return an exam whose contact stood by one approval again with a new key."""
    sim = after(15)
    accepted(registers(sim.admin, with_keys(people.CONTACT, "again"), sim.committee))
    accepted(registers(sim.admin, revoked(people.CONTACT, "lost")))
    contact = sim.contact.with_key(key_of("again"))
    accepted(contact.cures("reaffirm", "acquire"))
    return sim


def compromised_since() -> ExamSim:
    """Return an exam in which a key is not believed from a moment before a receipt."""
    sim = received(ON_TIME)
    accepted(registers(sim.admin, with_keys(people.STUDENT, "again"), sim.committee))
    since = "2026-03-01T00:00:00Z"
    accepted(registers(sim.admin, revoked(people.STUDENT, "compromised", since=since)))
    return sim


def cleared_by_a_checkpoint() -> ExamSim:
    """Return an exam in which a checkpoint was there before the doubt begins."""
    sim = received(LATE)
    accepted(registers(sim.admin, with_keys(people.STUDENT, "again"), sim.committee))
    since = "2026-03-20T00:00:00Z"
    accepted(registers(sim.admin, revoked(people.STUDENT, "lost", since=since)))
    accepted(sim.receiver.brings(checkpoint(sim, ON_TIME)))
    return sim


def pending() -> ExamSim:
    """Return an exam that an unsigned commit holds up, while another goes on."""
    sim = after(9)
    sim.contact.with_key(None).writes("acquire", CHANGE)
    assert sim.last.standing is Standing.UNCONFIRMED
    accepted(registers(sim.admin, with_keys(people.TEACHER, "again"), sim.committee))
    sim.contact.writes("acquire", {"assignment.yml": assignment("Nog anders")})
    return sim


def covered() -> ExamSim:
    """Return an exam that was held up and then covered by its contact's word."""
    sim = after(9)
    act = sim.contact.act("write", "acquire", CHANGE)
    sim.contact.with_key(None).writes("acquire", CHANGE)
    accepted(covers(sim.admin, sim.scope, {}, act))
    accepted(registers(sim.admin, with_keys(people.TEACHER, "again"), sim.committee))
    return sim


def covered_in_part() -> ExamSim:
    """Return two bad commits in two scopes of which one was covered."""
    sim = after(9)
    act = sim.contact.act("write", "acquire", CHANGE)
    sim.contact.with_key(None).writes("acquire", CHANGE)
    title = {"README.md": b"anders\n"}
    sim.admin.with_key(None).changes("tooling", title)
    assert sim.last.standing is Standing.UNCONFIRMED
    accepted(covers(sim.admin, sim.scope, {}, act))
    return sim


def late_and_accepted() -> ExamSim:
    """Return an exam that came in late, untimed for others until a checkpoint."""
    sim = received(LATE)
    accepted(sim.receiver.brings(checkpoint(sim, LATE)))
    accepted(sim.committee.decides("accept-late", "evidence"))
    checks(sim)
    return sim


MADE = (
    lost_key,
    lost_key_that_was_reaffirmed,
    compromised_since,
    cleared_by_a_checkpoint,
    pending,
    covered,
    covered_in_part,
    late_and_accepted,
)


def told(folder: Path, home: Path, memory: Memory | None) -> LedgerVerdict:
    """Return the whole verdict, as a list of plain values."""
    root = open_ledger(folder).trust_root
    found = verify(
        folder, now=NOW, pins=home, memory=memory, trust_root=root, whole=True
    )
    verdict = found.verdict
    return replace(
        verdict,
        judgements=tuple(verdict.judgements),
        groups={name: tuple(exams) for name, exams in verdict.groups.items()},
        counted=Counter(verdict.standings),
        uneasy=tuple(verdict.troubled),
    )


def _nothing(ledger: object) -> None:
    """Hold a ledger to nothing more."""
    del ledger


@pytest.mark.parametrize("made", MADE)
def test_what_is_told_is_the_same_wherever_the_memory_ends(
    made: Callable[[], ExamSim], tmp_path: Path
) -> None:
    sim = made()
    folder = new_repository(tmp_path / "r.git")
    sim.books.ledger.write_to(folder)
    line = [each.oid for each in sim.transitions]
    full = told(folder, tmp_path / "pins", None)
    trouble = 0
    for steps in range(DEEDS):
        known = Memory(tmp_path / f"memory-{steps}", KEY)
        before = judged(folder, line[-1 - steps], None, known, check=_nothing)
        assert keep(known, before)
        trouble += len(before.notes) + any(j.findings for j in before.judgements)
        found = judged(folder, line[-1], None, known, check=_nothing)
        assert found.remembered == len(line) - steps
        assert found.state == sim.books.state
        assert told(folder, tmp_path / "pins", known) == full
    assert trouble


def test_a_cover_is_remembered_one_commit_at_a_time(tmp_path: Path) -> None:
    """Each commit is judged on the memory of the one before it."""
    sim = covered_in_part()
    folder = new_repository(tmp_path / "r.git")
    sim.books.ledger.write_to(folder)
    known = Memory(tmp_path / "memory", KEY)
    for each in sim.transitions:
        assert keep(known, judged(folder, each.oid, None, known, check=_nothing))
    found = told(folder, tmp_path / "pins", known)
    assert found == told(folder, tmp_path / "pins", None)
    settled = [each for each in found.judgements if each.settled_by]
    assert len(settled) == 1

"""A push of what the receiver lands: a merge, and what was reviewed beside it."""

from pathlib import Path

import pytest

from proeve.gather.memory.recall import Memory
from proeve.gather.memory.store import KEY_BYTES
from proeve.gather.push import Push, Update, judge_push
from proeve.model.findings import Finding
from tests.judging import papers, people
from tests.judging.changes import Changes
from tests.judging.objects import write_object
from tests.judging.real import new_repository
from tests.judging.sim import ExamSim
from tests.receiver.attested import proposed, review
from tests.receiver.test_reference_with_receiver import after

CHECK: Changes = {"evidence-check.yml": papers.evidence_check()}
BEFORE, LANDED = 21, 22


def _pushed(sim: ExamSim, folder: Path, memory: Memory | None) -> tuple[Finding, ...]:
    """Push what came after row 21 to a bare repository, through its quarantine."""
    bare, waiting = (new_repository(folder / name) for name in ("r.git", "q.git"))
    known = after(BEFORE).books.ledger
    known.write_to(bare)
    for made in sim.books.ledger.made[BEFORE:]:
        for each in made.objects:
            write_object(waiting, each)
    for side in sim.books.ledger.sides[len(known.sides) :]:
        write_object(waiting, side)
    root = f"proeve:{people.REPO}:sha256:{sim.transitions[0].sha256}"
    push = Push(
        bare=bare,
        updates=(Update("refs/heads/main", known.head, sim.books.ledger.head),),
        quarantine=waiting / "objects",
        trust_root=root,
        memory=memory,
    )
    return judge_push(push)


@pytest.fixture(params=[True, False], ids=["remembered", "in full"])
def memory(request: pytest.FixtureRequest, tmp_path: Path) -> Memory | None:
    return Memory(tmp_path / "memory", bytes(KEY_BYTES)) if request.param else None


def test_a_review_lands_with_the_branch_that_was_reviewed(
    tmp_path: Path, memory: Memory | None
) -> None:
    assert _pushed(after(LANDED), tmp_path, memory) == ()


def test_28_a_review_by_who_made_the_branch_does_not_land(
    tmp_path: Path, memory: Memory | None
) -> None:
    sim = after(BEFORE)
    seen = proposed(sim, CHECK, by=people.ASSESSOR)
    sim.receiver.by_merge(seen).lands(
        sim.first.act("approve", "evidence_check", CHECK),
        review(sim.second.act("approve", "evidence_check", CHECK), seen),
    )
    codes = {each.code for each in _pushed(sim, tmp_path, memory)}
    assert codes == {"attestation.own-work"}

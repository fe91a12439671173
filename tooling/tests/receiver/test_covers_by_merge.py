"""Covers that land what the receiver attests, with the reviewed commit beside them."""

from pathlib import Path

from proeve.model.ledger import Standing
from tests.covering.covering import covers, held, unlawful_cover
from tests.judging import papers, people
from tests.judging.changes import Changes
from tests.judging.ledger import Signed, written
from tests.judging.real import judged, new_repository
from tests.judging.sim import ExamSim
from tests.receiver.attested import parcel, proposed, review
from tests.receiver.branches import Branch
from tests.receiver.test_reference_with_receiver import after

EXAM = people.EXAM
CHECK: Changes = {"evidence-check.yml": papers.evidence_check()}
OTHER: Changes = {"evidence-check.yml": written(papers.evidence_check()) + b"\n"}


def _by_a_button(changes: Changes) -> tuple[ExamSim, Branch, Signed, Signed]:
    """Return an exam in which a forge's button landed a text that was reviewed."""
    sim = after(21)
    seen = proposed(sim, changes)
    first, second = (
        each.act("approve", "evidence_check", CHECK) for each in (sim.first, sim.second)
    )
    sim.contact.with_key(None).writes("evidence_check", CHECK)
    assert sim.last.standing is Standing.UNCONFIRMED
    return sim, seen, first, second


def _covered(sim: ExamSim, seen: Branch, *acts: Signed) -> None:
    covers(sim.receiver.by_merge(seen), EXAM, {}, *acts, row="evidence_check")


def test_a_cover_lands_a_review_of_what_a_button_merged(tmp_path: Path) -> None:
    sim, seen, first, second = _by_a_button(CHECK)
    _covered(sim, seen, first, review(second, seen))
    assert sim.last.standing is Standing.VALID, sim.last
    assert not held(sim)
    assert sim.standing("evidence_check") == {people.ASSESSOR, people.PRACTICE_ASSESSOR}
    repository = new_repository(tmp_path / "r.git")
    sim.books.ledger.write_to(repository)
    state, judgements = judged(repository, sim.books.ledger.head)
    assert (state, list(judgements)) == (sim.books.state, sim.books.judgements)


def test_a_cover_lands_a_parcel() -> None:
    sim, seen, first, second = _by_a_button(CHECK)
    _covered(sim, seen, parcel(first), second)
    assert sim.last.standing is Standing.VALID, sim.last


def test_a_cover_lands_no_review_of_another_text() -> None:
    sim, seen, first, second = _by_a_button(OTHER)
    before = sim.books.state
    _covered(sim, seen, first, review(second, seen))
    unlawful_cover(sim, before, sim.last, "attestation.other-text")


def test_a_cover_without_the_reviewed_commit_lands_no_review() -> None:
    sim, seen, first, second = _by_a_button(CHECK)
    before = sim.books.state
    found = review(second, seen)
    covers(sim.receiver, EXAM, {}, first, found, row="evidence_check")
    unlawful_cover(sim, before, sim.last, "attestation.nothing-seen")


def test_a_cover_lands_no_review_by_who_made_what_was_reviewed() -> None:
    sim = after(21)
    seen = proposed(sim, CHECK, by=people.ASSESSOR)
    first, second = (
        each.act("approve", "evidence_check", CHECK) for each in (sim.first, sim.second)
    )
    sim.contact.with_key(None).writes("evidence_check", CHECK)
    before = sim.books.state
    _covered(sim, seen, first, review(second, seen))
    unlawful_cover(sim, before, sim.last, "attestation.own-work")

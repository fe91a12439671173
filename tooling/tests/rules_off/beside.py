"""Refusals that are not of one commit: of a ledger, of an exam, of a huge change."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from proeve.gather.history import JudgingReader, ledger_findings
from proeve.history.transitions import transitions
from proeve.judge import fold
from proeve.model.findings import Severity
from proeve.rules.status import exam_notes
from tests.covering.test_cover_objects import EXAM, HUGE, _cover, _written
from tests.history.building import Repository
from tests.judging import papers, people
from tests.judging.objects import File
from tests.judging.real import Raw, judged, new_repository
from tests.judging.reference import after
from tests.judging.sim import ExamSim
from tests.judging.timing import Authority, checks, founded, stamped
from tests.registry.enrolling import registers, revoked
from tests.rules_off.recording import Codes, Refusal, codes_of, forgetting


def refusals(folder: Path) -> Iterator[Refusal]:
    """Yield what is refused of a ledger or an exam as a whole."""
    yield _of_ledger("a genesis that one holder stands behind", after(1))
    yield _of_exam("an approval of a key that was lost", _lost())
    yield _of_exam("a start before the assignment was established", _early())
    yield _of_exam("an exam that is held up", _held_up())
    yield _huge(Repository(folder / "huge.git"))
    yield _left_behind(folder)
    yield from _by_token(folder)


def _lost() -> ExamSim:
    sim = after(10)
    registers(sim.admin, revoked(people.STUDENT, since="2026-03-01T09:00:00Z"))
    return sim


def _early() -> ExamSim:
    sim = after(15)
    late = papers.establishment(established_on="2026-03-05")
    sim.committee.approves("establish", {"establishment.yml": late})
    sim.contact.lands(
        sim.student.act("approve", "execution", {"execution.yml": papers.execution()})
    )
    return sim


def _held_up() -> ExamSim:
    sim = after(8)
    changed = {"assignment.yml": papers.assignment("Nieuw")}
    sim.contact.with_key(None).writes("acquire", changed)
    return sim


def _by_token(folder: Path) -> Iterator[Refusal]:
    """Yield evidence that is checked on the strength of a token that gives no time."""
    known, other = Authority(folder / "known"), Authority(folder / "other")
    school = founded(policy={"untimed": "decide"}, services=known.certificate)
    tokens = {
        "a token over another act": lambda _: known.stamp(b"another"),
        "a token of a service that nobody pinned": other.stamp,
    }
    for name, stamp in tokens.items():
        sim = stamped(school, stamp)
        checks(sim)
        store = new_repository(folder / f"{name}.git")
        sim.books.ledger.write_to(store)
        again = partial(_told, store, sim)
        yield Refusal(name, again(""), again)


def _told(store: Path, sim: ExamSim, _: str) -> Codes:
    """Return why the last commit is refused, with what is told of the exam's tokens."""
    state, judgements = judged(store, sim.books.ledger.head)
    exam = state.exam(sim.scope)
    assert exam is not None
    return codes_of(judgements[-1]) | frozenset(exam.doubts.values())


def _of_ledger(name: str, sim: ExamSim) -> Refusal:
    def again(_: str) -> Codes:
        return frozenset(each.code for each in ledger_findings(sim.books.state, ()))

    return Refusal(name, again(""), again)


def _of_exam(name: str, sim: ExamSim) -> Refusal:
    def again(_: str) -> Codes:
        notes = exam_notes(sim.exam, sim.books.state.registry)
        return frozenset(n.code for n in notes if n.severity is Severity.ERROR)

    return Refusal(name, again(""), again)


def _huge(repository: Repository) -> Refusal:
    repository.commit({f"{name}.md": b"x\n" for name in "abc"})

    def again(_: str) -> Codes:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("proeve.history.trees.MAX_CHANGES", 2)
            found = repository.transitions()[-1].findings
        return frozenset(each.code for each in found)

    return Refusal("more changes than a person can make", again(""), again)


def _left_behind(folder: Path) -> Refusal:
    """Return a cover after a commit that changed more than the reader would read."""
    sim = after(17)
    (folder / "left").mkdir()
    repository = _written(sim, folder / "left")
    bad = Raw(sim, {f"exams/{EXAM}/{name}.yml": File(b"a: 1\n") for name in HUGE})
    bad.key = None
    first = bad.write(repository)
    left = {f"exams/{EXAM}/{HUGE[1]}.yml": File(b"a: 1\n")}
    head = _cover(sim, repository, first, left)
    reader = JudgingReader(people.REPO, "live")
    base = sim.books.ledger.head

    def again(code: str) -> Codes:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("proeve.history.trees.MAX_CHANGES", 1)
            found = tuple(
                transitions(repository, head, reader=reader, workers=1, since=base)
            )
        huge, cover = found
        facts = (huge, forgetting(cover, code))
        return codes_of(fold(facts, sim.books.state)[1][-1])

    return Refusal("a cover that leaves behind what nobody read", again(""), again)

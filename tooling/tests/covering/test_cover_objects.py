"""Covers read from Git's objects: nothing that a bad commit left stays unseen."""

from pathlib import Path

import pytest

from proeve.cli.main import main
from proeve.gather.history import JudgingReader, judge_repository
from proeve.history.transitions import transitions
from proeve.judge import fold
from proeve.model.findings import Severity
from tests.covering.covering import CHANGE, covers, put_back
from tests.judging import people
from tests.judging.attacks import accepted
from tests.judging.ledger import Ledger
from tests.judging.objects import File, GitObject, key_of
from tests.judging.real import Raw, judged, new_repository
from tests.judging.reference import after
from tests.judging.sim import ExamSim

EXAM = people.EXAM


def _written(sim: ExamSim, folder: Path) -> Path:
    repository = new_repository(folder / "r.git")
    sim.books.ledger.write_to(repository)
    return repository


def _covered() -> ExamSim:
    sim = after(8)
    act = sim.contact.act("approve", "acquire", CHANGE)
    sim.contact.with_key(None).writes("acquire", CHANGE)
    accepted(covers(sim.receiver, EXAM, {}, act))
    return sim


def test_a_cover_reads_from_objects_as_it_was_made(tmp_path: Path) -> None:
    sim = _covered()
    state, judgements = judged(_written(sim, tmp_path), sim.books.ledger.head)
    assert state == sim.books.state
    assert list(judgements) == sim.books.judgements


@pytest.mark.usefixtures("strange_home")
def test_verify_is_in_order_after_a_cover_and_still_tells_of_the_bad_commit(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sim = _covered()
    folder = _written(sim, tmp_path)
    root = f"proeve:{people.REPO}:sha256:{sim.transitions[0].sha256}"
    assert main(["-C", str(folder), "verify", "--trust-root", root]) == 0
    assert "signature.none" in capsys.readouterr().out
    verdict = judge_repository(folder)
    (bad,) = (each for each in verdict.judgements if each.standing != "valid")
    assert bad.settled_by == verdict.head
    assert {each.severity for each in bad.findings} == {Severity.NOTE}


@pytest.mark.usefixtures("strange_home")
def test_verify_is_not_in_order_while_a_scope_is_held_up(tmp_path: Path) -> None:
    sim = after(8)
    sim.contact.with_key(None).writes("acquire", CHANGE)
    folder = _written(sim, tmp_path)
    root = f"proeve:{people.REPO}:sha256:{sim.transitions[0].sha256}"
    assert main(["-C", str(folder), "verify", "--trust-root", root]) == 1


@pytest.mark.usefixtures("strange_home")
def test_verify_is_not_in_order_when_only_one_of_two_scopes_is_covered(
    tmp_path: Path,
) -> None:
    sim = after(8)
    both = {**CHANGE, "/mkdocs.yml": b"site_name: X\n"}
    sim.contact.with_key(None).writes("acquire", both)
    accepted(covers(sim.admin, EXAM, put_back(sim, after(8), EXAM)))
    folder = _written(sim, tmp_path)
    root = f"proeve:{people.REPO}:sha256:{sim.transitions[0].sha256}"
    assert main(["-C", str(folder), "verify", "--trust-root", root]) == 1


LEFT = {
    "too deep": {f"exams/{EXAM}/a/b/c/d/e.yml": File(b"a: 1\n")},
    "a symlink": {f"exams/{EXAM}/link.yml": File(b"/etc/passwd", "120000")},
    "capitals": {f"exams/{EXAM}/Exam.yml": File(b"a: 1\n")},
}


@pytest.mark.parametrize("name", LEFT)
def test_a_cover_that_leaves_junk_behind_covers_nothing(
    name: str, tmp_path: Path
) -> None:
    sim = after(8)
    folder = _written(sim, tmp_path)
    bad = Raw(sim, LEFT[name])
    bad.key = None
    bad.message = "Junk\n"
    first = bad.write(folder)
    state, _ = judged(folder, first)
    assert EXAM in state.pending
    state, judgements = judged(folder, _cover(sim, folder, first, LEFT[name]))
    assert judgements[-1].standing != "valid"
    assert EXAM in state.pending
    state, judgements = judged(folder, _cover(sim, folder, first, {}))
    assert [each.code for each in judgements[-1].findings] == []
    assert EXAM not in state.pending


def _cover(sim: ExamSim, folder: Path, above: str, left: dict[str, File]) -> str:
    """Write an admin's cover on top of a bad commit, with what it leaves behind."""
    made = sim.fork()
    made.contact.with_key(None).writes("acquire", {})
    covers(made.admin, EXAM, {})
    raw = Raw(sim, left)
    raw.parents = (above,)
    raw.key = key_of(people.ADMIN)
    raw.message = _message(made.books.ledger)
    return raw.write(folder)


def _message(ledger: Ledger) -> str:
    commit: GitObject = ledger.made[-1].commit
    return commit.data.partition(b"\n\n")[2].decode()


def test_what_a_huge_commit_changed_beyond_the_limit_is_not_left_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sim = after(17)
    folder = _written(sim, tmp_path)
    bad = Raw(sim, {f"exams/{EXAM}/{name}.yml": File(b"a: 1\n") for name in HUGE})
    bad.key = None
    first = bad.write(folder)
    # The reader stops at the first change: the second one nobody told the judge of.
    left = {f"exams/{EXAM}/{HUGE[1]}.yml": File(b"a: 1\n")}
    head = _cover(sim, folder, first, left)
    monkeypatch.setattr("proeve.history.trees.MAX_CHANGES", 1)
    reader = JudgingReader(people.REPO, "live")
    base = sim.books.ledger.head
    found = transitions(folder, head, reader=reader, workers=1, since=base)
    state, (huge, cover) = fold(found, sim.books.state)
    assert "history.changes" in [each.code for each in huge.findings]
    assert "scope.left-behind" in [each.code for each in cover.findings]
    assert EXAM in state.pending


HUGE = ("appointments", "assignment")

"""What was judged before is remembered, and whoever spoils that changes no verdict."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from proeve.deeds.practice.school import PracticeReport, practice
from proeve.gather.history import judge_ledger, open_ledger
from proeve.gather.memory.law import law
from proeve.gather.memory.prefix import notes_of
from proeve.gather.memory.recall import Memory, judged, keep
from proeve.gather.memory.store import KEY_BYTES, Store
from proeve.model.exam import ExamState
from proeve.model.findings import Finding
from proeve.model.registry import Registry
from proeve.model.time import Checkpoint, Time, TimeBasis
from proeve.rules.status import exam_notes
from tests.guard.pushing import commit_file
from tests.guard.school import START, Desk, LiveSchool, git, head_of, proeve

pytestmark = pytest.mark.slow

IN_ORDER, FINDINGS, STOPPED = 0, 1, 3
KEY = bytes(range(KEY_BYTES))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture
def known(clone: Path, home: Path, live: LiveSchool) -> Path:
    """Return a clone that was judged once, so that it is remembered."""
    done = proeve("-C", clone, "verify", "--trust-root", live.trust_root, home=home)
    assert done.returncode == IN_ORDER, done.stderr
    assert heads(home) == {live.head}
    return clone


def memory(home: Path) -> Path:
    return home / "cache" / "proeve" / "memory"


def heads(home: Path) -> set[str]:
    return {file.name for file in memory(home).glob("*/heads/*")}


def verify(folder: Path, home: Path, *more: str) -> tuple[int, str, str]:
    """Return exit code, what is said, and what is said of the memory."""
    now = ("--now", "2026-11-01", "--lang", "en")
    done = proeve("-C", folder, "verify", *now, *more, home=home)
    return done.returncode, done.stdout, done.stderr


def agree(folder: Path, home: Path) -> tuple[int, str]:
    """Judge on what is remembered and in full; claim that the words are the same."""
    for style in ("jsonl", "json", "summary", "github"):
        remembered = verify(folder, home, "--format", style)
        full = verify(folder, home, "--format", style, "--no-cache")
        assert remembered[:2] == full[:2]
    code, said, noted = verify(folder, home)
    assert (code, said) == verify(folder, home, "--no-cache")[:2]
    return code, noted


def test_nothing_is_judged_again(known: Path, home: Path, live: LiveSchool) -> None:
    code, noted = agree(known, home)
    assert code == IN_ORDER
    assert f"{live.length} commits were judged before" in noted


def test_only_what_is_new_is_judged(known: Path, home: Path, live: LiveSchool) -> None:
    desk = Desk(known, live)
    for number in range(3):
        desk.retitle(f"Titel {number}")
    _, _, noted = verify(known, home)
    assert f"{live.length} commits were judged before" in noted
    code, noted = agree(known, home)
    assert code == IN_ORDER
    assert f"{live.length + 3} commits were judged before" in noted


def test_attack_2_an_unsigned_commit_is_found_on_top_of_what_is_remembered(
    known: Path, home: Path, live: LiveSchool
) -> None:
    commit_file(known, "notitie.md", "niet ondertekend\n")
    code, _ = agree(known, home)
    assert code == FINDINGS
    commit_file(known, "notitie.md", "nog een keer\n")
    code, noted = agree(known, home)
    assert code == FINDINGS
    assert f"{live.length + 2} commits were judged before" in noted


def test_attack_41_history_goes_back_behind_what_is_remembered(
    known: Path, home: Path, live: LiveSchool
) -> None:
    git(known, "update-ref", "refs/heads/main", f"{live.head}~1")
    assert verify(known, home)[0] == STOPPED


def test_attack_44_another_trust_root_than_the_one_remembered(
    known: Path, home: Path, live: LiveSchool
) -> None:
    wrong = f"proeve:{live.repo}:sha256:{'0' * 64}"
    assert verify(known, home, "--trust-root", wrong)[0] == STOPPED
    shutil.rmtree(home / "state" / "proeve" / "pins")
    assert verify(known, home)[0] == STOPPED


def test_no_cache_reads_nothing_and_keeps_nothing(
    clone: Path, home: Path, live: LiveSchool
) -> None:
    root = ("--trust-root", live.trust_root)
    assert verify(clone, home, "--no-cache", *root)[0] == IN_ORDER
    assert not memory(home).exists()


def test_the_key_is_for_its_owner_alone(known: Path, home: Path) -> None:
    del known
    key = home / "state" / "proeve" / "memory.key"
    assert key.stat().st_mode & 0o077 == 0
    assert key.read_bytes() not in b"".join(
        file.read_bytes() for file in memory(home).rglob("*") if file.is_file()
    )


def emptied(file: Path) -> None:
    file.write_bytes(b"")


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-5])


def flipped(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(bytes(data))


def removed(file: Path) -> None:
    file.unlink()


def a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


SPOILERS: tuple[Callable[[Path], None], ...] = (
    emptied,
    cut,
    flipped,
    removed,
    a_folder,
)


@pytest.mark.parametrize("spoil", SPOILERS)
@pytest.mark.parametrize("what", ["heads", "chunks"])
def test_attack_70_a_spoiled_memory_changes_no_verdict(
    known: Path,
    home: Path,
    live: LiveSchool,
    what: str,
    spoil: Callable[[Path], None],
) -> None:
    Desk(known, live).retitle("Andere titel")
    commit_file(known, "notitie.md", "niet ondertekend\n")
    for file in sorted(memory(home).glob(f"*/{what}/**/*")):
        if file.is_file():
            spoil(file)
    full = verify(known, home, "--no-cache")
    assert full[0] == FINDINGS
    code, said, noted = verify(known, home)
    assert (code, said) == full[:2]
    if (what, spoil) != ("heads", removed):
        assert "could not be read" in noted


@pytest.mark.parametrize("spoil", [emptied, flipped, removed])
def test_a_spoiled_memory_is_mended_by_judging_in_full(
    known: Path, home: Path, live: LiveSchool, spoil: Callable[[Path], None]
) -> None:
    for file in sorted(memory(home).glob("*/chunks/*/*")):
        spoil(file)
    assert "could not be read" in verify(known, home)[2]
    assert f"{live.length} commits were judged before" in verify(known, home)[2]


def test_attack_70_a_good_verdict_planted_for_a_bad_commit(
    known: Path, home: Path, live: LiveSchool
) -> None:
    (good,) = memory(home).glob(f"*/heads/{live.head}")
    bad = commit_file(known, "notitie.md", "niet ondertekend\n")
    shutil.copy(good, good.with_name(bad))
    code, _, noted = verify(known, home)
    assert code == FINDINGS
    assert "could not be read" in noted


def test_attack_70_a_memory_sealed_by_somebody_else(
    known: Path, home: Path, live: LiveSchool, tmp_path: Path
) -> None:
    """Whoever judged a lie with their own key cannot hand it on."""
    del live
    bad = commit_file(known, "notitie.md", "niet ondertekend\n")
    ours, theirs = memory(home), Store(memory(home), KEY, law())
    (good,) = ours.glob("*/heads/*")
    lie = Store(ours, (home / "state" / "proeve" / "memory.key").read_bytes(), law())
    theirs.put_head(bad, lie.head(good.name))
    code, _, noted = verify(known, home)
    assert code == FINDINGS
    assert "could not be read" in noted
    del tmp_path


def test_attack_70_the_key_is_replaced(known: Path, home: Path) -> None:
    key = home / "state" / "proeve" / "memory.key"
    key.chmod(0o600)
    key.write_bytes(KEY)
    code, _, noted = verify(known, home)
    assert code == IN_ORDER
    assert "could not be read" in noted
    key.write_bytes(b"short")
    assert verify(known, home)[0] == IN_ORDER


def test_a_memory_of_another_law_is_not_used_and_goes_away(
    known: Path, home: Path
) -> None:
    (own,) = (path for path in memory(home).iterdir() if path.is_dir())
    other = own.rename(own.with_name("0" * 64))
    code, _, noted = verify(known, home)
    assert code == IN_ORDER
    assert "judged before" not in noted
    assert own.is_dir()
    assert not other.exists()


def test_a_memory_that_cannot_be_written_changes_nothing(
    clone: Path, home: Path, live: LiveSchool
) -> None:
    (home / "cache").write_text("a file where the folder should be")
    code, _, _ = verify(clone, home, "--trust-root", live.trust_root)
    assert code == IN_ORDER


def test_attack_65_a_new_object_that_is_gone_is_not_remembered_away(
    known: Path, home: Path, live: LiveSchool
) -> None:
    Desk(known, live).retitle("Andere titel")
    head = head_of(known)
    tree = git(known, "rev-parse", f"{head}^{{tree}}")
    (known / ".git" / "objects" / tree[:2] / tree[2:]).unlink()
    assert verify(known, home)[0] == STOPPED


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> PracticeReport:
    """Make a practice school in which every situation is met."""
    return practice(tmp_path_factory.mktemp("memory") / "school", start=START, seed="m")


@pytest.mark.parametrize("steps", [1, 2, 10, 100, 300])
def test_judging_on_gives_the_same_state_as_judging_in_full(
    school: PracticeReport, tmp_path: Path, steps: int
) -> None:
    known = Memory(tmp_path / "memory", KEY)
    line = open_ledger(school.folder).line
    state, judgements = judge_ledger(open_ledger(school.folder), workers=1)
    first = judged(school.folder, line[-1 - steps], None, known, check=nothing)
    assert keep(known, first)
    found = judged(school.folder, line[-1], None, known, check=nothing)
    assert keep(known, found)
    assert found.remembered == len(line) - steps
    assert found.judgements == judgements[-steps:]
    assert found.state == state
    assert list(found.ledger.line) == list(line)
    # And what is then remembered is that state again.
    again = judged(school.folder, line[-1], None, known, check=nothing)
    assert again.state == state
    assert again.opened is not None
    assert tuple(again.opened.judgements()) == judgements


@pytest.mark.parametrize("steps", [1, 200])
def test_the_whole_verdict_is_the_same_word_for_word(
    school: PracticeReport, home: Path, steps: int
) -> None:
    older = open_ledger(school.folder).line[-1 - steps]
    assert verify(school.folder, home, "--rev", older)[0] in {IN_ORDER, FINDINGS}
    code, noted = agree(school.folder, home)
    assert code == IN_ORDER
    assert "judged before" in noted


def test_another_registry_has_the_notes_made_again(
    school: PracticeReport, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only for lost keys; a checkpoint has those made again that there were."""
    made: list[str] = []

    def noted(exam: ExamState, registry: Registry) -> tuple[Finding, ...]:
        made.append(exam.scope)
        return exam_notes(exam, registry)

    known = Memory(tmp_path / "memory", KEY)
    line = open_ledger(school.folder).line
    keep(known, judged(school.folder, line[-2], None, known, check=nothing))
    monkeypatch.setattr("proeve.gather.memory.prefix.exam_notes", noted)
    found = judged(school.folder, line[-1], None, known, check=nothing)
    assert len(made) == 1
    made.clear()
    assert found.before is not None
    registry = found.state.registry
    named = replace(registry, name="anders")
    notes_of(replace(found.state, registry=named), found.opened, found.before)
    assert len(made) == 1
    made.clear()
    lost = replace(registry, lost={**registry.lost, "ssh-ed25519 AAAA": "lost"})
    notes_of(replace(found.state, registry=lost), found.opened, found.before)
    assert len(made) == school.exams
    made.clear()
    time = Time(at=1, basis=TimeBasis.RECEIPT, by="p-00000010", key="k")
    mark = Checkpoint(length=found.state.length, act="0" * 64, time=time)
    timed = replace(registry, checkpoints=(*registry.checkpoints, mark))
    state = replace(found.state, registry=timed)
    notes = notes_of(state, found.opened, found.before)
    assert 1 < len(made) < school.exams
    assert notes == notes_of(state)


def test_many_small_steps_stay_one_memory(
    school: PracticeReport, tmp_path: Path
) -> None:
    known = Memory(tmp_path / "memory", KEY)
    line = open_ledger(school.folder).line
    for head in line[-80:]:
        found = judged(school.folder, head, None, known, check=nothing, workers=1)
        assert keep(known, found)
    state, judgements = judge_ledger(open_ledger(school.folder), workers=1)
    again = judged(school.folder, line[-1], None, known, check=nothing)
    assert (again.state, again.remembered) == (state, len(line))
    assert again.opened is not None
    assert tuple(again.opened.judgements()) == judgements
    kept = list((tmp_path / "memory").glob("*/heads/*"))
    assert len(kept) <= 24


def nothing(_ledger: object) -> None:
    """Hold a ledger to nothing."""

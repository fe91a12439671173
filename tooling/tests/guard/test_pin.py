"""The pin: a live ledger that went back or was replaced by another is not judged."""

import json
from pathlib import Path

import pytest

from proeve.deeds.practice.school import practice
from tests.guard.school import (
    START,
    Desk,
    LiveSchool,
    git,
    head_of,
    live_school,
    proeve,
    tree_of,
)

pytestmark = pytest.mark.slow

IN_ORDER, FINDINGS, STOPPED = 0, 1, 3


def verify(folder: Path, home: Path, *more: str) -> tuple[int, str]:
    done = proeve("-C", folder, "verify", "--lang", "en", *more, home=home)
    return done.returncode, done.stdout + done.stderr


def pin_of(home: Path, live: LiveSchool) -> Path:
    return home / "state" / "proeve" / "pins" / f"{live.repo}.json"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture
def pinned(live: LiveSchool, clone: Path, home: Path) -> Path:
    """Return a clone whose first look was with the trust root on paper."""
    code, said = verify(clone, home, "--trust-root", live.trust_root)
    assert code == IN_ORDER, said
    return clone


def unsigned_commit(folder: Path) -> str:
    """Add a commit that nobody signed, which holds up what it touches."""
    (folder / "notitie.md").write_text("niet ondertekend\n", encoding="utf-8")
    git(folder, "add", "notitie.md")
    git(folder, "commit", "--quiet", "-m", "notitie")
    return head_of(folder)


def test_the_first_look_at_a_live_school_asks_for_the_trust_root(
    clone: Path, home: Path, live: LiveSchool
) -> None:
    code, said = verify(clone, home)
    assert code == STOPPED
    assert "--trust-root" in said
    assert len(said.splitlines()) == 1
    assert not pin_of(home, live).exists()


def test_the_second_look_knows_it(pinned: Path, home: Path, live: LiveSchool) -> None:
    assert verify(pinned, home)[0] == IN_ORDER
    pin = json.loads(pin_of(home, live).read_bytes())
    assert pin["head"] == live.head
    assert pin["position"] == live.length
    assert pin["trust_root"] == live.trust_root


def test_the_pin_moves_on_with_the_history(
    pinned: Path, home: Path, live: LiveSchool
) -> None:
    head = Desk(pinned, live).retitle("Andere titel")
    assert verify(pinned, home)[0] == IN_ORDER
    assert json.loads(pin_of(home, live).read_bytes())["head"] == head


def test_attack_41_a_force_push_to_an_older_head_is_not_judged(
    pinned: Path, home: Path, live: LiveSchool
) -> None:
    before = pin_of(home, live).read_bytes()
    git(pinned, "update-ref", "refs/heads/main", f"{live.head}~1")
    code, said = verify(pinned, home)
    assert code == STOPPED
    assert live.head in said
    assert pin_of(home, live).read_bytes() == before


def test_attack_40_a_fork_that_is_as_long_is_not_judged(
    pinned: Path, home: Path, live: LiveSchool
) -> None:
    git(pinned, "update-ref", "refs/heads/main", f"{live.head}~1")
    desk = Desk(pinned, live)
    desk.retitle("Andere titel")
    desk.retitle("Nog een titel")
    assert verify(pinned, home)[0] == STOPPED


def test_attack_41_an_older_head_is_no_base_for_a_proposal_either(
    pinned: Path, home: Path, live: LiveSchool
) -> None:
    git(pinned, "update-ref", "refs/heads/main", f"{live.head}~1")
    code, _ = verify(pinned, home, "--base", "main", "--rev", live.head)
    assert code == STOPPED


@pytest.mark.usefixtures("pinned")
def test_attack_44_another_school_under_the_same_name_is_not_judged(
    home: Path, live: LiveSchool, tmp_path: Path
) -> None:
    # The same seed makes the same people and repository id, and boxes make it differ.
    other = live_school(tmp_path / "other", language="en")
    assert other.repo == live.repo
    assert other.trust_root != live.trust_root
    assert verify(other.folder, home)[0] == STOPPED
    code, said = verify(other.folder, home, "--trust-root", other.trust_root)
    assert code == STOPPED
    assert live.trust_root in said


@pytest.mark.usefixtures("pinned")
def test_attack_44_a_live_school_is_not_replaced_by_a_practice_school(
    home: Path, live: LiveSchool, tmp_path: Path
) -> None:
    made = practice(tmp_path / "practice", start=START, seed="echt", exams=1)
    assert made.trust_root.split(":")[1] == live.repo
    assert verify(made.folder, home)[0] == STOPPED


def test_a_wrong_trust_root_is_refused_though_the_pin_fits(
    pinned: Path, home: Path, live: LiveSchool
) -> None:
    wrong = f"proeve:{live.repo}:sha256:{'0' * 64}"
    assert verify(pinned, home, "--trust-root", wrong)[0] == STOPPED


@pytest.mark.parametrize(
    "spoiled",
    [
        b"",
        b"{}",
        b"[" * 5000,
        b"\xff\xfe",
        b'{"format": "proeve-pin/2"}',
        b"null",
        b"x" * 100_000,
    ],
    ids=["empty", "nothing", "deep", "binary", "newer", "null", "large"],
)
def test_attack_a_spoiled_pin_is_neither_believed_nor_replaced(
    pinned: Path, home: Path, live: LiveSchool, spoiled: bytes
) -> None:
    pin_of(home, live).write_bytes(spoiled)
    code, said = verify(pinned, home, "--trust-root", live.trust_root)
    assert code == STOPPED
    assert str(pin_of(home, live)) in said
    assert pin_of(home, live).read_bytes() == spoiled


@pytest.mark.parametrize(
    "change",
    [
        {"repo": f"r-{'1' * 32}"},
        {"position": 0},
        {"position": True},
        {"position": "7"},
        {"head": "refs/heads/main"},
        {"sha256": "0" * 63},
        {"more": 1},
        {"trust_root": "proeve-practice:x"},
    ],
    ids=str,
)
def test_attack_a_pin_with_one_field_changed_is_not_believed(
    pinned: Path, home: Path, live: LiveSchool, change: dict[str, object]
) -> None:
    file = pin_of(home, live)
    file.write_text(json.dumps(json.loads(file.read_bytes()) | change))
    assert verify(pinned, home)[0] == STOPPED


def test_attack_66_a_pinned_commit_with_another_sha256_is_not_the_same(
    pinned: Path, home: Path, live: LiveSchool
) -> None:
    file = pin_of(home, live)
    file.write_text(json.dumps(json.loads(file.read_bytes()) | {"sha256": "0" * 64}))
    assert verify(pinned, home)[0] == STOPPED


def test_a_practice_school_is_never_pinned(home: Path, tmp_path: Path) -> None:
    made = practice(tmp_path / "practice", start=START, seed="oefen", exams=1)
    assert verify(made.folder, home)[0] == IN_ORDER
    assert verify(made.folder, home, "--trust-root", made.trust_root)[0] == IN_ORDER
    assert not list(home.rglob("*.json"))


def test_a_history_that_is_held_up_moves_no_pin(
    pinned: Path, home: Path, live: LiveSchool
) -> None:
    unsigned_commit(pinned)
    code, said = verify(pinned, home)
    assert code == FINDINGS, said
    assert json.loads(pin_of(home, live).read_bytes())["head"] == live.head


def test_a_pin_that_cannot_be_written_stops_the_tool(
    clone: Path, home: Path, live: LiveSchool
) -> None:
    (home / "state").write_text("a file where the folder should be")
    code, said = verify(clone, home, "--trust-root", live.trust_root)
    assert code == STOPPED
    assert len(said.splitlines()) == 1


def test_attack_65_a_pinned_commit_that_is_gone_is_not_judged(
    pinned: Path, home: Path, live: LiveSchool
) -> None:
    orphan = git(pinned, "commit-tree", tree_of(pinned, live.head), "-m", "nieuw")
    git(pinned, "update-ref", "refs/heads/main", orphan)
    assert verify(pinned, home)[0] == STOPPED

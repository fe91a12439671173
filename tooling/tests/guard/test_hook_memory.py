"""The hook judges a push on what it remembers, and the same when that is gone."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.guard.pushing import commit_file
from tests.guard.school import Desk, LiveSchool, git, head_of, run_git

pytestmark = pytest.mark.slow


@pytest.fixture
def remembering(tmp_path: Path, bare: Path) -> Callable[[Path], tuple[int, str]]:
    """Return a push whose hook remembers in a folder of this test."""
    own = {f"XDG_{n}_HOME": str(tmp_path / n.lower()) for n in ("STATE", "CACHE")}

    def push(folder: Path) -> tuple[int, str]:
        done = run_git(folder, "push", "-o", "lang=en", str(bare), "main", **own)
        return done.returncode, done.stderr

    return push


def memory(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "proeve" / "memory"


def test_what_landed_is_remembered_and_what_was_refused_is_not(
    clone: Path,
    live: LiveSchool,
    tmp_path: Path,
    remembering: Callable[[Path], tuple[int, str]],
) -> None:
    first = Desk(clone, live).retitle("Andere titel")
    assert remembering(clone)[0] == 0
    second = Desk(clone, live).retitle("Nog een titel")
    assert remembering(clone)[0] == 0
    git(clone, "reset", "--quiet", "--hard")
    commit_file(clone, "notitie.md", "niet ondertekend\n")
    assert remembering(clone)[0] != 0
    heads = {file.name for file in memory(tmp_path).glob("*/heads/*")}
    assert heads == {first, second}


@pytest.mark.parametrize("what", ["heads", "chunks"])
def test_attack_70_a_spoiled_memory_lets_nothing_in_and_keeps_nobody_out(
    *,
    clone: Path,
    bare: Path,
    live: LiveSchool,
    tmp_path: Path,
    remembering: Callable[[Path], tuple[int, str]],
    what: str,
) -> None:
    Desk(clone, live).retitle("Andere titel")
    assert remembering(clone)[0] == 0
    spoiled = [f for f in memory(tmp_path).glob(f"*/{what}/**/*") if f.is_file()]
    assert spoiled
    for file in spoiled:
        file.write_bytes(file.read_bytes()[::-1])
    landed = Desk(clone, live).retitle("Nog een titel")
    assert remembering(clone)[0] == 0
    for file in spoiled:
        file.write_bytes(b"")
    git(clone, "reset", "--quiet", "--hard")
    commit_file(clone, "notitie.md", "niet ondertekend\n")
    code, said = remembering(clone)
    assert code != 0
    assert "signature.none" in said
    assert head_of(bare) == landed

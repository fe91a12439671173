"""The founding of a school, killed: the same command goes on, and the school begins."""

from collections.abc import Callable
from pathlib import Path

import pytest

from proeve.gather.history import failing, judge_repository
from proeve.history.porcelain import git
from tests.deeds.walking import HOLDERS, at_home, keygen, proeve
from tests.killing import KILLED, ran_until, sampled, writes_of

pytestmark = pytest.mark.slow
MOMENTS = 24


@pytest.fixture
def founds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], int]:
    """Return what founds a school in a folder, with all three keys at hand."""
    at_home(monkeypatch, tmp_path)
    keys = [keygen(tmp_path / name) for name in HOLDERS]
    holders = [word for key in keys for word in ("--holder", f"{key}.pub")]
    signers = [word for key in keys for word in ("--key", key)]

    def founded(name: str) -> int:
        words = ("init", tmp_path / name, "--name", "Vakschool", *holders, *signers)
        return proeve(*words).code

    return founded


def test_a_founding_that_is_killed_anywhere_completes(
    founds: Callable[[str], int], tmp_path: Path
) -> None:
    assert founds("undisturbed") == 0
    total = len(writes_of(lambda: founds("counted")))
    for moment in sampled(total, MOMENTS):
        name = f"school-{moment}"
        assert ran_until(moment, lambda name=name: founds(name)) == KILLED  # type: ignore[misc]
        assert founds(name) == 0, moment
        folder = tmp_path / name
        found = judge_repository(folder, workers=1)
        assert not failing(found.findings), moment
        assert len(found.judgements) == 2
        assert git(folder, "status", "--porcelain") == ""
        git(folder, "fsck", "--strict", "--no-dangling", "--no-progress")

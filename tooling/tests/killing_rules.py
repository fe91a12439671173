"""What must hold after a kill, whatever the deed: whole or not there, and it completes.

One rule book for all families of deeds: a clone that Git and the judge find in order,
no draft lost, and the same command that does what is left to do, once.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from proeve.gather.history import failing, judge_repository
from proeve.history.porcelain import git
from tests.killing import ran_until


@dataclass(frozen=True, slots=True, kw_only=True)
class Victim:
    """A clone of its own with a command to do there, and where its drafts lie.

    `troubled` tells that the history is not in order before the command is done.
    """

    clone: Path
    runs: Callable[[], int]
    drafts: Path
    troubled: bool = False

    def count(self) -> int:
        """Return how many commits there are."""
        return int(git(self.clone, "rev-list", "--count", "main"))

    def drafted(self) -> set[Path]:
        """Return the drafts that somebody would not want to lose."""
        found = self.drafts.rglob("*") if self.drafts.is_dir() else ()
        return {path for path in found if path.is_file()}


def killed_at(victim: Victim, moment: int) -> int:
    """Kill a command at a moment, hold what must hold, and return how it ended."""
    before, drafts = victim.count(), victim.drafted()
    code = ran_until(moment, victim.runs)
    after = victim.count()
    assert after - before in (0, 1)
    git(victim.clone, "fsck", "--strict", "--no-dangling", "--no-progress")
    assert_in_order(victim, done=after > before)
    if code == 0:
        assert after == before + 1
        return code
    if after == before:
        assert drafts <= victim.drafted()
        assert victim.runs() == 0
    else:
        # It was done: there is nothing left to do but to finish the files.
        assert victim.runs() in (0, 1, 2)
    assert victim.count() == before + 1
    assert_in_order(victim, done=True)
    assert git(victim.clone, "status", "--porcelain") == ""
    return code


def assert_in_order(victim: Victim, *, done: bool) -> None:
    """Hold that the whole history is in order, where it was or has become so."""
    if done or not victim.troubled:
        found = judge_repository(victim.clone, workers=1)
        assert not failing(found.findings), found.findings

"""What must hold after any end, whatever the deed: whole or not there; it completes.

One rule book for all families of deeds: a clone that Git and the judge find in order,
no draft lost, and the same command that does what is left to do, once.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from proeve.gather.history import failing, judge_repository
from proeve.history.porcelain import git
from tests.killing import End, ran_until, sampled, writes_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Victim:
    """A clone of its own with a command to do there, and where its drafts lie.

    `commits` is how many it makes. `troubled` tells that the history is not in order
    before the command is done. `holds` is what else holds once it was done.
    """

    clone: Path
    runs: Callable[[], int]
    drafts: Path
    commits: int = 1
    troubled: bool = False
    holds: Callable[[], None] = lambda: None

    def count(self) -> int:
        """Return how many commits there are."""
        return int(git(self.clone, "rev-list", "--count", "main"))

    def drafted(self) -> set[Path]:
        """Return the drafts that somebody would not want to lose."""
        found = self.drafts.rglob("*") if self.drafts.is_dir() else ()
        return {path for path in found if path.is_file()}


Fresh = Callable[[int], Victim]
"""Returns a victim that nothing has happened to yet, by a number of its own."""


def ends_everywhere(fresh: Fresh, end: End = End.KILL, wanted: int = 0) -> int:
    """End a command at each of its writes, or so many of them; return how many."""
    # Once undisturbed: what is loaded now is not written down by a child again.
    assert fresh(-1).runs() == 0
    total = len(writes_of(fresh(0).runs))
    chosen: Iterable[int] = sampled(total, wanted or total)
    count = 0
    for moment in chosen:
        code = ended_at(fresh(moment), moment, end)
        # A memory that cannot be kept on a full disk is done without.
        assert code == end.value or (end is End.FULL_DISK and code in {0, 1, 2}), code
        count += 1
    return count


def ended_at(victim: Victim, moment: int, end: End = End.KILL) -> int:
    """End a command at a moment, hold what must hold, and return how it ended."""
    before, drafts = victim.count(), victim.drafted()
    code = ran_until(moment, victim.runs, end)
    after = victim.count()
    assert after - before in (0, victim.commits)
    git(victim.clone, "fsck", "--strict", "--no-dangling", "--no-progress")
    if after == before:
        assert drafts <= victim.drafted()
        assert victim.runs() == 0
    else:
        assert_in_order(victim)
        # It was done: there is nothing left to do but to finish the files.
        assert victim.runs() in {0, 1, 2}
    assert victim.count() == before + victim.commits
    assert_in_order(victim)
    assert git(victim.clone, "status", "--porcelain") == ""
    victim.holds()
    return code


def assert_in_order(victim: Victim) -> None:
    """Hold that the whole history is in order."""
    found = judge_repository(victim.clone, workers=1)
    assert not failing(found.findings), found.findings

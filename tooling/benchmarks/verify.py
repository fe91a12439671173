"""Measure spine, signatures and digests against `git log --show-signature`.

Whole processes, in turn, over the same commits of the same repository; medians.

    python tooling/benchmarks/verify.py [--commits 5000 50000] [--runs 3]
        [--git-commits N] [--folder DIR]

With `--git-commits` git is timed on the newest N commits only, its rate is used for all
of them, and the table says so.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import synth

TARGET_RATIO = 30
TARGET_GROWTH = 1.3
TARGET_MEMORY = 300
_HERE = Path(__file__).parent
_TICK = 0.01
_MIB = 1024


@dataclass(frozen=True, slots=True)
class Run:
    """One process: wall time, time on the cores, most anonymous memory in KiB."""

    seconds: float
    cores: float
    memory: int


@dataclass(frozen=True, slots=True)
class Result:
    """The medians at one length of history."""

    commits: int
    git_commits: int
    proeve: float
    proeve_cores: float
    git: float
    git_cores: float
    memory: int

    @property
    def ratio(self) -> float:
        """How many times faster a commit is."""
        return (self.git / self.git_commits) / (self.proeve / self.commits)


def proeve_command(folder: Path) -> list[str]:
    """Return the command of our side."""
    return [sys.executable, str(_HERE / "digests.py"), str(folder)]


def git_command(folder: Path, commits: int) -> list[str]:
    """Return the command of git's side."""
    allowed = f"gpg.ssh.allowedSignersFile={folder / 'allowed_signers'}"
    shown = ["log", "--show-signature", "--first-parent", f"-{commits}", "main"]
    return ["git", "-C", str(folder), "-c", allowed, *shown]


def run(command: Sequence[str]) -> Run:
    """Run a command and watch its memory and that of its children."""
    tooling = {"PYTHONPATH": str(_HERE.parent)}
    start, cores = time.perf_counter(), _core_seconds()
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(
            command, stdout=output, env={**os.environ, **tooling}
        )
        most = 0
        while process.poll() is None:
            most = max(most, _anonymous(process.pid))
            time.sleep(_TICK)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return Run(time.perf_counter() - start, _core_seconds() - cores, most)


def measure(
    ours_command: Sequence[str], folder: Path, commits: int, git_commits: int, runs: int
) -> Result:
    """Return the medians of runs that take turns."""
    ours: list[Run] = []
    gits: list[Run] = []
    for _ in range(runs):
        ours.append(run(ours_command))
        gits.append(run(git_command(folder, git_commits)))
    return Result(
        commits,
        git_commits,
        statistics.median(each.seconds for each in ours),
        statistics.median(each.cores for each in ours),
        statistics.median(each.seconds for each in gits),
        statistics.median(each.cores for each in gits),
        max(each.memory for each in ours),
    )


def report(results: Sequence[Result], target: int = TARGET_RATIO) -> None:
    """Print a table, and what the design asks."""
    print(
        "| commits | proeve s | its core s | git s | its core s | git commits "
        "| ratio | us a commit | MiB |"
    )
    print("|--:|--:|--:|--:|--:|--:|--:|--:|--:|")
    for each in results:
        cost = each.proeve / each.commits * 1e6
        print(
            f"| {each.commits} | {each.proeve:.2f} | {each.proeve_cores:.2f} "
            f"| {each.git:.1f} | {each.git_cores:.1f} | {each.git_commits} "
            f"| {each.ratio:.1f} | {cost:.0f} | {each.memory // _MIB} |"
        )
        if each.git_commits != each.commits:
            print(f"\ngit was timed on the newest {each.git_commits} commits only.\n")
    print(f"\nasked: ratio {target}, at most {TARGET_MEMORY} MiB in all", end="")
    if len(results) > 1:
        first, last = results[0], results[-1]
        growth = (last.proeve / last.commits) / (first.proeve / first.commits)
        print(f"; growth {growth:.2f}, asked at most {TARGET_GROWTH}", end="")
    print()


def _core_seconds() -> float:
    """Return what all children that ended have used of the cores."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _anonymous(root: int) -> int:
    """Return the anonymous memory in KiB of a process and all that it started."""
    total = 0
    for pid in (root, *_children(root)):
        try:
            status = Path(f"/proc/{pid}/status").read_text()
        except (FileNotFoundError, ProcessLookupError):
            continue
        lines = [line for line in status.splitlines() if line.startswith("RssAnon:")]
        total += sum(int(line.split()[1]) for line in lines)
    return total


def _children(root: int) -> list[int]:
    try:
        text = Path(f"/proc/{root}/task/{root}/children").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return []
    direct = [int(pid) for pid in text.split()]
    return [*direct, *(pid for each in direct for pid in _children(each))]


def main() -> None:
    """Make each history, measure both sides on it, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--commits", type=int, nargs="+", default=[5000])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--git-commits", type=int)
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    results = []
    with tempfile.TemporaryDirectory() as scratch:
        for commits in options.commits:
            folder = (options.folder or Path(scratch)) / f"history-{commits}"
            if not folder.exists():
                synth.make(folder, commits)
            some = min(commits, options.git_commits or commits)
            command = proeve_command(folder)
            results.append(measure(command, folder, commits, some, options.runs))
            print(" ".join(proeve_command(folder)), file=sys.stderr)
            print(" ".join(git_command(folder, some)), file=sys.stderr)
    report(results)


if __name__ == "__main__":
    main()

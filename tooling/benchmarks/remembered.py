"""Measure `proeve verify` of a few new commits on a remembered prefix against all.

Whole processes on a practice school, process start included; medians. The memory is put
back before each run to what it was without the new commits.

    python tooling/benchmarks/remembered.py [--school DIR | --exams 1000] [--new 10]
        [--runs 5] [--full-runs 1]
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TARGET_SECONDS = 1.0
_MIB = 1024


def proeve(home: Path, *args: str) -> float:
    """Run the command of somebody whose home this is; return the seconds it took."""
    own = {"XDG_STATE_HOME": str(home / "state"), "XDG_CACHE_HOME": str(home / "cache")}
    tooling = {"PYTHONPATH": str(Path(__file__).parents[1])}
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "proeve", *args],
        env={**os.environ, **own, **tooling},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=False,
    )
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr.decode())
    return time.perf_counter() - start


def git(school: Path, *args: str) -> str:
    """Ask git something."""
    command = ["git", "-C", str(school), *args]
    return subprocess.run(
        command, check=True, capture_output=True, text=True
    ).stdout.strip()


def heads(home: Path) -> set[Path]:
    """Return the files of the heads that are remembered."""
    return set((home / "cache" / "proeve" / "memory").glob("*/heads/*"))


def measure(school: Path, home: Path, new: int, runs: int, full_runs: int) -> None:
    """Print what a verify costs in full, with nothing new, and with a few commits."""
    commits = int(git(school, "rev-list", "--first-parent", "--count", "main"))
    before = git(school, "rev-parse", f"main~{new}")
    verify = ("-C", str(school), "verify")
    full = [proeve(home, *verify, "--no-cache") for _ in range(full_runs)]
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    first = proeve(home, *verify, "--rev", before)
    kept = heads(home)
    assert kept, "nothing was remembered"
    onward = []
    for _ in range(runs):
        onward.append(proeve(home, *verify))
        for file in heads(home) - kept:
            file.unlink()
    proeve(home, *verify)
    nothing = [proeve(home, *verify) for _ in range(runs)]
    size = sum(file.stat().st_size for file in home.rglob("*") if file.is_file())
    ratio = statistics.median(full) / statistics.median(onward)
    print(
        "| commits | full s | full and remembered s | new | s | nothing new s | ratio |"
    )
    print("|--:|--:|--:|--:|--:|--:|--:|")
    print(
        f"| {commits} | {statistics.median(full):.1f} | {first:.1f} | {new} "
        f"| {statistics.median(onward):.2f} | {statistics.median(nothing):.2f} "
        f"| {ratio:.0f} |"
    )
    print(
        f"\nremembered: {size / _MIB / _MIB:.0f} MiB; full: {most // _MIB} MiB resident"
    )
    print(f"asked: {new} new commits on 50,000 in {TARGET_SECONDS} s")


def main() -> None:
    """Make the school if there is none, and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--school", type=Path)
    parser.add_argument("--exams", type=int, default=1000)
    parser.add_argument("--new", type=int, default=10)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--full-runs", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        school = options.school or Path(scratch) / "school"
        if not school.exists():
            proeve(
                Path(scratch), "practice", "--exams", str(options.exams), str(school)
            )
        home = Path(scratch) / "home"
        home.mkdir()
        measure(school, home, options.new, options.runs, options.full_runs)


if __name__ == "__main__":
    main()

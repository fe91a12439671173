"""Measure all of `proeve verify` against `git log --show-signature`.

Documents, schemas and rules too, on a practice school. Whole processes, in turn, over
the same commits; medians.

    python tooling/benchmarks/whole.py [--exams 280] [--runs 3] [--git-commits N]
        [--folder DIR]
"""

import argparse
import datetime
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import verify

from proeve.deeds.practice.school import practice

TARGET_RATIO = 15


def make(folder: Path, exams: int) -> None:
    """Make a practice school and, for git, the list of its keys."""
    start = datetime.date(2026, 9, 1)
    practice(folder, start=start, seed="benchmark", exams=exams)
    people = (folder / "exams" / "registry" / "people").glob("*/*.yml")
    keys = {
        key
        for path in people
        for key in re.findall(r"ssh-ed25519 \S+", path.read_text())
    }
    lines = [f'* namespaces="git" {key.strip(chr(34))}\n' for key in sorted(keys)]
    (folder / "allowed_signers").write_text("".join(lines))


def command(folder: Path) -> list[str]:
    """Return the command of our side."""
    ours = [sys.executable, "-m", "proeve", "-C", str(folder), "verify"]
    return [*ours, "--no-cache"]  # what is remembered would be measured otherwise


def main() -> None:
    """Make the school, measure both sides on it, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--exams", type=int, nargs="+", default=[280])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--git-commits", type=int)
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    results = []
    with tempfile.TemporaryDirectory() as scratch:
        for exams in options.exams:
            folder = (options.folder or Path(scratch)) / f"school-{exams}"
            if not folder.exists():
                make(folder, exams)
            count = ["git", "-C", str(folder), "rev-list", "--count", "main"]
            commits = int(subprocess.check_output(count))
            some = min(commits, options.git_commits or commits)
            ours = command(folder)
            result = verify.measure(ours, folder, commits, some, options.runs)
            results.append(result)
            print(" ".join(ours), file=sys.stderr)
            print(" ".join(verify.git_command(folder, some)), file=sys.stderr)
    verify.report(results, TARGET_RATIO)


if __name__ == "__main__":
    main()

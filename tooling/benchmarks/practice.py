"""Measure how fast a practice school is made: signed commits a second, and what bounds.

    python tooling/benchmarks/practice.py [--exams 1000] [--seed S] [--folder DIR]

Prints seconds on the wall and on the cores, of the main process and of the one that
packs; then core time per commit for each stage of the main process.
"""

import argparse
import os
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import ParamSpec, TypeVar

from proeve import judge
from proeve.deeds import making
from proeve.deeds.practice import school
from proeve.deeds.practice.packing import PackBeside
from proeve.history.treebuilder import TreeBuilder

P = ParamSpec("P")
R = TypeVar("R")

TARGET = 1000
STAGES: tuple[tuple[str, ModuleType | type, str], ...] = (
    ("judge", judge, "step"),
    ("sign commits", making, "sign_commit"),
    ("sign acts", making, "sign_act"),
    ("state and sign acts", making.Maker, "_draft"),
    ("trees", TreeBuilder, "write"),
    ("hand objects over", PackBeside, "put"),
    ("all of making", making.Maker, "make"),
    ("all of playing", school, "perform"),
    ("check out", school, "check_out"),
)


def timed(
    function: Callable[P, R], spent: dict[str, float], name: str
) -> Callable[P, R]:
    """Return the function with its core time added up."""

    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        start = time.process_time()
        try:
            return function(*args, **kwargs)
        finally:
            spent[name] += time.process_time() - start

    return run


def measure(folder: Path, exams: int, seed: str) -> None:
    """Make one school and print what it took."""
    spent: dict[str, float] = defaultdict(float)
    for name, owner, attribute in STAGES:
        setattr(owner, attribute, timed(getattr(owner, attribute), spent, name))
    wall, before = time.perf_counter(), os.times()
    report = school.practice(folder, start=date(2026, 9, 1), seed=seed, exams=exams)
    seconds, after = time.perf_counter() - wall, os.times()
    own = after.user + after.system - before.user - before.system
    others = (
        after.children_user
        + after.children_system
        - before.children_user
        - before.children_system
    )
    print(
        f"{report.exams} exams, {report.commits} signed commits, {report.people} people"
    )
    print(f"{seconds:8.2f} s on the wall: {report.commits / seconds:,.0f} commits/s")
    print(f"{own:8.2f} s on a core here: {report.commits / own:,.0f} commits/s")
    print(f"{others:8.2f} s on a core beside (packing, git)")
    print(f"target: {TARGET:,} commits/s; load average {os.getloadavg()[0]:.1f}")
    for name, cost in spent.items():
        each = cost / report.commits * 1e6
        print(f"{cost:8.2f} s {each:8.0f} us a commit  {name}")


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--exams", type=int, default=1000)
    parser.add_argument("--seed", default="benchmark")
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.folder or Path(scratch) / "practice"
        measure(folder, given.exams, given.seed)


if __name__ == "__main__":
    main()

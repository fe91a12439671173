"""One deed at the command line in a large school, beside `git commit -S` there.

    python -m benchmarks.deeds SCHOOL KEYS [--deeds 7]

SCHOOL is a practice school that may be changed, KEYS the folder of its keys. Its
history is judged and remembered first. Then approvals that students are awaited for
are given one by one, each by a process of its own, and between them as many empty
commits are signed by Git, in a worktree with an index and without files. Seconds on
the clock and of the processor are both printed: the second says more on a machine
that others use.
"""

import os
import resource
import subprocess
import sys
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from statistics import median

from proeve.cli import places
from proeve.deeds.clone import Habits, open_clone
from proeve.model.records import text_at
from proeve.process.vocabulary import Part, RowId
from proeve.rules.status import exam_verdict

_LIMIT = 1.0


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds on the clock, and of the processor with all children."""

    wall: float
    cpu: float


@dataclass(frozen=True, slots=True)
class Waiting:
    """An exam with an approval that a student is awaited for."""

    exam: str
    person: str


def waiting(school: Path) -> Iterator[Waiting]:
    """Yield exams in which the assignment waits for its student alone to agree."""
    state = open_clone(school, Habits(memory=places.memory())).state
    for exam in state.exams():
        if "assignment.yml" not in exam.files or "establishment.yml" in exam.files:
            continue
        student = text_at(exam.document("exam"), "student")
        found = exam_verdict(exam, state.registry, state.at).current
        for missing in found.missing if found else ():
            mine = missing.hat is Part.STUDENT and missing.refused is None
            if mine and missing.row is RowId.ACQUIRE and student in missing.people:
                yield Waiting(f"{exam.group}/{exam.id}", student)


def took(words: list[str], environment: dict[str, str] | None = None) -> Took:
    """Run a program and return what it took; it must end well."""
    before, start = _processor(), time.perf_counter()
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, env=environment)
    return Took(time.perf_counter() - start, _processor() - before)


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def deed(school: Path, keys: Path, each: Waiting) -> Took:
    """Approve as the student, from the start of the process to its end."""
    command = ("-C", str(school), "approve", each.exam, "--yes")
    key = ("--key", str(keys / each.person))
    return took([sys.executable, "-m", "proeve", *command, *key])


def signed_by_git(tree: Path, key: Path) -> Took:
    """Sign an empty commit with Git on a branch of its own."""
    settings = ("gpg.format=ssh", f"user.signingkey={key}", "user.name=b")
    options = [word for each in settings for word in ("-c", each)]
    mail = ("-c", "user.email=b@example.invalid", "-c", "gc.auto=0")
    commit = ("commit", "-S", "--allow-empty", "--quiet", "--no-verify", "-m", "x")
    return took(["git", "-C", str(tree), *options, *mail, *commit])


def main() -> int:
    """Print medians, the ratio, and whether a deed takes less than a second."""
    parser = ArgumentParser(description="Time one deed in a large school.")
    parser.add_argument("school", type=Path)
    parser.add_argument("keys", type=Path)
    parser.add_argument("--deeds", type=int, default=7)
    given = parser.parse_args()
    found = list(islice(waiting(given.school), given.deeds))
    tree = given.school.with_name(f"{given.school.name}.by-git")
    git = ["git", "-C", str(given.school), "worktree"]
    add = ("add", "--quiet", "--detach", "--no-checkout", str(tree), "main")
    subprocess.run([*git, *add], check=True)
    subprocess.run(["git", "-C", str(tree), "read-tree", "HEAD"], check=True)
    ours, theirs = [], []
    try:
        for each in found:
            theirs.append(signed_by_git(tree, given.keys / each.person))
            ours.append(deed(given.school, given.keys, each))
    finally:
        subprocess.run([*git, "remove", "--force", str(tree)], check=True)
    _say("git commit -S", theirs)
    _say("proeve approve", ours)
    wall = median(one.wall for one in theirs) / median(one.wall for one in ours)
    print(
        f"ratio on the clock {wall:.2f}, {len(os.sched_getaffinity(0))} cores, "
        f"load {os.getloadavg()[0]:.1f}"
    )
    return 0 if median(one.cpu for one in ours) < _LIMIT else 1


def _say(name: str, times: list[Took]) -> None:
    clock, processor = (sorted(getattr(t, n) for t in times) for n in ("wall", "cpu"))
    print(
        f"{name}: {len(times)} times, median {median(clock):.2f} s on the clock, "
        f"{median(processor):.2f} s of the processor; worst {clock[-1]:.2f} s"
    )


if __name__ == "__main__":
    sys.exit(main())

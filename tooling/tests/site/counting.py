"""Counts a school anew, from what the commands say and what lies in its files.

Nothing of the site or of its reports is used: a number that both make wrong in the same
way must be seen.
"""

import json
import os
import subprocess
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from zoneinfo import ZoneInfo

from proeve.process.vocabulary import Outcome
from tests.cli.running import proeve
from tests.site.reading_tree import Node, tree

Said = dict[str, object]
PHASE_ENDS = (4, 6, 10, 12)
"""The last step of each phase."""
WEEKS = 15 * 7 * 86_400


@dataclass(frozen=True, slots=True, kw_only=True)
class Exam:
    """One exam as `status` tells it, and what its own files say."""

    said: Said
    group: str
    name: str
    company: str
    crebo: str
    instrument: str
    attempt: str
    resit_of: str
    month: str
    held_up: bool

    @property
    def step(self) -> int:
        """The number of the step it stands at; 0 where there is none."""
        return int(str(self.said["step"] or 0))

    @property
    def late(self) -> int:
        """How many days it is too late."""
        return int(str(self.said["overdue_days"]))

    @property
    def states(self) -> dict[str, str]:
        """The states of the twelve steps."""
        steps = self.said["steps"]
        assert isinstance(steps, dict)
        return steps

    @property
    def phase(self) -> int:
        """Which of the four phases it is in; 4 once it is finished."""
        return next((n for n, end in enumerate(PHASE_ENDS) if 0 < self.step <= end), 4)

    @property
    def outcome(self) -> str:
        """How it ended, once that is settled."""
        settled = not self.said["provisional"] or not self.step
        return str(self.said["outcome"] or "") if settled else ""

    @property
    def hats(self) -> list[str]:
        """Who must act now, each once."""
        waits = self.said["waiting_for"]
        assert isinstance(waits, list)
        return list(dict.fromkeys(str(each["as"]) for each in waits))


def git(folder: Path, *args: str, at: int | None = None) -> str:
    """Run git as nobody in particular, at a moment."""
    when = {} if at is None else dict.fromkeys(_DATES, f"{at} +0000")
    who = ("-c", "user.name=x", "-c", "user.email=x@example.invalid")
    done = subprocess.run(
        ["git", "-C", str(folder), *who, "-c", "commit.gpgsign=false", *args],
        env={**os.environ, **when, "GIT_CONFIG_GLOBAL": os.devnull},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout.strip()


_DATES = ("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE")


def spoiled(folder: Path, every: int) -> Mapping[str, str]:
    """Commit something that is not lawful to some exams, weeks after the last commit.

    Return those exams, each with the commit that holds it up.
    """
    last = int(git(folder, "show", "-s", "--format=%ct", "main"))
    git(folder, "checkout", "--quiet", "main")
    found = {}
    for path in sorted(folder.glob("exams/groups/*/*/assignment.yml"))[::every]:
        path.write_text(path.read_text("utf-8") + "# anders\n", encoding="utf-8")
        git(folder, "commit", "--quiet", "-am", "anders", at=last + WEEKS)
        scope = "/".join(path.parts[-4:-1])
        found[scope] = git(folder, "rev-parse", "HEAD")
    return found


def told(folder: Path, *args: str) -> list[Said]:
    """Return what a command says to a program."""
    ran = proeve(folder, *args, "--json")
    assert ran.code in (0, 1), ran.err
    return [json.loads(line) for line in ran.lines]


def counted(folder: Path, held_up: Iterable[str], now: int) -> tuple[Exam, ...]:
    """Return every exam of a school as `status` tells it at a moment."""
    moment = datetime.fromtimestamp(now, UTC).isoformat()
    months, held = _months(folder), set(held_up)
    return tuple(
        _exam(folder, said, months, held)
        for said in told(folder, "status", "--now", moment)
    )


def _exam(
    folder: Path, said: Said, months: Mapping[str, str], held_up: set[str]
) -> Exam:
    scope = str(said["exam"])
    _, group, name = scope.split("/")
    own = dict(_lines(folder / "exams" / scope / "exam.yml"))
    grouped = dict(_lines(folder / "exams/groups" / group / "group.yml"))
    return Exam(
        said=said,
        group=group,
        name=name,
        company=own.get("company", ""),
        crebo=grouped["crebo"],
        instrument=own["code"],
        attempt=own["attempt"],
        resit_of=own.get("exam", ""),
        month=months[scope],
        held_up=scope in held_up,
    )


def _lines(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the simple fields of a document, the first of each name last."""
    found = path.read_text(encoding="utf-8").splitlines()
    for line in reversed(found):
        key, colon, value = line.strip().removeprefix("- ").partition(": ")
        if colon:
            yield key, value.strip("\"'")


def _months(folder: Path) -> Mapping[str, str]:
    """Return the month in which each exam came to be, on the Dutch clock."""
    listed = git(
        folder,
        *("log", "--first-parent", "--diff-filter=A", "--name-only"),
        *("--format=@%ct", "main", "--", "exams/groups/*/*/exam.yml"),
    )
    found, month = dict[str, str](), ""
    for line in listed.splitlines():
        if line.startswith("@"):
            at = datetime.fromtimestamp(int(line[1:]), ZoneInfo("Europe/Amsterdam"))
            month = f"{at:%Y-%m}"
        elif line:
            found["/".join(line.split("/")[1:4])] = month
    return found


def by_phase(exams: Iterable[Exam]) -> list[int]:
    """Return how many exams there are, in each phase, finished, late and held up."""
    listed = list(exams)
    phases = Counter(exam.phase for exam in listed)
    return [
        len(listed),
        *(phases[n] for n in range(5)),
        sum(exam.late > 0 for exam in listed),
        sum(exam.held_up for exam in listed),
    ]


def grouped(exams: Iterable[Exam], key: str) -> Mapping[str, list[Exam]]:
    """Return the exams under each value of a field."""
    found: dict[str, list[Exam]] = defaultdict(list)
    for exam in exams:
        found[str(getattr(exam, key))].append(exam)
    return found


@dataclass
class Numbers:
    """A school and its site; `earlier` is how it stood before the bad commits."""

    school: Path
    earlier: tuple[Exam, ...]
    held_up: Mapping[str, str]

    @property
    def out(self) -> Path:
        """The folder of the site."""
        return self.school.with_name("site")

    @cached_property
    def verified(self) -> Said:
        """What `verify` says."""
        (said,) = told(self.school, "verify")
        return said

    @cached_property
    def exams(self) -> tuple[Exam, ...]:
        """Every exam as `status` tells it at the moment of the site."""
        return counted(self.school, self.held_up, self.now)

    @cached_property
    def now(self) -> int:
        """The moment of the last commit, at which the site counts."""
        return int(git(self.school, "show", "-s", "--format=%ct", "main"))

    @property
    def moves(self) -> list[Exam]:
        """The exams in which something is left to do."""
        return [exam for exam in self.exams if exam.step]

    @property
    def results(self) -> list[Exam]:
        """The exams that were not opened by mistake."""
        return [one for one in self.exams if one.outcome != Outcome.ANNULLED]

    def page(self, path: str) -> Node:
        return tree(self.html(path))

    def html(self, path: str) -> str:
        return (self.out / f"{path}.html").read_text(encoding="utf-8")

    def found(self, scope: str) -> Exam:
        (exam,) = (one for one in self.exams if one.said["exam"] == scope)
        return exam

"""Lead time and lateness, counted anew from `status` at every commit, YAML and git log.

When a step was done is seen from outside: at the commit from which on `status` calls it
done. Nothing of the reports, and no moment that the judge keeps, is used.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import ceil
from pathlib import Path
from statistics import median
from zoneinfo import ZoneInfo

import pytest

from proeve.cli.practice import make_practice
from proeve.process.vocabulary import Outcome, StepId
from tests.cli.running import proeve
from tests.site.counting import Exam, counted, git, told
from tests.site.reading_tables import told as report

pytestmark = pytest.mark.slow

EXAMS = 26
STEPS = {str(step): number for number, step in enumerate(StepId, 1)}
OPTIONAL = 4
DAY = 86_400


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How one exam went: when it came to be, and when each step was done for good."""

    exam: Exam
    opened: int
    done: Mapping[int, int]
    deadlines: Mapping[int, str]
    extended: Sequence[int]

    @property
    def spans(self) -> Mapping[int, int]:
        """How long each step took from when all before it were done."""
        ready, found = self.opened, {}
        for step, at in sorted(self.done.items()):
            found[step] = max(0, at - ready)
            if step != OPTIONAL:
                ready = max(ready, at)
        return found

    @property
    def kept(self) -> Mapping[int, int]:
        """How far past its deadline each step was done that had one."""
        due = self.deadlines
        return {
            step: max(0, at - _end(due[step]))
            for step, at in self.done.items()
            if step in due
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class School:
    """A school, its site, and how every exam that counts went."""

    out: Path
    now: int
    courses: Sequence[Course]

    def waits(self) -> list[tuple[Course, int]]:
        """Return how long each exam waits by now that can go on."""
        return [
            (one, max(0, self.now - int(str(one.exam.said["since"]))))
            for one in self.courses
            if one.exam.step and one.exam.said["since"] is not None
        ]


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> School:
    folder = tmp_path_factory.mktemp("times") / "school"
    make_practice(folder, exams=EXAMS, seed="times", language="nl")
    out = folder.with_name("site")
    ran = proeve(folder, "site", "build", "--one", "--out", str(out), lang="nl")
    assert (ran.code, ran.err) == (0, "")
    now = int(git(folder, "show", "-s", "--format=%ct", "main"))
    opened, done = _watched(folder)
    courses = [
        _course(folder, exam, opened, done)
        for exam in counted(folder, (), now)
        if exam.outcome != Outcome.ANNULLED
    ]
    return School(out=out, now=now, courses=courses)


def _watched(folder: Path) -> tuple[dict[str, int], dict[str, dict[int, int]]]:
    """Look at the school after each commit; return what came when."""
    spine = git(folder, "log", "--first-parent", "--reverse", "--format=%H %ct", "main")
    opened = dict[str, int]()
    done: dict[str, dict[int, int]] = defaultdict(dict)
    for commit, at in (line.split() for line in spine.splitlines()):
        for said in told(folder, "status", "--rev", commit):
            scope, states = str(said["exam"]), said["steps"]
            assert isinstance(states, dict)
            opened.setdefault(scope, int(at))
            for step, state in states.items():
                if state != "done":
                    done[scope].pop(STEPS[step], None)
                else:
                    done[scope].setdefault(STEPS[step], int(at))
    return opened, done


def _course(
    folder: Path,
    exam: Exam,
    opened: Mapping[str, int],
    done: Mapping[str, Mapping[int, int]],
) -> Course:
    scope = str(exam.said["exam"])
    own = folder / "exams" / scope
    deadlines = dict(_under(own / "establishment.yml", "deadlines"))
    extended = []
    for path in sorted(own.glob("decisions/*-extension.yml"), key=_number):
        fields = dict(_fields(path))
        extended.append(STEPS[fields["step"]])
        deadlines[fields["step"]] = fields["until"]
    return Course(
        exam=exam,
        opened=opened[scope],
        done=done[scope],
        deadlines={STEPS[step]: day for step, day in deadlines.items()},
        extended=extended,
    )


def _number(path: Path) -> int:
    return int(path.name.partition("-")[0])


def _fields(path: Path) -> Iterable[tuple[str, str]]:
    """Yield the simple fields at the top of a document."""
    for line in path.read_text(encoding="utf-8").splitlines():
        key, colon, value = line.partition(": ")
        if colon and not key.startswith((" ", "#")):
            yield key, value.strip("\"'")


def _under(path: Path, heading: str) -> Iterable[tuple[str, str]]:
    """Yield the simple fields below a heading of a document, if it is there."""
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    _, _, below = text.partition(f"\n{heading}:\n")
    for line in below.splitlines():
        if not line.startswith("  "):
            return
        key, _, value = line.strip().partition(": ")
        yield key, value.strip("\"'")


def _end(deadline: str) -> int:
    """Return the moment at which it is late: a day lasts until its Dutch midnight."""
    if "T" in deadline:
        return int(datetime.fromisoformat(deadline).timestamp())
    after = date.fromisoformat(deadline) + timedelta(days=1)
    at = datetime(
        after.year, after.month, after.day, tzinfo=ZoneInfo("Europe/Amsterdam")
    )
    return int(at.timestamp())


def days(seconds: float | None) -> str:
    """Return seconds in days as a Dutch page writes them."""
    if seconds is None:
        return "–"
    return f"{round(seconds * 10 / DAY) / 10:.1f}".replace(".", ",")


def took(lengths: Sequence[int]) -> list[str]:
    """Return the middle of some lengths, and what nine of ten do not pass."""
    if not lengths:
        return [days(None)] * 2
    ninth = sorted(lengths)[ceil(len(lengths) * 9 / 10) - 1]
    return [days(int(median(lengths))), days(ninth)]


def waited(lengths: Sequence[int]) -> list[str]:
    longest = max(lengths, default=None)
    middle = int(median(lengths)) if lengths else None
    return [str(len(lengths)), days(middle), days(longest)]


def test_the_school_has_something_of_everything(school: School) -> None:
    """Hold that no number below is compared with nothing."""
    assert len(school.waits()) > 3
    assert len([one for one in school.courses if 10 in one.done]) > 2
    lates = [late for one in school.courses for late in one.kept.values()]
    assert len(lates) > len([late for late in lates if late]) > 0
    assert [one for one in school.courses if one.extended]


def test_how_long_steps_took_and_are_waited_for(school: School) -> None:
    shown = report((school.out / "rapportages/doorlooptijd.html").read_text("utf-8"))
    rows = {int(row[0].partition(" ")[0]): row[1:] for row in shown.tables["step"]}
    assert set(rows) == {*STEPS.values()} - {OPTIONAL}
    for step, row in rows.items():
        lengths = [one.spans[step] for one in school.courses if step in one.spans]
        waits = [wait for one, wait in school.waits() if one.exam.step == step]
        assert row == [str(len(lengths)), *took(lengths), *waited(waits)], step
    whole = [one.done[10] - one.opened for one in school.courses if 10 in one.done]
    waits = [wait for _, wait in school.waits()]
    assert shown.figures == [str(len(whole)), *took(whole), *waited(waits)]


def test_how_long_each_is_waited_for_and_each_qualification_takes(
    school: School,
) -> None:
    shown = report((school.out / "rapportages/doorlooptijd.html").read_text("utf-8"))
    hats: dict[str, list[int]] = defaultdict(list)
    whole: dict[str, list[int]] = defaultdict(list)
    for one, wait in school.waits():
        for hat in one.exam.hats:
            hats[hat].append(wait)
    for one in school.courses:
        if 10 in one.done:
            whole[one.exam.crebo].append(one.done[10] - one.opened)
    told_hats = sorted(row[1:] for row in shown.tables["hat"])
    assert told_hats == sorted(waited(lengths) for lengths in hats.values())
    # A qualification of which no exam has a result has a row without a length.
    expected = {crebo: [str(len(own)), *took(own)] for crebo, own in whole.items()}
    rows = {row[0]: row[1:] for row in shown.tables["whole"]}
    assert {crebo: row for crebo, row in rows.items() if row[0] != "0"} == expected


def test_what_was_in_time_late_and_extended(school: School) -> None:
    shown = report((school.out / "rapportages/te-laat.html").read_text("utf-8"))
    assert shown.figures == _lateness(school.courses, set(STEPS.values()))
    rows = {int(row[0].partition(" ")[0]): row[1:] for row in shown.tables["step"]}
    for step in STEPS.values():
        expected = _lateness(school.courses, {step})
        assert rows.get(step, ["0", "0", "–", "0", "0"]) == expected, step


def _lateness(courses: Sequence[Course], steps: set[int]) -> list[str]:
    kept = [late for one in courses for s, late in one.kept.items() if s in steps]
    past = [late for late in kept if late]
    now = [one for one in courses if one.exam.late and one.exam.step in steps]
    extended = [step for one in courses for step in one.extended if step in steps]
    return [
        *(str(len(kept) - len(past)), str(len(past))),
        days(int(median(past)) if past else None),
        *(str(len(now)), str(len(extended))),
    ]

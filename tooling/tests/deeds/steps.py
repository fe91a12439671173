"""The walk as a table: who does what at each step, and what they type."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.deeds.walking import (
    GROUP,
    School,
    copied,
    exam_doc,
    lines,
    yaml_file,
)
from tests.judging import papers

NUMBER = papers.exam_number(26, 42)
EXAM = f"{GROUP}/{NUMBER}"
SCOPE = f"groups/{EXAM}"


@dataclass(frozen=True, slots=True)
class Step:
    """One deed of the walk; `typed` are its answers where it has a form.

    `at` is the name of the stage before it; drafts change no history.
    """

    at: str
    who: str
    words: tuple[str, ...]
    typed: tuple[str, ...] = ()
    draft: bool = False


_BLANK = ("",)

WALK: tuple[Step, ...] = (
    Step("new", "contact", ("fill-in", EXAM, "exam", "--from", "{home}/exam.yml")),
    Step("opened", "contact", ("approve", EXAM)),
    Step(
        "created",
        "contact",
        ("fill-in", EXAM, "assignment", "--from", "{home}/assignment.yml"),
    ),
    Step("assigned", "supervisor", ("approve", EXAM)),
    Step("one-agreed", "student", ("approve", NUMBER, "acquire")),
    Step("two-agreed", "contact", ("approve", EXAM)),
    Step(
        "acquired",
        "chair",
        ("establish", EXAM),
        ("-", "-", "", "", *"jjjj", "", "", "", "OER 2026"),
    ),
    Step(
        "established",
        "contact",
        ("fill-in", EXAM, "appointments", "--approve"),
        (
            *("a1", "closing_interview", "16-3-2027 10:00", "45", "company"),
            *("", "student, first_assessor", "", "", "n"),
        ),
    ),
    Step(
        "planned",
        "student",
        ("report-execution", EXAM),
        (
            *("running", "y", "2-3-2027", "7,5", "company", "", "n"),
            *("2-3-2027 8:00", "", "n", "n", "", "n", "n"),
        ),
    ),
    Step(
        "running",
        "student",
        ("report-execution", EXAM),
        (
            *("finished", *_BLANK * 5, "n", "", "3-3-2027 16:30", "", "n", "n"),
            *("", "n", "n"),
        ),
    ),
    Step("reported", "supervisor", ("approve", EXAM)),
    Step(
        "carried-out",
        "student",
        ("evidence", "add", EXAM, "{home}/work.txt", "--for", "E1", "--title", "Plan"),
    ),
    Step("added", "student", ("evidence", "submit", EXAM)),
    Step(
        "handed-in",
        "assessor",
        ("check-evidence", EXAM),
        ("y", "y", "y", "", "All there."),
    ),
    Step("checked", "practice", ("approve", EXAM)),
    Step(
        "to-judge",
        "practice",
        ("assess", EXAM),
        ("", "G", "Went well.", "1", "V", "", "", ""),
        draft=True,
    ),
    Step("drafted", "practice", ("seal", EXAM)),
    Step(
        "one-sealed",
        "assessor",
        ("assess", EXAM),
        ("", "V", "", "e1", "2", "", "", ""),
        draft=True,
    ),
    Step("both-drafted", "assessor", ("seal", EXAM)),
    Step("sealed", "chair", ("unseal", EXAM, "--identity", "{home}/opening-key.txt")),
    Step(
        "unsealed",
        "assessor",
        ("consensus", EXAM),
        ("y", "", "remote", "V", "Looked at it together.", ""),
    ),
    Step("one-judgement", "practice", ("approve", EXAM)),
    Step("agreed", "practice", ("final-assessment", EXAM), ("", "")),
    Step("final", "chair", ("establish-result", EXAM), _BLANK * 6),
    Step("result", "admin", ("archive", EXAM)),
)
"""Every deed from nothing to the archive, under the name of the stage before it."""


def step(at: str) -> Step:
    """Return the step that is taken at a stage."""
    return next(each for each in WALK if each.at == at)


def words_of(school: School, taken: Step) -> tuple[str, ...]:
    """Return the words of a step, with the files that somebody brings."""
    return tuple(word.format(home=school.home) for word in taken.words)


def takes(school: School, taken: Step) -> str:
    """Take a step and return what was said; holds that it ended well."""
    words, typed = words_of(school, taken), lines(*taken.typed)
    if taken.draft:
        return school.drafts(taken.who, *words, typed=typed)
    return school.does(taken.who, *words, typed=typed)


def walked(school: School, shelf: Path) -> Mapping[str, School]:
    """Take every step, and keep a copy of the school at each stage."""
    yaml_file(school.home / "exam.yml", exam_doc(school))
    yaml_file(school.home / "assignment.yml", papers.assignment())
    (school.home / "work.txt").write_bytes(papers.PROOF)
    stages: dict[str, School] = {}
    for taken in WALK:
        stages[taken.at] = copied(school, shelf / taken.at)
        takes(school, taken)
    stages["archived"] = copied(school, shelf / "archived")
    return stages


def fails(school: School) -> None:
    """Take an exam from its sealed forms to a result that is not passed."""
    for who in ("practice", "assessor"):
        typed = lines("", "O", "Niet af.", "", "O", "Niet af.", "", "")
        ran = school.ran("assess", EXAM, "--key", school.keys[who], typed=typed)
        assert ran.code == 0, ran.err
        school.does(who, "seal", EXAM)
    takes(school, step("sealed"))
    school.does("assessor", "consensus", EXAM, typed=lines("y", "", "", "", ""))
    school.does("practice", "approve", EXAM)
    school.does("practice", "final-assessment", EXAM, typed=lines("", ""))
    school.does("chair", "establish-result", EXAM, typed=lines(*[""] * 6))

"""The second walk: a failed exam with all that can follow, and the resit that passes.

It starts where the evidence was checked. A third assessor judges after a dispute; the
result is told, revised, complained about and appealed against, once in vain and once
not; then it is decided anew, followed up, and resat.
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from proeve.deeds.keeping_names import keep_names, new_names
from proeve.directory.entries import Directory, Entry, EntryKind
from tests.deeds.steps import EXAM, NUMBER, WALK, Step, takes
from tests.deeds.walking import GROUP, School, declare, registered
from tests.judging import papers
from tests.judging.school import grant

AGAIN = papers.exam_number(26, 43)
RESIT = f"{GROUP}/{AGAIN}"
THIRD = "second"
_ILL = ("", "O", "Niet af.", "", "O", "Niet af.", "", "")
_GOOD = ("", "V", "", "1", "V", "", "", "")
_BLANKS = ("",) * 6
_CASE = ("--about", "judging", "--reason")
_OPENS = ("unseal", EXAM, "--identity", "{home}/opening-key.txt")
_LETTER = ("--letter", "{home}/letters", "--directory", "{home}/names.age")
_GIVEN = ("--reason", "Brief meegegeven.")


def _notice(at: str, road: str, day: str, *more: str) -> Step:
    words = ("notice", EXAM, "--road", road, "--told-on", day, *more)
    return Step(at, "contact", words)


def _case(at: str, who: str, kind: str, day: str, *more: str) -> Step:
    words = ("record", kind, EXAM, "--received-on", day, "--status", *more)
    return Step(at, who, words)


FAILED: tuple[Step, ...] = (
    Step("first-judges", "practice", ("assess", EXAM), _ILL, draft=True),
    Step("first-seals", "practice", ("seal", EXAM)),
    Step("second-judges", "assessor", ("assess", EXAM), _GOOD, draft=True),
    Step("second-seals", "assessor", ("seal", EXAM)),
    Step("opened", "chair", _OPENS),
    Step(
        "dispute",
        "practice",
        (
            *("decide", "dispute", EXAM, "--way", "third_assessor"),
            *("--third-assessor", "{third}", "--side", "school"),
            *("--reason", "Wij worden het niet eens."),
        ),
    ),
    Step("third-judges", THIRD, ("assess", EXAM), _ILL, draft=True),
    Step("third-seals", THIRD, ("seal", EXAM)),
    Step("third-opened", "chair", _OPENS),
    Step(
        "consensus",
        THIRD,
        ("consensus", EXAM),
        ("y", "", "", "O", "Twee van de drie.", "O", "Twee van de drie.", ""),
    ),
    Step("agreed", "practice", ("approve", EXAM)),
    Step("final", "practice", ("final-assessment", EXAM), ("", "")),
    Step("result", "chair", ("establish-result", EXAM), _BLANKS),
    _notice("told", "letter", "2027-04-01", *_GIVEN, *_LETTER),
    _case(
        *("complaint", "contact", "complaint", "2027-04-02", "received"),
        *(*_CASE, "Klacht over het gesprek."),
    ),
    _case(
        *("complaint-decided", "chair", "complaint", "2027-04-02", "decided"),
        *("--outcome", "rejected", *_CASE, "Het gesprek is goed gevoerd."),
    ),
    Step(
        "revision",
        "chair",
        (
            *("revise", EXAM, "--outcome", "declared_invalid"),
            *("--reason", "Een deel van het bewijs is van een ander."),
        ),
    ),
    _notice("told-again", "in_person", "2027-04-07", "--reason", "Gesprek op school."),
    _case(
        *("dismissed", "contact", "appeal", "2027-04-08", "decided"),
        *("--reference", "CvB 2027-3", "--outcome", "dismissed"),
        *(*_CASE, "Geen nieuwe feiten."),
    ),
    _case(
        *("upheld", "contact", "appeal", "2027-04-12", "decided"),
        *("--reference", "CvB 2027-4", "--outcome", "annulled"),
        *(*_CASE, "Het oordeel moet opnieuw."),
    ),
    Step("third-agrees", THIRD, ("approve", EXAM, "consensus")),
    Step("first-agrees", "practice", ("approve", EXAM, "consensus")),
    Step("final-again", "practice", ("approve", EXAM, "final")),
    Step("result-again", "chair", ("establish-result", EXAM), _BLANKS),
    _notice("told-at-last", "letter", "2027-05-03", *_GIVEN, *_LETTER),
    Step(
        "follow-up",
        "chair",
        ("follow-up", EXAM),
        ("n", "", "", "1-9-2027", "", "", "17-5-2027"),
    ),
    Step(
        "resit",
        "contact",
        (
            *("resit", EXAM, "--from", "2027-06-01", "--until", "2027-06-04"),
            *("--year", "2026"),
        ),
    ),
)
"""Every deed from the checked evidence to the resit, under a name of its own."""


def _again(taken: Step) -> Step:
    names = {EXAM: RESIT, NUMBER: AGAIN}
    return replace(taken, words=tuple(names.get(word, word) for word in taken.words))


PASSED = tuple(
    _again(taken)
    for taken in WALK
    if taken.at not in ("new", "opened", "created", "established")
)
"""The resit, step by step as the first walk was."""

CLOSED = (Step("end", "admin", ("archive", EXAM)),)


def prepared(school: School) -> None:
    """Let somebody be a third assessor, and give the office a file with names."""
    right = grant(0x712, school.people[THIRD], "school_assessor")
    registered(school, "founder", "chair", {"grants/00/g-00000712.yml": right})
    declare(school, THIRD, "chair")
    key = " ".join(Path(f"{school.keys['contact']}.pub").read_text().split()[:2])
    student = Entry(
        id=school.people["student"],
        kind=EntryKind.STUDENT,
        name="Sam Verzonnen",
        born="2010-02-03",
        representative="Robin Verzonnen",
        number="100042",
    )
    names = new_names(school.home / "names.age", (key,))
    keep_names(names.holding(Directory({student.id: student})))


def fails_and_passes(school: School) -> Mapping[str, str]:
    """Take every step of the second walk and return what was said, by step."""
    said: dict[str, str] = {}
    for taken in (*FAILED, *PASSED, *CLOSED):
        words = tuple(
            word.replace("{third}", school.people[THIRD]) for word in taken.words
        )
        said[taken.at] = takes(school, replace(taken, words=words))
    return said

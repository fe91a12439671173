"""Each deed, killed at its writes: whole, or not there, and the same command does it.

All deeds are carried out by the same code (`test_ways_of_writing`). So one of each way
to come to a deed meets its end at every single write, and the others at a few.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.deeds.conftest import At
from tests.deeds.steps import EXAM, SCOPE, step, words_of
from tests.deeds.walking import School, at_home, copied, keygen, proeve
from tests.judging.people import COMPANY
from tests.killing import End
from tests.killing_rules import Victim, ends_everywhere

pytestmark = pytest.mark.slow

ALL, SOME, FEW = 0, 10, 4


@dataclass(frozen=True, slots=True)
class Told:
    """A command at a stage of the walk: by whom, and at how many of its writes."""

    at: str
    who: str
    words: tuple[str, ...]
    wanted: int = FEW


FORMS: Mapping[str, tuple[str, int]] = {
    "acquired": ("establishment", ALL),
    "running": ("execution", FEW),
    "handed-in": ("evidence-check", FEW),
    "unsealed": ("consensus", FEW),
    "agreed": ("final-assessment", FEW),
    "final": ("result", FEW),
}
"""Stages at which a form is filled in, here from a file that has it whole."""

STEPS = {
    "new": FEW,  # fill-in, of an exam that is not there yet
    "assigned": ALL,  # approve: a text that stands there
    "carried-out": ALL,  # evidence add: the store, then the deed
    "added": FEW,
    "drafted": FEW,  # seal: one's own copy, then the deed
    "sealed": FEW,
    "result": FEW,
}
ASIDE = (
    Told("one-agreed", "student", ("refuse", EXAM, "acquire", "--reason", "Te klein.")),
    Told(
        "planned",
        "chair",
        (
            *("pause", EXAM, "--from", "2027-03-02", "--until", "2027-03-09"),
            *("--reason", "illness", "--decided-on", "2027-03-02"),
        ),
    ),
    Told(
        "planned",
        "contact",
        ("schedule", EXAM, "--move", "a1", "--start", "17-3-2027 10:00"),
    ),
    Told(
        "result",
        "contact",
        (
            *("notice", EXAM, "--road", "letter", "--told-on", "2027-03-20"),
            *("--reason", "Verteld."),
        ),
    ),
    Told(
        "handed-in",
        "admin",
        ("arrival", EXAM, "--road", "mail", "--at", "2026-01-15T10:00:00+01:00"),
    ),
    Told(
        "new",
        "admin",
        ("company", "change", COMPANY, "--status", "lapsed", "--checked", "2027-01-01"),
    ),
)
Ends = Callable[..., int]


@pytest.fixture
def ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ends:
    """Return what ends a command at its writes, each time in a copy of the school."""

    def each(
        school: School,
        who: str,
        words: tuple[str, ...],
        wanted: int = ALL,
        end: End = End.KILL,
    ) -> int:
        def fresh(moment: int) -> Victim:
            own = copied(school, tmp_path / f"{end.name}-{moment}")
            at_home(monkeypatch, own.home)
            return victim(own, who, words)

        return ends_everywhere(fresh, end, wanted)

    return each


def victim(school: School, who: str, words: tuple[str, ...]) -> Victim:
    whole = (
        *("--lang", "en", "-C", str(school.folder), *words),
        *("--key", str(school.keys[who]), "--yes"),
    )
    return Victim(
        clone=school.folder,
        runs=lambda: proeve(*whole).code,
        drafts=school.home / ".state" / "proeve" / "drafts",
    )


@pytest.mark.parametrize("stage", STEPS)
def test_a_deed_that_is_killed_anywhere_completes(
    stage: str, at: At, ends: Ends
) -> None:
    school, taken = at(stage), step(stage)
    words = words_of(school, taken)
    assert ends(school, taken.who, words, STEPS[stage]) >= FEW


@pytest.mark.parametrize("stage", FORMS)
def test_a_form_that_is_killed_anywhere_completes(
    stage: str, at: At, ends: Ends
) -> None:
    document, wanted = FORMS[stage]
    filled = at("archived").folder / "exams" / SCOPE / f"{document}.yml"
    school, taken = at(stage), step(stage)
    words = (*taken.words, "--from", str(filled))
    assert ends(school, taken.who, words, wanted) >= FEW


@pytest.mark.parametrize("told", ASIDE, ids=lambda each: each.words[0])
def test_what_is_killed_anywhere_beside_the_steps_completes(
    told: Told, at: At, ends: Ends
) -> None:
    assert ends(at(told.at), told.who, told.words, told.wanted) >= FEW


def test_an_enrolment_that_is_killed_anywhere_completes(at: At, ends: Ends) -> None:
    school = at("new")
    key, text = keygen(school.home / "keys" / "late"), school.home / "late.enrol"
    assert school.ran("people", "invite", f"{key}.pub", "--to", text).code == 0
    assert school.ran("people", "sign", text, "--key", key, "--yes").code == 0
    words = ("people", "add", str(text), "--side", "student")
    assert ends(school, "founder", words) > FEW


def test_an_approval_from_elsewhere_that_is_killed_lands(at: At, ends: Ends) -> None:
    school = at("one-agreed")
    text, who = school.home / "word.txt", school.people["student"]
    worded = ("word", EXAM, "acquire", who, "--to", text)
    assert school.ran(*worded).code == 0
    signed = ("people", "sign", text, "--key", school.keys["student"], "--yes")
    assert school.ran(*signed).code == 0
    assert ends(school, "contact", ("land", EXAM, str(text)), FEW) == FEW


@pytest.mark.parametrize("end", [End.CTRL_C, End.FULL_DISK])
def test_a_deed_that_is_interrupted_or_finds_the_disk_full_completes(
    end: End, at: At, ends: Ends
) -> None:
    school, taken = at("carried-out"), step("carried-out")
    assert ends(school, taken.who, words_of(school, taken), SOME, end) > FEW

"""Each deed of the twelve steps, killed at its every write: whole, or not there."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.deeds.conftest import At
from tests.deeds.steps import EXAM, SCOPE, step, words_of
from tests.deeds.walking import School, at_home, copied, keygen, proeve
from tests.killing import moments
from tests.killing_rules import Victim, killed_at

pytestmark = pytest.mark.slow

FORMS = {
    "acquired": "establishment",
    "running": "execution",
    "handed-in": "evidence-check",
    "unsealed": "consensus",
    "agreed": "final-assessment",
    "final": "result",
}
"""Stages at which a form is filled in, here from a file that has it whole."""

PLAIN = ("assigned", "carried-out", "added", "drafted", "sealed", "result")
ASIDE = {
    "one-agreed": ("student", ("refuse", EXAM, "acquire", "--reason", "Te klein.")),
    "planned": (
        "chair",
        (
            *("pause", EXAM, "--from", "2027-03-02", "--until", "2027-03-09"),
            *("--reason", "illness", "--decided-on", "2027-03-02"),
        ),
    ),
}
Kills = Callable[[School, str, tuple[str, ...]], int]


@pytest.fixture
def kills(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Kills:
    """Return what kills a command at each write, each time in a copy of the school."""

    def each(school: School, who: str, words: tuple[str, ...]) -> int:
        def at_moment(moment: int) -> int:
            own = copied(school, tmp_path / f"kill-{moment}")
            at_home(monkeypatch, own.home)
            return killed_at(victim(own, who, words), moment)

        return sum(1 for _ in moments(at_moment))

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


@pytest.mark.parametrize("stage", PLAIN)
def test_a_deed_that_is_killed_anywhere_completes(
    stage: str, at: At, kills: Kills
) -> None:
    school, taken = at(stage), step(stage)
    assert kills(school, taken.who, words_of(school, taken)) > 5


@pytest.mark.parametrize("stage", FORMS)
def test_a_form_that_is_killed_anywhere_completes(
    stage: str, at: At, kills: Kills
) -> None:
    filled = at("archived").folder / "exams" / SCOPE / f"{FORMS[stage]}.yml"
    school, taken = at(stage), step(stage)
    words = (*taken.words, "--from", str(filled))
    assert kills(school, taken.who, words) > 5


@pytest.mark.parametrize("stage", ASIDE)
def test_a_decision_that_is_killed_anywhere_completes(
    stage: str, at: At, kills: Kills
) -> None:
    who, words = ASIDE[stage]
    assert kills(at(stage), who, words) > 5


def test_an_enrolment_that_is_killed_anywhere_completes(at: At, kills: Kills) -> None:
    school = at("new")
    key, text = keygen(school.home / "keys" / "late"), school.home / "late.enrol"
    assert school.ran("people", "invite", f"{key}.pub", "--to", text).code == 0
    assert school.ran("people", "sign", text, "--key", key, "--yes").code == 0
    words = ("people", "add", str(text), "--side", "student")
    assert kills(school, "founder", words) > 5

"""Every form in a real terminal: asked, answered, interrupted, resumed, edited."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.deeds.conftest import At
from tests.deeds.steps import EXAM, SCOPE, WALK, Step, step, words_of
from tests.deeds.terminals import Terminal
from tests.deeds.walking import School, lines

pytestmark = pytest.mark.slow

FORMS = tuple(each for each in WALK if each.typed)
FOLLOW_UP = Step(
    "failed",
    "chair",
    ("follow-up", EXAM),
    ("n", "", "", "1-9-2027", "", "", "31-12-2099"),
)


def terminal(school: School, taken: Step, *more: str | Path) -> Terminal:
    """Return a terminal in which somebody takes a step."""
    key = ("--key", school.keys[taken.who])
    return Terminal("-C", school.folder, *words_of(school, taken), *key, *more)


@pytest.mark.parametrize("taken", FORMS, ids=lambda each: each.at)
def test_a_form_is_filled_in_at_a_terminal(at: At, taken: Step) -> None:
    school = at(taken.at)
    _fills_in(school, taken)


def test_a_follow_up_is_filled_in_at_a_terminal(failed: Callable[[], School]) -> None:
    _fills_in(failed(), FOLLOW_UP)


def _fills_in(school: School, taken: Step) -> None:
    before = school.head()
    run = terminal(school, taken)
    for line in taken.typed:
        run.type(line)
    if not taken.draft:
        run.type("y")
    assert run.ended() == 0, run.seen
    assert (school.head() == before) is taken.draft
    school.verified()


def test_an_answer_that_does_not_fit_is_asked_again(at: At) -> None:
    school = at("agreed")
    run = terminal(school, step("agreed"))
    run.type("brilliant")
    assert "choose from" in run.until_asked()
    run.type("<")
    run.type("")
    run.type("")
    run.type("n")
    assert run.ended() == 130


def test_an_interrupted_form_goes_on_where_it_was_left(at: At) -> None:
    school = at("planned")
    before = school.traces()
    run = terminal(school, step("planned"))
    for line in ("running", "y", "2-3-2027"):
        run.type(line)
    run.interrupt()
    assert run.ended() == 130
    assert school.traces() == before
    again = terminal(school, step("planned"))
    said = again.until_asked()
    assert "3 answers" in said
    assert "Hours" in said
    again.interrupt()
    again.ended()


def test_answers_that_run_out_are_kept(at: At) -> None:
    school = at("planned")
    before = school.traces()
    key = ("--key", school.keys["student"], "--yes")
    ran = school.ran("report-execution", EXAM, *key, typed=lines("running", "y"))
    assert ran.code == 2
    assert "The answers ran out at: Day" in ran.err
    assert school.traces() == before
    rest = lines(*step("planned").typed[2:])
    school.does("student", "report-execution", EXAM, typed=rest)


def test_a_finding_of_the_judge_asks_that_question_again(at: At) -> None:
    school = at("acquired")
    before = school.traces()
    run = terminal(school, step("acquired"))
    for line in ("-", "-", "", "", "y", "y", "y", "n", "", "", "", ""):
        run.type(line)
    assert "establishment.checklist" in run.until_asked()
    run.type("y")
    assert "Safe" in run.until_asked()
    run.type("y")
    run.type("y")
    assert run.ended() == 0, run.seen
    assert school.traces() != before


GOOD = """items:
  W1-C1:
    agreed: V
    reason: Samen.
  W1-C2:
    agreed: V
"""
TALK = "talk:\n  date: '2027-03-20'\n  place: remote\n"


def editor(school: School, *texts: str) -> dict[str, str]:
    """Return the settings of an editor that writes these texts, one at each opening."""
    for number, text in enumerate(texts):
        (school.home / f"text-{number}").write_text(text)
    program = school.home / "editor.sh"
    home = school.home
    program.write_text(
        f'#!/bin/sh\nn=$(cat "{home}/n" 2>/dev/null || echo 0)\n'
        f'cp "$1" "{home}/given-$n"\ncat "{home}/text-$n" > "$1"\n'
        f'echo $((n + 1)) > "{home}/n"\n'
    )
    program.chmod(0o700)
    return {"VISUAL": str(program), "EDITOR": str(program)}


def test_an_editor_opens_again_on_what_is_not_in_order(at: At) -> None:
    school = at("unsealed")
    bad = GOOD.replace("agreed: V\n    reason", "agreed: X\n    reason")
    settings = editor(school, "items: [", bad, GOOD + TALK)
    key = ("--key", school.keys["assessor"])
    words = ("-C", school.folder, "consensus", EXAM, "--editor", *key)
    run = Terminal(*words, more=settings)
    assert "yaml." in run.until_asked()
    run.type("y")
    said = run.until_asked()
    assert "consensus" in said
    assert ".yml:3:5: passing.rating-off-scale" in said
    run.type("y")
    run.type("y")
    assert run.ended() == 0, run.seen
    given = (school.home / "given-0").read_text()
    assert given.startswith("# yaml-language-server: $schema=file://")
    assert "# Criteria. For each criterion the judgements apart" in given
    assert "'agreed': 'V'" in str(school.doc(f"{SCOPE}/consensus.yml"))
    school.verified()


def test_an_editor_without_a_terminal_says_what_is_wrong_and_stops(
    at: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    school = at("unsealed")
    before = school.traces()
    for name, value in editor(school, "items: [").items():
        monkeypatch.setenv(name, value)
    key = ("--key", school.keys["assessor"], "--yes")
    ran = school.ran("consensus", EXAM, "--editor", *key)
    assert ran.code == 1
    assert ".yml:1:" in ran.out
    assert school.traces() == before

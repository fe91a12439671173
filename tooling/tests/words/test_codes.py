"""Every finding code has its sentences, in both languages, and a test that meets it."""

import re
from pathlib import Path
from string import Formatter

import pytest

from proeve.words.codes import ALL, FAMILIES
from proeve.words.say import Code, Say
from proeve.words.saying import sentence
from tests.words.emissions import CODE, emissions, literals

TESTS = Path(__file__).parents[1]
GROUPS = frozenset(code.partition(".")[0] for code in ALL)
FORBIDDEN = re.compile(r"\b(invalid|please|ongeldige?|gelieve|alstublieft)\b", re.I)
READ = frozenset({".py", ".yml", ".json", ".sh", ".txt", ".md"})

UNTESTED: frozenset[str] = frozenset()
"""Codes that no test meets yet; this list may only become shorter."""


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def _texts(say: Say) -> tuple[str, ...]:
    return say.text, say.hint, say.why


def _all_placeholders(say: Say) -> set[str]:
    return _placeholders(say.text) | _placeholders(say.hint)


def test_no_two_codes_are_one() -> None:
    assert len(ALL) == sum(len(family.CODES) for family in FAMILIES)


def test_every_code_is_a_family_and_what_is_so() -> None:
    assert [code for code in ALL if not CODE.fullmatch(code)] == []


def test_every_code_in_the_source_has_sentences() -> None:
    found = literals(GROUPS)
    assert {code: place for code, place in found.items() if code not in ALL} == {}


def test_every_finding_that_is_made_has_sentences() -> None:
    made = {each.code: each.place for each in emissions()}
    assert {code: place for code, place in made.items() if code not in ALL} == {}


def test_every_code_is_given_somewhere() -> None:
    assert set(ALL) - set(literals(GROUPS)) == set()


def test_every_finding_brings_what_its_sentence_names() -> None:
    lacking = {
        each.place: (each.code, sorted(wanted - each.args))
        for each in emissions()
        if each.args is not None
        and (wanted := _all_placeholders(ALL[each.code].nl)) - each.args
    }
    assert lacking == {}


def test_most_findings_can_be_held_against_their_sentence() -> None:
    told = [each.args is not None for each in emissions()]
    assert sum(told) > 0.8 * len(told)


@pytest.mark.parametrize("code", ALL.values(), ids=lambda code: code.code)
def test_both_languages_name_the_same_things(code: Code) -> None:
    assert _all_placeholders(code.nl) == _all_placeholders(code.en)


@pytest.mark.parametrize("code", ALL.values(), ids=lambda code: code.code)
def test_a_sentence_is_whole(code: Code) -> None:
    texts = [text for say in (code.nl, code.en) for text in _texts(say)]
    assert [text for text in texts if not text.endswith((".", ".)"))] == []
    assert [text for text in texts if text != " ".join(text.split())] == []


@pytest.mark.parametrize("code", ALL.values(), ids=lambda code: code.code)
def test_a_sentence_neither_blames_nor_begs(code: Code) -> None:
    texts = [text for say in (code.nl, code.en) for text in _texts(say)]
    assert [text for text in texts if FORBIDDEN.search(text)] == []


@pytest.mark.parametrize("code", ALL.values(), ids=lambda code: code.code)
def test_the_explanation_needs_nothing_filled_in(code: Code) -> None:
    assert _placeholders(code.nl.why) | _placeholders(code.en.why) == set()


def test_what_is_filled_in_is_not_read_as_a_placeholder() -> None:
    said = sentence("exam.no-company", {"company": "{person} %s {0}"}, "en")
    assert said.text.startswith("The training company {person} %s {0} is not")


def test_an_argument_that_is_absent_shows_its_name() -> None:
    said = sentence("exam.no-company", {}, "nl")
    assert said.text.startswith("Het leerbedrijf {company} staat niet")


def test_every_code_is_met_in_a_test() -> None:
    own = Path(__file__)
    texts = [
        path.read_text(encoding="utf-8", errors="replace")
        for path in TESTS.rglob("*")
        if path.suffix in READ and path != own
    ]
    met = set(re.findall(r"[a-z]+\.[a-z0-9-]+", "\n".join(texts)))
    assert set(ALL) - met == UNTESTED

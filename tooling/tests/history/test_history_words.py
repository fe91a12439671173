"""Every code that the history layer can give has its sentences, and no other has."""

import re
import string
from pathlib import Path

import pytest

import proeve.history
from proeve.words.codes import ALL, history, signature, statement
from proeve.words.say import Code

FAMILIES = (history, signature, statement)
CODES = {code.code: code for family in FAMILIES for code in family.CODES}
USED = {
    code
    for file in Path(proeve.history.__path__[0]).glob("*.py")
    for code in re.findall(
        r'"((?:history|signature|statement)\.[a-z-]+)"', file.read_text("utf-8")
    )
}


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_used_codes_have_sentences_and_others_have_none() -> None:
    assert set(ALL) >= USED >= set(CODES)


@pytest.mark.parametrize("code", CODES.values(), ids=CODES.keys())
def test_both_languages_tell_the_same(code: Code) -> None:
    assert places(code.nl.text) == places(code.en.text)
    for say in (code.nl, code.en):
        assert not places(say.hint) | places(say.why)
        assert all(text.endswith(".") for text in (say.text, say.hint, say.why))

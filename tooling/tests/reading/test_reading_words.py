"""Every code of reading has its sentences, and every sentence has its code."""

import re
from pathlib import Path

import pytest

from proeve import reading
from proeve.words.codes import ALL, path, schema, yaml, yaml_layout
from proeve.words.say import Code

OWN = [code for family in (yaml, yaml_layout, schema, path) for code in family.CODES]
SOURCE = "".join(
    file.read_text(encoding="utf-8")
    for file in Path(reading.__file__).parent.glob("*.py")
)
WRITTEN = set(re.findall(r'"((?:yaml|schema|path)\.[a-z0-9-]+)"', SOURCE))


def test_the_codes_in_the_source_are_those_with_sentences() -> None:
    assert {code.code for code in OWN} == WRITTEN - {"schema.json"}


@pytest.mark.parametrize("code", OWN, ids=lambda code: code.code)
def test_both_languages_tell_the_same_with_the_same_words(code: Code) -> None:
    assert ALL[code.code] is code
    placeholders = [
        set(re.findall(r"\{(\w+)\}", said.text + said.hint))
        for said in (code.nl, code.en)
    ]
    assert placeholders[0] == placeholders[1]
    for said in (code.nl, code.en):
        assert all(part.endswith(".") for part in (said.text, said.hint, said.why))

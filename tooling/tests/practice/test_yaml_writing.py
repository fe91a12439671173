"""Writing documents: strict reading finds the same data again, whatever it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proeve.deeds.yamlwriting import document_text, mapping_text
from proeve.model.document import Data
from proeve.model.findings import Location
from proeve.reading.characters import refused_in_value
from proeve.reading.yamltext import data_of


def _allowed(text: str) -> bool:
    return not tuple(refused_in_value(text, Location("x.yml")))


TEXTS = st.text(max_size=40).filter(_allowed)
NUMBERS = st.integers(-(10**9), 10**9) | st.integers(-(10**6), 10**6).map(
    lambda number: number / 100
)
SCALARS = st.none() | st.booleans() | NUMBERS | TEXTS
VALUES: st.SearchStrategy[Data] = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(TEXTS.filter(bool), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(st.dictionaries(TEXTS.filter(bool), VALUES, min_size=1, max_size=5))
def test_strict_reading_finds_the_same_data_again(data: dict[str, Data]) -> None:
    assert data_of(mapping_text(data).encode(), "x.yml") == data


@pytest.mark.parametrize(
    "word",
    [
        "no", "Yes", "ON", "null", "~", "true", "12:30", "010", "1e3", "0x1f",
        "2027-01-14",
        "- a", "# a", "a: b", "a #b", "*a", "&a", "!a", "%a", "@a", "`a", "", " a",
        "a ",
        "[a]", "{a}", "a, b", "'a'", '"a"', "a\nb", "a\n\nb\n", "\na", "a\n",
        "a\n\n", "=",
        "<<", "één", "€ 5", "N", "y", "-", "?", "a:", ".5", "+1", "1_000", "0o7",
        ".inf",
    ],
)  # fmt: skip
def test_text_stays_text_alone_in_a_list_and_as_a_key(word: str) -> None:
    data: dict[str, Data] = {"alone": word, "list": [word], "inside": [{"a": word}]}
    if word:
        data[word] = "key"
    assert data_of(mapping_text(data).encode(), "x.yml") == data


def test_the_first_line_tells_editors_which_schema_it_is() -> None:
    text = document_text("exams/groups/g/26-0001-x/forms/first.yml", {"a": 1})
    assert text.splitlines()[0] == (
        b"# yaml-language-server: $schema=../../../../../schemas/form.schema.json"
    )


def test_lists_of_short_words_stand_on_one_line() -> None:
    data: dict[str, Data] = {"units": ["B1-K1-W1", "B1-K1-W2"], "by": []}
    assert mapping_text(data) == "units: [B1-K1-W1, B1-K1-W2]\nby: []\n"


def test_several_lines_stand_as_a_block() -> None:
    assert mapping_text({"a": "b\nc\n"}) == "a: |\n  b\n  c\n"


@pytest.mark.parametrize("number", [float("nan"), float("inf"), 1 / 3, 10**15])
def test_what_is_no_decimal_number_is_refused(number: float) -> None:
    with pytest.raises(ValueError, match="decimal"):
        mapping_text({"a": number})

"""Where versions are compared a field has the name that its schema gives it."""

from collections.abc import Iterator

import pytest

from proeve.reading.fields import Form, form_of
from proeve.words.labels_fields import DOCUMENTS, FIELDS, document_words, field_words
from proeve.words.say import Language

KINDS = [file.removesuffix(".yml") for file in DOCUMENTS]


def _titles(form: Form) -> Iterator[tuple[str, str, str]]:
    for name, field in form.fields.items():
        yield name, field.titled("nl"), field.titled("en")
        yield from _titles(field)
    if form.inside:
        yield from _titles(form.inside)


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_a_document_has_words(kind: str) -> None:
    assert {name for name, *_ in _titles(form_of(kind))} - {"schema"} <= set(FIELDS)


def test_a_field_that_schemas_call_one_thing_is_called_that() -> None:
    said: dict[str, set[tuple[str, str]]] = {}
    for kind in KINDS:
        for name, *words in _titles(form_of(kind)):
            said.setdefault(name, set()).add((words[0], words[1]))
    alike = {
        name: titles.copy().pop() for name, titles in said.items() if len(titles) == 1
    }
    del alike["schema"]
    assert {name: (FIELDS[name].nl, FIELDS[name].en) for name in alike} == alike


@pytest.mark.parametrize(
    ("language", "words"),
    [("nl", "Bewijsstukken › e2 › Titel"), ("en", "Pieces › e2 › Title")],
)
def test_the_way_to_a_field_is_said(language: Language, words: str) -> None:
    assert field_words("evidence.yml", ("items", "e2", "title"), language) == words


def test_a_document_may_have_its_own_word_for_a_field() -> None:
    assert field_words("consensus.yml", ("items", "W1"), "nl") == "Criteria › W1"


def test_a_file_without_words_keeps_its_name() -> None:
    assert document_words("assignment.yml", "nl") == "Opdracht"
    assert document_words("other.yml", "nl") == "other.yml"

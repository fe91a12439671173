"""The words of lists and books are there, and what is listed is complete."""

import re
from pathlib import Path

import pytest

from proeve.cli.books import books, library
from proeve.cli.main import verb_names
from proeve.process.documents import KINDS
from proeve.process.vocabulary import Part, Role
from proeve.reading.fields import Shape
from proeve.sight.archive import Kept
from proeve.site.role_pages import PEOPLE, decisions_of, doings_of
from proeve.site.shipped import shipped_templates
from proeve.site.tasks import hats
from proeve.words.codes import ALL
from proeve.words.labels_books import SHAPES
from proeve.words.labels_lists import FAMILIES, HATS, KEPT
from proeve.words.say import Language

LANGUAGES: tuple[Language, ...] = ("nl", "en")
HANDBOOK = shipped_templates() / "handbook"


def test_every_family_of_rules_has_words() -> None:
    assert {code.partition(".")[0] for code in ALL} == set(FAMILIES)


def test_every_role_part_and_shape_has_words() -> None:
    assert {str(hat) for hat in (*Part, *Role)} <= set(HATS)
    assert {str(shape) for shape in Shape} == set(SHAPES)
    assert {str(kept) for kept in Kept} == set(KEPT)


def test_every_part_has_a_page_of_tasks() -> None:
    assert set(map(str, Part)) <= set(map(str, hats()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_books_have_every_document_and_every_verb(language: Language) -> None:
    found = books(language)
    assert [each.name for each in found.documents] == list(KINDS)
    assert tuple(each.name for each in found.verbs) == verb_names()
    assert library().verbs == verb_names()
    for document in found.documents:
        assert document.title
        assert document.fields
    for verb in found.verbs:
        assert verb.short
        assert verb.help
        assert verb.usage.startswith(f"proeve {verb.name}")


def test_the_books_speak_both_languages() -> None:
    dutch, english = books("nl"), books("en")
    for one, other in zip(dutch.documents, english.documents, strict=True):
        assert one.says != other.says, one.name


@pytest.mark.parametrize("role", PEOPLE)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_role_has_a_guide_of_at_most_two_pages(
    role: Role, language: Language
) -> None:
    name = f"rol-{str(role).replace('_', '-')}.md"
    text = (HANDBOOK / language / "hulp" / name).read_text(encoding="utf-8")
    most_words_on_two_pages = 900
    assert 120 < len(text.split()) < most_words_on_two_pages
    assert text.count("\n## ") >= 3


def test_both_languages_have_the_same_guides() -> None:
    dutch, english = (
        {path.relative_to(HANDBOOK / language) for path in _guides(language)}
        for language in LANGUAGES
    )
    assert dutch == english


def test_guides_name_only_commands_of_this_version() -> None:
    for language in LANGUAGES:
        for path in _guides(language):
            text = path.read_text(encoding="utf-8")
            named = re.findall(r"`proeve ([a-z-]+)", text)
            assert set(named) <= set(verb_names()), path


def test_an_assessor_assesses_and_a_committee_establishes() -> None:
    steps = {role: [doing.row.id for doing in doings_of(role)] for role in PEOPLE}
    assert "seal.first" in steps[Role.WORKPLACE_ASSESSOR]
    assert "result" in steps[Role.EXAM_COMMITTEE]
    assert "result" not in steps[Role.SCHOOL_ASSESSOR]
    assert steps[Role.TEACHER] == []
    assert "dispute" in decisions_of(Role.SCHOOL_ASSESSOR)


def _guides(language: Language) -> list[Path]:
    return sorted((HANDBOOK / language / "hulp").glob("*.md"))

"""Whatever somebody chooses from in a form is said in words, in both languages."""

from collections.abc import Iterator

import pytest

from proeve.reading.fields import Form, form_of
from proeve.words.labels_forms import form_code_words

KINDS = (
    *("exam", "assignment", "establishment", "appointments", "execution"),
    *("evidence-check", "consensus", "final-assessment", "result", "follow-up"),
    "form",
)


def choices(form: Form) -> Iterator[str]:
    """Yield every code that a form lets somebody choose."""
    yield from form.choices
    for inner in form.fields.values():
        yield from choices(inner)
    if form.inside is not None:
        yield from choices(form.inside)


@pytest.mark.parametrize("kind", KINDS)
def test_no_code_is_shown_without_its_words(kind: str) -> None:
    for code in dict.fromkeys(choices(form_of(kind))):
        dutch, english = (form_code_words(code, lang) for lang in ("nl", "en"))
        assert dutch, code
        assert english, code
        assert "_" not in dutch + english


def test_the_forms_have_codes_at_all() -> None:
    assert len({each for kind in KINDS for each in choices(form_of(kind))}) > 40


def test_another_code_has_no_words() -> None:
    assert form_code_words("never-heard-of", "en") == ""

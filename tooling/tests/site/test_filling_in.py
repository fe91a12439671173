"""What templates fill in is escaped, letter for letter as markupsafe does it."""

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from proeve.process.vocabulary import StepId
from proeve.site.escaping import Escaping, filled_in


class Shows:
    """Something that says itself how it stands in HTML."""

    def __html__(self) -> str:
        return "<i>&amp;</i>"


@given(st.text())
def test_text_is_filled_in_as_it_is_escaped(text: str) -> None:
    assert filled_in(text) == escape(text)
    safe = Markup(text)  # noqa: S704 - it is what is tested
    assert filled_in(safe) == escape(safe) == text


@pytest.mark.parametrize("value", [0, 1.5, None, True, Shows(), *StepId])
def test_other_values_are_filled_in_as_they_are_escaped(value: object) -> None:
    assert filled_in(value) == escape(value)


_WHOLE = """{% macro cell(it) %}<td>{{ it }}{{ it|upper }}</td>{% endmacro %}
{% set part %}{{ text }}<hr>{% endset %}
{{ cell(text) }}{{ part }}{{ text ~ text }}{{ [text]|join }}{{ number }}{{ safe }}
{% for each in [text, safe] %}{{ each }}{% endfor %}
{% autoescape false %}{{ text }}{% endautoescape %}"""


@given(st.text(alphabet="ab&<>\"'{}% é"))
def test_a_template_gives_what_jinja_by_itself_gives(text: str) -> None:
    values = {"text": text, "number": 7, "safe": Markup("<b>{}</b>").format(text)}
    ours, plain = (
        made(autoescape=True, undefined=jinja2.StrictUndefined)
        for made in (Escaping, jinja2.Environment)
    )
    assert ours.from_string(_WHOLE).render(values) == plain.from_string(_WHOLE).render(
        values
    )


def test_what_is_missing_still_fails() -> None:
    made = Escaping(autoescape=True, undefined=jinja2.StrictUndefined)
    with pytest.raises(jinja2.UndefinedError):
        made.from_string("{{ nobody }}").render()

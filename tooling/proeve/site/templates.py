"""The Jinja2 environment of the site, one for each language.

All that is filled in is escaped. Text of our own stands in the templates in Dutch with
its English beside it, `{{ "Klaar"|en("Done") }}`; that choice is made when a template
is compiled, so it costs nothing for each page.
"""

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path

import jinja2
from markupsafe import Markup, escape

from proeve.model.findings import Finding
from proeve.process.vocabulary import Level, Part, Role, StepId
from proeve.site import dates
from proeve.site.escaping import Escaping
from proeve.site.marks import SIGNS
from proeve.site.places import company_path, student_path
from proeve.site.sentences import Said, said
from proeve.words.labels import label, meaning, official, road_words
from proeve.words.say import Language

# A role and a part may have the same text and other words: the type is part of the key.
typed_cache = lru_cache(maxsize=4096, typed=True)

_SHORT = 10
_TICKED = re.compile(r"`([^`]+)`")
_PARTS = "parts.html.j2"
_APPROVERS: Mapping[str, Role | Part] = {
    **{str(role): role for role in Role},
    **{str(part): part for part in Part},
}


def environment(
    folder: Path, language: Language, names: Mapping[str, str]
) -> jinja2.Environment:
    """Return an environment that escapes everything and fails on what is missing."""
    made = Escaping(
        loader=jinja2.FileSystemLoader(folder),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters.update(_spoken(language, names))
    made.filters.update(_dated(language))
    made.filters["name"] = names.get
    made.filters.update(_kept(made))
    made.filters["short"] = _short
    made.filters["student_path"] = student_path
    made.filters["company_path"] = company_path
    made.filters["fill"] = _fill
    made.filters["capital"] = _capital
    made.filters["coded"] = _coded
    made.filters["whole"] = _whole
    made.globals["signs"] = SIGNS
    made.globals["language"] = language
    return made


def _kept(made: jinja2.Environment) -> dict[str, Callable[..., Markup]]:
    """Return the small parts as filters; the same people and days come back often."""

    @cache
    def parts() -> object:
        return made.get_template(_PARTS).module

    def filtered(part: str) -> Callable[..., Markup]:
        @lru_cache(maxsize=8192)
        def fill(*values: object) -> Markup:
            macro = getattr(parts(), part)
            return Markup(macro(*values))  # noqa: S704 - a macro has escaped its values

        return fill

    return {
        part: filtered(part) for part in ("person", "stamp", "stamp_to_minute", "state")
    }


def _spoken(
    language: Language, names: Mapping[str, str]
) -> dict[str, Callable[..., object]]:
    def en(dutch: str, english: str) -> Markup:
        # Only literals of our own templates come here, never a value from an exam.
        return Markup(dutch if language == "nl" else english)  # noqa: S704

    @typed_cache
    def spoken(value: StrEnum) -> Markup:
        return escape(label(value, language))

    def approver(value: str) -> str:
        known = _APPROVERS.get(value)
        return label(known, language) if known else value

    @typed_cache
    def title(value: StepId) -> Markup:
        return escape(official(value, language))

    def road(value: str) -> str:
        return road_words(value, language)

    def means(value: Level) -> str:
        return meaning(value, language)

    def sentence(value: Finding) -> Said:
        return said(value, language, names)

    return {
        "en": en,
        "label": spoken,
        "approver": approver,
        "official": title,
        "means": means,
        "road": road,
        "said": sentence,
    }


def _dated(language: Language) -> dict[str, Callable[..., object]]:
    def day(at: int) -> str:
        return dates.day(at, language)

    def moment(at: int) -> str:
        return dates.moment(at, language)

    def written(text: str) -> str:
        return dates.written(text, language)

    return {
        "day": day,
        "moment": moment,
        "written": written,
        "machine": dates.machine,
        "machine_day": dates.machine_day,
    }


def _fill(text: Markup, **values: object) -> Markup:
    """Fill the gaps of a text of our own; the values are escaped."""
    escaped = {name: escape(value) for name, value in values.items()}
    return Markup(str.format(text, **escaped))  # noqa: S704 - each part is escaped


@typed_cache
def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _coded(text: str) -> Markup:
    """Return a sentence with what stands between backticks as code."""
    return Markup(_TICKED.sub(r"<code>\1</code>", str(escape(text))))  # noqa: S704


def _whole(command: str) -> Markup:
    """Return a command that breaks between its words and never inside a name."""
    words = (
        Markup("<span>{}</span>").format(word) if "-" in word else escape(word)
        for word in command.split(" ")
    )
    return Markup(" ").join(words)


def _short(oid: str) -> str:
    """Return the start of an id, after the name of its algorithm if it has one."""
    return oid.rpartition(":")[2][:_SHORT]

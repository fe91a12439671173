"""The finder: every exam of the school in one small file, and the page that asks it.

A site of files cannot fetch, so the data come as a script that sets one value. They
stand in columns; a column is a list of its different values and, for each exam, where
its value stands in that list, in one to four letters of 64.
"""

import json
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from proeve.process.table import MEI_12
from proeve.process.vocabulary import Approver, Outcome, Part, Role
from proeve.sight.lines import Line
from proeve.site import dates
from proeve.site.edition import Edition
from proeve.words.labels import label
from proeve.words.labels_text import Label

PATH = "examens/zoeken"
DATA = f"{PATH}-gegevens.js"
TITLE = Label("Examen zoeken", "Find an exam")
FINISHED = "0"
NO_RESULT = "none"
_FINISHED = Label("afgerond", "finished")
_NO_RESULT = Label("nog geen", "none yet")

_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_BASE = len(_ALPHABET)
_JOIN = "+"
_Value = TypeVar("_Value", bound=Hashable)
_HATS: tuple[Approver, ...] = (*Part, *Role)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One value that a filter offers: as the address has it, and in words."""

    key: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FinderView:
    """The filters that the page offers, each with the values that occur.

    Groups and companies are many: they travel with the data, and the script adds them.
    """

    exams: int
    steps: tuple[Choice, ...]
    hats: tuple[Choice, ...]
    qualifications: tuple[Choice, ...]
    outcomes: tuple[Choice, ...]


def finder_body(edition: Edition) -> str:
    """Return the HTML of the finder."""
    return edition.render("finder", "../", view=finder_view(edition))


def finder_view(edition: Edition) -> FinderView:
    """Return the filters of the finder."""
    school, language = edition.sight.school, edition.language
    lines = school.lines
    at_move = {(type(hat), hat) for line in lines for hat in line.hats}
    outcomes = {line.outcome for line in lines}
    return FinderView(
        exams=len(lines),
        steps=(
            *(
                Choice(
                    key=str(one.number), text=f"{one.number} {label(one.id, language)}"
                )
                for one in MEI_12.steps
            ),
            Choice(key=FINISHED, text=_FINISHED.in_language(language)),
        ),
        hats=_distinct(
            Choice(key=hat.value, text=label(hat, language))
            for hat in _HATS
            if (type(hat), hat) in at_move
        ),
        qualifications=_choices(
            edition, (group.crebo for group in school.groups.values())
        ),
        outcomes=(
            *(
                Choice(key=outcome.value, text=label(outcome, language))
                for outcome in Outcome
                if outcome in outcomes
            ),
            Choice(key=NO_RESULT, text=_NO_RESULT.in_language(language)),
        ),
    )


def finder_data(edition: Edition) -> bytes:
    """Return the script that holds every exam."""
    text = json.dumps(
        _columns(edition), ensure_ascii=False, separators=(",", ":"), sort_keys=True
    )
    # Wherever the script is put, nothing in it can end it or begin a comment.
    safe = text.replace("<", "\\u003c")
    return f"window.PROEVE_FINDER={safe};\n".encode()


def _columns(edition: Edition) -> dict[str, object]:
    school, language = edition.sight.school, edition.language
    lines = school.lines

    def named(company: str) -> str:
        return edition.names.get(company, company)

    return {
        "exams": len(lines),
        "choices": _many(edition),
        "numbers": "\n".join(line.number for line in lines),
        "ids": "\n".join("" if line.id == line.number else line.id for line in lines),
        "group": _coded(
            lines,
            lambda line: line.group,
            lambda group: [
                group,
                school.groups[group].title,
                school.groups[group].crebo,
            ],
        ),
        "student": _coded(lines, lambda line: line.student, named),
        "title": _coded(lines, lambda line: line.title, str),
        "company": _coded(
            lines,
            lambda line: line.companies,
            lambda some: [_JOIN.join(some), ", ".join(named(one) for one in some)],
        ),
        "step": _coded(
            lines,
            lambda line: line.step,
            lambda step: (
                [str(MEI_12.step(step).number), label(step, language)]
                if step
                else [FINISHED, ""]
            ),
        ),
        "state": _coded(
            lines, lambda line: line.state, lambda state: label(state, language)
        ),
        "hats": _coded(
            lines,
            lambda line: tuple((type(hat).__name__, hat) for hat in line.hats),
            lambda hats: [
                _JOIN.join(hat.value for _, hat in hats),
                ", ".join(label(hat, language) for _, hat in hats),
            ],
        ),
        "since": _coded(
            lines,
            lambda line: None if line.since is None else dates.machine(line.since)[:10],
            lambda day: (
                ["", ""] if day is None else [day, dates.written(day, language)]
            ),
        ),
        "late": _coded(lines, lambda line: line.overdue, int),
        "result": _coded(
            lines,
            lambda line: line.outcome,
            lambda outcome: (
                [outcome.value, label(outcome, language)]
                if outcome
                else [NO_RESULT, ""]
            ),
        ),
    }


def _many(edition: Edition) -> dict[str, list[list[str]]]:
    """Return the values of the filters that have many, with their words."""
    school = edition.sight.school
    companies = (company for line in school.lines for company in line.companies)
    return {
        "groep": [[name, group.title] for name, group in school.groups.items()],
        "bedrijf": [[one.key, one.text] for one in _choices(edition, companies)],
    }


def _coded(
    lines: Sequence[Line],
    value: Callable[[Line], _Value],
    shown: Callable[[_Value], object],
) -> dict[str, object]:
    """Return a column: its different values as shown, and each exam's place in them."""
    places: dict[_Value, int] = {}
    found = [places.setdefault(value(line), len(places)) for line in lines]
    width = 1
    while _BASE**width < len(places):
        width += 1
    codes = [_code(place, width) for place in range(len(places))]
    return {
        "of": [shown(each) for each in places],
        "at": "".join(codes[place] for place in found),
        "wide": width,
    }


def _code(place: int, width: int) -> str:
    letters = ""
    for _ in range(width):
        place, digit = divmod(place, _BASE)
        letters = _ALPHABET[digit] + letters
    return letters


def _choices(edition: Edition, keys: Iterable[str]) -> tuple[Choice, ...]:
    found = [
        Choice(key=key, text=edition.names.get(key, key)) for key in {*keys} if key
    ]
    return tuple(sorted(found, key=lambda choice: (choice.text, choice.key)))


def _distinct(choices: Iterable[Choice]) -> tuple[Choice, ...]:
    """Return choices once: a part and a role may have the same key and words."""
    return tuple(dict.fromkeys(choices))

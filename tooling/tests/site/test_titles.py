"""Pages say titles and not codes, and mark the part of the site they stand in."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from proeve.model.registry import Committee, Instrument, Registry
from proeve.sight.titles import titles_of
from proeve.site.cells import Words
from proeve.site.edition import edition_of
from proeve.site.finder import finder_body, finder_data
from proeve.site.listing import Cell
from proeve.words.saying import argument
from tests.site import verdicts
from tests.site.test_calendars import site

pytestmark = pytest.mark.slow


def registry() -> Registry:
    committee = Committee(
        id="ec-1", members=(), quorum={}, opening_keys=(), title="Commissie"
    )
    titles = {1: {"nl": "Oud", "en": "Old"}, 2: {"nl": "Lassen", "en": "Welding"}}
    instruments = {
        ("las3", number): Instrument(
            code="las3",
            version=number,
            digest="",
            established=True,
            record={"title": dict(title)},
        )
        for number, title in titles.items()
    }
    return replace(
        verdicts.school().registry,
        committees={"ec-1": committee},
        instruments=instruments,
    )


def test_titles_are_those_of_committees_and_of_the_latest_instruments() -> None:
    assert titles_of(registry(), "nl") == {"ec-1": "Commissie", "las3": "Lassen"}
    assert titles_of(registry(), "en") == {"ec-1": "Commissie", "las3": "Welding"}


def test_a_list_says_a_title_with_its_code_below() -> None:
    words = Words(
        language="nl", now=0, names={}, facts={}, titles=titles_of(registry(), "nl")
    )
    assert words.titled("ec-1") == Cell(text="Commissie", under="ec-1")
    assert words.titled("ec-9") == Cell(text="ec-9")


@pytest.mark.parametrize(
    ("name", "value", "dutch"),
    [
        ("part", "first_assessor", "Eerste beoordelaar"),
        ("hat", "exam_committee", "Examencommissie"),
        ("role", "student", "Student"),
        ("row", "first_assessor", "Eerste beoordelaar"),
        ("role", "koning", "koning"),
        ("person", "student", "student"),
    ],
)
def test_a_finding_names_parts_and_roles_in_words(
    name: str, value: str, dutch: str
) -> None:
    assert argument(name, value, "nl") == dutch


def test_the_finder_has_its_many_choices_once() -> None:
    edition = edition_of(verdicts.school(), "nl")
    text = finder_data(edition).decode()
    data = json.loads(text.removeprefix("window.PROEVE_FINDER=").removesuffix(";\n"))
    groups = edition.sight.school.groups
    assert data["choices"]["groep"] == [[g, groups[g].title] for g in groups] != []
    companies = {one for line in edition.sight.school.lines for one in line.companies}
    assert {key for key, _ in data["choices"]["bedrijf"]} == companies != set()
    page = finder_body(edition)
    assert not [key for key in (*groups, *companies) if f'value="{key}"' in page]


@pytest.mark.parametrize(
    ("page", "part"),
    [
        ("groepen/emi-2026-a", "Groepen"),
        ("examens/emi-2026-a/pvb-0007", "Groepen"),
        ("groepen/index", "Groepen"),
        ("index", "Overzicht"),
        ("archief", "Archief"),
    ],
)
def test_a_page_marks_the_part_of_the_site_it_stands_in(
    page: str, part: str, tmp_path: Path
) -> None:
    html = (site(verdicts.school(), tmp_path) / f"{page}.html").read_text("utf-8")
    active = re.findall(r'md-tabs__item--active">\s*<a[^>]*>\s*([^<]+?)\s*</a>', html)
    assert active == [part]

"""The pictures of the handbook are there, small, and made by `make screenshots`."""

from pathlib import Path

import pytest
from PIL import Image

from proeve.site.shipped import shipped_templates
from tests.site_browser.screenshots import FOLDER, HANDBOOK, Picture

HEAVIEST = 80_000
LANGUAGES = ("nl", "en")


def folder(language: str) -> Path:
    return shipped_templates() / "handbook" / language


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_handbook_has_the_pictures_that_are_made_and_no_others(
    language: str,
) -> None:
    there = {path.name for path in (folder(language) / FOLDER).iterdir()}
    assert there == {one.name for one in HANDBOOK}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("one", HANDBOOK, ids=lambda one: one.name)
def test_a_picture_is_as_wide_as_it_says_and_light_to_load(
    language: str, one: Picture
) -> None:
    path = folder(language) / FOLDER / one.name
    assert path.stat().st_size < HEAVIEST
    with Image.open(path) as image:
        assert image.width == one.variant.width


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_handbook_shows_each_with_words_for_who_does_not_see_it(
    language: str,
) -> None:
    page = folder(language) / "hulp" / "hoe-het-eruitziet.md"
    text = page.read_text(encoding="utf-8")
    for one in HANDBOOK:
        words, _, _ = text.partition(f"](../{FOLDER}/{one.name})")
        assert len(words.rpartition("![")[2]) > len("een plaatje")

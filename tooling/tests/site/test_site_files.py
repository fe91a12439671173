"""What stands beside the pages: links, search, sitemap, and the page that is missed."""

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from proeve.site.build import Readers, build
from proeve.site.links import Broken, broken_links
from proeve.site.neutral import generate
from proeve.site.shipped import shipped_templates
from tests.site import verdicts
from tests.site.folders import bytes_of
from tests.site.reading_html import see
from tests.site.test_escaping import attacked

pytestmark = pytest.mark.slow

ADDRESS = "https://school.example/pvb/"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("standing") / "site"
    build(
        verdicts.school(),
        out,
        site_templates=shipped_templates(),
        readers=Readers(also="en", address=ADDRESS),
    )
    return out


def _docs(site: Path) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(
        (site / "search" / "search_index.json").read_text()
    )["docs"]
    return found


def _map(site: Path) -> list[str]:
    tree = ET.fromstring((site / "sitemap.xml").read_bytes())  # noqa: S314
    return [str(place.text) for place in tree.iter() if place.tag.endswith("loc")]


def test_the_sitemap_names_every_page_at_its_address(site: Path) -> None:
    pages = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    own = {page for page in pages if not page.startswith("en/")} - {"404.html"}
    assert _map(site) == sorted(f"{ADDRESS}{page}" for page in own)
    english = {page for page in pages if page.startswith("en/")}
    assert _map(site / "en") == sorted(f"{ADDRESS}{page}" for page in english)


def test_a_site_without_an_address_has_a_map_of_links(tmp_path: Path) -> None:
    build(
        verdicts.school(),
        tmp_path,
        site_templates=shipped_templates(),
        readers=Readers(),
    )
    assert "examens/emi-2026-a/pvb-0008.html" in _map(tmp_path)
    assert all((tmp_path / path).is_file() for path in _map(tmp_path))


def test_each_link_leads_somewhere_at_its_address(site: Path) -> None:
    assert list(broken_links(site, ADDRESS)) == []


def test_a_page_that_is_missed_has_links_that_work_anywhere(site: Path) -> None:
    links = see((site / "404.html").read_text()).links
    assert "/pvb/groepen/index.html" in links
    assert not (site / "en" / "404.html").exists()


def test_our_pages_are_in_the_search_by_their_parts(site: Path) -> None:
    places = {doc["location"]: doc for doc in _docs(site)}
    assert "index.html" in places
    assert "verantwoording.html#stand" in places
    assert places["verantwoording.html#stand"]["title"] == "Stand"
    assert any(place.startswith("begrippen.html") for place in places)
    for place in places:
        path, _, part = place.partition("#")
        page = see((site / path).read_text())
        assert not part or part in page.ids, place


def test_a_group_is_found_by_the_numbers_of_its_exams(site: Path) -> None:
    found = [doc["location"] for doc in _docs(site) if "26-0008-k" in doc["text"]]
    assert found == ["groepen/emi-2026-a.html"]


def test_the_search_from_a_folder_has_the_same_entries(site: Path) -> None:
    script = (site / "search" / "search_index.js").read_text()
    index = (site / "search" / "search_index.json").read_text()
    assert script == f"var __index = {index}"


def test_the_search_stays_small_in_a_large_school(tmp_path: Path) -> None:
    sizes = []
    for count in (50, 250):
        build(
            verdicts.many(count),
            tmp_path,
            site_templates=shipped_templates(),
            readers=Readers(),
        )
        sizes.append((tmp_path / "search" / "search_index.json").stat().st_size)
    assert (sizes[1] - sizes[0]) / 200 < 30


MARKDOWN = shipped_templates() / "handbook" / "nl"
HANDBOOK = tuple(
    f"{file.relative_to(MARKDOWN).with_suffix('').as_posix()}.html"
    for file in MARKDOWN.rglob("*.md")
)
"""Pages that were written by hand, whose mark-up is their own."""


def test_an_attack_stays_text_in_the_search(tmp_path: Path) -> None:
    build(attacked(), tmp_path, site_templates=shipped_templates(), readers=Readers())
    for doc in _docs(tmp_path):
        ours = not doc["location"].startswith(HANDBOOK)
        assert not ours or "<" not in doc["title"] + doc["text"]


BREAKS = {
    "a page that is not there": '<a href="nowhere.html">x</a>',
    "a part that is not there": '<a href="../index.html#nowhere">x</a>',
    "a part of its own": '<a href="#nowhere">x</a>',
    "a script": '<script src="nowhere.js"></script>',
    "an address of the site": f'<a href="{ADDRESS}nowhere.html">x</a>',
    "from the top": '<a href="/pvb/nowhere.html">x</a>',
    "above the site": '<a href="../../../secret.html">x</a>',
    "without quotes": "<a href=nowhere.html>x</a>",
}


@pytest.mark.parametrize("broken", BREAKS)
def test_a_link_that_leads_nowhere_is_found(broken: str, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "index.html").write_text('<p id="here">x</p>')
    page = tmp_path / "a" / "b.html"
    page.write_text('<a href="../index.html#here">x</a><a href="https://example.org">')
    assert list(broken_links(tmp_path, ADDRESS)) == []
    page.write_text(BREAKS[broken])
    (found,) = broken_links(tmp_path, ADDRESS)
    assert isinstance(found, Broken)
    assert found.page == "a/b.html"


def test_pages_without_a_theme_are_written_for_another_generator(
    tmp_path: Path,
) -> None:
    for _ in range(2):
        generate(verdicts.school(), tmp_path, shipped_templates(), Readers())
    heads = json.loads((tmp_path / "pages.json").read_text())
    files = {path for path in bytes_of(tmp_path) if path.endswith(".html")}
    assert {f"pages/{head['path']}.html" for head in heads} == files
    assert (tmp_path / "assets" / "proeve.css").is_file()
    text = (tmp_path / "pages" / "examens/emi-2026-a/pvb-0008.html").read_text()
    start, head, body = text.split("---\n", 2)
    assert start == ""
    said = dict(line.split(": ", 1) for line in head.splitlines())
    assert {name: json.loads(value) for name, value in said.items()} in heads
    assert see(body).tags.count("h1") == 1
    assert "md-header" not in text


def test_an_attack_does_not_leave_the_head_of_a_page(tmp_path: Path) -> None:
    generate(attacked(), tmp_path, shipped_templates(), Readers())
    for page in (tmp_path / "pages").rglob("*.html"):
        _, head, body = page.read_text().split("---\n", 2)
        assert all(
            json.loads(line.split(": ", 1)[1]) is not None for line in head.splitlines()
        )
        assert "<script>alert" not in body

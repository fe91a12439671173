"""The site as MkDocs builds it: links, resources, navigation, languages, bytes."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build as run
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from proeve.cli.plugin import SchoolSite
from proeve.cli.practice import make_practice
from proeve.site.build import Readers, SiteReport, build
from proeve.site.links import broken_links
from proeve.site.shipped import shipped_templates
from tests.site import verdicts
from tests.site.reading_html import see
from tests.site.test_escaping import ATTACK, attacked

pytestmark = pytest.mark.slow

EXAM = "examens/emi-2026-a/pvb-0008.html"


def built(out: Path) -> SiteReport:
    return build(
        verdicts.school(),
        out,
        site_templates=shipped_templates(),
        readers=Readers(also="en"),
    )


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("site")
    built(out)
    return out


def html(site: Path) -> Iterator[Path]:
    yield from sorted(site.rglob("*.html"))


def test_every_exam_has_a_file_in_both_languages(site: Path) -> None:
    assert len(list((site / "examens").glob("*/*.html"))) == 19
    assert len(list((site / "en" / "examens").glob("*/*.html"))) == 19


def test_every_internal_link_resolves(site: Path) -> None:
    assert list(broken_links(site)) == []


def test_no_page_links_outside_or_asks_another_server(site: Path) -> None:
    for path in html(site):
        seen = see(path.read_text())
        for address in (*seen.loads, *seen.links):
            assert not address.startswith(("http", "//")), f"{path}: {address}"


def test_every_resource_is_there(site: Path) -> None:
    for path in html(site):
        if path.name == "404.html":
            continue
        for address in see(path.read_text()).loads:
            assert (path.parent / address).resolve().is_file(), f"{path}: {address}"


def test_our_style_sheets_ask_nothing_of_another_server(site: Path) -> None:
    for path in (site / "assets").glob("*.css"):
        # An icon in a style sheet names the language of pictures; nothing is fetched.
        style = path.read_text().replace("xmlns='http://www.w3.org/2000/svg'", "")
        assert "http" not in style, path
        assert style.count("url(") == style.count('url("data:'), path


def test_the_search_works_from_a_folder(site: Path) -> None:
    assert (site / "search" / "search_index.js").is_file()
    loads = see((site / EXAM).read_text()).loads
    assert "../../assets/iframe-worker-shim.js" in loads


def test_exams_are_in_neither_navigation_nor_search(site: Path) -> None:
    links = see((site / "spelregels" / "index.html").read_text()).links
    exams = [link for link in links if "examens/" in link]
    assert exams == ["../examens/zoeken.html"] * len(exams)
    assert "examens/emi" not in (site / "search" / "search_index.json").read_text()


def test_no_slot_is_left(site: Path) -> None:
    for path in html(site):
        assert not re.search("slot[0-9a-f]{40}", path.read_text()), path


def test_pages_lead_to_the_same_page_in_the_other_language(site: Path) -> None:
    assert f"../../en/{EXAM}" in see((site / EXAM).read_text()).links
    assert f"../../../{EXAM}" in see((site / "en" / EXAM).read_text()).links


def test_each_language_says_which_it_is(site: Path) -> None:
    assert '<html lang="nl"' in (site / EXAM).read_text()
    assert '<html lang="en"' in (site / "en" / EXAM).read_text()


def test_a_practice_school_says_so_on_every_page(site: Path) -> None:
    for path in html(site):
        language = "PRACTICE:" if "en" in path.relative_to(site).parts else "OEFEN"
        assert language in path.read_text(), path


def test_every_page_has_one_main_heading(site: Path) -> None:
    for path in html(site):
        assert see(path.read_text()).tags.count("h1") == 1, path


def test_an_exam_page_stays_under_its_size(site: Path) -> None:
    largest = max(path.stat().st_size for path in (site / "examens").glob("*/*.html"))
    assert largest < 45_000


def test_same_verdict_gives_same_bytes(site: Path, tmp_path: Path) -> None:
    built(tmp_path)
    assert _bytes(tmp_path) == _bytes(site)


def test_the_report_counts_every_page(site: Path, tmp_path: Path) -> None:
    ticks = iter(range(100))
    report = build(
        verdicts.school(),
        tmp_path,
        site_templates=shipped_templates(),
        readers=Readers(),
        clock=lambda: float(next(ticks)),
    )
    assert report.pages == len(
        [path for path in html(site) if "en" not in path.relative_to(site).parts]
    )
    assert set(report.seconds) == {"theme", "pages"}


OUR_PICTURE = re.compile(r'<img alt="[^"<>]+" src="\.\./beelden/[a-z0-9-]+\.webp" ?/?>')
"""What the handbook itself shows; every other picture came from a document."""


def test_an_attack_does_not_leave_its_place(tmp_path: Path) -> None:
    build(attacked(), tmp_path, site_templates=shipped_templates(), readers=Readers())
    for path in html(tmp_path):
        page = path.read_text()
        assert "<script>alert" not in page, path
        assert "onerror=alert(2)>" not in page, path
        assert see(page).tags.count("article") == 1, path
        assert "img" not in see(OUR_PICTURE.sub("", page)).tags, path


def test_a_school_with_settings_of_its_own_gets_the_whole_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# Mine\n")
    (tmp_path / "docs" / "bereikbaar.md").write_text("# Bereikbaar\n")
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Mine\nsite_url: https://school.example/\n"
        "theme: {name: material, language: nl}\nplugins: [proeve]\n"
    )
    monkeypatch.setattr(SchoolSite, "judge", lambda *_: verdicts.school())
    config = load_config(str(tmp_path / "mkdocs.yml"), strict=True)
    run(config)
    front = (tmp_path / "site" / "index.html").read_text()
    assert "MBO De Schakel" in front
    assert "Wie is aan de beurt" in front
    assert (tmp_path / "site" / EXAM).is_file()
    helping = (tmp_path / "site" / "hulp" / "index.html").read_text()
    assert "../bereikbaar.html" in see(helping).links
    assert "fonts.googleapis" not in front


def test_mkdocs_stops_with_a_sentence_where_there_is_no_repository(
    tmp_path: Path,
) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Mine\ntheme: {name: material, language: nl}\nplugins: [proeve]\n"
    )
    with pytest.raises(SystemExit) as stopped:
        run(load_config(str(tmp_path / "mkdocs.yml")))
    assert isinstance(stopped.value.__context__, PluginError)


@pytest.mark.slow
def test_mkdocs_alone_builds_the_site_of_a_practice_school(tmp_path: Path) -> None:
    school = tmp_path / "school"
    make_practice(school, exams=2, seed="site", language="nl")
    run(load_config(str(school / "mkdocs.yml"), site_dir=str(tmp_path / "out")))
    exams = list((tmp_path / "out" / "examens").glob("*/*.html"))
    assert len(exams) == 2
    front = (tmp_path / "out" / "index.html").read_text()
    assert "De hele geschiedenis is nagegaan en in orde." in front


def test_an_unsafe_school_name_stays_text(tmp_path: Path) -> None:
    verdict = verdicts.verdict(verdicts.exam_at(3), name=ATTACK)
    build(verdict, tmp_path, site_templates=shipped_templates(), readers=Readers())
    front = (tmp_path / "index.html").read_text()
    assert "&lt;script&gt;alert(1)" in front
    assert "<script>alert(1)" not in front


def _bytes(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }

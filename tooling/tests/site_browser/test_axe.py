"""Nobody is kept out: every kind of page, wide and narrow, in light and in dark."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from proeve.model.verdict import LedgerVerdict
from proeve.site.package import Asked, package
from proeve.site.profiles.audience import Profile
from proeve.site.profiles.pages import Audience
from proeve.site.shipped import shipped_templates
from tests.site_browser.barriers import barriers
from tests.site_browser.chromium import VARIANTS, Variant
from tests.site_browser.conftest import Sites
from tests.site_browser.kinds import kinds_of, one_of_each

pytestmark = pytest.mark.slow

PARTS = 6
PLANTED = """<!doctype html><html lang="nl"><title>x</title><main><h1>Examen</h1>
<img src="data:,"><p style="color:#bbb;background:#fff">Te licht.</p>
<a href="#a" style="display:inline-block;height:9px;font-size:8px">a</a><a href="#b"
style="display:inline-block;height:9px;font-size:8px">b</a></main>"""


@pytest.fixture
def still(browser: Browser) -> Iterator[Page]:
    """Return a tab without movement, in which no script may fail."""
    context = browser.new_context(reduced_motion="reduce")
    tab = context.new_page()
    failed: list[str] = []
    tab.on("pageerror", lambda error: failed.append(str(error)))
    yield tab
    context.close()
    assert failed == []


def barriers_of(
    page: Page, paths: list[Path], variants: Sequence[Variant] = VARIANTS
) -> list[str]:
    """Return the barriers of some pages, and what they asked of somebody else."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    found = [line for path in paths for line in barriers(page, path.as_uri(), variants)]
    own = ("file://", "data:", "blob:")
    return [*found, *(url for url in asked if not url.startswith(own))]


@pytest.mark.parametrize("part", range(PARTS))
def test_no_kind_of_page_keeps_anybody_out(still: Page, site: Path, part: int) -> None:
    names = [*one_of_each(site).values()][part::PARTS]
    assert names
    assert barriers_of(still, [site / name for name in names]) == []


def test_the_english_pages_keep_nobody_out_either(still: Page, site: Path) -> None:
    exam = kinds_of(site)["examen"][0]
    names = ("index.html", exam, "vandaag/index.html")
    assert barriers_of(still, [site / "en" / name for name in names]) == []


def test_what_leaves_the_school_keeps_nobody_out(
    still: Page,
    site_of: Sites,
    verdict: LedgerVerdict,
    tmp_path: Path,
) -> None:
    public = site_of(Profile(audience=Audience.PUBLIC))
    whole = next(exam for exam in verdict.exams if exam.state.closed)
    asked = Asked(exam=whole.state.id, audience=Audience.INSPECTOR)
    file = tmp_path / "examen.html"
    file.write_bytes(package(verdict, asked, shipped_templates()))
    assert barriers_of(still, [public / "index.html"]) == []
    # It is one file to print, and light only.
    light = [variant for variant in VARIANTS if variant.scheme == "light"]
    assert barriers_of(still, [file], light) == []


def test_a_page_for_an_address_that_leads_nowhere_keeps_nobody_out(
    still: Page, site: Path
) -> None:
    """Serve it as a web server does: for whatever is not there."""

    def served(path: str) -> Path:
        file = site / path.lstrip("/")
        return file if file.is_file() else site / "404.html"

    still.route(
        "https://school.example/**",
        lambda route: route.fulfill(
            path=served(route.request.url.removeprefix("https://school.example"))
        ),
    )
    assert list(barriers(still, "https://school.example/nergens")) == []
    assert "404" in still.locator("h1").inner_text()


def test_a_barrier_would_be_found(still: Page, tmp_path: Path) -> None:
    (tmp_path / "planted.html").write_text(PLANTED, encoding="utf-8")
    found = " ".join(barriers_of(still, [tmp_path / "planted.html"]))
    for barrier in ("image-alt", "color-contrast", "target-size"):
        assert barrier in found


def test_every_kind_of_the_design_is_looked_at(site: Path) -> None:
    kinds = set(one_of_each(site))
    named = {
        *("overzicht", "vandaag", "vandaag-deze-week", "taken", "taken-van-een-rol"),
        *("groepen", "groep", "examens-zoeken", "examen", "examen-dat-vastzit"),
        *("examen-dat-klaar-is", "student", "leerbedrijven", "leerbedrijf"),
        *("vandaag-vergadering", "vandaag-binnengekomen", "vandaag-zaken"),
        *("rapportages", "archief", "verantwoording", "spelregels", "hulp"),
    }
    assert named <= kinds

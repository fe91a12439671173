"""With a keyboard only, on paper, in forced colours, and asking nothing of others."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site_browser.kinds import kinds_of

pytestmark = pytest.mark.slow

FOCUS = """() => {
  const one = document.activeElement;
  // The theme draws a hidden choice as the label beside it.
  const drawn = one.matches(".md-option") ? one.nextElementSibling : one;
  const box = drawn.getBoundingClientRect(), look = getComputedStyle(drawn);
  const around = getComputedStyle(drawn.parentElement);
  return {
    name: (one.textContent.trim() || one.ariaLabel || one.name || "").slice(0, 40),
    place: one.closest("main") ? "main" : one.closest("header, .md-tabs") ? "head" : "",
    shown: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
    ring: look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 1
      || around.outlineStyle !== "none" && parseFloat(around.outlineWidth) >= 1,
  };
}"""


def uri(site: Path, name: str) -> str:
    return (site / name).as_uri()


def tabbed(page: Page, times: int) -> list[dict[str, object]]:
    """Press Tab some times, and return what has the focus after each."""
    seen: list[dict[str, object]] = []
    for _ in range(times):
        page.keyboard.press("Tab")
        seen.append(page.evaluate(FOCUS))
    return seen


def test_tab_leads_from_the_head_of_a_page_to_what_must_be_done(
    page: Page, site: Path
) -> None:
    page.goto(uri(site, "index.html"))
    seen = tabbed(page, 24)
    names = [str(one["name"]) for one in seen]
    places = [one["place"] for one in seen]
    assert names[0] == "Ga naar inhoud"
    for name in ("Oefenschool Nergenshuizen", "English", "Mijn taken", "Hulp"):
        assert any(name in each for each in names), name
    assert places.index("head") < places.index("main")
    assert "Bekijk de verantwoording" in names


def test_whatever_has_the_focus_can_be_seen_and_has_a_ring(
    page: Page, site: Path
) -> None:
    for name in ("index.html", "examens/zoeken.html", kinds_of(site)["examen"][0]):
        page.goto(uri(site, name))
        hidden = [one for one in tabbed(page, 30) if not (one["shown"] and one["ring"])]
        assert hidden == [], name


def test_the_first_link_skips_to_what_the_page_says(page: Page, site: Path) -> None:
    for name in ("index.html", "hulp/opdrachten.html", "verantwoording.html"):
        page.goto(uri(site, name))
        page.keyboard.press("Tab")
        expect(page.locator(".md-skip")).to_be_in_viewport()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUS)["place"] == "main", name


def test_a_slash_on_any_page_goes_to_the_finder(page: Page, site: Path) -> None:
    page.goto(uri(site, kinds_of(site)["examen"][0]))
    page.keyboard.press("/")
    page.wait_for_url("**/examens/zoeken.html**")
    expect(page.locator("input[name=q]")).to_be_focused()
    page.keyboard.type("26-0001")
    expect(page.locator("#pv-count")).to_have_text("1 van 60 examens")


def test_a_slash_that_somebody_types_stays_where_it_is(page: Page, site: Path) -> None:
    page.goto(uri(site, "hulp/index.html"))
    page.locator(".md-search__input").fill("")
    page.locator(".md-search__input").press_sequentially("a/b")
    expect(page.locator(".md-search__input")).to_have_value("a/b")


def test_a_wide_table_is_scrolled_with_the_arrow_keys(page: Page, site: Path) -> None:
    page.goto(uri(site, kinds_of(site)["groep"][0]))
    page.set_viewport_size({"width": 400, "height": 900})
    box = page.locator(".pv-scroll").first
    expect(box).to_have_attribute("tabindex", "0")
    box.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function(
        "() => document.querySelector('.pv-scroll').scrollLeft > 0", timeout=5_000
    )


def test_who_asks_for_dark_gets_it_and_can_change_it_with_the_keyboard(
    browser: Browser, site: Path
) -> None:
    context = browser.new_context(color_scheme="dark")
    tab = context.new_page()
    tab.goto(uri(site, "index.html"))
    body = tab.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    tab.locator("label[title='Naar licht']").press("Enter")
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    tab.goto(uri(site, kinds_of(site)["examen"][0]))
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    context.close()


def test_on_paper_an_exam_is_its_story_and_its_proof(page: Page, site: Path) -> None:
    with_versions = next(
        name
        for name in kinds_of(site)["examen"]
        if 'class="pv-version"' in (site / name).read_text(encoding="utf-8")
    )
    page.goto(uri(site, with_versions))
    page.emulate_media(media="print")
    for gone in (".md-header", ".md-tabs", ".md-sidebar", ".pv-crumbs", ".pv-agenda"):
        for one in page.locator(gone).all():
            expect(one).to_be_hidden()
    proofs = page.locator(".pv-proof code")
    assert proofs.count() > 0
    for proof in (proofs.first, page.locator(".pv-genuine code").first):
        expect(proof).to_be_visible()
    assert "proeve verify --rev" in page.locator(".pv-genuine").inner_text()
    changed = page.locator(".pv-version .pv-diff")
    assert changed.count() > 0
    assert all(one.bounding_box() for one in changed.all())
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 1280
    assert len(page.pdf(format="A4")) > 10_000


def test_paper_is_white_whoever_reads_in_the_dark(page: Page, site: Path) -> None:
    page.goto(uri(site, "index.html"))
    page.evaluate("document.body.setAttribute('data-md-color-scheme', 'slate')")
    page.emulate_media(media="print")
    ink = page.evaluate(
        "getComputedStyle(document.querySelector('.md-typeset h1')).color"
    )
    assert ink == "rgb(0, 0, 0)"


def test_in_forced_colours_signs_and_icons_stay_to_be_seen(
    browser: Browser, site: Path
) -> None:
    context = browser.new_context(forced_colors="active")
    tab = context.new_page()
    tab.goto(uri(site, kinds_of(site)["examen"][0]))
    colours = "(one) => getComputedStyle(one).backgroundColor"
    paper = tab.locator("body").evaluate(colours)
    icon = tab.locator(".pv-card .pv-i").first
    assert icon.evaluate(colours) != paper
    done = tab.locator(".pv-step.is-done .pv-dot").first
    expect(done).to_have_text("✓")
    assert done.evaluate("(one) => getComputedStyle(one).borderStyle") == "solid"
    context.close()


def test_who_asks_for_no_movement_gets_none(browser: Browser, site: Path) -> None:
    context = browser.new_context(reduced_motion="reduce")
    tab = context.new_page()
    tab.goto(uri(site, "index.html"))
    moving = tab.evaluate(
        """() => [...document.querySelectorAll("*")].filter((one) => {
          const look = getComputedStyle(one);
          return look.transitionDuration.split(", ").some((t) => parseFloat(t) > 0)
            || look.animationName !== "none";
        }).length"""
    )
    assert moving == 0
    context.close()


def test_behind_an_address_too_nothing_is_asked_of_another_host(
    page: Page, site: Path
) -> None:
    """Serve the site as a school does, and use what asks most: the search."""
    top, asked = "https://school.example/", list[str]()

    page.on("request", lambda request: asked.append(request.url))
    page.route(
        f"{top}**",
        lambda route: route.fulfill(
            path=site / route.request.url.removeprefix(top).partition("?")[0]
        ),
    )
    page.goto(f"{top}index.html")
    page.locator(".md-search__input").fill("vergadering")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    assert [url for url in asked if not url.startswith((top, "blob:", "data:"))] == []

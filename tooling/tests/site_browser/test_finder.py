"""The finder as people use it: typing, filtering, sharing an address, a sheet."""

import csv
import io
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from proeve.gather.history import judge_repository
from tests.cli.running import proeve

pytestmark = pytest.mark.slow

Exams = list[dict[str, object]]


@pytest.fixture(scope="module")
def exams(school: Path) -> Exams:
    """Return what the command line says of every exam at the site's own moment."""
    now = datetime.fromtimestamp(judge_repository(school).now, UTC).isoformat()
    lines = proeve(school, "status", "--json", "--now", now).lines
    return [json.loads(line) for line in lines]


def address(site: Path, fragment: str = "") -> str:
    return f"{(site / 'examens' / 'zoeken.html').as_uri()}{fragment}"


def opened(page: Page, site: Path, fragment: str = "") -> Page:
    page.goto(address(site, fragment))
    expect(page.locator("#pv-finder")).to_be_visible()
    return page


def shown(page: Page) -> list[str]:
    links = page.locator("#pv-rows tr:visible th a")
    return [link.inner_text() for link in links.all()]


def count(page: Page, number: int) -> None:
    expect(page.locator("#pv-count")).to_have_text(f"{number} van 60 examens")


def fragment(page: Page) -> Mapping[str, list[str]]:
    return parse_qs(urlsplit(page.url).fragment)


def test_it_opens_from_a_folder_and_asks_no_server(page: Page, site: Path) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    opened(page, site)
    count(page, 60)
    assert asked
    assert all(url.startswith(("file://", "data:", "blob:")) for url in asked)


def test_the_first_rows_are_shown_and_more_when_asked(page: Page, site: Path) -> None:
    opened(page, site)
    expect(page.locator("#pv-rows tr:visible")).to_have_count(30)
    page.get_by_role("button", name="Toon er nog 30").click()
    expect(page.locator("#pv-rows tr:visible")).to_have_count(60)
    expect(page.locator("#pv-rows tr").nth(30).locator("a")).to_be_focused()
    expect(page.locator("#pv-more")).to_be_hidden()


def test_a_slash_focuses_the_field_and_not_the_theme_s(page: Page, site: Path) -> None:
    opened(page, site)
    page.keyboard.press("/")
    expect(page.locator("input[name=q]")).to_be_focused()
    page.keyboard.type("a/b")
    expect(page.locator("input[name=q]")).to_have_value("a/b")


def test_a_number_is_found_while_it_is_typed(
    page: Page, site: Path, exams: Exams
) -> None:
    name = str(exams[41]["exam"]).rpartition("/")[2]
    opened(page, site)
    page.locator("input[name=q]").press_sequentially(name)
    count(page, 1)
    assert shown(page) == [name]
    page.locator("#pv-rows a").first.click()
    expect(page.locator("h1")).to_contain_text(name)


def test_letters_taken_back_find_more_again(page: Page, site: Path) -> None:
    opened(page, site)
    field = page.locator("input[name=q]")
    field.press_sequentially("zzz")
    count(page, 0)
    expect(page.locator("#pv-none")).to_be_visible()
    for _ in range(3):
        page.keyboard.press("Backspace")
    count(page, 60)


def test_accents_and_capitals_make_no_difference(page: Page, site: Path) -> None:
    opened(page, site)
    page.locator("input[name=q]").fill("ZOE")
    expect(page.locator("#pv-rows tr:visible").first).to_contain_text("Zoë")


@pytest.mark.parametrize("step", [2, 6, 9, None])
def test_the_filter_of_steps_finds_what_status_says(
    page: Page, site: Path, exams: Exams, step: int | None
) -> None:
    opened(page, site)
    page.locator("select[name=stap]").select_option(str(step or 0))
    count(page, sum(exam["step"] == step for exam in exams))


def test_the_filter_of_roles_finds_whose_move_it_is(
    page: Page, site: Path, exams: Exams
) -> None:
    opened(page, site)
    page.locator("select[name=rol]").select_option("student")
    waiting = [
        exam for exam in exams if '"as": "student"' in json.dumps(exam["waiting_for"])
    ]
    assert waiting
    count(page, len(waiting))


def test_filters_narrow_each_other(page: Page, site: Path, exams: Exams) -> None:
    late = [exam for exam in exams if exam["overdue_days"]]
    group = str(late[0]["exam"]).split("/")[1]
    opened(page, site)
    page.get_by_label("alleen te laat").check()
    count(page, len(late))
    page.locator("select[name=groep]").select_option(group)
    count(page, sum(str(one["exam"]).split("/")[1] == group for one in late))
    page.locator("select[name=uitslag]").select_option("passed")
    count(page, 0)


def test_companies_and_qualifications_filter_too(page: Page, site: Path) -> None:
    opened(page, site)
    for name in ("bedrijf", "kwalificatie"):
        options = page.locator(f"select[name={name}] option")
        value = options.nth(1).get_attribute("value")
        page.locator(f"select[name={name}]").select_option(value)
        found = page.locator("#pv-count").inner_text()
        assert 0 < int(found.split()[0]) < 60, name
        page.get_by_role("button", name="Alles wissen").click()
        count(page, 60)


def test_the_address_holds_the_filter(page: Page, site: Path) -> None:
    opened(page, site)
    page.locator("select[name=stap]").select_option("6")
    page.locator("input[name=q]").fill("é &=#")
    page.wait_for_function("location.hash.includes('q=')")
    assert fragment(page) == {"q": ["é &=#"], "stap": ["6"]}


def test_an_address_that_somebody_sent_filters_at_once(
    page: Page, site: Path, exams: Exams
) -> None:
    opened(page, site, "#stap=6&laat=1")
    expect(page.locator("select[name=stap]")).to_have_value("6")
    expect(page.get_by_label("alleen te laat")).to_be_checked()
    late = [one for one in exams if one["step"] == 6 and one["overdue_days"]]
    count(page, len(late))


def test_a_value_in_the_address_that_nobody_offers_is_left_out(
    page: Page, site: Path
) -> None:
    opened(page, site, "#stap=99&groep=%3Cimg%20src%3Dx%3E&x=1")
    count(page, 60)
    assert page.locator("#pv-found img").count() == 0


def test_the_sheet_holds_the_whole_selection(
    page: Page, site: Path, exams: Exams
) -> None:
    opened(page, site, "#stap=0")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Selectie als CSV").click()
    text = Path(waiting.value.path()).read_bytes().decode("utf-8")
    assert text.startswith("\ufeffExamen;Student;")
    _, *rows = csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";")
    finished = [str(one["exam"]).rpartition("/")[2] for one in exams if not one["step"]]
    assert [row[0] for row in rows] == finished


def test_no_cell_of_the_sheet_is_a_formula(page: Page, site: Path) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'PROEVE_FINDER', {set(data) {"
        " data.title.of = data.title.of.map(() => '<img src=x onerror=alert(1)>');"
        " data.student.of = data.student.of.map(() => '=HYPERLINK(1)');"
        " this._found = data; }, get() { return this._found; }})"
    )
    opened(page, site)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Selectie als CSV").click()
    text = Path(waiting.value.path()).read_text(encoding="utf-8")
    assert ";'=HYPERLINK(1);" in text
    assert ";=HYPERLINK" not in text
    assert page.locator("#pv-rows img").count() == 0


def test_a_reader_who_listens_hears_the_count_in_a_pause(
    page: Page, site: Path
) -> None:
    opened(page, site)
    page.locator("input[name=q]").press_sequentially("zzz")
    expect(page.get_by_role("status")).to_have_text("0 van 60 examens")


def test_every_field_has_a_name(page: Page, site: Path) -> None:
    opened(page, site)
    for field in page.locator("#pv-finder input, #pv-finder select").all():
        assert field.evaluate("element => element.labels.length") == 1
    expect(page.get_by_role("region", name="Gevonden examens")).to_be_visible()
    assert page.locator(".pv-finds th[scope=col]").count() == 8


def test_without_scripts_the_page_leads_to_the_groups(
    browser: Browser, site: Path
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address(site))
    expect(page.locator("#pv-finder")).to_be_hidden()
    page.get_by_role("link", name="per groep").click()
    expect(page.locator("h1")).to_have_text("Groepen")
    context.close()

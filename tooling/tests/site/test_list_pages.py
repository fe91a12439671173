"""Pages of lists show the very values that `today`, `next` and `verify` print."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

import pytest

from proeve.cli.books import library
from proeve.cli.practice import make_practice
from proeve.gather.history import judge_repository
from proeve.sight.archive import archived_of
from proeve.sight.reckoning import reckoned_of
from proeve.site.build import Readers, build
from proeve.site.links import broken_links
from proeve.site.listing import MOST_ROWS
from proeve.site.shipped import shipped_templates
from proeve.site.tasks import hats, path_of
from tests.cli.running import proeve
from tests.site.reading_html import see
from tests.site.reading_tables import counted, told, totals

pytestmark = pytest.mark.slow

Record = Mapping[str, object]
LARGEST = 45_000
FOLDERS = ("", "en/")


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lists") / "school"
    make_practice(folder, exams=200, seed="lists", language="nl")
    return folder


@pytest.fixture(scope="module")
def site(school: Path) -> Path:
    out = school.with_name("site")
    build(
        judge_repository(school),
        out,
        site_templates=shipped_templates(),
        readers=Readers(also="en", library=library()),
    )
    return out


@pytest.fixture(scope="module")
def now(school: Path) -> str:
    at = judge_repository(school).now
    return datetime.fromtimestamp(at, UTC).isoformat()


@pytest.fixture(scope="module")
def today(school: Path, now: str) -> Record:
    ran = proeve(school, "today", "--json", "--now", now)
    assert (ran.code, ran.err) == (0, "")
    return cast("Record", json.loads(ran.out))


def rows_of(record: Record, key: str) -> Sequence[Record]:
    return cast("Sequence[Record]", record[key])


def page(site: Path, path: str) -> str:
    return (site / f"{path}.html").read_text(encoding="utf-8")


def exams_of(html: str, table: str) -> list[str]:
    """Return the exams that the rows of a list lead to, in order."""
    start = html.index(f'data-table="{table}"')
    links = see(html[start : html.index("</table>", start)]).links
    found = (link.rpartition("examens/")[2] for link in links if "examens/" in link)
    return [f"groups/{each.removesuffix('.html')}" for each in found]


LISTS = ("stuck", "week", "agenda", "untold", "ending", "cases", "expiring")


@pytest.mark.parametrize("folder", FOLDERS)
def test_today_counts_what_the_command_counts(
    site: Path, today: Record, folder: str
) -> None:
    shown = counted(page(site, f"{folder}vandaag/index"))
    for name in LISTS:
        assert shown[name] == len(rows_of(today, name)), name
    came = len(rows_of(today, "came_in")) + len(rows_of(today, "refused"))
    assert shown["came_in"] == came > 0
    order = cast("Mapping[str, int]", today["order"])
    assert shown["order"] == order["held_up"] + order["findings"] + order["doubts"]
    assert shown["numbers"] == 200


@pytest.mark.parametrize("folder", FOLDERS)
def test_today_shows_the_same_exams_in_the_same_order(
    site: Path, today: Record, folder: str
) -> None:
    html = page(site, f"{folder}vandaag/index")
    for name in ("stuck", "week", "agenda", "ending", "cases"):
        expected = [str(each["exam"]) for each in rows_of(today, name)]
        shown = exams_of(html, name)
        assert shown == expected[: len(shown)], name
        assert totals(html)[name] == len(expected)
        assert shown or not expected


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_last_question_has_the_numbers_of_the_command(
    site: Path, today: Record, folder: str
) -> None:
    cells = told(page(site, f"{folder}vandaag/index")).tables["numbers"]
    numbers = cast("Mapping[str, Mapping[str, int]]", today["numbers"])
    per_step = [n for n in numbers["per_step"].values() if n]
    outcomes = [n for n in numbers["outcomes"].values() if n]
    expected = [numbers["exams"], *per_step, *outcomes]
    expected += [numbers["late"], numbers["stuck"]]
    assert [int(row[1]) for row in cells] == expected


def test_the_sheet_of_tasks_has_what_next_says_for_a_person(
    school: Path, site: Path, now: str
) -> None:
    text = (site / "taken" / "taken.csv").read_text(encoding="utf-8").lstrip("\ufeff")
    _, *rows = csv.reader(io.StringIO(text), delimiter=";")
    awaited = sorted({who for row in rows for who in row[2].split(", ")})
    people = [who for who in awaited if who.startswith("p-")]
    for person in people[:: max(1, len(people) // 8)]:
        ran = proeve(school, "next", "--json", "--person", person, "--now", now)
        tasks = json.loads(ran.out)["tasks"]
        # A page is for many; only `next` knows who has several roles.
        expected = [task["command"].split(" --as ")[0] for task in tasks]
        shown = [row[4] for row in rows if person in row[2].split(", ")]
        assert shown == expected, person
        assert expected


def test_every_task_stands_on_a_page_of_a_role(site: Path) -> None:
    rows = told(page(site, "taken/index")).tables["hats"]
    whole = counted(page(site, "taken/index"))
    assert sum(int(row[1]) for row in rows) >= whole["tasks"] > 0
    assert sum(int(row[2]) for row in rows) >= whole["tasks_late"]
    for row, hat in zip(rows, hats(), strict=True):
        assert int(row[1]) == counted(page(site, path_of(hat)))["tasks"]


def test_a_sheet_has_every_row_of_its_list(site: Path) -> None:
    for path, table, sheet in (
        ("taken/index", "urgent", "taken/taken"),
        ("archief", "closed", "archief"),
        ("vandaag/binnengekomen", "came_in", "vandaag/binnengekomen"),
        ("verantwoording", "deviations", "deviations"),
    ):
        text = (site / f"{sheet}.csv").read_text(encoding="utf-8").lstrip("\ufeff")
        _, *rows = csv.reader(io.StringIO(text), delimiter=";")
        assert len(rows) == totals(page(site, path))[table], path


def test_the_meeting_parts_clean_items_from_others(site: Path, today: Record) -> None:
    html, agenda = page(site, "vandaag/vergadering"), rows_of(today, "agenda")
    clean = [str(each["exam"]) for each in agenda if each["clean"]]
    discuss = [str(each["exam"]) for each in agenda if not each["clean"]]
    assert counted(html)["clean"] == len(clean)
    assert counted(html)["discuss"] == len(discuss) > 0
    assert exams_of(html, "discuss") == discuss[:MOST_ROWS]
    if clean:
        assert exams_of(html, "clean") == clean[:MOST_ROWS]


def test_the_week_names_each_gap_and_each_term(site: Path, today: Record) -> None:
    shown = counted(page(site, "vandaag/deze-week"))
    week = rows_of(today, "week")
    assert shown["gaps"] == sum(len(rows_of(each, "gaps")) for each in week)
    assert shown["week"] == len(week) > 0
    assert shown["ending"] == len(rows_of(today, "ending"))


def test_what_was_refused_stands_apart_from_what_came_in(
    site: Path, today: Record
) -> None:
    html = page(site, "vandaag/binnengekomen")
    assert counted(html)["refused"] == len(rows_of(today, "refused"))
    assert counted(html)["came_in"] == len(rows_of(today, "came_in"))
    newest = sorted(
        rows_of(today, "came_in"), key=lambda each: -cast("int", each["at"])
    )
    expected = [str(each["exam"]) for each in newest]
    assert exams_of(html, "came_in") == expected[:MOST_ROWS]


def test_the_archive_has_every_closed_dossier_with_its_class(
    school: Path, site: Path
) -> None:
    verdict = judge_repository(school)
    found = [archived_of(exam, verdict.registry) for exam in verdict.exams]
    closed = [each for each in found if each is not None]
    html = page(site, "archief")
    assert totals(html)["closed"] == len(closed) > 0
    assert sum(counted(html).values()) == len(closed)
    classes = told(html).tables["classes"]
    assert sum(int(row[4]) for row in classes) == len(closed)


def test_accountability_counts_the_findings_of_verify(school: Path, site: Path) -> None:
    ran = proeve(school, "verify", "--json")
    findings = json.loads(ran.out)["findings"]
    rows = told(page(site, "verantwoording")).tables.get("rules", [])
    errors = sum(int(row[2]) for row in rows)
    notes = sum(int(row[3]) for row in rows)
    assert errors == sum(each["severity"] == "error" for each in findings)
    assert errors + notes == len(findings) > 0


def test_accountability_counts_every_standing_approval(
    school: Path, site: Path
) -> None:
    verdict = judge_repository(school)
    found = [reckoned_of(exam, verdict.registry) for exam in verdict.exams]
    whole = sum(count for each in found for _, count in each.levels)
    tables = told(page(site, "verantwoording")).tables
    *levels, _ = tables["levels"]
    assert sum(int(row[1]) for row in levels) == whole > 0
    assert sum(int(row[1]) for row in tables["bases"]) == whole
    deviations = sum(len(each.deviations) for each in found)
    assert totals(page(site, "verantwoording"))["deviations"] == deviations > 0


def test_no_page_of_lists_is_over_its_size(site: Path) -> None:
    paths = [*site.glob("vandaag/*.html"), *site.glob("taken/*.html")]
    paths += [site / "archief.html", site / "verantwoording.html"]
    paths += [*site.glob("hulp/**/*.html"), *site.glob("spelregels/documenten/*")]
    large = {str(path): path.stat().st_size for path in paths}
    assert {path: size for path, size in large.items() if size > LARGEST} == {}


def test_every_link_and_anchor_of_the_lists_resolves(site: Path) -> None:
    assert list(broken_links(site)) == []

"""Every number on the pages of reports and finder is the command line's own."""

import csv
import io
import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from proeve.cli.practice import make_practice
from proeve.gather.history import judge_repository
from proeve.sight.reports import REPORTS
from proeve.sight.tables import ReportName
from proeve.site.build import Readers, build
from proeve.site.finder import DATA
from proeve.site.profiles.audience import Profile
from proeve.site.profiles.pages import Audience
from proeve.site.reports import MOST_ROWS, PATHS
from proeve.site.shipped import shipped_templates
from proeve.words.say import Language
from tests.cli.running import proeve
from tests.site.reading_html import see
from tests.site.reading_tables import number, told

pytestmark = pytest.mark.slow

EDITIONS: Mapping[Language, tuple[str, str]] = {"nl": ("", ","), "en": ("en/", ".")}
NUMBERS = (int, float, type(None))


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports") / "school"
    make_practice(folder, exams=96, seed="reports", language="nl")
    return folder


@pytest.fixture(scope="module")
def site(school: Path) -> Path:
    out = school.with_name("site")
    verdict = judge_repository(school)
    build(
        verdict,
        out,
        site_templates=shipped_templates(),
        readers=Readers(also="en", profile=Profile(audience=Audience.COMMITTEE)),
    )
    return out


@pytest.fixture(scope="module")
def commanded(school: Path) -> Mapping[str, dict[str, object]]:
    ran = proeve(school, "report", "--json")
    assert (ran.code, ran.err) == (0, "")
    reports = [json.loads(line) for line in ran.lines]
    return {report["report"]: report for report in reports}


def numbers_of(value: object) -> list[float | None]:
    assert isinstance(value, dict)
    return [each for each in value.values() if isinstance(each, NUMBERS)]


@pytest.mark.parametrize("language", EDITIONS)
@pytest.mark.parametrize("name", REPORTS)
def test_every_number_on_a_page_is_the_command_s(
    site: Path,
    commanded: Mapping[str, dict[str, object]],
    name: ReportName,
    language: Language,
) -> None:
    folder, decimal = EDITIONS[language]
    page = told((site / f"{folder}{PATHS[name]}.html").read_text(encoding="utf-8"))
    report = commanded[name]
    shown = [number(figure, decimal=decimal) for figure in page.figures]
    assert shown == numbers_of(report["figures"])
    tables = report["tables"]
    assert isinstance(tables, dict)
    assert set(page.tables) == {key for key, rows in tables.items() if rows}
    for key, rows in page.tables.items():
        assert len(rows) == min(MOST_ROWS, len(tables[key]))
        for cells, record in zip(rows, tables[key], strict=False):
            assert_row(cells, record, decimal)


def assert_row(cells: list[str], record: Mapping[str, object], decimal: str) -> None:
    assert len(cells) == len(record)
    for cell, value in zip(cells, record.values(), strict=True):
        if isinstance(value, int | float):
            assert number(cell, decimal=decimal) == value
        else:
            assert cell == "–" if value is None else cell


@pytest.mark.parametrize("name", REPORTS)
def test_every_sheet_has_the_rows_of_its_table(
    site: Path, commanded: Mapping[str, dict[str, object]], name: ReportName
) -> None:
    tables = commanded[name]["tables"]
    assert isinstance(tables, dict)
    for key, records in tables.items():
        text = (site / f"{PATHS[name]}-{key}.csv").read_bytes().decode("utf-8")
        assert text.startswith("\ufeff")
        _, *rows = csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";")
        assert len(rows) == len(records)
        for cells, record in zip(rows, records, strict=True):
            for cell, value in zip(cells, record.values(), strict=True):
                if isinstance(value, int | float):
                    assert float(cell.replace(",", ".")) == value


def test_every_report_has_a_picture_with_a_title_and_words(site: Path) -> None:
    for path in PATHS.values():
        html = (site / f"{path}.html").read_text(encoding="utf-8")
        pictures = re.findall(r'<svg class="pv-chart".*?aria-labelledby="(.+?)"', html)
        assert pictures, path
        ids = see(html).ids
        assert len(ids) == len(set(ids)), path
        assert all(set(named.split()) <= set(ids) for named in pictures), path


def decoded(column: Mapping[str, object], exams: int) -> list[object]:
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    at, wide, of = str(column["at"]), column["wide"], column["of"]
    assert isinstance(of, list)
    assert isinstance(wide, int)
    assert len(at) == exams * wide
    places = [at[n : n + wide] for n in range(0, len(at), wide)]
    return [
        of[sum(letters.index(c) * 64**n for n, c in enumerate(reversed(place)))]
        for place in places
    ]


@pytest.mark.parametrize("folder", ["", "en/"])
def test_the_finder_knows_of_every_exam_what_status_says(
    school: Path, site: Path, folder: str
) -> None:
    text = (site / f"{folder}{DATA}").read_text(encoding="utf-8")
    data = json.loads(text.removeprefix("window.PROEVE_FINDER=").removesuffix(";\n"))
    head = judge_repository(school).now
    ran = proeve(school, "status", "--json", "--now", _moment(head))
    exams = [json.loads(line) for line in ran.lines]
    count = data["exams"]
    assert count == len(exams) == 96
    shown = zip(
        decoded(data["group"], count),
        data["numbers"].split("\n"),
        decoded(data["step"], count),
        decoded(data["hats"], count),
        decoded(data["late"], count),
        decoded(data["result"], count),
        strict=True,
    )
    for (group, name, step, hats, late, result), exam in zip(shown, exams, strict=True):
        assert isinstance(group, list)
        assert isinstance(step, list)
        assert isinstance(hats, list)
        assert isinstance(result, list)
        assert f"groups/{group[0]}/{name}" == exam["exam"]
        assert step[0] == str(exam["step"] or 0)
        waiting = dict.fromkeys(each["as"] for each in exam["waiting_for"])
        assert hats[0] == "+".join(waiting)
        assert late == exam["overdue_days"]
        assert result[0] == (exam["outcome"] or "none")


def _moment(at: int) -> str:
    return datetime.fromtimestamp(at, UTC).isoformat()


def test_every_exam_of_the_finder_has_its_page(site: Path) -> None:
    text = (site / DATA).read_text(encoding="utf-8")
    data = json.loads(text.removeprefix("window.PROEVE_FINDER=").removesuffix(";\n"))
    names = zip(data["numbers"].split("\n"), data["ids"].split("\n"), strict=True)
    groups = decoded(data["group"], data["exams"])
    for (named, own), group in zip(names, groups, strict=True):
        assert isinstance(group, list)
        page = site / "examens" / str(group[0]) / f"{own or named}.html"
        assert page.is_file()

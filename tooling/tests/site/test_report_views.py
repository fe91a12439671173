"""What pages of reports show, and what they keep to themselves."""

from dataclasses import replace

import pytest

from proeve.model.registry import AssessorStatistics, Committee
from proeve.model.verdict import LedgerVerdict
from proeve.sight.tables import Column, Kind, ReportName, Table
from proeve.site.charts import areas_of, bars_of, series_of
from proeve.site.edition import Edition, edition_of
from proeve.site.extras import extra_files
from proeve.site.profiles.audience import Profile
from proeve.site.profiles.pages import Audience
from proeve.site.reports import MOST_ROWS, report_bodies, report_view
from tests.site import verdicts

AGREEMENT, PROGRESS = "rapportages/overeenstemming", "rapportages/voortgang"


def edition(verdict: LedgerVerdict | None = None) -> Edition:
    committee = Profile(audience=Audience.COMMITTEE)
    return edition_of(verdict or verdicts.school(), "nl", profile=committee)


def decided(verdict: LedgerVerdict) -> LedgerVerdict:
    decision = AssessorStatistics(
        committee="ec", decided_on="2026-06-18", purpose="Kalibreren", minimum=5
    )
    seat = Committee(id="ec", members=(), quorum={}, opening_keys=())
    policy = replace(verdict.registry.policy, assessor_statistics=decision)
    registry = replace(verdict.registry, policy=policy, committees={"ec": seat})
    return replace(verdict, registry=registry)


def test_without_a_decision_no_page_and_no_file_compares_assessors() -> None:
    bodies = dict(report_bodies(edition()))
    assert "Cijfers over beoordelaars staan uit." in bodies[AGREEMENT]
    assert "Staat uit" in bodies["rapportages/index"]
    assert "<table" not in bodies[AGREEMENT]
    assert "Per beoordelaar" not in "".join(bodies.values())
    assert not [one.path for one in extra_files(edition()) if "overeen" in one.path]


def test_with_a_decision_the_page_says_what_is_left_out() -> None:
    bodies = dict(report_bodies(edition(decided(verdicts.school()))))
    assert "Precies gelijk" in bodies[AGREEMENT]
    assert "Per beoordelaar" in bodies[PROGRESS]


def test_a_long_table_is_cut_on_the_page_and_whole_in_its_file() -> None:
    shown = edition(verdicts.many(25 * (MOST_ROWS + 3)))
    view = report_view(shown, shown.sight.report(ReportName.PROGRESS))
    groups = next(table for table in view.tables if table.id == "group")
    assert (len(groups.rows), groups.hidden) == (MOST_ROWS, 3)
    (file,) = [one for one in extra_files(shown) if one.path.endswith("-group.csv")]
    assert file.content.count(b"\r\n") == 1 + MOST_ROWS + 3


def test_a_school_without_exams_has_pages_without_numbers() -> None:
    bodies = dict(report_bodies(edition(verdicts.verdict())))
    assert len(bodies) == 7
    assert "Nog geen gegevens." in bodies[PROGRESS]
    assert "NaN" not in "".join(bodies.values())


def table(*rows: tuple[str, int, int]) -> Table:
    columns = (Column("month", Kind.MONTH), Column("passed"), Column("not_passed"))
    return Table(id="month", columns=columns, rows=rows)


def test_the_longest_bar_fills_the_picture_and_parts_adjoin() -> None:
    speaker = edition().speaker
    series = [
        series_of("good", "passed", speaker),
        series_of("bad", "not_passed", speaker),
    ]
    rows = table(("2027-01", 3, 1), ("2027-02", 1, 1), ("2027-03", 0, 0))
    picture = bars_of(rows, series, speaker)
    assert picture is not None
    assert [bar.label for bar in picture.bars] == ["jan 2027", "feb 2027"]
    parts = [(part.start, part.width) for part in picture.bars[0].segments]
    assert parts == [("0%", "75%"), ("75%", "25%")]
    assert picture.bars[1].segments[1].start == "25%"


@pytest.mark.parametrize("rows", [(), (("2027-01", 3, 1),)])
def test_no_area_is_drawn_of_less_than_two_months(
    rows: tuple[tuple[str, int, int], ...],
) -> None:
    speaker = edition().speaker
    series = [series_of("good", "passed", speaker)]
    assert areas_of(table(*rows), series, speaker, "passed") is None


def test_bands_lie_upon_each_other() -> None:
    speaker = edition().speaker
    series = [
        series_of("good", "passed", speaker),
        series_of("bad", "not_passed", speaker),
    ]
    rows = table(("2027-01", 1, 1), ("2027-02", 2, 2))
    picture = areas_of(rows, series, speaker, "not_passed")
    assert picture is not None
    low, high = picture.bands
    assert low.points == "0,75 100,50 100,100 0,100"
    assert high.points == "0,50 100,0 100,50 0,75"
    assert picture.up[-1] == ("0%", "4")

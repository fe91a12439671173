"""`proeve report`: for readers, for a spreadsheet and for a program."""

import json
from pathlib import Path

import pytest

from proeve.sight.tables import ReportName
from tests.cli.running import proeve

pytestmark = pytest.mark.slow


def test_all_reports_are_told_below_one_warning(practice: Path) -> None:
    ran = proeve(practice, "report", lang="nl")
    assert (ran.code, ran.err) == (0, "")
    assert ran.lines[0].startswith("OEFENSCHOOL: ")
    titles = ("Voortgang", "Doorlooptijd", "Te laat en uitstel")
    assert all(title in ran.lines for title in titles)


@pytest.mark.parametrize("name", [str(name) for name in ReportName])
def test_a_program_gets_one_object_a_report(practice: Path, name: str) -> None:
    ran = proeve(practice, "report", name, "--json")
    (line,) = ran.lines
    report = json.loads(line)
    assert (ran.code, report["report"], report["closed"]) == (0, name, None)
    assert report["figures"]
    assert report["tables"]


def test_a_spreadsheet_gets_one_mark_and_semicolons(practice: Path) -> None:
    ran = proeve(practice, "report", "progress", "--csv", lang="nl")
    assert ran.code == 0
    assert ran.out.startswith("\ufeffGroep;Examens;")
    assert ran.out.count("\ufeff") == 1


def test_names_are_told_to_who_has_the_file(practice: Path) -> None:
    names = practice.with_name("school.directory.csv")
    with_names = proeve(practice, "report", "progress", "--directory", str(names))
    without = proeve(practice, "report", "progress")
    assert "  p-" in without.out
    assert "  p-" not in with_names.out


def test_a_school_without_a_decision_tells_nothing_of_assessors(sample: Path) -> None:
    ran = proeve(sample, "report", "agreement", lang="nl")
    assert ran.code == 0
    assert "Cijfers over beoordelaars staan uit." in ran.out
    told = json.loads(proeve(sample, "report", "agreement", "--json").out)
    assert (told["closed"], told["tables"]) == ("not-decided", {})
    assert "assessor" not in proeve(sample, "report", "progress", "--json").out


def test_another_name_ends_with_two(sample: Path) -> None:
    assert proeve(sample, "report", "gossip").code == 2

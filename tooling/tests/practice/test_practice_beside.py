"""What lies beside a practice school: trust root, keys, the directory of names."""

import csv
import subprocess
from datetime import date
from pathlib import Path

import pytest

from proeve.deeds.numbering import exam_number
from proeve.deeds.practice.days import clock, plus, seconds, winter_break
from proeve.deeds.practice.names import person_name
from proeve.deeds.practice.school import PracticeReport, practice
from proeve.directory.tables import safe
from proeve.directory.written import COLUMNS
from proeve.errors import UsageError
from proeve.gather.history import judge_repository
from proeve.sealing import opening_key


def keys(school: PracticeReport) -> Path:
    return school.folder.with_name("school.keys")


def test_the_trust_root_lies_beside_the_school(school: PracticeReport) -> None:
    beside = school.folder.with_name("school.root").read_text().strip()
    assert beside == school.trust_root
    assert judge_repository(school.folder, now=0, trust_root=beside).exams


def test_keys_are_for_their_owner_alone(school: PracticeReport) -> None:
    assert keys(school).stat().st_mode & 0o777 == 0o700
    secret = [path for path in keys(school).iterdir() if path.suffix != ".csv"]
    assert len(secret) == school.people + 1
    assert {path.stat().st_mode & 0o777 for path in secret} == {0o600}


def test_ssh_keygen_reads_each_key_and_finds_it_marked(school: PracticeReport) -> None:
    person = sorted(keys(school).glob("p-*"))[0]
    done = subprocess.run(
        ["ssh-keygen", "-y", "-f", str(person)],
        capture_output=True,
        text=True,
        check=True,
    )
    kind, public, comment = done.stdout.strip().split(" ", 2)
    paper = next(school.folder.glob(f"exams/registry/people/*/{person.name}.yml"))
    assert f"{kind} {public}" in paper.read_text()
    assert "practice" in comment


def test_the_opening_key_is_that_of_the_committee(school: PracticeReport) -> None:
    identity = (keys(school) / "opening-key.txt").read_text().strip()
    committee = next(school.folder.glob("exams/registry/committees/*.yml"))
    assert opening_key(identity) in committee.read_text()


def test_the_directory_opens_in_excel_in_dutch(school: PracticeReport) -> None:
    raw = school.folder.with_name("school.directory.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\n") == raw.count(b"\r\n")
    rows = list(csv.DictReader(raw.decode("utf-8-sig").splitlines(), delimiter=";"))
    assert tuple(rows[0]) == tuple(COLUMNS.values())
    people = {path.stem for path in school.folder.glob("exams/registry/people/*/*.yml")}
    companies = {path.stem for path in school.folder.glob("exams/registry/companies/*")}
    assert {row["kenmerk"] for row in rows} == people | companies
    assert all(row["naam"] for row in rows)


@pytest.mark.parametrize("cell", ["=1+1", "+31", "-1", "@x", "\t=1"])
def test_a_cell_is_never_a_formula(cell: str) -> None:
    assert safe(cell) == f"'{cell}"
    assert safe("Sam") == "Sam"


def test_names_differ_and_belong_to_nobody() -> None:
    names = [person_name(number) for number in range(6900)]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("serial", "number"), [(0, "26-0001-b"), (41, "26-0042-u"), (9999, "27-0001-g")]
)
def test_exam_numbers_end_in_a_check_character(serial: int, number: str) -> None:
    assert exam_number(2026, serial) == number


def test_a_folder_that_is_not_empty_is_left_alone(folder: Path) -> None:
    folder.mkdir()
    (folder / "mine.txt").write_text("keep")
    with pytest.raises(UsageError):
        practice(folder, start=date(2026, 9, 1), seed="s")
    assert [path.name for path in folder.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("exams", [0, 20_001])
def test_a_school_has_some_exams_and_not_too_many(exams: int, folder: Path) -> None:
    with pytest.raises(UsageError):
        practice(folder, start=date(2026, 9, 1), seed="s", exams=exams)
    assert not folder.exists()


def test_work_stops_at_weekends_and_in_the_winter_break() -> None:
    friday = date(2026, 9, 4)
    assert plus(friday, 1) == date(2026, 9, 7)
    assert plus(date(2026, 9, 7), -1) == friday
    assert plus(date(2026, 9, 5), 0) == date(2026, 9, 7)
    assert plus(date(2026, 12, 23), 1) == date(2027, 1, 4)
    assert winter_break(2026) == (date(2026, 12, 24), date(2027, 1, 1))


@pytest.mark.parametrize(
    ("day", "offset"),
    [
        (date(2027, 3, 27), "+0100"),
        (date(2027, 3, 28), "+0200"),
        (date(2026, 10, 24), "+0200"),
        (date(2026, 10, 25), "+0100"),
    ],
)
def test_clocks_change_on_the_last_sundays(day: date, offset: str) -> None:
    assert seconds(clock(day, 12 * 60))[1] == offset

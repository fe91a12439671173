"""The people of training companies are read in from the office's own list."""

from pathlib import Path

import pytest

from proeve.deeds.keeping_names import open_names
from proeve.directory.entries import Directory, Entry, EntryKind
from proeve.directory.staff import read_staff, template
from proeve.process.vocabulary import Role
from tests.cli.running import Ran
from tests.groups.schools import Desk

HEAD = "leerbedrijf;plaats;naam;rol;e-mail;crebo;deskundig van;deskundig tot"
JO = "Bedrijf 1;Proefstad;Jo Bedacht;begeleider;jo@example.invalid;;;"
ANS = (
    "Bedrijf 1;Proefstad;Ans Verzonnen;beoordelaar;ans@example.invalid;"
    "25331, 25332;1-8-2026;31-7-2029"
)
SAM = (
    "Bedrijf 2;Proefdam;Sam Gedacht;beide;sam@example.invalid;25331;1-8-2026;31-7-2028"
)


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def table(*rows: str) -> str:
    return "\r\n".join((HEAD, *rows, ""))


def codes(text: str) -> list[str]:
    found = read_staff("s.csv", text.encode()).findings
    return [f"{each.where}: {each.code}" for each in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ["s.csv:1:1: csv.empty"]),
        (HEAD, ["s.csv:1:1: csv.empty"]),
        ("leerbedrijf;naam\r\nA;B", ["s.csv:1:1: csv.no-column"]),
        (f"{HEAD};BSN\r\n{JO};1", ["s.csv:1:9: csv.bsn"]),
        (table(JO.replace("begeleider", "baas")), ["s.csv:2:4: csv.bad-role"]),
        (table(JO.replace("begeleider", "")), ["s.csv:2:4: csv.required"]),
        (table(JO.replace("Bedrijf 1", "")), ["s.csv:2:1: csv.required"]),
        (table(JO.replace("jo@", "jo")), ["s.csv:2:5: csv.bad-mail"]),
        (table(ANS.replace("25332", "twee")), ["s.csv:2:6: csv.bad-crebo"]),
        (table(ANS.replace("31-7-2029", "")), ["s.csv:2:3: csv.half-declared"]),
        (table(ANS.replace("2029", "2025")), ["s.csv:2:3: csv.half-declared"]),
        (table(ANS.replace("31-7", "31-6")), ["s.csv:2:8: csv.bad-date"]),
        (table(JO, JO), ["s.csv:3:3: csv.person-twice"]),
        (
            table(JO, ANS.replace("ans@", "jo@")),
            ["s.csv:3:5: csv.two-stories"],
        ),
    ],
)
def test_a_row_that_is_not_in_order_is_named(text: str, found: list[str]) -> None:
    assert codes(text) == found
    assert not read_staff("s.csv", text.encode()).workers


def test_a_list_in_order_says_who_does_what() -> None:
    staff = read_staff("s.csv", table(JO, ANS, SAM).encode("cp1252"))
    assert not staff.findings
    found = [(each.supervises, each.assesses) for each in staff.workers]
    assert found == [(True, False), (False, True), (True, True)]
    assert staff.workers[1].crebo == ("25331", "25332")
    assert (staff.workers[1].starts, staff.workers[1].ends) == (
        "2026-08-01",
        "2029-07-31",
    )


def test_every_heading_of_the_template_is_read() -> None:
    assert codes(template().decode("utf-8-sig") + "A;;;B;beide;;;;;;\r\n") == []


def reads(desk: Desk, text: str, *more: str, by: str = "") -> Ran:
    return desk.runs(
        "company",
        "people",
        desk.file(text, "staff.csv"),
        "--directory",
        desk.table,
        *more,
        by=by or desk.one(Role.ADMIN),
    )


def known(desk: Desk) -> Directory:
    return open_names(desk.table, ()).directory


def named(desk: Desk, name: str) -> Entry:
    return next(each for each in known(desk).entries.values() if each.name == name)


@pytest.mark.slow
def test_supervisors_come_in_by_one_administrator(desk: Desk) -> None:
    made = reads(desk, table(JO), "--checked", "2026-11-01")
    assert made.code == 0, made.out + made.err
    jo = named(desk, "Jo Bedacht")
    assert jo.kind is EntryKind.COMPANY
    registry = desk.verdict.registry
    assert registry.holds(jo.id, Role.WORKPLACE_SUPERVISOR, "*")
    assert jo.company in registry.companies
    assert "Jo Bedacht" not in desk.git("log", "-p", "-1")
    before, names = desk.head(), desk.table.read_bytes()
    again = reads(desk, table(JO))
    assert (again.code, again.lines[-1]) == (0, "There is nothing new in it.")
    assert (desk.head(), desk.table.read_bytes()) == (before, names)


@pytest.mark.slow
def test_an_assessor_needs_a_second_person(desk: Desk) -> None:
    admin, chair = desk.one(Role.ADMIN), desk.people[Role.EXAM_COMMITTEE][0]
    before = desk.head()
    offered = reads(desk, table(ANS, SAM), "--checked", "2026-11-01")
    assert (offered.code, "registry.second-missing" in offered.out) == (1, True)
    assert desk.head() == before
    (offer,) = Path().glob("*.offer.json")
    assert desk.runs("people", "sign", offer, by=chair).code == 0
    (act,) = Path().glob("*.act")
    made = desk.runs("people", "apply", offer, "--act", act, by=admin)
    assert made.code == 0, made.out + made.err
    registry = desk.verdict.registry
    ans, sam = named(desk, "Ans Verzonnen"), named(desk, "Sam Gedacht")
    assert registry.holds(ans.id, Role.WORKPLACE_ASSESSOR, "*")
    assert not registry.holds(ans.id, Role.WORKPLACE_SUPERVISOR, "*")
    assert registry.holds(sam.id, Role.WORKPLACE_SUPERVISOR, "*")
    (declaration,) = registry.people[ans.id].declarations
    assert declaration.crebo == ("25331", "25332")
    again = reads(desk, table(ANS, SAM))
    assert (again.code, again.lines[-1]) == (0, "There is nothing new in it.")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "more", "code"),
    [
        (table(JO), (), 2),
        (table(JO), ("--checked", "2026-11-01", "--group", "nergens"), 2),
        (table(JO.replace("begeleider", "x")), ("--checked", "2026-11-01"), 1),
    ],
)
def test_what_cannot_be_leaves_everything_as_it_was(
    desk: Desk, text: str, more: tuple[str, ...], code: int
) -> None:
    before, names = desk.head(), desk.table.read_bytes()
    assert reads(desk, text, *more).code == code
    assert (desk.head(), desk.table.read_bytes()) == (before, names)


@pytest.mark.slow
def test_who_keeps_no_registry_reads_nobody_in(desk: Desk) -> None:
    before, names = desk.head(), desk.table.read_bytes()
    ran = reads(
        desk,
        table(JO),
        *("--checked", "2026-11-01"),
        by=desk.people[Role.TEACHER][0],
    )
    assert ran.code in (1, 2)
    assert (desk.head(), desk.table.read_bytes()) == (before, names)

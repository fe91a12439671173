"""What a table may not hold, each at its row and column."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proeve.deeds.matching import Matched, match
from proeve.directory.cells import day_of
from proeve.directory.entries import Directory, Entry, EntryKind
from proeve.directory.roster import read_roster
from proeve.directory.tables import TableError, plain, read_table, safe, written
from proeve.directory.written import (
    directory_of_json,
    directory_of_table,
    json_of,
    table_of,
)
from proeve.model.findings import Severity
from tests.groups.schools import Desk, listed, row, stands

HEAD = "studentnummer;naam"
FULL = (
    "studentnummer;naam;e-mail;telefoon;geboortedatum;uren;taal;leerbedrijf;"
    "leerbedrijfnummer;plaats;begeleider;e-mail begeleider"
)


def codes(text: str | bytes) -> list[str]:
    raw = text.encode() if isinstance(text, str) else text
    return [f"{each.where}: {each.code}" for each in read_roster("g.csv", raw).findings]


def one(**cells: str) -> str:
    """Return a table with one student, of whom only some cells are filled."""
    names = FULL.split(";")
    filled = {"studentnummer": "1", "naam": "A", **cells}
    return f"{FULL}\r\n{';'.join(filled.get(name, '') for name in names)}\r\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (b"a\0b;c\r\n1;2", ["g.csv:1:1: csv.unreadable"]),
        (b"\x81\x8d;\xff", ["g.csv:1:1: csv.unreadable"]),
        ('studentnummer;naam\r\n1;"A', ["g.csv:1:1: csv.unreadable"]),
        ("", ["g.csv:1:1: csv.empty"]),
        (HEAD, ["g.csv:1:1: csv.empty"]),
        (f"{HEAD};BSN\r\n1;A;123456782", ["g.csv:1:3: csv.bsn"]),
        (f"{HEAD};Naam\r\n1;A;A", ["g.csv:1:3: csv.column-twice"]),
        (f"{HEAD};e-mial\r\n1;A;x", ["g.csv:1:3: csv.near-column"]),
        (f"{HEAD};Klas\r\n1;A;x", ["g.csv:1:3: csv.unused-column"]),
        ("naam\r\nA", ["g.csv:1:1: csv.no-column"]),
        ("studentnummer\r\n1", ["g.csv:1:1: csv.no-column"]),
        (f"{HEAD}\r\n1;A;x", ["g.csv:2:3: csv.ragged"]),
        (f"{HEAD}\r\n1;A\r\n;B", ["g.csv:3:1: csv.required"]),
        (f"{HEAD}\r\n1;", ["g.csv:2:2: csv.required"]),
        (one(begeleider="B"), ["g.csv:2:11: csv.no-company"]),
        (one(naam="A\u202eB"), ["g.csv:2:2: csv.bad-text"]),
        (one(naam="A" * 121), ["g.csv:2:2: csv.bad-text"]),
        (one(geboortedatum="31-2-2009"), ["g.csv:2:5: csv.bad-date"]),
        (one(geboortedatum="1-2-09"), ["g.csv:2:5: csv.bad-date"]),
        (one(uren="veel"), ["g.csv:2:6: csv.bad-number"]),
        (one(**{"e-mail": "a@b"}), ["g.csv:2:3: csv.bad-mail"]),
        (one(telefoon="bel"), ["g.csv:2:4: csv.bad-phone"]),
        (one(taal="frans"), ["g.csv:2:7: csv.bad-language"]),
        (f"{HEAD}\r\n1;A\r\n2;B\r\n1;C", ["g.csv:4:1: csv.student-twice"]),
        (
            f"{HEAD}\r\n" + "\r\n".join(f"{n};A" for n in range(61)),
            ["g.csv:1:1: csv.too-many"],
        ),
        (
            "studentnummer;naam;leerbedrijf;leerbedrijfnummer\r\n1;A;X;9\r\n2;B;Y;9",
            ["g.csv:3:4: csv.two-stories"],
        ),
    ],
)
def test_what_is_not_in_order_is_named_by_row_and_column(
    text: str | bytes, found: list[str]
) -> None:
    assert codes(text) == found


def test_only_a_column_that_is_not_used_lets_the_rest_through() -> None:
    roster = read_roster("g.csv", f"{HEAD};Klas\r\n1;A;x".encode())
    assert [each.severity for each in roster.findings] == [Severity.NOTE]
    assert [each.name for each in roster.placements] == ["A"]


def test_bad_rows_write_nothing(desk: Desk) -> None:
    before = desk.head()
    ran = desk.new_group(desk.file(listed(row(0).replace("14-1-2027", "1-13-2027"))))
    assert ran.code == 1
    assert "group.csv:2:12: csv.bad-date" in ran.out
    stands(before, desk, [desk.names])


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("14-1-2027", "2027-01-14"),
        ("14/01/2027", "2027-01-14"),
        ("2027-01-14", "2027-01-14"),
        ("14-1-27", ""),
        ("32-1-2027", ""),
        ("januari", ""),
    ],
)
def test_a_day_is_read_as_the_dutch_write_it(text: str, day: str) -> None:
    assert day_of(text) == day


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20))
def test_no_written_cell_is_a_formula_and_each_reads_back(cell: str) -> None:
    raw = written(("a", "b"), [["x", cell]])
    assert not safe(cell).startswith(("=", "+", "-", "@", "\t", "\r"))
    if cell == "".join(cell.split()) and '"' not in cell and cell[:1] != "'":
        assert plain(safe(cell)) == cell
        assert read_table("t.csv", raw).rows[0][1].text == cell


@given(st.binary(max_size=200))
def test_any_bytes_are_a_table_or_a_finding(raw: bytes) -> None:
    roster = read_roster("g.csv", raw)
    assert roster.placements or roster.findings


def test_a_table_error_brings_its_finding() -> None:
    with pytest.raises(TableError) as caught:
        read_table("t.csv", b"")
    assert caught.value.finding.code == "csv.empty"


ENTRY = Entry(id="p-00000001", kind=EntryKind.STUDENT, name="=SOM", phone="+31 6 1")


def test_a_directory_is_the_same_from_table_and_from_json() -> None:
    directory = Directory().with_entries([ENTRY])
    assert directory_of_table("d.csv", table_of(directory)) == directory
    assert directory_of_json("d", json_of(directory, ("k",))) == (directory, ("k",))


def matched(*rows: str, known: Directory | None = None) -> Matched:
    numbers = iter(range(100 if known else 0, 200))
    heads = "studentnummer;naam;leerbedrijf;plaats;begeleider;e-mail begeleider"
    roster = read_roster("g.csv", "\r\n".join((heads, *rows)).encode())
    assert roster.placements, roster.findings
    return match(
        "g.csv",
        roster.placements,
        known or Directory(),
        lambda prefix: f"{prefix}{next(numbers):08d}",
    )


def test_a_company_with_two_places_must_say_which() -> None:
    both = matched("1;A;Bouw;Oost;B;b@x.nl", "2;A;Bouw;West;C;c@x.nl").after
    again = matched("3;A;Bouw;;D;d@x.nl", known=both)
    assert [f"{f.where}: {f.code}" for f in again.findings] == [
        "g.csv:2:1: csv.which-company"
    ]


def test_a_supervisor_does_not_change_companies_unseen() -> None:
    before = matched("1;A;Bouw;Oost;B;b@x.nl").after
    found = matched("2;C;Staal;Oost;B;b@x.nl", known=before).findings
    assert [each.code for each in found] == ["csv.other-company"]

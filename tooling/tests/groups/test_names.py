"""A row of the directory file is found, shown, changed and taken out."""

import io
from pathlib import Path

import pytest

from proeve.deeds.keeping_names import keep_names, new_names, open_names
from proeve.directory.entries import Directory, Entry, EntryKind
from proeve.history.pens import public_text
from proeve.process.vocabulary import Role
from tests.cli.running import Ran
from tests.groups.schools import Desk

pytestmark = pytest.mark.slow


def entries(desk: Desk, kind: EntryKind) -> tuple[Entry, ...]:
    return open_names(desk.table, ()).directory.of_kind(kind)


def student(desk: Desk) -> Entry:
    return entries(desk, EntryKind.STUDENT)[0]


def names(desk: Desk, *words: str) -> Ran:
    return desk.runs("names", *words, "--directory", desk.table)


def test_a_person_is_found_by_name_number_and_address(desk: Desk) -> None:
    one = student(desk)
    for text in (one.name.upper(), one.number, one.email, one.id):
        found = names(desk, "find", text)
        assert found.code == 0
        assert any(line.startswith(one.id) for line in found.lines)
    assert names(desk, "find", "niemand heet zo").lines == ["Nobody was found."]


def test_all_that_is_kept_of_a_person_is_shown(desk: Desk) -> None:
    one = student(desk)
    shown = names(desk, "show", one.number)
    assert shown.code == 0
    for text in (one.id, one.name, one.number, one.email, one.phone, one.company):
        assert text in shown.out


def test_a_change_shows_what_was_and_what_becomes(desk: Desk) -> None:
    one = student(desk)
    before = desk.head()
    new = ("--phone", "0612345678", "--born", "14-1-2009", "--representative", "")
    ran = names(desk, "change", one.id, *new, "--yes")
    assert ran.code == 0, ran.err
    assert f"{one.phone} → 0612345678" in ran.out
    now = student(desk)
    assert (now.phone, now.born, now.representative) == (
        "0612345678",
        "2009-01-14",
        "",
    )
    assert (now.id, now.name, now.email) == (one.id, one.name, one.email)
    assert len(entries(desk, EntryKind.STUDENT)) > 1
    assert desk.head() == before


def test_a_move_to_another_company_names_one_that_is_there(desk: Desk) -> None:
    one = student(desk)
    firm = next(e for e in entries(desk, EntryKind.FIRM) if e.id != one.company)
    boss = next(e for e in entries(desk, EntryKind.COMPANY) if e.company == firm.id)
    moved = ("--company", firm.id, "--supervisor", boss.id)
    assert names(desk, "change", one.id, *moved, "--yes").code == 0
    assert (student(desk).company, student(desk).supervisor) == (firm.id, boss.id)


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (("--email", "geen adres"), "csv.bad-mail"),
        (("--phone", "bel maar"), "csv.bad-phone"),
        (("--born", "31-2-2009"), "csv.bad-date"),
        (("--language", "fr"), "csv.bad-language"),
        (("--name", "A\u202eB"), "csv.bad-text"),
        (("--company", "c-00000000"), "csv.no-row"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    desk: Desk, given: tuple[str, str], code: str
) -> None:
    before = desk.table.read_bytes()
    ran = names(desk, "change", student(desk).id, *given, "--yes")
    assert ran.code == 1
    assert code in ran.out
    assert desk.table.read_bytes() == before


def test_a_company_has_no_date_of_birth(desk: Desk) -> None:
    firm = entries(desk, EntryKind.FIRM)[0]
    ran = names(desk, "change", firm.id, "--born", "1-1-2009", "--yes")
    assert (ran.code, "csv.not-theirs" in ran.out) == (1, True)
    assert names(desk, "change", firm.id, "--place", "Elders", "--yes").code == 0


@pytest.mark.parametrize(
    "words",
    [
        ("show", "p-00000000"),
        ("change", "p-00000000", "--phone", "0612345678"),
        ("change", "p-00000000"),
        ("remove", "p-00000000"),
    ],
)
def test_who_is_not_there_is_said_and_nothing_is_written(
    desk: Desk, words: tuple[str, ...]
) -> None:
    before = desk.table.read_bytes()
    ran = names(desk, *words)
    assert ran.code == 2
    assert len(ran.err.splitlines()) == 1
    assert desk.table.read_bytes() == before


def test_another_answer_than_yes_writes_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("n\n"))
    before = desk.table.read_bytes()
    assert names(desk, "remove", student(desk).id).code != 0
    assert desk.table.read_bytes() == before


def test_a_row_is_taken_out_and_the_others_stay(desk: Desk) -> None:
    firm = entries(desk, EntryKind.FIRM)[0]
    count = len(open_names(desk.table, ()).directory.entries)
    ran = names(desk, "remove", firm.id, "--yes")
    assert ran.code == 0, ran.err
    assert "other rows name" in ran.out
    after = open_names(desk.table, ()).directory
    assert firm.id not in after.entries
    assert len(after.entries) == count - 1


def test_two_of_one_name_are_told_apart_by_their_id(desk: Desk) -> None:
    one, two, *_ = entries(desk, EntryKind.STUDENT)
    assert names(desk, "change", two.id, "--name", one.name, "--yes").code == 0
    ran = names(desk, "show", one.name)
    assert ran.code == 2
    assert one.id in ran.err
    assert two.id in ran.err


def test_a_sealed_file_stays_sealed_for_the_same_keys(
    desk: Desk, tmp_path: Path
) -> None:
    one, two = (desk.key(desk.one(r)) for r in (Role.ADMIN, Role.SCHOOL_CONTACT))
    public = public_text(one)
    path = tmp_path / "names.age"
    entry = Entry(id="p-11111111", kind=EntryKind.STUDENT, name="Jo", number="1")
    fresh = new_names(path, (public,))
    keep_names(fresh.holding(Directory({entry.id: entry})))
    given = ("--directory", path, "--identity", one)
    assert desk.runs("names", "show", "1").code == 2
    ran = desk.runs("names", "change", "1", "--phone", "0612345678", "--yes", *given)
    assert ran.code == 0, ran.err
    assert b"0612345678" not in path.read_bytes()
    opened = open_names(path, (one.read_bytes(),))
    assert opened.recipients == (public,)
    assert opened.directory.entries[entry.id].phone == "0612345678"
    refused = desk.runs("names", "show", "1", "--directory", path, "--identity", two)
    assert refused.code in (2, 3)
    assert "Traceback" not in refused.err

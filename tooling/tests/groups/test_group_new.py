"""A group of 25 from the office's own list, in one go and never twice."""

import io
from pathlib import Path

import pytest

from proeve.deeds.keeping_names import Names, open_names
from proeve.directory.entries import EntryKind
from proeve.process.vocabulary import Role
from tests.groups.schools import COMPANIES, STUDENTS, Desk, listed, row, stands

pytestmark = pytest.mark.slow
GROUP = "nieuw-a"


def names_of(desk: Desk, by: str = "") -> Names:
    secret = desk.key(by or desk.one(Role.ADMIN)).read_bytes()
    return open_names(desk.names, (secret,))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "cp1252"])
def test_twenty_five_students_come_in_as_excel_saves_them(
    desk: Desk, encoding: str
) -> None:
    ran = desk.new_group(desk.file(listed().encode(encoding)))
    assert ran.code == 0, ran.out
    verdict = desk.verdict
    record = verdict.group_records[GROUP]
    students = record["students"]
    assert isinstance(students, list)
    assert len(students) == STUDENTS
    assert isinstance(record["companies"], list)
    assert len(record["companies"]) == COMPANIES
    assert desk.git("log", "--format=%s", "-2").splitlines() == [
        f"approve groups/{GROUP}",
        "approve registry",
    ]
    found = names_of(desk).directory
    assert found.name(students[3]) == "Zoë van Verzonnen 3"
    entry = found.entries[students[3]]
    assert (entry.starts, entry.ends, entry.hours) == (
        "2027-01-14",
        "2027-06-30",
        "37.5",
    )
    supervisor = verdict.registry.people[entry.supervisor]
    assert (supervisor.side, supervisor.company) == ("company", entry.company)
    assert verdict.registry.holds(supervisor.id, Role.WORKPLACE_SUPERVISOR, GROUP)
    assert desk.runs("verify").code == 0


def test_a_table_with_commas_is_read_as_well(desk: Desk) -> None:
    comma = listed().replace("37,5", '"37,5"').replace(";", ",")
    assert desk.new_group(desk.file(comma)).code == 0
    assert len(names_of(desk).directory.of_kind(EntryKind.STUDENT)) == STUDENTS


def test_a_second_import_adds_nothing(desk: Desk) -> None:
    file = desk.file(listed())
    assert desk.new_group(file).code == 0
    head, kept = desk.head(), desk.names.read_bytes()
    again = desk.new_group(file)
    assert again.code == 0
    assert "nothing new" in again.out
    assert desk.head() == head
    assert desk.names.read_bytes() == kept


def test_an_import_that_lost_its_commits_completes(desk: Desk) -> None:
    """The names were kept and the machine stopped before the branch moved."""
    file, before = desk.file(listed()), desk.head()
    assert desk.new_group(file).code == 0
    ids = set(names_of(desk).directory.entries)
    desk.git("reset", "--hard", "-q", before)
    home = Path.home()
    for path in sorted(home.rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    assert desk.new_group(file).code == 0
    assert set(names_of(desk).directory.entries) == ids


def test_a_newcomer_joins_the_group_that_is_there(desk: Desk) -> None:
    assert desk.new_group(desk.file(listed())).code == 0
    more = listed(*map(row, range(STUDENTS)), row(30))
    assert desk.new_group(desk.file(more)).code == 0
    record = desk.verdict.group_records[GROUP]
    assert len(record["students"]) == STUDENTS + 1  # type: ignore[arg-type]
    assert len(names_of(desk).directory.of_kind(EntryKind.FIRM)) == COMPANIES


def test_a_new_telephone_number_changes_the_file_of_names_alone(desk: Desk) -> None:
    assert desk.new_group(desk.file(listed())).code == 0
    head = desk.head()
    changed = listed().replace("06-00000003", "06-11111111")
    assert desk.new_group(desk.file(changed)).code == 0
    assert desk.head() == head
    phones = {each.phone for each in names_of(desk).directory.entries.values()}
    assert "06-11111111" in phones
    assert "06-00000003" not in phones


def test_no_name_comes_into_git(desk: Desk) -> None:
    assert desk.new_group(desk.file(listed())).code == 0
    everything = desk.git("log", "-p", "-2")
    for secret in ("Verzonnen", "Bedacht", "Café", "example.invalid", "100003"):
        assert secret not in everything


def test_the_file_of_names_is_encrypted_and_for_its_owner_alone(desk: Desk) -> None:
    assert desk.new_group(desk.file(listed())).code == 0
    assert b"Verzonnen" not in desk.names.read_bytes()
    assert desk.names.stat().st_mode & 0o777 == 0o600
    with pytest.raises(Exception, match="does not open"):
        names_of(desk, by=desk.one(Role.TEACHER))


def test_the_template_has_every_heading_and_reads_back(desk: Desk) -> None:
    out = desk.folder / "empty.csv"
    assert desk.runs("group", "template", out).code == 0
    assert out.read_bytes().startswith(b"\xef\xbb\xbfstudentnummer;naam;")
    ran = desk.new_group(out)
    assert (ran.code, "csv.empty" in ran.out) == (1, True)


def test_a_group_is_listed_as_a_table_that_excel_opens(desk: Desk) -> None:
    cell = "=1+1 gevaarlijk"
    rows = listed().replace("Verzonnen 3;", f"{cell};")
    assert desk.new_group(desk.file(rows)).code == 0
    out = desk.folder / "out.csv"
    admin = desk.key(desk.one(Role.ADMIN))
    words = ("group", "list", GROUP, "--directory", desk.names, "--key", admin)
    assert desk.runs(*words, "--to", out).code == 0
    raw = out.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfkenmerk;nummer;naam;")
    assert raw.count(b"\r\n") == raw.count(b"\n") == STUDENTS + 1
    assert "Café Bedrijf 3" in desk.runs(*words).out
    absent = desk.runs("group", "list", "geen")
    assert (absent.code, "no group geen" in absent.err) == (2, True)


def test_somebody_without_the_role_changes_nothing(desk: Desk) -> None:
    before = desk.head()
    ran = desk.new_group(desk.file(listed()), by=desk.one(Role.TEACHER))
    assert ran.code == 1
    assert "registry.not-an-admin" in ran.out
    stands(before, desk, [desk.names])


def test_who_says_no_leaves_everything_as_it_was(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = desk.head()
    monkeypatch.setattr("sys.stdin", io.StringIO("n\n"))
    ran = desk.runs(
        *("group", "new", GROUP, desk.file(listed()), "--directory", desk.names),
        *("--crebo", "25331", "--cohort", "2026", "--checked", "2026-11-01"),
        *("--contact", desk.one(Role.SCHOOL_CONTACT)),
        *("--key", desk.key(desk.one(Role.ADMIN))),
    )
    assert ran.code == 130
    stands(before, desk, [desk.names])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--contact", "p-00000000"), "p-00000000 is no contact person"),
        (("--key", "absent"), "absent"),
    ],
)
def test_what_cannot_be_meant_is_said_in_one_sentence(
    desk: Desk, words: tuple[str, ...], said: str
) -> None:
    before = desk.head()
    ran = desk.runs(
        *("group", "new", GROUP, desk.file(listed()), "--directory", desk.names),
        *("--checked", "2026-11-01", "--key", desk.key(desk.one(Role.ADMIN))),
        *("--yes", *words),
    )
    assert ran.code == 2
    assert said in ran.err
    assert len(ran.err.strip().splitlines()) == 1
    stands(before, desk, [desk.names])


def test_new_companies_ask_when_their_recognition_was_looked_at(desk: Desk) -> None:
    before = desk.head()
    ran = desk.runs(
        *("group", "new", GROUP, desk.file(listed()), "--directory", desk.names),
        *("--contact", desk.one(Role.SCHOOL_CONTACT)),
        by=desk.one(Role.ADMIN),
    )
    assert (ran.code, "--checked" in ran.err) == (2, True)
    stands(before, desk, [desk.names])


def test_names_never_lie_in_the_repository(desk: Desk) -> None:
    inside = desk.school / "names.age"
    ran = desk.new_group(desk.file(listed()), "--directory", inside)
    assert (ran.code, "outside" in ran.err) == (2, True)
    assert not inside.exists()


def test_a_group_without_a_directory_file_is_not_made(desk: Desk) -> None:
    before = desk.head()
    ran = desk.runs("group", "new", GROUP, desk.file(listed()), by=desk.one(Role.ADMIN))
    assert (ran.code, "--directory" in ran.err) == (2, True)
    stands(before, desk)

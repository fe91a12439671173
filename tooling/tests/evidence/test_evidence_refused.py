"""What policy, the assignment or good sense refuses never reaches store or history."""

import io
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from proeve.deeds.evidence import not_agreed
from proeve.stores import intake
from proeve.stores.folder import Folder
from proeve.stores.piece import read_piece
from proeve.stores.policy import EvidencePolicy
from tests.cli.running import proeve
from tests.evidence.schools import OPEN, School
from tests.stores.pictures import photograph

pytestmark = pytest.mark.slow

NOTES = b"Meting 1: 0,3 ohm\n"


def refused(school: School, *words: str | Path, code: int = 1) -> str:
    """Add something that is refused; hold that nothing was written anywhere."""
    head = school.head()
    ran = school.add(*words, "--for", "E2", "--people", "no")
    assert ran.code == code, ran.out + ran.err
    assert (school.head(), school.kept()) == (head, [])
    return ran.out + ran.err


FILES: dict[str, tuple[str, bytes, str]] = {
    "an empty file": ("a.txt", b"", "store.empty"),
    "a program": ("a.txt", b"\x7fELF\x02\x01\x01" + bytes(99), "store.unknown-type"),
    "a web page as text": ("a.txt", b"<html><script>", "store.unknown-type"),
    "a drawing that runs": ("a.svg", b"<svg onload='x()'/>", "store.unknown-type"),
    "a photograph as PDF": ("a.pdf", photograph(), "store.other-type"),
    "a text as photograph": ("a.jpg", NOTES, "store.other-type"),
    "a type not taken": ("a.webp", photograph("webp"), "store.type-refused"),
    "too large": ("a.txt", b"x" * 300_001, "store.too-large"),
    "half a photograph": ("a.jpg", photograph()[:900], "store.damaged"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_refused(school: School, name: str) -> None:
    file, content, code = FILES[name]
    said = refused(school, school.file(file, content))
    assert f"{file}:1:1: {code} " in said


def test_one_wrong_file_keeps_the_others_out_too(school: School) -> None:
    good, bad = school.file("a.txt", NOTES), school.file("b.txt", b"")
    worse = school.file("c.exe", b"MZ" + bytes(99))
    said = refused(school, good, bad, worse)
    assert "store.empty" in said
    assert "store.unknown-type" in said


def _link(desk: Path) -> Path:
    (desk / "real.txt").write_bytes(NOTES)
    (desk / "a.txt").symlink_to(desk / "real.txt")
    return desk / "a.txt"


def _pipe(desk: Path) -> Path:
    os.mkfifo(desk / "a.txt")
    return desk / "a.txt"


STRANGE: dict[str, tuple[Callable[[Path], Path], str]] = {
    "a link": (_link, "store.not-a-file"),
    "a pipe that nobody writes": (_pipe, "store.not-a-file"),
    "a device without an end": (lambda _: Path("/dev/zero"), "store.not-a-file"),
    "a folder": (lambda desk: desk, "store.not-a-file"),
    "a name that is not there": (lambda desk: desk / "x.txt", "store.unreadable"),
    "a name too long": (lambda desk: desk / ("x" * 400), "store.unreadable"),
    "a way up that leads nowhere": (
        lambda desk: desk / "../../../x/../../x.txt",
        "store.unreadable",
    ),
}


@pytest.mark.parametrize("name", STRANGE)
def test_what_is_no_plain_file_is_refused(school: School, name: str) -> None:
    make, code = STRANGE[name]
    school.desk.mkdir()
    assert code in refused(school, make(school.desk))


def test_a_name_is_never_a_path(school: School) -> None:
    file = school.file("..%2f..%2fx; rm -rf ~ \u202egpj.txt", NOTES)
    assert school.add(file, "--for", "E2").code == 0
    (name,) = school.kept()
    assert len(name) == 64
    (item,) = school.items()
    assert "rm -rf" not in str(item)


def test_a_file_that_changes_while_it_is_read_is_refused(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = school.file("a.txt", NOTES)
    read = intake._read

    def and_meanwhile(handle: int) -> bytes:
        with file.open("ab") as other:
            other.write(b"more")
        return read(handle)

    monkeypatch.setattr(intake, "_read", and_meanwhile)
    said = refused(school, file)
    assert "store.changed-while-read" in said or "store.too-large" in said


def test_people_in_the_picture_are_refused_where_they_may_not_be(
    school: School,
) -> None:
    file, head = school.file("a.jpg", photograph()), school.head()
    ran = school.add(file, "--for", "E1", "--people", "yes")
    assert ran.code == 1
    assert "evidence.people" in ran.out
    assert (school.head(), school.kept()) == (head, [])
    assert school.add(file, "--for", "E3", "--people", "yes").code == 0
    assert school.items()[0]["people_visible"] is True


def test_nobody_guesses_whether_people_are_in_it(school: School) -> None:
    ran = school.add(school.file("a.jpg", photograph()), "--for", "E1")
    assert ran.code == 2
    assert "--people" in ran.err


def test_who_is_asked_may_answer_no(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, key = school.file("a.jpg", photograph()), school.key(school.student)
    words = ("evidence", "add", OPEN, str(file), "--key", str(key))
    monkeypatch.setattr("sys.stdin", io.StringIO("E1\nn\ny\n"))
    ran = proeve(school.folder, *words)
    assert ran.code == 0, ran.out + ran.err
    assert "Is somebody recognisable in a.jpg?" in ran.err
    assert school.items()[0]["people_visible"] is False


def test_who_does_not_sign_keeps_nothing_anywhere(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, key = school.file("a.txt", NOTES), school.key(school.student)
    words = ("evidence", "add", OPEN, str(file), "--for", "E2", "--key", str(key))
    head = school.head()
    monkeypatch.setattr("sys.stdin", io.StringIO("n\n"))
    assert proeve(school.folder, *words).code == 130
    assert (school.head(), school.kept()) == (head, [])


def test_what_was_agreed_to_be_seen_on_site_is_not_photographed(
    school: School,
) -> None:
    assert "store.photo-ban" in refused(school, school.file("a.jpg", photograph()))


def test_a_company_that_bans_photographs_bans_them_all(
    in_git: School, tmp_path: Path
) -> None:
    file = in_git.file("a.jpg", photograph())
    exam, copies = in_git.exam(), (tmp_path / "1", tmp_path / "2")
    policy = EvidencePolicy(
        store="folder",
        location="",
        most_bytes=100_000,
        types=frozenset({"image/jpeg", "text/plain"}),
        seen_by=1,
    )
    photo = read_piece(file, copies[0], policy)
    text = read_piece(in_git.file("a.txt", NOTES), copies[1], policy)
    for wanted in ("E1", "E2", "E3"):
        found = not_agreed(exam, wanted, photo)
        assert found is not None
        assert found.code == "store.photo-ban"
        assert not_agreed(exam, wanted, text) is None


def test_a_document_says_that_it_may_tell_a_place(school: School) -> None:
    file = school.file("a.pdf", b"%PDF-1.7\n%%EOF\n")
    ran = school.add(file, "--for", "E2", "--people", "no")
    assert ran.code == 0
    assert "store.may-tell-place" in ran.out


def test_what_is_not_asked_is_refused(school: School) -> None:
    ran = school.add(school.file("a.txt", NOTES), "--for", "E9")
    assert ran.code == 2
    assert "E1, E2, E3" in ran.err


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--seen-by", "p-00000001", "--kept-at", "kast"),
        ("--seen-by", "p-00000001"),
    ],
)
def test_one_thing_is_added_at_a_time(school: School, words: tuple[str, ...]) -> None:
    assert school.add("--for", "E1", *words).code == 2


def test_a_store_that_breaks_leaves_the_history_as_it_was(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: Folder, path: Path, content: object) -> None:
        del content
        raise OSError(28, "No space left on device", str(path))

    file, head = school.file("a.txt", NOTES), school.head()
    monkeypatch.setattr(Folder, "_write", full)
    ran = school.add(file, "--for", "E2")
    assert ran.code == 3
    assert "No space left" in ran.err
    assert (school.head(), school.kept()) == (head, [])


def test_a_store_that_is_not_there_stops_it(school: School) -> None:
    file, head = school.file("a.txt", NOTES), school.head()
    school.store.rmdir()
    ran = school.add(file, "--for", "E2")
    assert ran.code == 3
    assert "is not there" in ran.err
    assert school.head() == head

"""A student adds evidence and hands it in: the bytes first, then what names them."""

import hashlib
import json

import pytest

from proeve.deeds.evidence import handed_in
from proeve.deeds.evidence_checking import kept_files
from proeve.gather.history import judge_repository
from proeve.model.findings import Severity
from tests.cli.running import started
from tests.evidence.schools import OPEN, School
from tests.stores.pictures import photograph, place_of

pytestmark = pytest.mark.slow

NOTES = b"Meting 1: 0,3 ohm\nMeting 2: 0,4 ohm\n"
PDF = b"%PDF-1.7\nthe drawings\n%%EOF\n"


def digest(content: bytes) -> str:
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


def in_order(school: School) -> None:
    found = judge_repository(school.folder).findings
    assert [each for each in found if each.severity is Severity.ERROR] == []


def test_a_photograph_is_kept_without_its_place_and_listed(school: School) -> None:
    taken = photograph()
    file = school.file("IMG_2041 jan.jpg", taken)
    ran = school.add(file, "--for", "E1", "--people", "no")
    assert (ran.code, ran.err) == (0, "")
    (item,) = school.items()
    (name,) = school.kept()
    kept = (school.store / name[:2] / name).read_bytes()
    assert place_of(taken) != {}
    assert place_of(kept) == {}
    assert file.read_bytes() == taken
    assert dict(item) == {
        "id": "e1",
        "for": "E1",
        "kind": "file",
        "title": "Bewijs E1",
        "sha256": digest(kept),
        "size": len(kept),
        "media_type": "image/jpeg",
        "stored": "store",
        "location_removed": True,
        "people_visible": False,
    }
    assert "IMG_2041" not in school.folder.joinpath(
        "exams", "groups", OPEN, "evidence.yml"
    ).read_text(encoding="utf-8")
    in_order(school)


def test_pieces_keep_their_order_and_their_numbers(school: School) -> None:
    first = school.file("a.jpg", photograph())
    second, third = school.file("b.pdf", PDF), school.file("c.txt", NOTES)
    assert school.add(first, "--for", "E1", "--people", "no").code == 0
    assert school.add(second, third, "--for", "E2", "--people", "no").code == 0
    found = [(item["id"], item["for"], item["media_type"]) for item in school.items()]
    assert found == [
        ("e1", "E1", "image/jpeg"),
        ("e2", "E2", "application/pdf"),
        ("e3", "E2", "text/plain"),
    ]
    assert "people_visible" not in school.items()[2]


def test_one_piece_takes_the_place_of_another(school: School) -> None:
    school.add(school.file("a.jpg", photograph()), "--for", "E1", "--people", "no")
    better = school.file("b.png", photograph("png"))
    ran = school.add(better, "--for", "E1", "--people", "no", "--instead", "e1")
    assert ran.code == 0, ran.err
    assert [item["media_type"] for item in school.items()] == ["image/png"]
    ran = school.add(school.file("c.txt", NOTES), "--for", "E1", "--instead", "e7")
    assert ran.code == 2


def test_the_same_file_twice_is_kept_and_listed_once(school: School) -> None:
    one, two = school.file("a.txt", NOTES), school.file("b.txt", NOTES)
    assert school.add(one, two, "--for", "E2").code == 0
    assert len(school.items()) == len(school.kept()) == 1
    head = school.head()
    ran = school.add(two, "--for", "E2")
    assert ran.code == 2
    assert "already" in ran.err
    assert school.head() == head
    assert school.add(two, "--for", "E1").code == 0
    assert (len(school.items()), len(school.kept())) == (2, 1)


def test_criteria_are_linked_and_must_be_in_the_instrument(school: School) -> None:
    file = school.file("a.txt", NOTES)
    clone = school.clone()
    rules = next(each.rules for each in clone.state.registry.instruments.values())
    assert rules is not None
    strange = school.add(file, "--for", "E2", "--criteria", "X9-C9")
    assert strange.code == 2
    assert "X9-C9" in strange.err
    known = next(
        each.id
        for found in clone.state.registry.instruments.values()
        for each in (found.rules.criteria if found.rules else ())
        if school.add(file, "--for", "E2", "--criteria", each.id).code == 0
    )
    assert school.items()[0]["criteria"] == [known]


def test_what_was_seen_and_what_is_a_thing_are_listed(school: School) -> None:
    seen = ("--seen-by", school.other, "--seen-at", "2027-03-01T10:00:00+01:00")
    assert school.add("--for", "E1", *seen, "--seen-place", "company").code == 0
    thing = ("--kept-at", "Werkplaats, kast 3", "--dispose-after", "2027-09-01")
    assert school.add("--for", "E2", *thing).code == 0
    one, two = school.items()
    assert one["seen"] == {
        "by": [school.other],
        "at": "2027-03-01T10:00:00+01:00",
        "place": "company",
    }
    assert two["physical"] == {
        "place": "Werkplaats, kast 3",
        "dispose_after": "2027-09-01",
    }
    in_order(school)


def test_half_is_listed_and_not_handed_in(school: School) -> None:
    assert school.add(school.file("a.txt", NOTES), "--for", "E2").code == 0
    in_order(school)
    head = school.head()
    ran = school.run("submit", OPEN)
    assert ran.code == 1
    assert "evidence.missing" in ran.out
    assert school.head() == head
    assert not school.approved()


def test_what_is_whole_is_handed_in_and_awaits_a_receipt(school: School) -> None:
    school.add(school.file("a.jpg", photograph()), "--for", "E1", "--people", "no")
    assert handed_in(school.exam()) is None
    ran = school.run("submit", OPEN, "--json")
    assert ran.code == 0, ran.out
    assert json.loads(ran.out)["deeds"][0]["action"] == "approve"
    found = handed_in(school.exam())
    assert found is not None
    assert found.commit == school.head()
    assert found.deadline
    assert f"proeve receiver receipt {OPEN}" in ran.err
    in_order(school)
    late = school.add(school.file("b.txt", NOTES), "--for", "E2")
    assert late.code == 1
    assert "rows.frozen" in late.out


def test_nothing_cannot_be_handed_in(school: School) -> None:
    ran = school.run("submit", OPEN)
    assert ran.code == 2
    assert "has no evidence yet" in ran.err


def test_only_what_is_there_is_handed_in(school: School) -> None:
    school.add(school.file("a.jpg", photograph()), "--for", "E1", "--people", "no")
    (name,) = school.kept()
    (school.store / name[:2] / name).unlink()
    ran = school.run("submit", OPEN)
    assert ran.code == 1
    assert "store.missing" in ran.out
    assert not school.approved()


def test_who_is_late_hears_it_and_may(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    school.add(school.file("a.jpg", photograph()), "--for", "E1", "--people", "no")
    monkeypatch.setattr("proeve.cli.evidence.moment", lambda _: 4_000_000_000)
    ran = school.run("submit", OPEN)
    assert ran.code == 0
    assert "counts as late" in ran.err
    assert school.approved()


def test_another_than_the_student_adds_nothing(school: School) -> None:
    file, head = school.file("a.txt", NOTES), school.head()
    ran = school.add(file, "--for", "E2", by=school.other)
    assert ran.code == 2
    assert "no role" in ran.err
    assert (school.head(), school.kept()) == (head, [])


def test_in_git_small_text_lands_in_the_commit(in_git: School) -> None:
    assert in_git.add(in_git.file("a.txt", NOTES), "--for", "E2").code == 0
    (kept,) = kept_files(in_git.exam())
    assert kept.in_repo
    assert f"evidence/{kept.name}" in in_git.exam().files
    path = in_git.folder / "exams/groups" / OPEN / "evidence" / kept.name
    assert path.read_bytes() == NOTES
    assert in_git.kept() == []
    in_order(in_git)
    assert in_git.run("verify", OPEN).code == 0


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.jpg", photograph(), "store.text-only"),
        ("a.txt", b"x" * 65_537, "store.too-large"),
    ],
)
def test_in_git_nothing_else_lands(
    in_git: School, name: str, content: bytes, code: str
) -> None:
    ran = in_git.add(in_git.file(name, content), "--for", "E2", "--people", "no")
    assert ran.code == 1
    assert code in ran.out
    assert in_git.items() == ()


def test_as_many_must_have_seen_it_as_policy_says(in_git: School) -> None:
    when = ("--seen-at", "2027-03-01T10:00:00+01:00", "--seen-place", "company")
    alone = in_git.add("--for", "E1", "--seen-by", in_git.other, *when)
    assert alone.code == 2
    assert "2 people" in alone.err
    own = ("--seen-by", in_git.student, "--seen-by", in_git.other)
    assert in_git.add("--for", "E1", *own, *when).code == 2


def test_of_two_who_add_at_once_none_loses_anything(school: School) -> None:
    files = [school.file(f"{n}.txt", NOTES + bytes([48 + n])) for n in range(2)]
    key = str(school.key(school.student))
    words = ("--for", "E2", "--key", key, "--yes")
    runs = [
        started(school.folder, "evidence", "add", OPEN, str(file), *words)
        for file in files
    ]
    said = [(run.communicate(timeout=120), run.returncode) for run in runs]
    codes = [code for _, code in said]
    assert 0 in codes, said
    assert len(school.items()) == codes.count(0)
    assert len(school.kept()) == len(files)
    for file, code in zip(files, codes, strict=True):
        assert code == 0 or school.add(file, "--for", "E2").code == 0
    assert [item["id"] for item in school.items()] == ["e1", "e2"]
    in_order(school)

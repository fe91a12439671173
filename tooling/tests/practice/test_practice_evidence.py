"""A practice school has the evidence that its manifests name, in a store beside it."""

import hashlib
import io
from pathlib import Path

import pytest
from PIL import Image

from proeve.deeds.clone import open_clone
from proeve.deeds.evidence_checking import check_kept, inside, kept_files
from proeve.deeds.practice import school as making
from proeve.deeds.practice.pieces import MAKERS
from proeve.deeds.practice.school import PracticeReport, practice
from proeve.stores.folder import Folder
from proeve.stores.media.kinds import fits, told
from tests.practice.conftest import START

ENDINGS = {"image/jpeg": "jpg", "video/mp4": "mp4", "application/pdf": "pdf"}


def test_everything_that_a_manifest_names_is_there(school: PracticeReport) -> None:
    clone = open_clone(school.folder)
    assert school.store is not None
    store = Folder(school.store)
    kept = [each for exam in clone.state.exams() for each in kept_files(exam)]
    outside = [each for each in kept if not each.in_repo]
    assert outside
    assert len(kept) > len(outside)
    assert not [x for each in kept for x in check_kept(clone, each, lambda: store)]


def test_no_two_pieces_are_the_same_file(school: PracticeReport) -> None:
    clone = open_clone(school.folder)
    kept = [each for exam in clone.state.exams() for each in kept_files(exam)]
    names = [each.name for each in kept if not each.in_repo]
    assert len(set(names)) == len(names)
    assert inside(clone, kept[0].exam) is not None


@pytest.mark.parametrize("kind", MAKERS)
def test_an_invented_file_is_of_its_kind(kind: str) -> None:
    content = MAKERS[kind]("26-0001-b e1 (één)", bytes(range(32)))
    assert told(content, ENDINGS[kind]) == kind
    assert fits(kind, ENDINGS[kind])
    assert content != MAKERS[kind]("26-0001-b e2", bytes(range(32)))


@pytest.mark.parametrize(
    "colour", [(0, 0, 0), (255, 255, 255), (128, 128, 128), (81, 90, 240), (1, 2, 3)]
)
def test_an_invented_photograph_shows_its_colour(colour: tuple[int, int, int]) -> None:
    with Image.open(io.BytesIO(MAKERS["image/jpeg"]("x", bytes(colour)))) as shown:
        assert shown.size == (64, 64)
        shown.draft("YCbCr", shown.size)
        assert {each for _, each in shown.getcolors() or ()} == {colour}


def test_an_invented_document_finds_its_objects() -> None:
    content = MAKERS["application/pdf"]("een (twee) \\ drie", b"")
    start = int(content.rsplit(b"startxref\n", 1)[1].split()[0])
    lines = content[start:].splitlines()
    assert lines[0] == b"xref"
    for number, line in enumerate(lines[3:8], 1):
        at = int(line[:10])
        assert content[at:].startswith(b"%d 0 obj\n" % number)
    assert b"(een \\(twee\\) \\\\ drie) Tj" in content


def test_a_large_school_only_names_its_evidence(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "_CHECKED_OUT", 1)
    made = practice(folder, start=START, seed="groot", exams=2)
    assert made.store is None
    assert not folder.with_name("bewijs").exists()


def test_the_store_holds_nothing_under_another_name(school: PracticeReport) -> None:
    assert school.store is not None
    for file in school.store.glob("*/*"):
        assert hashlib.sha256(file.read_bytes()).hexdigest() == file.name
        assert file.parent.name == file.name[:2]

"""`proeve site` at the command line: on what is remembered, and right without it."""

import shutil
from pathlib import Path

import pytest

from proeve.cli import places
from proeve.cli.main import main
from proeve.cli.practice import make_practice
from proeve.gather.memory.prefix import Opened

pytestmark = pytest.mark.slow


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a school of which nothing is remembered yet."""
    for name in ("STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    folder = tmp_path / "school"
    make_practice(folder, exams=6, seed="cli", language="nl")
    return folder


def site(school: Path, *args: str) -> int:
    return main(["-C", str(school), "--lang", "en", "site", *args])


def bytes_of(folder: Path) -> dict[str, bytes]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def test_a_second_build_writes_nothing(
    school: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "site"
    assert site(school, "build", "--out", str(out), "--strict") == 0
    capsys.readouterr()
    assert site(school, "build", "--out", str(out), "--strict") == 0
    assert "0 files written, 0 removed" in capsys.readouterr().out
    assert (out / "nl" / "index.html").is_file()


def test_a_memory_that_turns_out_spoiled_changes_no_page(
    school: Path, tmp_path: Path
) -> None:
    right, out = tmp_path / "right", tmp_path / "site"
    assert site(school, "build", "--one", "--out", str(right)) == 0
    memory = places.memory()
    assert memory is not None
    store = memory.store()
    assert store is not None
    (head,) = store.heads()
    for exams in Opened.at(store, head).prefix.exams.values():
        for digest in exams.values():
            (memory.folder / store.law / "chunks" / digest[:2] / digest).unlink()
    assert site(school, "build", "--one", "--out", str(out)) == 0
    assert bytes_of(out) == bytes_of(right)


def test_a_link_that_leads_nowhere_is_told(
    school: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "site"
    site(school, "build", "--one", "--out", str(out))
    (out / "begrippen.html").unlink(missing_ok=True)
    shutil.rmtree(out / "spelregels")
    capsys.readouterr()
    assert site(school, "check", str(out)) == 1
    assert "spelregels/index.html leads nowhere" in capsys.readouterr().out


def test_pages_are_written_without_a_theme(school: Path, tmp_path: Path) -> None:
    assert site(school, "generate", str(tmp_path / "neutral")) == 0
    assert (tmp_path / "neutral" / "pages.json").is_file()
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "mine.txt").write_text("mine")
    assert site(school, "generate", str(tmp_path / "other")) == 2

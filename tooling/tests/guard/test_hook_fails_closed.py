"""Whatever is wrong with the hook itself or with what it is told, nothing lands."""

import json
import os
import sys
from pathlib import Path

import pytest

from tests.guard.pushing import STOPPED, commit_file, push, run_hook
from tests.guard.school import Desk, LiveSchool, run_git

pytestmark = pytest.mark.slow


@pytest.mark.usefixtures("untouched")
class TestFailsClosed:
    """Whatever is wrong with the hook itself, nothing lands."""

    @pytest.fixture
    def ready(self, clone: Path, live: LiveSchool) -> Path:
        Desk(clone, live).retitle("Andere titel")
        return clone

    def test_without_its_file(self, ready: Path, bare: Path) -> None:
        (bare / "proeve" / "hook.json").unlink()
        assert "hook.json" in push(ready, bare, "main")

    @pytest.mark.parametrize("text", ["", "[]", "{}", "\x00", "[" * 3000])
    def test_with_a_spoiled_file(self, ready: Path, bare: Path, text: str) -> None:
        (bare / "proeve" / "hook.json").write_text(text)
        assert push(ready, bare, "main")

    def test_with_another_trust_root(self, ready: Path, bare: Path) -> None:
        file = bare / "proeve" / "hook.json"
        root = json.loads(file.read_text())["trust_root"]
        file.write_text(file.read_text().replace(root, f"{root[:-8]}00000000"))
        assert push(ready, bare, "main")

    def test_without_its_python(self, ready: Path, bare: Path) -> None:
        hook = bare / "hooks" / "pre-receive"
        text = hook.read_text().replace(sys.executable, "/nowhere/python")
        hook.write_text(text)
        assert push(ready, bare, "main")

    def test_with_a_folder_of_the_pusher_s_on_the_path(
        self, ready: Path, bare: Path, tmp_path: Path
    ) -> None:
        evil = tmp_path / "evil" / "proeve"
        evil.mkdir(parents=True)
        (evil / "__init__.py").write_text("raise SystemExit(0)\n")
        (evil / "__main__.py").write_text("raise SystemExit(0)\n")
        commit_file(ready, "notitie.md", "niet ondertekend\n")
        done = run_git(
            ready, "push", str(bare), "main", PYTHONPATH=str(tmp_path / "evil")
        )
        assert "signature.none" in done.stderr

    @pytest.mark.parametrize(
        "said",
        [
            b"",
            b"x\n",
            b"0 0 refs/heads/main\n",
            b"\xff" * 100_000,
            b"a" * 40 + b" " + b"b" * 40 + b" refs/heads/main",
        ],
    )
    def test_when_git_says_something_else(self, bare: Path, said: bytes) -> None:
        assert run_hook(bare, said).returncode == STOPPED

    def test_when_the_pusher_hangs_up(self, bare: Path, live: LiveSchool) -> None:
        line = f"{live.head} {'0' * 40} refs/heads/main\n".encode()
        reading, writing = os.pipe()
        os.close(reading)
        assert run_hook(bare, line, stderr=writing).returncode not in (0, None)
        os.close(writing)

    def test_when_the_quarantine_lies_elsewhere(
        self, bare: Path, clone: Path, live: LiveSchool
    ) -> None:
        line = f"{live.head} {live.head} refs/heads/main\n".encode()
        place = str(clone / ".git" / "objects")
        done = run_hook(
            bare, line, GIT_QUARANTINE_PATH=place, GIT_OBJECT_DIRECTORY=place
        )
        assert done.returncode == STOPPED

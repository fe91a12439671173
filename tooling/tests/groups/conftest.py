"""One practice school, made once and copied for each test that writes in it."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from proeve.deeds.practice.school import practice
from tests.groups.schools import Desk


@pytest.fixture(autouse=True)
def _at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(home / name))
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)


@pytest.fixture(scope="session")
def _made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    top = tmp_path_factory.mktemp("groups")
    practice(top / "school", start=date(2026, 9, 1), seed="groepen", exams=12)
    return top


@pytest.fixture
def desk(_made: Path, tmp_path: Path) -> Desk:
    """Return a school of one's own."""
    top = tmp_path / "desk"
    shutil.copytree(_made, top)
    return Desk(top)

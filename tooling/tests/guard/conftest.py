"""A live school that several tests look at, made once, and copies to spoil."""

import shutil
from pathlib import Path

import pytest

from tests.guard.school import LiveSchool, live_school


@pytest.fixture(scope="session")
def live(tmp_path_factory: pytest.TempPathFactory) -> LiveSchool:
    """Make the live school; nobody may change it."""
    return live_school(tmp_path_factory.mktemp("live") / "school")


@pytest.fixture
def clone(live: LiveSchool, tmp_path: Path) -> Path:
    """Copy the live school to a place where it may be spoiled."""
    folder = tmp_path / "clone"
    shutil.copytree(live.folder, folder)
    return folder

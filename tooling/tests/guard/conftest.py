"""A live school that several tests look at, made once, and copies to spoil."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.guard.pushing import install, new_bare, stock
from tests.guard.school import LiveSchool, git, head_of, live_school


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


@pytest.fixture(scope="session")
def guarded(live: LiveSchool, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a bare repository that the hook guards and that holds the live school."""
    bare = new_bare(tmp_path_factory.mktemp("guarded") / "school.git")
    done = install(bare, live.trust_root)
    assert done.returncode == 0, done.stderr
    git(live.folder, "push", "--quiet", str(bare), "main")
    assert head_of(bare) == live.head
    return bare


@pytest.fixture
def bare(guarded: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "school.git"
    shutil.copytree(guarded, folder)
    return folder


@pytest.fixture
def untouched(bare: Path) -> Iterator[None]:
    """Claim that refs and objects of the bare repository stay as they were."""
    before = stock(bare)
    yield
    assert stock(bare) == before

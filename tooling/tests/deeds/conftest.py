"""The school of nine keys, made once; each test module walks in a copy of its own."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.deeds.walking import School, founded


@pytest.fixture(scope="session")
def founded_school(tmp_path_factory: pytest.TempPathFactory) -> School:
    """Make the school that everybody copies."""
    home = tmp_path_factory.mktemp("nine")
    with pytest.MonkeyPatch.context() as patch:
        _at_home(patch, home)
        return founded(home)


@pytest.fixture
def school(
    founded_school: School, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[School]:
    """Give one test a copy of the school."""
    _at_home(monkeypatch, tmp_path)
    shutil.copytree(founded_school.home, tmp_path / "nine", symlinks=True)
    yield School(
        tmp_path / "nine",
        {n: tmp_path / "nine" / "keys" / n for n in founded_school.keys},
        dict(founded_school.people),
    )


def _at_home(patch: pytest.MonkeyPatch, home: Path) -> None:
    """Work in a folder of one's own, with no settings of Git but these."""
    patch.setenv("HOME", str(home))
    for name in ("CONFIG", "STATE", "CACHE"):
        patch.setenv(f"XDG_{name}_HOME", str(home / f".{name.lower()}"))
    patch.delenv("SSH_AUTH_SOCK", raising=False)
    patch.chdir(home)

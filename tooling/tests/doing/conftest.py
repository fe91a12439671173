"""One school for all tests here; a test that changes it gets a copy."""

from pathlib import Path

import pytest

from tests.doing.ground import Ground, copied, made


@pytest.fixture(scope="package")
def school(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    """Make the school that tests only look at."""
    return made(tmp_path_factory.mktemp("doing") / "school")


@pytest.fixture
def ground(school: Ground, tmp_path: Path) -> Ground:
    """Copy the school for one test."""
    return copied(school, tmp_path / "own")

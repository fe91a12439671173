"""Practice schools that several tests look at, each made once."""

from datetime import date
from pathlib import Path

import pytest

from proeve.deeds.practice.school import PracticeReport, practice

START = date(2026, 9, 1)


@pytest.fixture(scope="session")
def school(tmp_path_factory: pytest.TempPathFactory) -> PracticeReport:
    """Make the school of twenty-four exams that everybody gets."""
    folder = tmp_path_factory.mktemp("practice") / "school"
    return practice(folder, start=START, seed="toets")


@pytest.fixture(scope="session")
def again(tmp_path_factory: pytest.TempPathFactory) -> PracticeReport:
    """Make the same school once more."""
    folder = tmp_path_factory.mktemp("practice") / "again"
    return practice(folder, start=START, seed="toets")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Name a folder that is not there yet."""
    return tmp_path / "school"

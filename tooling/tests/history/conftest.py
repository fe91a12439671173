"""A fresh repository for each test."""

from pathlib import Path

import pytest

from tests.history.building import Repository


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "ledger.git")

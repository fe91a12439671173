"""A school of one's own for each attack."""

from pathlib import Path

import pytest

from tests.attacks.staging import Stage


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    return Stage(tmp_path)

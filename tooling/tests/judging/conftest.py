"""What the tests on real objects share."""

from pathlib import Path

import pytest

from tests.judging.real import new_repository
from tests.judging.reference import LAST, after


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository in which every attack lies beside the others."""
    folder = new_repository(tmp_path_factory.mktemp("store") / "r.git")
    after(LAST).books.ledger.write_to(folder)
    return folder

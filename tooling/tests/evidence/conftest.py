"""Two schools: one with a store beside it, one that keeps small text in Git."""

from pathlib import Path

import pytest

from proeve.deeds.practice.play import Fields
from tests.evidence.schools import School, copied, made


@pytest.fixture(scope="package")
def with_store(tmp_path_factory: pytest.TempPathFactory) -> School:
    """Make the school that has a store, where photographs may be taken."""
    policy: Fields = {
        "store": "folder",
        "location": "bewijs",
        "maximum_bytes": 300_000,
        "types": ["application/pdf", "image/jpeg", "image/png", "text/plain"],
        "seen_by": 1,
    }
    return made(
        tmp_path_factory.mktemp("store"),
        policy,
        {"photo_ban": False, "seen_on_site": ["E2"]},
    )


@pytest.fixture(scope="package")
def with_git(tmp_path_factory: pytest.TempPathFactory) -> School:
    """Make the school that has no store, where photographs are banned."""
    policy: Fields = {
        "store": "in_repo",
        "maximum_bytes": 300_000,
        "types": ["image/jpeg", "text/plain"],
        "seen_by": 2,
    }
    return made(tmp_path_factory.mktemp("git"), policy, {"photo_ban": True})


@pytest.fixture
def school(with_store: School, tmp_path: Path) -> School:
    """Copy the school that has a store."""
    return copied(with_store, tmp_path / "own")


@pytest.fixture
def in_git(with_git: School, tmp_path: Path) -> School:
    """Copy the school that has none."""
    return copied(with_git, tmp_path / "own")

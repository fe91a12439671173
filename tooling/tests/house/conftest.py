"""What the tests of the house look at: the repository itself."""

import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the top of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def tracked() -> tuple[Path, ...]:
    """Return the files that Git has, and the new ones that it would take."""
    git = ("git", "-c", "safe.directory=*")
    which = ("--cached", "--others", "--exclude-standard")
    listed = subprocess.run(
        [*git, "ls-files", "-z", *which],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    paths = (Path(name) for name in listed.split("\0") if name)
    return tuple(path for path in paths if (ROOT / path).is_file())


@pytest.fixture(scope="session")
def project() -> dict[str, object]:
    """Return `pyproject.toml`."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        return tomllib.load(file)

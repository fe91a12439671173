"""What holds for all tests."""

import os
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# Two workers share two cores: how long one example takes says nothing.
settings.register_profile("proeve", deadline=None)
settings.load_profile("proeve")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[
    None, pytest.TestReport, pytest.TestReport
]:
    """Make a skipped test a failure in CI, where every tool is at hand."""
    report = yield
    expected = hasattr(report, "wasxfail")
    if report.skipped and not expected and "CI" in os.environ:
        report.outcome = "failed"
    return report


@pytest.fixture(scope="module", autouse=True)
def _nothing_at_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep pins and memory of the tests out of the home of whoever runs them.

    Each module has a home of its own: the ledgers of two modules may bear one name.
    """
    own = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("STATE", "CACHE"):
            patch.setenv(f"XDG_{name}_HOME", str(own / name.lower()))
        yield


@pytest.fixture
def strange_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give one test the home of somebody who has verified nothing yet."""
    for name in ("STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / "home" / name.lower()))

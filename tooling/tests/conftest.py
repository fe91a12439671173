"""What holds for all tests."""

import os
from collections.abc import Generator

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

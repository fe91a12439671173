"""The school of nine keys, walked once; each test works in a copy of some stage."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.deeds.steps import fails, walked
from tests.deeds.walking import School, at_home, copied, founded

At = Callable[[str], School]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `make transcript` write what the test of the transcripts compares."""
    parser.addoption("--write-transcripts", action="store_true")


@pytest.fixture(scope="session")
def stages(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, School]:
    """Walk an exam from nothing to its archive, keeping every stage."""
    home = tmp_path_factory.mktemp("nine") / "home"
    home.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        at_home(patch, home)
        return walked(founded(home), home.parent)


@pytest.fixture
def at(
    stages: Mapping[str, School], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> At:
    """Return what gives a test a copy of the school at a stage."""

    def given(stage: str) -> School:
        found = copied(stages[stage], tmp_path / stage)
        at_home(monkeypatch, found.home)
        return found

    return given


@pytest.fixture(scope="session")
def failed_stage(
    stages: Mapping[str, School], tmp_path_factory: pytest.TempPathFactory
) -> School:
    """Take the exam to a result that is not passed."""
    found = copied(stages["to-judge"], tmp_path_factory.mktemp("failed") / "home")
    with pytest.MonkeyPatch.context() as patch:
        at_home(patch, found.home)
        fails(found)
    return found


@pytest.fixture
def failed(
    failed_stage: School, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[], School]:
    """Return what gives a test a copy of the school with the failed exam."""

    def given() -> School:
        found = copied(failed_stage, tmp_path / "failed")
        at_home(monkeypatch, found.home)
        return found

    return given

"""Repositories to run the command on; those of a session are only read."""

from pathlib import Path

import pytest

from tests.cli.running import commit, copy_of_the_sample, new_repository, proeve


@pytest.fixture(autouse=True)
def _dutch_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "nl_NL.UTF-8")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Return the sample school as a working tree, to be changed at will."""
    return copy_of_the_sample(tmp_path)


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the sample school as a repository with one commit."""
    folder = new_repository(tmp_path_factory.mktemp("sample"))
    copy_of_the_sample(folder)
    commit(folder, "Offer a sample school")
    return folder


@pytest.fixture(scope="session")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a practice school of 24 exams, with its files beside it."""
    top = tmp_path_factory.mktemp("practice")
    made = proeve(top, "practice", str(top / "school"), "--exams", "24")
    assert made.code == 0, made.err
    return top / "school"


@pytest.fixture(scope="session")
def anchor(practice: Path) -> str:
    """Return the trust root of the practice school."""
    return practice.with_name("school.root").read_text(encoding="utf-8").strip()

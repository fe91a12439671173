"""The transcripts in the handbook are what the walks say; `make transcript` writes."""

from datetime import UTC, datetime, tzinfo
from pathlib import Path

import pytest

from proeve.cli import output
from proeve.words.say import Language
from tests.deeds.second import fails_and_passes, prepared
from tests.deeds.steps import walked
from tests.deeds.transcript import FAILED, PASSED, written
from tests.deeds.walking import School, at_home, founded

pytestmark = pytest.mark.slow
HANDBOOK = Path(__file__).parents[3] / "site_templates" / "handbook"


class Stopped(datetime):
    """A clock that stands still, so that a transcript has the same days always."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> "Stopped":
        return cls(2026, 11, 23, 9, tzinfo=UTC).astimezone(tz)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_handbook_tells_both_walks_as_they_go(
    language: Language,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> None:
    monkeypatch.setattr(output, "datetime", Stopped)
    home = tmp_path / "home"
    home.mkdir()
    at_home(monkeypatch, home)
    school = founded(home)
    school.lang, school.proves = language, False
    failed = walked(school, tmp_path)["to-judge"]
    prepared(failed)
    at_home(monkeypatch, failed.home)
    fails_and_passes(failed)
    for walk, pages in ((school, PASSED[language]), (failed, FAILED[language])):
        for name, text in written(walk, walk.told, pages, language):
            path = HANDBOOK / language / name
            if request.config.getoption("--write-transcripts", default=False):
                path.write_text(text, encoding="utf-8")
            assert path.read_text(encoding="utf-8") == text
            assert not [line for line in text.splitlines() if _machine(walk, line)]


def _machine(school: School, line: str) -> bool:
    """Tell whether a line names a place on this machine or somebody's pseudonym."""
    return str(school.home) in line or any(p in line for p in school.people.values())

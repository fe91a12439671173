"""A real browser on a real site, opened from its folder.

Without one these tests are skipped, and pytest says so at its end; CI must have one.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from proeve.cli.practice import make_practice
from proeve.gather.history import judge_repository
from proeve.site.build import Readers, build
from proeve.site.directory import read_directory
from proeve.site.shipped import shipped_templates

NAMES = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a practice school of 60 exams."""
    folder = tmp_path_factory.mktemp("browser") / "school"
    make_practice(folder, exams=60, seed="browser", language="nl")
    return folder


@pytest.fixture(scope="session")
def site(school: Path) -> Path:
    """Return its site in both languages, with names."""
    out = school.with_name("site")
    build(
        judge_repository(school),
        out,
        site_templates=shipped_templates(),
        readers=Readers(
            also="en",
            directory=read_directory(school.with_name("school.directory.csv")),
        ),
    )
    return out


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return the chromium of this machine."""
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        reason = "NO BROWSER: install chromium, or nobody looked at the site"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as play:
        found = play.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return an empty tab, in which no script may fail."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(15_000)
    tab = context.new_page()
    failed: list[str] = []
    tab.on("pageerror", lambda error: failed.append(str(error)))
    yield tab
    context.close()
    assert failed == []

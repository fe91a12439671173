"""A real browser on a real site, opened from its folder.

Without one these tests are skipped, and pytest says so at its end; CI must have one.
The school and its sites are made once for all workers.
"""

import fcntl
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from proeve.cli.books import library
from proeve.cli.practice import FIRST_DAY, make_wished
from proeve.deeds.practice.lesson import Wishes, cast
from proeve.deeds.practice.trouble import make_trouble
from proeve.gather.history import judge_repository
from proeve.model.verdict import LedgerVerdict
from proeve.site.build import Readers, build
from proeve.site.directory import read_directory
from proeve.site.profiles.audience import INTERNAL, Profile
from proeve.site.shipped import shipped_templates
from tests.site_browser.chromium import chromium, find_chromium

Sites = Callable[[Profile], Path]


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder that all workers of a run share."""
    base = tmp_path_factory.getbasetemp()
    top = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    (top / "browser").mkdir(exist_ok=True)
    return top / "browser"


def once(folder: Path, make: Callable[[Path], None]) -> Path:
    """Make a folder, unless another worker did: whoever comes second waits for it."""
    done = folder.with_name(f"{folder.name}.done")
    with folder.with_name(f"{folder.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            make(folder)
            done.touch()
    return folder


def _make_school(folder: Path) -> None:
    wishes = Wishes(seed="browser", exams=60, language="nl", start=FIRST_DAY)
    make_wished(folder, wishes)
    make_trouble(folder, cast(wishes))


@pytest.fixture(scope="session")
def school(made: Path) -> Path:
    """Return a practice school of 60 exams, with every kind of trouble."""
    return once(made / "school", _make_school)


@pytest.fixture(scope="session")
def verdict(school: Path) -> LedgerVerdict:
    """Return what the judge says of it."""
    return judge_repository(school)


@pytest.fixture(scope="session")
def site_of(school: Path, verdict: LedgerVerdict) -> Sites:
    """Return what builds the site of an audience, with names where it may see them."""

    def made_for(profile: Profile) -> Path:
        def make(out: Path) -> None:
            names = read_directory(school.with_name("school.directory.csv"))
            readers = Readers(
                also="en" if profile == INTERNAL else None,
                profile=profile,
                directory=names,
                library=library(),
            )
            templates = shipped_templates()
            build(verdict, out, site_templates=templates, readers=readers)

        return once(school.with_name(f"site-{profile.audience}-{profile.of}"), make)

    return made_for


@pytest.fixture(scope="session")
def site(site_of: Sites) -> Path:
    """Return the site of the exam office in both languages, with names."""
    return site_of(INTERNAL)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return the chromium of this machine."""
    program = find_chromium()
    if program is None:
        reason = "NO BROWSER: install chromium, or nobody looked at the site"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with chromium(program) as started:
        yield started


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

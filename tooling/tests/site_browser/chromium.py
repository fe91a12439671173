"""Debian's chromium, and how each page is looked at: two widths, light and dark."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome")


@dataclass(frozen=True, slots=True)
class Variant:
    """One way of looking: how wide the window is, and which colours it asks for."""

    width: int
    scheme: Literal["light", "dark"]

    def __str__(self) -> str:
        """Return its name in a file and in a message."""
        return f"{self.width}-{self.scheme}"


VARIANTS = (
    Variant(1280, "light"),
    Variant(1280, "dark"),
    Variant(400, "light"),
    Variant(400, "dark"),
)
"""Every way of looking that must be in order."""


def find_chromium() -> str | None:
    """Return where the chromium of this machine is, if there is one."""
    return next(filter(None, map(shutil.which, _NAMES)), None)


@contextmanager
def chromium(program: str) -> Iterator[Browser]:
    """Start a browser for as long as it is needed."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()

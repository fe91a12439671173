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


VARIANTS = tuple(
    Variant(width, scheme) for width in (1280, 400) for scheme in ("light", "dark")
)
"""Every way of looking that must be in order."""


def found() -> str | None:
    """Return where the chromium of this machine is."""
    return next(filter(None, map(shutil.which, _NAMES)), None)


@contextmanager
def started(program: str) -> Iterator[Browser]:
    """Start it for as long as it is needed."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()

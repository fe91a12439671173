"""Makes pictures of a built site: `make screenshots`.

Each kind of page in four variants, to look at; and those that the handbook shows, small
and in both languages.

    python -m tests.site_browser.screenshots SITE OUT [HANDBOOK]
"""

import io
import sys
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page

from tests.site_browser.chromium import VARIANTS, Variant, chromium, find_chromium
from tests.site_browser.kinds import one_of_each

FOLDER = "beelden"
_TALLEST = 2_400
_QUALITY = 60
_LANGUAGES = {"nl": "", "en": "en/"}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture for the handbook: which kind of page, how wide, and in what colours."""

    kind: str
    variant: Variant
    tall: int

    @property
    def name(self) -> str:
        """The name of its file."""
        return f"{self.kind}-{self.variant}.webp"


_WIDE, _DARK = Variant(1280, "light"), Variant(1280, "dark")
_PHONE, _PHONE_DARK = Variant(400, "light"), Variant(400, "dark")
HANDBOOK = (
    Picture("overzicht", _WIDE, 860),
    Picture("examen", _WIDE, 1_000),
    Picture("groep", _DARK, 900),
    Picture("rapportages-per-maand", _WIDE, 900),
    Picture("taken-van-een-rol", _PHONE, 800),
    Picture("examen", _PHONE_DARK, 800),
)
"""What the handbook shows of the site."""


def pictures(browser: Browser, site: Path, out: Path, variant: Variant) -> int:
    """Make a picture of every kind of page in one variant; return how many."""
    chosen = one_of_each(site)
    with _tab(browser, variant) as page:
        for kind, name in chosen.items():
            content = _picture(page, site / name, variant, _TALLEST)
            (out / f"{kind}-{variant}.png").write_bytes(content)
    return len(chosen)


def handbook_pictures(browser: Browser, site: Path, handbook: Path) -> None:
    """Make the pictures of the handbook, in the folder of each language."""
    chosen = one_of_each(site)
    for language, above in _LANGUAGES.items():
        out = handbook / language / FOLDER
        out.mkdir(parents=True, exist_ok=True)
        for one in HANDBOOK:
            path = site / f"{above}{chosen[one.kind]}"
            with _tab(browser, one.variant) as page:
                content = _picture(page, path, one.variant, one.tall)
            with Image.open(io.BytesIO(content)) as image:
                image.save(out / one.name, "WEBP", quality=_QUALITY, method=6)


def _tab(browser: Browser, variant: Variant) -> Page:
    context = browser.new_context(
        viewport={"width": variant.width, "height": 900},
        color_scheme=variant.scheme,
        reduced_motion="reduce",
    )
    return context.new_page()


def _picture(page: Page, path: Path, variant: Variant, most: int) -> bytes:
    page.goto(path.as_uri())
    tall = page.evaluate("document.documentElement.scrollHeight")
    return page.screenshot(
        full_page=True,
        animations="disabled",
        clip={"x": 0, "y": 0, "width": variant.width, "height": min(tall, most)},
    )


def main(site: Path, out: Path, handbook: Path) -> int:
    """Make all of them; say so when there is no browser to make them with."""
    program = find_chromium()
    if program is None:
        sys.stderr.write("There is no chromium here to make pictures with.\n")
        return 3
    out.mkdir(parents=True, exist_ok=True)
    with chromium(program) as browser:
        count = sum(pictures(browser, site, out, variant) for variant in VARIANTS)
        handbook_pictures(browser, site, handbook)
    sys.stdout.write(f"{count} pictures in {out}, {2 * len(HANDBOOK)} in {handbook}\n")
    return 0


if __name__ == "__main__":
    given = [Path(each).resolve() for each in sys.argv[1:]]
    raise SystemExit(main(*given))

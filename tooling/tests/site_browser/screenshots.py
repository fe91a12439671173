"""Makes a picture of every kind of page in four variants: `make screenshots`."""

import sys
from pathlib import Path

from playwright.sync_api import Browser

from tests.site_browser.chromium import VARIANTS, Variant, found, started
from tests.site_browser.kinds import one_of_each

_TALLEST = 2400


def pictures(browser: Browser, site: Path, out: Path, variant: Variant) -> int:
    out.mkdir(parents=True, exist_ok=True)
    context = browser.new_context(
        viewport={"width": variant.width, "height": 900}, color_scheme=variant.scheme
    )
    page = context.new_page()
    n = 0
    for kind, name in one_of_each(site).items():
        page.goto((site / name).as_uri())
        tall = page.evaluate("document.documentElement.scrollHeight")
        page.screenshot(
            path=out / f"{kind}-{variant}.png",
            full_page=True,
            clip={"x": 0, "y": 0, "width": variant.width, "height": min(tall, _TALLEST)},
        )
        n += 1
    context.close()
    return n


if __name__ == "__main__":
    site, out = map(Path, sys.argv[1:3])
    with started(found()) as browser:
        for v in VARIANTS:
            print(v, pictures(browser, site.resolve(), out, v))

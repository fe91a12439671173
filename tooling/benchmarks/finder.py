"""Measure the finder with 10,000 exams: bytes that travel, and time per keystroke.

A practice school of 200 exams is judged and its lines are multiplied, each copy with
pseudonyms, companies and days of its own, without a directory file: names compress
better. Bytes are those of gzip -9 over the page, its data, its script and its style.
A keystroke is a real key in Debian's chromium, its processor slowed down four times;
it lasts from the input event until rows are laid out. Types, corrects and filters.

    python tooling/benchmarks/finder.py [--exams 10000] [--slower 4] [--folder DIR]
"""

import argparse
import datetime
import gzip
import hashlib
import statistics
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from proeve.deeds.practice.school import practice
from proeve.gather.history import judge_repository
from proeve.sight.lines import Line
from proeve.sight.reports import Sight
from proeve.sight.school import School
from proeve.site.build import Readers, build
from proeve.site.edition import edition_of
from proeve.site.finder import DATA, PATH, finder_body, finder_data
from proeve.site.shipped import shipped_templates

CHROMIUM = "/usr/bin/chromium"
MADE = 200
DAY = 86_400
TARGET_KB, TARGET_MS = 170, 20
RUNS = 5
PARTS = ("assets/finder.js", "assets/finder.css")
WORDS = ("verdeelkast", "keuken woning", "26-0101", "ei2 2026 a", "c-1", "p-4")
WATCH = """() => {
  window.took = [];
  let start = 0;
  window.addEventListener("input", () => { start = performance.now(); }, true);
  window.addEventListener("input", () => {
    document.body.offsetHeight;
    window.took.push(performance.now() - start);
  });
}"""


def other(text: str, copy: int) -> str:
    """Return a pseudonym that no other copy has."""
    digest = hashlib.sha256(f"{text} {copy}".encode()).hexdigest()
    return f"p-{digest[:8]}"


def copied(line: Line, copy: int, number: int) -> Line:
    """Return one exam as another: its own number, group, student, company and days."""
    name = f"26-{number:05d}-{'0123456789abcdefghijklmnopqrstuvwxyz'[number * 7 % 36]}"
    spread = int(hashlib.sha256(name.encode()).hexdigest(), 16) % 40
    return replace(
        line,
        group=f"{line.group}-{copy}",
        id=name,
        number=name,
        student=other(line.student, copy * 2 + number % 2),
        companies=tuple(f"{company}{copy % 20:02d}" for company in line.companies),
        since=None if line.since is None else line.since - spread * DAY,
    )


def many(school: School, exams: int) -> School:
    """Return the school with so many exams."""
    lines = tuple(
        copied(line, copy, copy * MADE + n)
        for copy in range(-(-exams // MADE))
        for n, line in enumerate(school.lines)
    )[:exams]
    groups = {
        f"{name}-{copy}": replace(group, title=f"{group.title} {copy}")
        for copy in range(-(-exams // MADE))
        for name, group in school.groups.items()
    }
    return replace(school, lines=lines, groups=groups)


def make(folder: Path, exams: int) -> Path:
    """Build the site of a practice school, and put the finder of a large one in it."""
    start = datetime.date(2026, 9, 1)
    practice(folder / "school", start=start, seed="benchmark", exams=MADE)
    verdict = judge_repository(folder / "school")
    site = folder / "site"
    build(verdict, site, site_templates=shipped_templates(), readers=Readers())
    small = edition_of(verdict, "nl")
    large = replace(small, sight=seeing(many(small.sight.school, exams)))
    page = site / f"{PATH}.html"
    html = page.read_text(encoding="utf-8")
    assert finder_body(small) in html
    page.write_text(html.replace(finder_body(small), finder_body(large)))
    (site / DATA).write_bytes(finder_data(large))
    return site


def seeing(school: School) -> Sight:
    """Return the sight of a school of which there is no verdict."""
    sight = Sight.__new__(Sight)
    sight.__dict__["school"] = school
    return sight


def kilobytes(site: Path) -> dict[str, float]:
    """Return what each file of the finder weighs when compressed, in KB."""
    paths = (f"{PATH}.html", DATA, *PARTS)
    return {
        path: len(gzip.compress((site / path).read_bytes(), 9, mtime=0)) / 1000
        for path in paths
    }


def keystrokes(page: Page) -> list[float]:
    """Type words and take them back letter by letter, without and with a filter.

    All of it is done several times; each key counts as its median.
    """
    page.evaluate(WATCH)
    runs = []
    for _ in range(RUNS):
        page.evaluate("window.took = []")
        for step in ("", "6"):
            page.select_option("select[name=stap]", step)
            for word in WORDS:
                page.locator("input[name=q]").press_sequentially(word, delay=60)
                for _ in word:
                    page.keyboard.press("Backspace")
                    page.wait_for_timeout(60)
        runs.append(page.evaluate("window.took"))
    keys = 2 * 2 * sum(map(len, WORDS)) + 2
    assert {len(run) for run in runs} <= {keys, keys - 1}
    return [statistics.median(each) for each in zip(*runs, strict=False)]


def measured(site: Path, slower: float) -> tuple[float, list[float]]:
    """Return the milliseconds until the page can be used, and those of each key."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        client = page.context.new_cdp_session(page)
        client.send("Emulation.setCPUThrottlingRate", {"rate": slower})
        page.goto((site / f"{PATH}.html").as_uri())
        page.wait_for_selector("#pv-rows tr")
        ready = page.evaluate("performance.now()")
        page.wait_for_timeout(1500)
        took = keystrokes(page)
        browser.close()
    return float(ready), took


def main() -> int:
    """Make the site, measure both figures, and say whether they are reached."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--exams", type=int, default=10_000)
    parser.add_argument("--slower", type=float, default=4)
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.folder or Path(scratch)
        site = folder / "site"
        if not site.exists():
            site = make(folder, options.exams)
        weights = kilobytes(site)
        ready, took = measured(site, options.slower)
    for path, weight in weights.items():
        print(f"{path:<32} {weight:7.1f} KB")
    print(f"{'together':<32} {sum(weights.values()):7.1f} KB (at most {TARGET_KB})")
    ninth = statistics.quantiles(took, n=10)[-1]
    print(f"ready after {ready:.0f} ms; {len(took)} keystrokes at {options.slower:g}x:")
    print(
        f"median {statistics.median(took):.1f} ms, nine of ten {ninth:.1f} ms,"
        f" worst {max(took):.1f} ms (at most {TARGET_MS})"
    )
    return sum(weights.values()) > TARGET_KB or ninth > TARGET_MS


if __name__ == "__main__":
    sys.exit(main())

"""Measure `proeve site build`: cold, with one commit more, with nothing new, and stock.

Whole processes on a practice school whose history was verified, process start included;
medians. Memory is the sum of what each process of the build has for itself (PSS). For
the comparison the same pages are written as Markdown and built by MkDocs with Material
as it comes, all of them in the navigation.

    python tooling/benchmarks/site.py [--school DIR | --exams 1000] [--home DIR]
        [--runs 5] [--cold-runs 1] [--stock] [--workers 2]
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

TARGETS = "asked at 10,000: cold 25 s and 400 MB, one exam changed 1.5 s; page 45 KB"
_KIB = 1024
_EVERY = 0.1


def environment(home: Path) -> dict[str, str]:
    """Return the environment of somebody whose home this is."""
    own = {"XDG_STATE_HOME": str(home / "state"), "XDG_CACHE_HOME": str(home / "cache")}
    return {**os.environ, **own, "PYTHONPATH": str(Path(__file__).parents[1])}


def family(pid: int) -> Iterator[int]:
    """Yield a process and those below it."""
    yield pid
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in task.read_text().split():
            yield from family(int(child))


def shares(pid: int) -> int:
    """Return the KiB of memory of a process and those below it."""
    total = 0
    for one in family(pid):
        text = Path(f"/proc/{one}/smaps_rollup").read_text()
        total += int(text.partition("\nPss:")[2].split()[0])
    return total


def run(home: Path, *args: str) -> tuple[float, int]:
    """Run a command; return its seconds and the most memory it took, in KiB."""
    start, most = time.perf_counter(), 0
    process = subprocess.Popen(
        [sys.executable, "-m", *args],
        env=environment(home),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    while process.poll() is None:
        try:
            process.wait(_EVERY)
        except subprocess.TimeoutExpired:
            try:
                most = max(most, shares(process.pid))
            except (OSError, ValueError):  # it just ended
                continue
    seconds = time.perf_counter() - start
    # A history may have findings; a site is built or it is not.
    if process.returncode not in ((0, 1) if "verify" in args else (0,)):
        assert process.stderr is not None
        raise SystemExit(process.stderr.read().decode())
    return seconds, most


def git(school: Path, *args: str) -> str:
    """Ask git something."""
    command = ["git", "-C", str(school), *args]
    return subprocess.run(
        command, check=True, capture_output=True, text=True
    ).stdout.strip()


def heads(home: Path) -> set[Path]:
    """Return the files of the heads that are remembered."""
    return set((home / "cache" / "proeve" / "memory").glob("*/heads/*"))


def forget(home: Path, out: Path) -> None:
    """Remove a site and what is known of it."""
    shutil.rmtree(out, ignore_errors=True)
    shutil.rmtree(home / "cache" / "proeve" / "sites", ignore_errors=True)


class Plain(HTMLParser):
    """Turns the HTML of a page into Markdown with the same words."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.row: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line, a row or a cell."""
        del attrs
        marks = {"h1": "\n# ", "h2": "\n## ", "li": "\n* ", "p": "\n", "dt": "\n* "}
        if tag == "tr":
            self.row = []
        elif tag in {"td", "th"} and self.row is not None:
            self.row.append("")
        elif tag in marks and self.row is None:
            self.lines.append(marks[tag])

    def handle_endtag(self, tag: str) -> None:
        """End a row or a table."""
        if tag == "tr" and self.row is not None:
            self.lines.append(f"\n| {' | '.join(self.row)} |")
            self.row = None
        elif tag == "thead":
            columns = self.lines[-1].count("|") - 1
            self.lines.append(f"\n{'| --- ' * columns}|")
        elif tag == "table":
            self.lines.append("\n")

    def handle_data(self, data: str) -> None:
        """Write words where they stand."""
        words = " ".join(data.split())
        if words and self.row:
            self.row[-1] += f" {words}"
        elif words and self.row is None:
            self.lines.append(f" {words}")


def stock(home: Path, school: Path, scratch: Path) -> tuple[float, int]:
    """Build the same pages with MkDocs and Material as they come."""
    neutral, docs = scratch / "neutral", scratch / "stock" / "docs"
    run(home, "proeve", "-C", str(school), "site", "generate", str(neutral))
    pages = sorted((neutral / "pages").rglob("*.html"))
    for page in pages:
        plain = Plain()
        plain.feed(page.read_text(encoding="utf-8").split("---\n", 2)[2])
        target = docs / page.relative_to(neutral / "pages").with_suffix(".md")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text("".join(plain.lines), encoding="utf-8")
    settings = scratch / "stock" / "mkdocs.yml"
    settings.write_text("site_name: Stock\ntheme: {name: material}\n", encoding="utf-8")
    seconds, _ = run(home, "mkdocs", "build", "--quiet", "-f", str(settings))
    return seconds, len(pages)


def measure(school: Path, home: Path, scratch: Path, given: argparse.Namespace) -> None:
    """Print what a build costs cold, after one commit, and with nothing new."""
    out = scratch / "site"
    build = ("proeve", "-C", str(school), "site", "build", "--one", "--out", str(out))
    build = (*build, "--workers", str(given.workers))
    before = git(school, "rev-parse", "main~1")
    # Also where something is remembered: that may be of another release's law.
    run(home, "proeve", "-C", str(school), "verify", "--rev", before)
    kept = {file for file in heads(home) if file.name == before}
    assert kept, "nothing was remembered"
    for file in heads(home) - kept:
        file.unlink()
    cold = []
    for _ in range(given.cold_runs):
        forget(home, out)
        cold.append(run(home, *build, "--rev", before))
    onward = []
    for _ in range(given.runs):
        onward.append(run(home, *build)[0])
        for file in heads(home) - kept:
            file.unlink()
        run(home, *build, "--rev", before)
    nothing = [run(home, *build, "--rev", before)[0] for _ in range(given.runs)]
    sizes = sorted(file.stat().st_size for file in (out / "examens").glob("*/*.html"))
    seconds = statistics.median(each for each, _ in cold)
    print("| exams | cold s | MiB | one commit s | nothing s | page KB | largest |")
    print("|--:|--:|--:|--:|--:|--:|--:|")
    print(
        f"| {len(sizes)} | {seconds:.1f} | {max(most for _, most in cold) // _KIB} "
        f"| {statistics.median(onward):.2f} | {statistics.median(nothing):.2f} "
        f"| {statistics.median(sizes) / 1000:.1f} | {sizes[-1] / 1000:.1f} |"
    )
    if given.stock:
        theirs, pages = stock(home, school, scratch)
        times = f"{theirs / seconds:.0f} times as long"
        print(f"\nstock MkDocs, {pages} pages: {theirs:.1f} s, {times}")
    print(f"\n{TARGETS}; load average {os.getloadavg()[0]:.1f}")


def main() -> None:
    """Make the school if there is none, and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--school", type=Path)
    parser.add_argument("--home", type=Path)
    parser.add_argument("--exams", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--cold-runs", type=int, default=1)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--stock", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        scratch = Path(made)
        school = given.school or scratch / "school"
        home = given.home or scratch / "home"
        home.mkdir(parents=True, exist_ok=True)
        if not school.exists():
            run(home, "proeve", "practice", "--exams", str(given.exams), str(school))
        measure(school, home, scratch, given)


if __name__ == "__main__":
    main()

"""Measure `proeve site build`: cold, with one commit more, with nothing new, and stock.

Whole processes on a practice school whose history was verified, process start included;
medians. `cpu s` are the seconds of both processors together, which say more than the
clock where other work shares them. Memory is the sum of what each process of the build
has for itself (PSS). For the comparison the same pages are written as Markdown and
built by MkDocs with Material as it comes, all of them in the navigation.

    python tooling/benchmarks/site.py [--school DIR | --exams 1000] [--home DIR]
        [--runs 5] [--cold-runs 1] [--stock] [--workers 2]
"""

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

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


class Cost(NamedTuple):
    """What a command took: seconds, those of processors, and the most KiB of memory."""

    seconds: float
    cpu: float
    memory: int


def spent() -> float:
    """Return the processor seconds of all commands so far, with their own children."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def run(home: Path, *args: str) -> Cost:
    """Run a command and return what it took."""
    start, before, most = time.perf_counter(), spent(), 0
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
    return Cost(seconds, spent() - before, most)


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


def stock(home: Path, school: Path, scratch: Path) -> tuple[Cost, int]:
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
    return run(home, "mkdocs", "build", "--quiet", "-f", str(settings)), len(pages)


def median(costs: list[Cost]) -> Cost:
    """Return the median of each figure."""
    seconds, cpu, memory = (
        statistics.median(each) for each in zip(*costs, strict=True)
    )
    return Cost(seconds, cpu, int(memory))


def measure(school: Path, home: Path, scratch: Path, given: argparse.Namespace) -> None:
    """Print what a build costs cold, after one commit, and with nothing new."""
    out = scratch / "site"
    own = ("--one", "--out", str(out), "--workers", str(given.workers))
    build = ("proeve", "-C", str(school), "site", "build", *own)
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
        onward.append(run(home, *build))
        for file in heads(home) - kept:
            file.unlink()
        run(home, *build, "--rev", before)
    nothing = [run(home, *build, "--rev", before) for _ in range(given.runs)]
    _told(out, {"cold": cold, "one commit": onward, "nothing": nothing})
    if given.stock:
        _compared(median(cold), *stock(home, school, scratch))
    print(f"\n{TARGETS}; load average {os.getloadavg()[0]:.1f}")


def _told(out: Path, measured: dict[str, list[Cost]]) -> None:
    sizes = sorted(file.stat().st_size for file in (out / "examens").glob("*/*.html"))
    print("| exams | | s | cpu s | MiB |\n|--:|---|--:|--:|--:|")
    for what, costs in measured.items():
        one = median(costs)
        print(
            f"| {len(sizes)} | {what} | {one.seconds:.2f} | {one.cpu:.2f} "
            f"| {one.memory // _KIB} |"
        )
    middle, largest = statistics.median(sizes) / 1000, sizes[-1] / 1000
    print(f"\npage of an exam: {middle:.1f} KB, largest {largest:.1f} KB")


def _compared(ours: Cost, theirs: Cost, pages: int) -> None:
    times = f"{theirs.seconds / ours.seconds:.0f} times as long"
    also = f"{theirs.cpu:.1f} of the processor, {theirs.cpu / ours.cpu:.0f} times"
    print(f"\nstock MkDocs, {pages} pages: {theirs.seconds:.1f} s, {times}; {also}")


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

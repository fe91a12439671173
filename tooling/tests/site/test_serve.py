"""`mkdocs serve` as somebody runs it: a new commit shows at once."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from proeve.cli.practice import make_practice

pytestmark = pytest.mark.slow

_PATIENCE = 120.0


@dataclass(frozen=True)
class Served:
    """A running `mkdocs serve` and the school that it shows."""

    school: Path
    address: str
    log: Path

    def get(self, path: str) -> str:
        """Return a page as the server gives it."""
        with urllib.request.urlopen(f"{self.address}/{path}") as answer:  # noqa: S310
            text: str = answer.read().decode()
        return text

    def said(self) -> str:
        """Return what the server said."""
        return self.log.read_text(encoding="utf-8")


def wait_for(known: Callable[[], bool], said: Callable[[], str]) -> None:
    """Wait until something is so, and fail with what was said if it never is."""
    start = time.monotonic()
    while not known():
        assert time.monotonic() - start < _PATIENCE, said()
        time.sleep(0.05)


def shows(served: Served, head: str) -> None:
    """Wait until the site is that of a commit."""
    wait_for(lambda: head in served.get("verantwoording.html"), served.said)


def git(school: Path, *args: str) -> str:
    command = ["git", "-C", str(school), *args]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Serve a practice school as it was some commits ago."""
    top = tmp_path_factory.mktemp("serve")
    school, log = top / "school", top / "log"
    make_practice(school, exams=12, seed="serve", language="nl")
    last = git(school, "rev-parse", "main")
    git(school, "update-ref", "refs/heads/last", last)
    git(school, "update-ref", "refs/heads/main", f"{last}~6")
    port = free_port()
    command = [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"]
    own = {f"XDG_{n}_HOME": str(top / n) for n in ("STATE", "CACHE")}
    with log.open("wb") as said:
        process = subprocess.Popen(
            [*command, "-f", str(school / "mkdocs.yml")],
            stdout=said,
            stderr=said,
            env={**os.environ, **own, "PYTHONUNBUFFERED": "1"},
        )
        try:
            found = Served(school, f"http://127.0.0.1:{port}", log)
            wait_for(lambda: "Serving on" in found.said(), found.said)
            yield found
        finally:
            process.terminate()
            process.wait(timeout=30)


def test_a_new_commit_is_shown_without_building_all_again(served: Served) -> None:
    before = served.get("verantwoording.html")
    assert git(served.school, "rev-parse", "last~6") in before
    assert "livereload" in before
    for back in (4, 2, 0):
        head = git(served.school, "rev-parse", f"last~{back}")
        git(served.school, "update-ref", "refs/heads/main", head)
        shows(served, head)
    said = served.said()
    assert said.count("Building documentation") == 1
    seconds = [float(s) for s in re.findall(r"Pages built in ([\d.]+) seconds", said)]
    assert len(seconds) >= 3
    # On a machine of its own this takes a tenth of it.
    assert min(seconds) < 0.5


def test_the_pages_are_those_of_a_whole_build(served: Served, tmp_path: Path) -> None:
    git(served.school, "update-ref", "refs/heads/main", "refs/heads/last")
    last = git(served.school, "rev-parse", "last")
    shows(served, last)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    own = {f"XDG_{n}_HOME": str(tmp_path / n) for n in ("STATE", "CACHE")}
    subprocess.run(
        [*command, "-f", str(served.school / "mkdocs.yml"), "-d", str(tmp_path / "s")],
        check=True,
        env={**os.environ, **own},
    )
    pages = sorted((tmp_path / "s").rglob("*.html"))
    assert len(pages) > 12
    for page in pages:
        path = page.relative_to(tmp_path / "s").as_posix()
        if path != "404.html":
            assert _own(served.get(path)) == _own(page.read_text()), path


def _own(html: str) -> str:
    """Return a page without what the server puts in: its script and its address."""
    html = re.sub(r'<link rel="canonical"[^>]*>', "", html)
    html = re.sub(r"<script>[^<]*livereload[^<]*</script>", "", html)
    return "".join(re.sub(r"<script>livereload.*?</script>", "", html).split())


def test_a_page_that_is_not_there_is_said_to_be_not_there(served: Served) -> None:
    with pytest.raises(urllib.error.HTTPError) as refused:
        served.get("examens/niets.html")
    assert refused.value.code == 404
    assert "OEFENOMGEVING" in refused.value.read().decode()

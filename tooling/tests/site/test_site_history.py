"""Commit after commit the site is what a full build gives, byte for byte."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from proeve.cli.practice import make_practice
from proeve.gather.guarded import verify
from proeve.gather.history import judge_repository
from proeve.gather.memory.recall import Memory
from proeve.gather.memory.store import KEY_BYTES
from proeve.site.build import Readers, SiteReport, build
from proeve.site.shipped import shipped_templates
from tests.site.folders import bytes_of

pytestmark = pytest.mark.slow

COMMITS = 50
_MOST_FILES = 40


def git(school: Path, *args: str) -> str:
    command = ["git", "-C", str(school), *args]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return done.stdout.strip()


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a small school, with a commit at its end that is not lawful."""
    folder = tmp_path_factory.mktemp("walk") / "school"
    make_practice(folder, exams=6, seed="walk", language="nl")
    git(folder, "checkout", "--quiet", "main")
    exam = next(iter(sorted(folder.glob("exams/groups/*/*/exam.yml"))))
    exam.write_text(exam.read_text(encoding="utf-8") + "# anders\n", encoding="utf-8")
    who = ("-c", "user.name=x", "-c", "user.email=x@example.invalid")
    git(folder, *who, "-c", "commit.gpgsign=false", "commit", "-qam", "anders")
    return folder


class Walk:
    """One folder that follows a history, on what is remembered of it."""

    def __init__(self, school: Path, top: Path) -> None:
        self.school, self.top = school, top
        self.memory = Memory(top / "memory", bytes(range(KEY_BYTES)))

    def onward(self, commit: str) -> SiteReport:
        """Build what changed."""
        found = verify(
            self.school,
            rev=commit,
            now=None,
            pins=self.top / "pins",
            memory=self.memory,
            workers=1,
        )
        return build(
            found.verdict,
            self.top / "site",
            site_templates=shipped_templates(),
            readers=Readers(),
            record=self.top / "record.db",
            workers=2,
        )

    def claim(self, commit: str) -> None:
        """Claim that the folder is what a full build of this commit gives."""
        full = self.top / commit
        build(
            judge_repository(self.school, rev=commit, workers=1),
            full,
            site_templates=shipped_templates(),
            readers=Readers(),
        )
        ours, theirs = bytes_of(self.top / "site"), bytes_of(full)
        assert ours.keys() == theirs.keys()
        assert [path for path in ours if ours[path] != theirs[path]] == []


def test_fifty_commits_in_a_row_and_some_of_the_way_back(
    school: Path, tmp_path: Path
) -> None:
    line = git(school, "rev-list", "--reverse", "--first-parent", "main").split()
    assert len(line) > COMMITS
    walk, written = Walk(school, tmp_path), []
    for commit in line[:COMMITS]:
        written.append(walk.onward(commit).written)
        walk.claim(commit)
    touched = git(school, "diff", "--name-only", line[1], line[COMMITS - 1])
    assert "exams/registry/" in touched
    assert "group.yml" in touched
    # Most commits touch one exam: its page, its group, student and company, and the
    # pages of all with the sheets beside them.
    assert sorted(written)[COMMITS // 2] < _MOST_FILES
    for commit in (line[-1], line[-2], line[40], line[10], line[5]):
        walk.onward(commit)
        walk.claim(commit)
    # Where there is no exam, the page that finds one stands alone in its folder.
    exams = (tmp_path / "site" / "examens").iterdir()
    assert not [each for each in exams if each.is_dir()]


_ONE = """
import sys
from pathlib import Path
from proeve.gather.history import judge_repository
from proeve.site.build import Readers, build
from proeve.site.shipped import shipped_templates
build(
    judge_repository(Path(sys.argv[1])),
    Path(sys.argv[2]),
    site_templates=shipped_templates(),
    readers=Readers(also="en"),
    workers=int(sys.argv[3]),
)
"""
PLACES = {
    "here": {"TZ": "Europe/Amsterdam", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"},
    "far/away": {"TZ": "Pacific/Apia", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "7"},
}


def test_the_same_commit_gives_the_same_bytes_everywhere(
    school: Path, tmp_path: Path
) -> None:
    sites = []
    for number, (place, own) in enumerate(PLACES.items(), 1):
        out = tmp_path / place / "site"
        out.parent.mkdir(parents=True)
        subprocess.run(
            [sys.executable, "-c", _ONE, str(school), str(out), str(number)],
            check=True,
            cwd=tmp_path / place,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **own},
        )
        sites.append(bytes_of(out))
    assert sites[0].keys() == sites[1].keys()
    assert [path for path in sites[0] if sites[0][path] != sites[1][path]] == []

"""What the office does for a whole group, killed: whole or not there; it completes."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from proeve.deeds.keeping_names import open_names
from proeve.process.vocabulary import Role
from tests.deeds.walking import proeve
from tests.groups.schools import Desk, listed, row
from tests.killing_rules import Fresh, Victim, ends_everywhere

pytestmark = pytest.mark.slow
GROUP, CODE = "nieuw-a", "ei2-pvb1-b1-k1"
FEW, SOME = 4, 8
_CHECKED = ("--checked", "2026-11-01")
Runs = Callable[[Desk], int]


@dataclass(frozen=True)
class Copies:
    """Gives copies of a desk, each on a machine that remembers nothing."""

    desk: Desk
    top: Path
    patch: pytest.MonkeyPatch

    def copy(self, name: str) -> Desk:
        own = Desk(self.top / name)
        shutil.copytree(self.desk.folder, own.folder)
        self.patch.setenv("XDG_CACHE_HOME", str(own.folder / ".cache"))
        return own

    def commits(self, runs: Runs) -> int:
        """Return how many commits a command makes where nothing happens to it."""
        own = self.copy("undisturbed")
        before = int(own.git("rev-list", "--count", "main"))
        assert runs(own) == 0
        return int(own.git("rev-list", "--count", "main")) - before


@pytest.fixture
def copies(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Copies:
    return Copies(desk, tmp_path, monkeypatch)


def ending(copies: Copies, commits: int, runs: Runs) -> Fresh:
    """Return what gives a copy of the desk, with a command to do there."""

    def fresh(moment: int) -> Victim:
        own = copies.copy(f"copy-{moment}")
        return Victim(
            clone=own.school,
            runs=lambda: runs(own),
            drafts=own.folder / "drafts",
            commits=commits,
            holds=lambda: names_are_whole(own),
        )

    return fresh


def names_are_whole(desk: Desk) -> None:
    """Hold that the directory file opens, and knows everybody in the group."""
    if desk.names.exists():
        names = open_names(desk.names, (secret(desk),)).directory.names
        students = desk.verdict.group_records[GROUP]["students"]
        assert isinstance(students, list)
        assert [names[str(who)] for who in students]


def secret(desk: Desk) -> bytes:
    return desk.key(desk.one(Role.ADMIN)).read_bytes()


def by(desk: Desk, role: Role, *words: str | Path) -> int:
    """Give a command in this process, as the office does."""
    key = ("--key", desk.key(desk.one(role)))
    return proeve("--lang", "en", "-C", desk.school, *words, *key, "--yes").code


def imports(desk: Desk) -> int:
    crebo = desk.verdict.registry.instruments[CODE, 1].record["crebo"]
    assert isinstance(crebo, list)
    directory = ("--directory", desk.names, "--crebo", str(crebo[0]))
    more = ("--cohort", "2026", *_CHECKED, "--contact", desk.one(Role.SCHOOL_CONTACT))
    file = desk.folder / "group.csv"
    return by(desk, Role.ADMIN, "group", "new", GROUP, file, *directory, *more)


def prepares(desk: Desk) -> int:
    names = ("--directory", desk.names)
    identity = ("--identity", desk.key(desk.one(Role.ADMIN)))
    opened = ("--instrument", CODE, "--from", "2027-02-01", "--until", "2027-02-05")
    words = ("prepare", GROUP, *names, *identity, *opened)
    return by(desk, Role.SCHOOL_CONTACT, *words)


def notifies(desk: Desk) -> int:
    names = ("--directory", desk.table, "--to", desk.folder / "post")
    return by(desk, Role.ADMIN, "notify", *names, "--now", "2026-11-03T10:00:00+01:00")


def test_an_import_that_is_killed_anywhere_completes(copies: Copies) -> None:
    copies.desk.file(listed(row(0), row(1)))
    commits = copies.commits(imports)
    assert ends_everywhere(ending(copies, commits, imports), wanted=SOME) == SOME


def test_preparing_that_is_killed_makes_all_the_exams_or_none(copies: Copies) -> None:
    copies.desk.file(listed(row(0), row(1)))
    assert imports(copies.desk) == 0
    assert copies.commits(prepares) == 2
    assert ends_everywhere(ending(copies, 2, prepares), wanted=FEW) == FEW


def test_messages_that_are_killed_are_written_by_the_same_command(
    copies: Copies,
) -> None:
    assert ends_everywhere(ending(copies, 0, notifies), wanted=2) == 2

"""A live school to attack: the practice school, founded in earnest by a patched hand.

What the tool ships makes practice schools only; here the environment and the namespace
of the keys' proofs are those of a live one.
"""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from unittest.mock import patch

from proeve.deeds.making import Ground, Maker
from proeve.deeds.practice import registry_papers
from proeve.deeds.practice.school import practice
from proeve.deeds.signing import Signer
from proeve.deeds.stating import Deed, Paper
from proeve.gather.history import judge_ledger, open_ledger
from proeve.history.commits import links
from proeve.history.enrolment import LIVE
from proeve.history.keys import read_private
from proeve.history.objects import ObjectKind, Objects
from proeve.history.porcelain import move_branch
from proeve.history.write import LooseStore
from proeve.model.document import Data
from proeve.model.ledger import State
from proeve.process.vocabulary import Action, Role
from proeve.reading.yamltext import data_of
from proeve.words.say import Language

START = date(2026, 9, 1)
_MAKE = registry_papers.school


@dataclass(frozen=True, slots=True)
class LiveSchool:
    """A live school on disk, its trust root, and whoever can sign in it."""

    folder: Path
    trust_root: str
    head: str
    length: int
    keys: Mapping[str, Signer]

    @property
    def repo(self) -> str:
        """Return the id that stands in the trust root."""
        return self.trust_root.split(":")[1]


def live_school(
    folder: Path, *, exams: int = 1, seed: str = "echt", language: Language = "nl"
) -> LiveSchool:
    """Make a live school in a folder that is new."""
    with (
        patch.object(registry_papers, "PROOF", LIVE),
        patch.object(registry_papers, "school", _live),
    ):
        made = practice(folder, start=START, seed=seed, exams=exams, language=language)
    keys = folder.with_name(f"{folder.name}.keys")
    signers = (_signer(file) for file in sorted(keys.glob("p-*")))
    found = {signer.person: signer for signer in signers}
    return LiveSchool(folder, made.trust_root, made.head, made.commits, found)


def _live(language: Language, year: int) -> dict[str, Data]:
    return _MAKE(language, year) | {"environment": "live"}


def _signer(file: Path) -> Signer:
    private = read_private(file.read_bytes())
    assert private is not None
    return Signer.of(file.name, private)


def head_of(folder: Path) -> str:
    """Return the head of `main`."""
    return Objects.open(folder).head()


def tree_of(folder: Path, commit: str) -> str:
    """Return the tree of a commit."""
    found = links(Objects.open(folder).raw(commit, ObjectKind.COMMIT))
    assert found is not None
    return found[0]


class Desk:
    """Somebody's clone, in which lawful commits are made; nothing is checked out."""

    def __init__(self, folder: Path, school: LiveSchool) -> None:
        self.folder = folder
        self._school = school
        self.ledger = open_ledger(folder)
        self.maker = self._maker(judge_ledger(self.ledger, workers=1)[0])

    def _maker(self, state: State) -> Maker:
        objects = Objects.open(self.folder)
        ground = Ground(state, objects, tree_of(self.folder, state.head))
        store = LooseStore(objects.layout.objects)
        return Maker(store, self._school.repo, self._school.keys, ground)

    def retitle(self, title: str, group: str | None = None) -> str:
        """Give a group another title, signed by its contact; return the commit."""
        state = self.maker.state
        name = group or sorted(state.groups)[0]
        found = state.groups[name]
        raw = Objects.open(self.folder).raw(
            found.files["group.yml"].oid, ObjectKind.BLOB
        )
        lines = raw.decode().splitlines()
        content = "".join(
            f"title: {title}\n" if line.startswith("title:") else f"{line}\n"
            for line in lines
        ).encode()
        data = data_of(content, "group.yml")
        assert isinstance(data, dict)
        assert found.record is not None
        contacts = found.record["school_contacts"]
        assert isinstance(contacts, list)
        deed = Deed(
            scope=f"groups/{name}",
            actor=str(contacts[0]),
            role=Role.SCHOOL_CONTACT,
            action=Action.APPROVE,
            papers={"group.yml": Paper(content, data)},
        )
        before = state.head
        self.maker.make(deed, (state.at + 60, "+0000"))
        after = self.maker.state.head
        move_branch(self.folder, after, before=before)
        return after


def git(folder: Path, *args: str, check: bool = True, **env: str) -> str:
    """Run git as somebody who has no settings of their own."""
    done = run_git(folder, *args, **env)
    assert not check or done.returncode == 0, done.stdout + done.stderr
    return done.stdout.strip()


def run_git(folder: Path, *args: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Run git and return how it ended."""
    who = {"NAME": "p-00000000", "EMAIL": "p@proeve.invalid"}
    named = {f"GIT_{r}_{k}": v for r in ("AUTHOR", "COMMITTER") for k, v in who.items()}
    settings = ("-c", "commit.gpgsign=false", "-c", "safe.directory=*")
    return subprocess.run(
        ["git", "-C", str(folder), *settings, *args],
        env=clean_environment() | {"GIT_CONFIG_GLOBAL": os.devnull, **named, **env},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def clean_environment() -> dict[str, str]:
    """Return the environment without what would point Git elsewhere."""
    return {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}


def proeve(
    *args: str | Path, home: Path, **env: str
) -> subprocess.CompletedProcess[str]:
    """Run the `proeve` process of somebody whose home is this folder."""
    own = {
        "HOME": str(home),
        "XDG_STATE_HOME": str(home / "state"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(Path(__file__).resolve().parents[2]),
    }
    return subprocess.run(
        [sys.executable, "-m", "proeve", *map(str, args)],
        env=clean_environment() | own | env,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )

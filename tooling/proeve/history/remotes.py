"""The server of a user's own clone: fetch what is new there, push what was done here.

Runs the user's own git, with the user's own credentials, in the user's own clone.
"""

import os
import subprocess
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from proeve.errors import RepositoryError, UsageError
from proeve.history.porcelain import git
from proeve.history.refusals import refuse
from proeve.history.repository import MAIN
from proeve.history.worktree import Move, move

_SERVER = "origin"
_THERE = f"refs/remotes/{_SERVER}/main"
_PLACE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY")


class Answer(StrEnum):
    """What became of a push."""

    TAKEN = "taken"
    RACED = "raced"  # somebody was first: main there is not where it was
    REFUSED = "refused"  # the server's hook judged it and said no
    FAILED = "failed"  # no server, no network, no right to write


@dataclass(frozen=True, slots=True)
class Pushed:
    """The answer to a push, and what the server said with it."""

    answer: Answer
    said: str


def catch_up(folder: Path) -> str:
    """Fetch, bring `main` to where the server has it, and return that commit.

    What was done here and never pushed stays on top. Raises UsageError when here and
    there each have something that the other lacks, RepositoryError without a server.
    """
    done = _run(folder, "fetch", "--quiet", _SERVER, f"+{MAIN}:{_THERE}")
    if done.returncode:
        raise refuse("git", detail=done.stderr.strip())
    here, there = (
        git(folder, "rev-parse", "--verify", ref).strip() for ref in (MAIN, _THERE)
    )
    if is_before(folder, there, here):
        return there
    if not is_before(folder, here, there):
        raise UsageError(
            "Deze kloon heeft werk dat de server niet heeft, en de server werk dat "
            "deze kloon niet heeft. Vraag de beheerder, of laat uw werk los met `git "
            "reset --hard origin/main` en doe het opnieuw.",
            "This clone has work that the server lacks, and the server has work that "
            "this clone lacks. Ask the administrator, or drop your work with `git "
            "reset --hard origin/main` and do it again.",
        )
    move(folder, Move(here, there))
    return there


def push(folder: Path) -> Pushed:
    """Offer `main` to the server."""
    done = _run(folder, "push", "--porcelain", _SERVER, f"{MAIN}:{MAIN}")
    if done.returncode == 0:
        return Pushed(Answer.TAKEN, done.stderr)
    said = [line for line in done.stdout.splitlines() if line.startswith("!\t")]
    about = said[0] if said else ""
    if (
        "[rejected]" in about
        or "failed to update ref" in about
        or "cannot lock ref" in about
    ):
        return Pushed(Answer.RACED, done.stderr)
    answer = Answer.REFUSED if "[remote rejected]" in about else Answer.FAILED
    return Pushed(answer, done.stderr)


def is_before(folder: Path, one: str, other: str) -> bool:
    """Tell whether a commit is another one, or comes before it."""
    try:
        git(folder, "merge-base", "--is-ancestor", one, other)
    except RepositoryError:
        return False
    return True


def _run(folder: Path, *args: str) -> "subprocess.CompletedProcess[str]":
    own = {k: v for k, v in os.environ.items() if k not in _PLACE}
    try:
        return subprocess.run(
            ("git", "-C", str(folder), *args),
            env=own | {"LC_ALL": "C"},
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except FileNotFoundError as error:
        raise refuse("git", detail="git is not installed") from error

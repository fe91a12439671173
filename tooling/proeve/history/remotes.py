"""The server of a user's own clone: fetch what is new there, push what was done here.

Runs the user's own git, with the user's own credentials, in the user's own clone.
"""

import json
import os
import subprocess
from contextlib import suppress
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

from proeve.errors import RepositoryError, UsageError
from proeve.history.porcelain import git
from proeve.history.refusals import refuse
from proeve.history.repository import MAIN, find
from proeve.history.worktree import Move, move, put_whole

_SERVER = "origin"
_THERE = f"refs/remotes/{_SERVER}/main"
_UNSENT = "proeve-unsent"
_QUIET = ("-c", "gc.auto=0", "-c", "maintenance.auto=false")
_PLACE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY")


class Answer(StrEnum):
    """What became of a push."""

    TAKEN = "taken"
    RACED = "raced"  # somebody was first: main there is not where it was
    REFUSED = "refused"  # the server's hook judged it and said no
    FAILED = "failed"  # no server, no network, no right or no room to write


@dataclass(frozen=True, slots=True)
class Pushed:
    """The answer to a push, and what the server said with it."""

    answer: Answer
    said: str


def catch_up(folder: Path) -> bool:
    """Fetch, and bring `main` to where the server has it.

    What was done here and never pushed stays on top. What was about to be pushed goes
    when somebody else was first; tells whether it did. Raises UsageError when here and
    there each have something that the other lacks, RepositoryError without a server.
    """
    there = _fetched(folder)
    here = git(folder, "rev-parse", "--verify", MAIN).strip()
    sending = unsent(folder)
    if sending and (sending.after != here or is_before(folder, here, there)):
        forget_unsent(folder)
    if is_before(folder, there, here):
        return False
    undoes = not is_before(folder, here, there)
    if undoes and not (sending and _is_whole(folder, sending, here, there)):
        raise _apart()
    move(folder, Move(here, there))
    forget_unsent(folder)
    return undoes


def _fetched(folder: Path) -> str:
    """Return where the server has `main`; its objects are here from now on.

    No ref has to be locked for that: a lock that a killed git left would keep everybody
    out. Where Git shows the server's branch follows, if it can.
    """
    said = ("--quiet", "--refmap=", _SERVER, MAIN)
    done = _run(folder, *_QUIET, "fetch", *said)
    if done.returncode:
        raise refuse("git", detail=done.stderr.strip())
    there = git(folder, "rev-parse", "--verify", "FETCH_HEAD").strip()
    with suppress(RepositoryError):
        git(folder, "update-ref", _THERE, there)
    return there


def _is_whole(folder: Path, sending: Move, here: str, there: str) -> bool:
    """Tell whether all that the server lacks is what was about to be pushed."""
    return sending.after == here and is_before(folder, sending.before, there)


def _apart() -> UsageError:
    return UsageError(
        "Deze kloon heeft werk dat de server niet heeft, en de server werk dat deze "
        "kloon niet heeft. Vraag de beheerder, of laat uw werk los met `git reset "
        "--hard origin/main` en doe het opnieuw.",
        "This clone has work that the server lacks, and the server has work that this "
        "clone lacks. Ask the administrator, or drop your work with `git reset --hard "
        "origin/main` and do it again.",
    )


def note_unsent(folder: Path, step: Move) -> None:
    """Write down what is about to be pushed, until it is known what became of it."""
    before = unsent(folder)
    goes_on = before is not None and before.after == step.before
    whole = Move(before.before, step.after) if before and goes_on else step
    put_whole(find(folder).own / _UNSENT, f"{json.dumps(asdict(whole))}\n".encode())


def unsent(folder: Path) -> Move | None:
    """Return what was about to be pushed when that was interrupted, if anything."""
    file = find(folder).own / _UNSENT
    return Move(**json.loads(file.read_text("utf-8"))) if file.is_file() else None


def forget_unsent(folder: Path) -> None:
    """Note that what was about to be pushed was pushed, or is here no more."""
    (find(folder).own / _UNSENT).unlink(missing_ok=True)


def push(folder: Path) -> Pushed:
    """Offer `main` to the server."""
    done = _run(folder, *_QUIET, "push", "--porcelain", _SERVER, f"{MAIN}:{MAIN}")
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
    judged = "[remote rejected]" in about and "unpacker error" not in about
    answer = Answer.REFUSED if judged else Answer.FAILED
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

"""The git binary, for the user's own repository: make one, move a branch, check out.

Never used on a repository that is being judged. Inherited `GIT_*` variables are left
out, since inside a hook they point at another repository.
"""

import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from proeve.errors import RepositoryError
from proeve.history.refusals import refuse
from proeve.history.repository import MAIN

NO_COMMIT = "0" * 40


_SETTINGS = ("core.hooksPath=/dev/null", "gc.auto=0", "core.fsmonitor=false")
_QUIET = tuple(word for each in _SETTINGS for word in ("-c", each))


def git(folder: Path, *args: str, keeps: int | None = None) -> str:
    """Run git in a folder and return what it prints.

    `keeps` is a descriptor that stays open as long as git lives, also without us.
    """
    return _run("git", "-C", str(folder), *_QUIET, *args, keeps=keeps)


def feed(
    folder: Path, said: str, *args: str, index: Path, keeps: int | None = None
) -> str:
    """Run git on a text that it reads and on an index, and return what it prints."""
    more = {"GIT_INDEX_FILE": str(index.absolute())}
    command = ("git", "-C", str(folder), *_QUIET, *args)
    return _run(*command, said=said, keeps=keeps, more=more)


def setting_of(folder: Path, name: str) -> str:
    """Return a setting as Git will find it in a folder, or the empty text."""
    asked = ("config", "--default", "", "--get", name)
    return _run("git", "-C", str(folder), *asked).strip()


def _run(
    *command: str,
    said: str = "",
    keeps: int | None = None,
    more: Mapping[str, str] | None = None,
) -> str:
    try:
        done = subprocess.run(
            command,
            input=said,
            pass_fds=() if keeps is None else (keeps,),
            env={**_environment(), **(more or {})},
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except FileNotFoundError as error:
        raise refuse("git", detail="git is not installed") from error
    if done.returncode:
        raise refuse("git", detail=done.stderr.strip() or _ending(done, command))
    return done.stdout


def _ending(done: "subprocess.CompletedProcess[str]", command: Sequence[str]) -> str:
    """Return how a git that said nothing ended, where somebody killed it."""
    if done.returncode > 0:
        return command[-1]
    return f"git was stopped by {signal.Signals(-done.returncode).name}"


def init(folder: Path, *, bare: bool = False) -> Path:
    """Make an empty repository whose branch is `main`; return its Git folder."""
    folder.mkdir(parents=True, exist_ok=True)
    shape = ("--bare",) if bare else ()
    git(folder, "init", "--quiet", "--template=", "--initial-branch=main", *shape)
    return folder if bare else folder / ".git"


def move_branch(
    folder: Path, oid: str, *, before: str, ref: str = MAIN, keeps: int | None = None
) -> None:
    """Move a branch to a commit, if it still stands where it stood before."""
    git(folder, "update-ref", ref, oid, before, keeps=keeps)


def check_out(folder: Path) -> None:
    """Make the files of a worktree equal to its branch."""
    git(folder, "reset", "--hard", "--quiet")


def is_bare(folder: Path) -> bool:
    """Tell whether a repository has no files beside its objects."""
    return git(folder, "rev-parse", "--is-bare-repository").strip() == "true"


def signing_key(folder: Path) -> Path | None:
    """Return the key file that the user told Git to sign with, if they did."""
    try:
        said = git(folder, "config", "--type=path", "--get", "user.signingkey").strip()
    except RepositoryError:
        return None
    return Path(said) if said and Path(said).is_file() else None


def _environment() -> dict[str, str]:
    inherited = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    return inherited | {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"}

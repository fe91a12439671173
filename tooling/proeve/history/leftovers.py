"""One deed at a time in a clone, and nothing left of one that was killed.

A killed `git` leaves its lock files, which keep everybody out until somebody removes
them by hand. Each git that writes here holds our own lock for as long as it lives, also
when the deed that started it is dead. So whoever has that lock knows that none of ours
is alive, and a lock file that bears our mark is a dead one's.
"""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from proeve.errors import UsageError
from proeve.history.porcelain import feed
from proeve.history.repository import MAIN, Layout, find

_LOCK = "proeve-lock"
_INDEX, _MARK = "proeve-index", "proeve-index-mark"
_ENDING = ".lock"


@dataclass(frozen=True, slots=True)
class Hold:
    """A clone that is held by this process and by each git to which it hands `lock`."""

    folder: Path
    layout: Layout
    lock: int

    @property
    def own(self) -> Path:
        """Git's folder of this worktree."""
        return self.layout.own


@contextmanager
def held(folder: Path) -> Iterator[Hold]:
    """Hold the clone; the lock goes when this process and its gits are gone."""
    layout = find(folder)
    with (layout.own / _LOCK).open("w") as opened:
        fcntl.flock(opened, fcntl.LOCK_EX)
        yield Hold(folder, layout, opened.fileno())


def free_branch(hold: Hold, oid: str) -> None:
    """Take away what a git of ours left that was moving the branch to a commit.

    Its lock holds nothing yet, or where the branch goes; that of HEAD is always empty.
    """
    for name in (hold.layout.shared / MAIN, hold.own / "HEAD"):
        lock = Path(f"{name}{_ENDING}")
        if lock.is_file() and lock.read_text("ascii", "replace") in ("", f"{oid}\n"):
            lock.unlink(missing_ok=True)


def free_index(hold: Hold) -> None:
    """Take away the index that a killed deed was writing, with its lock."""
    mark, lock = hold.own / _MARK, hold.own / f"index{_ENDING}"
    if _is_ours(mark, lock):
        lock.unlink()
    for name in (_MARK, _INDEX, f"{_INDEX}{_ENDING}"):
        (hold.own / name).unlink(missing_ok=True)


def refuse_busy(hold: Hold) -> None:
    """Raise UsageError while another program holds Git's lock of the index."""
    lock = hold.own / f"index{_ENDING}"
    if lock.is_file() and not _is_ours(hold.own / _MARK, lock):
        raise _busy(lock)


def _is_ours(mark: Path, lock: Path) -> bool:
    return mark.is_file() and lock.is_file() and mark.samefile(lock)


def write_index(hold: Hold, rows: str) -> None:
    """Tell Git's index of files, as `update-index --index-info` reads them.

    A copy is changed and put in place, under a lock that can be told from another's.
    """
    free_index(hold)
    index, copy, mark = (hold.own / name for name in ("index", _INDEX, _MARK))
    lock = Path(f"{index}{_ENDING}")
    mark.touch()
    _take(mark, lock)
    try:
        if index.is_file():
            _copy(index, copy)
        said = ("update-index", "-z", "--index-info")
        feed(hold.folder, rows, *said, index=copy, keeps=hold.lock)
        copy.replace(index)
    finally:
        lock.unlink(missing_ok=True)
        free_index(hold)


def _take(mark: Path, lock: Path) -> None:
    """Make Git's lock of the index, as a second name of our mark."""
    try:
        _name(mark, lock)
    except FileExistsError:
        raise _busy(lock) from None


def _name(mark: Path, lock: Path) -> None:
    try:
        os.link(mark, lock)
    except FileExistsError:
        raise
    except OSError:
        # A stick may know no second names; a lock that is left there is then named.
        lock.touch(exist_ok=False)


def _busy(lock: Path) -> UsageError:
    return UsageError(
        f"Een ander programma werkt in deze map aan de bestanden ({lock} is er); "
        "sluit dat eerst af.",
        f"Another program is at work on the files of this folder ({lock} is there); "
        "end that first.",
    )


def _copy(index: Path, copy: Path) -> None:
    """Give the index a second name: Git replaces it, and writes in no file in place."""
    try:
        os.link(index, copy)
    except OSError:
        shutil.copyfile(index, copy)

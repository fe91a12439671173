"""The files of a user's own clone: brought to a commit, whole, also after a crash.

Only the files that a move changes are looked at, so that a deed costs the same in a
school of ten thousand exams. What is about to happen is written down first: whoever is
interrupted between moving the branch and writing the files finds them written by the
next deed. Never used on a repository that is being judged.
"""

import fcntl
import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import mkstemp

from proeve.errors import UsageError
from proeve.history.objects import ObjectKind, Objects
from proeve.history.porcelain import feed, git, is_bare, move_branch
from proeve.history.repository import MAIN, find
from proeve.history.write import object_id

_DRAFT = ".proeve-"
_JOURNAL, _LOCK = "proeve-move", "proeve-lock"
_ABSENT = "0" * 40
_FILE, _MODE = 0o644, "100644"


@dataclass(frozen=True, slots=True)
class Move:
    """A branch that goes from one commit to the next."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class _Change:
    """One file of a move; an id of noughts stands for no file."""

    path: str
    mode: str
    old: str
    new: str


def move(folder: Path, step: Move) -> None:
    """Move `main`, and bring the files that this changes.

    Raises UsageError when one of them holds work that is not committed, RepositoryError
    when the branch is not where it was.
    """
    with _locked(folder) as own:
        _recover(folder, own)
        files = _has_main(folder)
        changes = tuple(_changes(folder, step)) if files else ()
        for change in changes:
            _refuse_edited(folder, change)
        if changes:
            _write_down(own, step)
        move_branch(folder, step.after, before=step.before)
        if changes:
            _bring(folder, changes)
            (own / _JOURNAL).unlink()


def recover(folder: Path) -> bool:
    """Finish what an interrupted move left; tell whether there was anything."""
    if not (find(folder).own / _JOURNAL).is_file():
        return False
    with _locked(folder) as own:
        return _recover(folder, own)


def _recover(folder: Path, own: Path) -> bool:
    journal = own / _JOURNAL
    if not journal.is_file():
        return False
    step = Move(**json.loads(journal.read_text("utf-8")))
    if git(folder, "rev-parse", "--verify", MAIN).strip() == step.after:
        _bring(folder, tuple(_changes(folder, step)))
    journal.unlink()
    return True


def _write_down(own: Path, step: Move) -> None:
    _replace(own / _JOURNAL, f"{json.dumps(asdict(step))}\n".encode())


def _has_main(folder: Path) -> bool:
    """Tell whether the files of a worktree are those of `main`."""
    return (
        not is_bare(folder)
        and git(folder, "rev-parse", "--symbolic-full-name", "HEAD").strip() == MAIN
    )


def _changes(folder: Path, step: Move) -> Iterator[_Change]:
    said = git(
        folder,
        "diff-tree",
        "-r",
        "-z",
        "--no-renames",
        "--no-abbrev",
        step.before,
        step.after,
    )
    parts = said.split("\0")
    for about, path in zip(parts[:-1:2], parts[1::2], strict=True):
        _, mode, old, new, _ = about.removeprefix(":").split(" ")
        yield _Change(path, mode, old, new)


def _refuse_edited(folder: Path, change: _Change) -> None:
    """Raise for a file that holds neither the old text nor the new one."""
    if _id_of(folder / change.path) in {change.old, change.new}:
        return
    raise UsageError(
        f"In {change.path} staat werk dat nog niet vastligt; bewaar dat eerst ergens "
        "anders.",
        f"There is work in {change.path} that is not committed; keep it elsewhere "
        "first.",
    )


def _id_of(file: Path) -> str:
    """Return the id that Git would give to what lies at a path; noughts for nothing."""
    if file.is_symlink() or file.is_dir():
        return ""
    try:
        return object_id(ObjectKind.BLOB, file.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return _ABSENT


def _bring(folder: Path, changes: Sequence[_Change]) -> None:
    """Write each file that nobody changed meanwhile, and tell Git's index."""
    top = Path(git(folder, "rev-parse", "--show-toplevel").rstrip("\n"))
    objects = Objects.open(folder)
    for change in changes:
        file = top / change.path
        if _id_of(file) != change.old:
            continue
        if change.new == _ABSENT:
            file.unlink(missing_ok=True)
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            _sweep(file.parent)
            _replace(file, objects.raw(change.new, ObjectKind.BLOB))
    rows = (f"{_mode(each)} {each.new}\t{each.path}\0" for each in changes)
    feed(folder, "".join(rows), "update-index", "-z", "--index-info")


def _sweep(folder: Path) -> None:
    """Take away the drafts that an interrupted move left; nobody else writes here."""
    for draft in folder.glob(f"{_DRAFT}*"):
        draft.unlink(missing_ok=True)


def _mode(change: _Change) -> str:
    return "0" if change.new == _ABSENT else change.mode


def _replace(file: Path, content: bytes) -> None:
    """Put a file in place whole, or not at all."""
    handle, draft = mkstemp(prefix=_DRAFT, dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as opened:
            opened.write(content)
            opened.flush()
            os.fsync(opened.fileno())
        Path(draft).chmod(_FILE)
        Path(draft).replace(file)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise


@contextmanager
def _locked(folder: Path) -> Iterator[Path]:
    """Hold the clone for this process; the lock goes when the process goes."""
    own = find(folder).own
    with (own / _LOCK).open("w") as opened:
        fcntl.flock(opened, fcntl.LOCK_EX)
        yield own

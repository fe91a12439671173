"""The files of a user's own clone: brought to a commit, whole, also after a crash.

Only the files that a move changes are looked at, so that a deed costs the same in a
school of ten thousand exams. What is about to happen is written down first: whoever is
interrupted between moving the branch and writing the files finds them written by the
next deed. Never used on a repository that is being judged.
"""

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import mkstemp

from proeve.errors import RepositoryError, UsageError
from proeve.history.leftovers import (
    Hold,
    free_branch,
    held,
    refuse_busy,
    write_index,
)
from proeve.history.objects import ObjectKind, Objects
from proeve.history.porcelain import NO_COMMIT, git, is_bare, move_branch
from proeve.history.repository import MAIN, find, value_of
from proeve.history.write import object_id

_DRAFT = ".proeve-"
_JOURNAL = "proeve-move"
_ABSENT = "0" * 40
_NOTHING = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
_FILE, _MODE = 0o644, "100644"


@dataclass(frozen=True, slots=True)
class Move:
    """A branch that goes from one commit, or from none, to the next."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class _Change:
    """One file of a move; an id of noughts stands for no file."""

    path: str
    mode: str
    old: str
    new: str


class UnfinishedError(RepositoryError):
    """The branch moved, and the files did not follow; the next deed finishes them."""


def move(folder: Path, step: Move) -> None:
    """Move `main`, and bring the files that this changes.

    Raises UsageError when one of them holds work that is not committed, RepositoryError
    when the branch is not where it was; then nothing has changed. Raises
    UnfinishedError when the files could not be written.
    """
    with held(folder) as hold:
        _recover(hold)
        if _has_main(folder):
            refuse_busy(hold)
            for change in _changes(hold, step):
                _refuse_edited(folder, change)
        _write_down(hold, step)
        try:
            move_branch(folder, step.after, before=step.before, keeps=hold.lock)
        except RepositoryError:
            # A git that was killed may have done it all the same.
            if value_of(hold.layout, MAIN) != step.after:
                raise
        _follow(hold, step)


def recover(folder: Path) -> bool:
    """Finish what an interrupted move left; tell whether the branch had moved."""
    if not (find(folder).own / _JOURNAL).is_file():
        return False
    with held(folder) as hold:
        return _recover(hold)


def _recover(hold: Hold) -> bool:
    journal = hold.own / _JOURNAL
    if not journal.is_file():
        return False
    step = Move(**json.loads(journal.read_text("utf-8")))
    free_branch(hold, step.after)
    if value_of(hold.layout, MAIN) != step.after:
        journal.unlink()
        return False
    _follow(hold, step)
    return True


def _follow(hold: Hold, step: Move) -> None:
    """Bring the files to where the branch is, and be done."""
    try:
        if _has_main(hold.folder):
            _bring(hold, tuple(_changes(hold, step)))
        (hold.own / _JOURNAL).unlink()
    except (OSError, RepositoryError, UsageError) as error:
        nl, en = getattr(error, "nl", str(error)), getattr(error, "en", str(error))
        raise UnfinishedError(
            "Het ligt vast, maar de bestanden in de map konden niet worden "
            f"bijgewerkt; de volgende opdracht doet dat alsnog. {nl}",
            "It is committed, but the files of the folder could not be brought up to "
            f"date; the next command does so. {en}",
        ) from error


def _write_down(hold: Hold, step: Move) -> None:
    put_whole(hold.own / _JOURNAL, f"{json.dumps(asdict(step))}\n".encode())


def _has_main(folder: Path) -> bool:
    """Tell whether the files of a worktree are those of `main`."""
    head = find(folder).own / "HEAD"
    return not is_bare(folder) and head.read_text("utf-8") == f"ref: {MAIN}\n"


def _changes(hold: Hold, step: Move) -> Iterator[_Change]:
    said = git(
        hold.folder,
        "diff-tree",
        "-r",
        "-z",
        "--no-renames",
        "--no-abbrev",
        _NOTHING if step.before == NO_COMMIT else step.before,
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


def _bring(hold: Hold, changes: Sequence[_Change]) -> None:
    """Write each file that nobody changed meanwhile, and tell Git's index."""
    if not changes:
        return
    folder = hold.folder
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
            put_whole(file, objects.raw(change.new, ObjectKind.BLOB))
    rows = (f"{_mode(each)} {each.new}\t{each.path}\0" for each in changes)
    write_index(hold, "".join(rows))


def _sweep(folder: Path) -> None:
    """Take away the drafts that an interrupted move left; nobody else writes here."""
    for draft in folder.glob(f"{_DRAFT}*"):
        draft.unlink(missing_ok=True)


def _mode(change: _Change) -> str:
    return "0" if change.new == _ABSENT else change.mode


def put_whole(file: Path, content: bytes) -> None:
    """Put a file in place whole, or not at all, also when that is interrupted."""
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

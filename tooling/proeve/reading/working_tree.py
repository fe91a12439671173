"""Which files of a working tree there are to look at; links are seen, not followed."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from proeve.errors import RepositoryError, UsageError

_TOP = "exams"


@dataclass(frozen=True, slots=True, order=True)
class File:
    """One file: its path relative to the root, and where it really is."""

    name: str
    place: str
    plain: bool


def files(paths: Sequence[Path], root: Path) -> list[File]:
    """Return these files and what is in these folders, or all of `exams/`, by path."""
    top = os.path.abspath(root)  # noqa: PTH100 - resolve() would follow links
    if not paths:
        return sorted(_folder(_exams(top), _TOP))
    found = {file for path in paths for file in _named(path, top)}
    return sorted(found)


def content(file: File, most: int) -> bytes:
    """Return the bytes of a file, or of a larger one the first `most` and one more."""
    try:
        with open(file.place, "rb") as stream:  # noqa: PTH123 - half the time of Path
            return stream.read(most + 1)
    except OSError as error:
        raise _unreadable(file.place) from error


def _exams(top: str) -> str:
    place = os.path.join(top, _TOP)  # noqa: PTH118
    if not Path(place).is_dir():
        raise RepositoryError(
            f"In {top} is geen map exams.", f"There is no folder exams in {top}."
        )
    return place


def _named(path: Path, top: str) -> Iterator[File]:
    place = os.path.abspath(path)  # noqa: PTH100
    if not os.path.lexists(place):
        raise UsageError(f"{path} bestaat niet.", f"{path} does not exist.")
    name = os.path.relpath(place, top).replace(os.sep, "/")
    inside = name == _TOP or name.startswith(f"{_TOP}/")
    folder = path.is_dir() and not path.is_symlink()
    if folder and inside:
        yield from _folder(place, name)
    elif folder and place == top:
        yield from _folder(_exams(top), _TOP)
    else:
        plain = path.is_file() and not path.is_symlink()
        yield File(_printable(name), place, plain or not inside)


def _folder(place: str, name: str) -> Iterator[File]:
    try:
        entries = os.scandir(place)
    except OSError as error:
        raise _unreadable(place) from error
    with entries:
        for entry in entries:
            below = f"{name}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                yield from _folder(entry.path, below)
            else:
                plain = entry.is_file(follow_symlinks=False)
                yield File(_printable(below), entry.path, plain)


def _printable(name: str) -> str:
    # A name that is not UTF-8 reaches Python with surrogates, which cannot be printed.
    return name.encode("utf-8", "backslashreplace").decode()


def _unreadable(place: str) -> RepositoryError:
    return RepositoryError(f"{place} is niet te lezen.", f"Cannot read {place}.")

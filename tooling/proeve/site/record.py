"""What was built before, from what: kept beside the site and never published.

It saves work only. A record that cannot be read is thrown away, and all is built again.
"""

import fcntl
import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

_FORMAT = 2
_TABLES = """
CREATE TABLE IF NOT EXISTS page
  (path TEXT PRIMARY KEY, key TEXT, size INTEGER, mtime INTEGER, digest TEXT);
CREATE TABLE IF NOT EXISTS exam
  (scope TEXT PRIMARY KEY, inputs TEXT, since INTEGER, until INTEGER, derived TEXT);
CREATE TABLE IF NOT EXISTS frame (name TEXT PRIMARY KEY, value TEXT);
"""


class Known(NamedTuple):
    """A file as it was written: what it was made of, and how it lies on disk."""

    key: str
    size: int
    mtime: int
    digest: str


class Line(NamedTuple):
    """What is kept of an exam: of what it was made, for how long, and its values."""

    inputs: str
    since: int
    until: int
    derived: str


class Record:
    """The record of one folder; changes count together, from one save to the next."""

    def __init__(self, base: sqlite3.Connection) -> None:
        """Take an open database, and make its tables if there are none."""
        self._base = base
        base.execute("PRAGMA synchronous=OFF")
        (found,) = base.execute("PRAGMA user_version").fetchone()
        if found not in (0, _FORMAT):
            raise sqlite3.DatabaseError(str(found))
        base.executescript(_TABLES)
        base.execute(f"PRAGMA user_version={_FORMAT}")
        base.execute("BEGIN")

    def save(self) -> None:
        """Let all that was noted until now count; a killed build goes on from here."""
        self._base.execute("COMMIT")
        self._base.execute("BEGIN")

    def pages(self) -> dict[str, Known]:
        """Return what is known of each file."""
        rows = self._base.execute("SELECT path, key, size, mtime, digest FROM page")
        return {path: Known(*rest) for path, *rest in rows}

    def note_pages(self, pages: Iterable[tuple[str, Known]]) -> None:
        """Take up files."""
        self._base.executemany(
            "INSERT OR REPLACE INTO page VALUES (?, ?, ?, ?, ?)",
            ((path, *known) for path, known in pages),
        )

    def forget_pages(self, paths: Iterable[str]) -> None:
        """Forget files that are gone."""
        self._base.executemany(
            "DELETE FROM page WHERE path = ?", ((path,) for path in paths)
        )

    def exams(self) -> dict[str, Line]:
        """Return what is kept of each exam, by its scope."""
        rows = self._base.execute(
            "SELECT scope, inputs, since, until, derived FROM exam"
        )
        return {scope: Line(*rest) for scope, *rest in rows}

    def note_exams(self, lines: Iterable[tuple[str, Line]]) -> None:
        """Take up exams."""
        self._base.executemany(
            "INSERT OR REPLACE INTO exam VALUES (?, ?, ?, ?, ?)",
            ((scope, *line) for scope, line in lines),
        )

    def forget_exams(self, scopes: Iterable[str]) -> None:
        """Forget exams that are gone."""
        self._base.executemany(
            "DELETE FROM exam WHERE scope = ?", ((scope,) for scope in scopes)
        )

    def frame(self, name: str) -> object:
        """Return the frame that is kept under a name, or nothing."""
        found = self._base.execute(
            "SELECT value FROM frame WHERE name = ?", (name,)
        ).fetchone()
        return json.loads(found[0]) if found else None

    def note_frame(self, name: str, value: object) -> None:
        """Keep a frame."""
        self._base.execute(
            "INSERT OR REPLACE INTO frame VALUES (?, ?)", (name, json.dumps(value))
        )


@contextmanager
def open_record(file: Path | None) -> Iterator[Record]:
    """Open the record in a file, for one process at a time; without a file in memory.

    What was noted counts when the block ends without an error.
    """
    with _alone(file):
        base = _connected(file)
        try:
            record = Record(base)
        except sqlite3.DatabaseError:
            base.close()
            if file is None:
                raise
            file.unlink(missing_ok=True)
            base = _connected(file)
            record = Record(base)
        try:
            yield record
            record.save()
        finally:
            base.close()


def _connected(file: Path | None) -> sqlite3.Connection:
    return sqlite3.connect(file or ":memory:", isolation_level=None)


@contextmanager
def _alone(file: Path | None) -> Iterator[None]:
    if file is None:
        yield
        return
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with file.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield

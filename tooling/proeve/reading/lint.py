"""Looks at the files of a working tree: paths, YAML and schemas, and no rules.

What `proeve lint` does before a commit. Judging reads from the object store instead.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from proeve.model.document import Document
from proeve.model.findings import Finding, Location
from proeve.reading.characters import MAX_BYTES
from proeve.reading.documents import read_as
from proeve.reading.halves import in_two
from proeve.reading.paths import check_path, kind_at
from proeve.reading.working_tree import File, content, files

PAYS_FROM = 300
"""With fewer files a second process costs more than it saves."""


def lint_files(
    paths: Sequence[Path], root: Path, *, workers: int = 2
) -> Iterator[Finding]:
    """Report on these files and folders, or on all of `exams/`, in order of path."""
    found = files(paths, root)
    if workers > 1 and len(found) >= PAYS_FROM:
        return in_two(look_at_all, found)
    return look_at_all(found)


def look_at_all(found: Iterable[File]) -> Iterator[Finding]:
    """Report on each of the files."""
    return chain.from_iterable(map(look_at, found))


def look_at(file: File) -> Iterable[Finding]:
    """Report on one file."""
    if not file.plain:
        return (Finding("path.not-plain", Location(file.name), {}),)
    kind = kind_at(file.name)
    if kind is None:
        return check_path(file.name)
    read = read_as(kind, file.name, content(file, MAX_BYTES))
    return () if isinstance(read, Document) else read

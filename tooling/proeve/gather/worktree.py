"""The working tree: files as they lie on disk, for whoever is still writing them."""

from collections.abc import Sequence
from pathlib import Path

from proeve.errors import RepositoryError
from proeve.gather.documents import judge_documents
from proeve.model.findings import Finding
from proeve.process.documents import EVIDENCE
from proeve.reading.characters import MAX_BYTES
from proeve.reading.lint import lint_files, look_at
from proeve.reading.working_tree import File, content, files

_SCHOOL = "exams/registry/school.yml"
_MOST_EVIDENCE = 64 * MAX_BYTES
"""Of a larger file the digest is not asked: its size alone is a finding."""


def lint(folder: Path, paths: Sequence[Path]) -> tuple[tuple[Finding, ...], int]:
    """Return what is wrong with files of a working tree, and how many were read.

    With a registry beside them, whole exams are judged by meaning too; of those only
    findings in the paths asked for are returned.
    """
    root = folder.resolve()
    asked = [root / path for path in paths]
    for given, path in zip(paths, asked, strict=True):
        if not path.exists() and not path.is_symlink():
            raise RepositoryError(f"{given} bestaat niet.", f"{given} does not exist.")
    wanted = files(asked, root)
    if not (root / _SCHOOL).is_file():
        return tuple(lint_files(asked, root)), len(wanted)
    everything = files((), root) if asked else wanted
    found = (*judge_documents(_read(everything)).findings, *_strange(wanted))
    names = {file.name for file in wanted}
    shown = (f for f in found if not asked or f.where.path in names)
    return tuple(shown), len(wanted)


def _strange(found: Sequence[File]) -> list[Finding]:
    """Return what is wrong with files that are not plain ones below `exams/`."""
    strange = [file for file in found if not _ours(file)]
    return [finding for file in strange for finding in look_at(file)]


def _ours(file: File) -> bool:
    return file.plain and file.name.startswith("exams/")


def _read(found: Sequence[File]) -> dict[str, bytes]:
    return {file.name: content(file, _most(file)) for file in found if _ours(file)}


def _most(file: File) -> int:
    evidence = EVIDENCE.fullmatch(file.name.removeprefix("exams/"))
    return _MOST_EVIDENCE if evidence else MAX_BYTES

"""The working tree: files as they lie on disk, for whoever is still writing them."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from proeve.errors import RepositoryError
from proeve.model.findings import Finding
from proeve.process.documents import EVIDENCE
from proeve.reading.characters import MAX_BYTES
from proeve.reading.copies import check_copies
from proeve.reading.lint import lint_files, look_at
from proeve.reading.working_tree import File, content, files

_SCHOOL = "exams/registry/school.yml"
_MOST_EVIDENCE = 64 * MAX_BYTES
"""Of what is larger the digest is not asked: its size alone is a finding."""


def lint(folder: Path, paths: Sequence[Path]) -> tuple[tuple[Finding, ...], int]:
    """Return what is wrong with files of a working tree, and how many were read.

    With a registry beside them, whole exams are judged by meaning too; of those only
    findings in the paths asked for are returned.
    """
    root = folder.resolve()
    if not paths and not (root / "exams").is_dir():
        raise RepositoryError(
            f"In {folder} staat geen map exams/.", f"There is no exams/ in {folder}."
        )
    asked = [root / path for path in paths]
    for path, place in zip(paths, asked, strict=True):
        if not os.path.lexists(place):
            raise RepositoryError(f"{path} bestaat niet.", f"{path} does not exist.")
    wanted = files(asked, root)
    if not (root / _SCHOOL).is_file():
        return tuple(lint_files(asked, root)), len(wanted)
    found = (*_meaning(root, wanted, whole=not asked), *check_copies(root))
    return found, len(wanted)


def _meaning(root: Path, wanted: Sequence[File], *, whole: bool) -> Iterator[Finding]:
    # The rules are a fifth of a second to import; a folder of loose forms needs none.
    from proeve.gather.documents import judge_documents  # noqa: PLC0415

    everything = wanted if whole else files((), root)
    contents = {file.name: _content(file) for file in everything if _ours(file)}
    names = {file.name for file in wanted}
    for finding in judge_documents(contents).findings:
        if whole or finding.where.path in names:
            yield finding
    for file in wanted:
        if not _ours(file):
            yield from look_at(file)


def _ours(file: File) -> bool:
    return file.plain and file.name.startswith("exams/")


def _content(file: File) -> bytes:
    kept = EVIDENCE.fullmatch(file.name.removeprefix("exams/"))
    return content(file, _MOST_EVIDENCE if kept else MAX_BYTES)

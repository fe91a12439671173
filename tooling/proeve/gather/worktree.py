"""The working tree: files as they lie on disk, for whoever is still writing them."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from proeve.errors import RepositoryError
from proeve.model.findings import Finding
from proeve.reading.copies import check_copies
from proeve.reading.lint import lint_files

_SCHOOL = "exams/registry/school.yml"


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
    asked = [path if path.is_absolute() else root / path for path in paths]
    files = [file for target in asked or [root / "exams"] for file in _files(target)]
    if not (root / _SCHOOL).is_file():
        return tuple(lint_files(files, root)), len(files)
    found = (*_meaning(root, files, whole=not asked), *check_copies(root))
    return found, len(files)


def _meaning(root: Path, files: list[Path], *, whole: bool) -> Iterator[Finding]:
    # The rules are a fifth of a second to import; a folder of loose forms needs none.
    from proeve.gather.documents import judge_documents  # noqa: PLC0415

    everything = [file for file in _files(root / "exams") if not file.is_symlink()]
    contents = {
        file.relative_to(root).as_posix(): file.read_bytes() for file in everything
    }
    wanted = {file.absolute().relative_to(root).as_posix() for file in files}
    for finding in judge_documents(contents).findings:
        if whole or finding.where.path in wanted:
            yield finding
    yield from lint_files([file for file in files if file.is_symlink()], root)


def _files(target: Path) -> Iterator[Path]:
    if target.is_file() or target.is_symlink():
        yield target
    elif target.is_dir():
        yield from sorted(path for path in target.rglob("*") if not path.is_dir())
    else:
        raise RepositoryError(f"{target} bestaat niet.", f"{target} does not exist.")

"""The working tree: files as they lie on disk, for whoever is still writing them."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from proeve.errors import RepositoryError
from proeve.model.findings import Finding, Location
from proeve.reading.lint import lint_files
from proeve.reading.shipped import folder as shipped

_SCHOOL = "exams/registry/school.yml"
_PLAIN = "path.not-plain"


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
    found = (*_meaning(root, files, whole=not asked), *_schemas(root))
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
    for file in files:
        if file.is_symlink():
            yield Finding(_PLAIN, Location(file.relative_to(root).as_posix()))


def _schemas(root: Path) -> Iterator[Finding]:
    """Report a school's copy of the schemas that differs from those of this version."""
    own = root / "schemas"
    if not own.is_dir() or own.samefile(shipped("schemas")):
        return
    for schema in sorted(shipped("schemas").glob("*.json")):
        copy = own / schema.name
        if not copy.is_file() or copy.read_bytes() != schema.read_bytes():
            yield Finding("schema.other-copy", Location(f"schemas/{schema.name}"))


def _files(target: Path) -> Iterator[Path]:
    if target.is_file() or target.is_symlink():
        yield target
    elif target.is_dir():
        yield from sorted(path for path in target.rglob("*") if not path.is_dir())
    else:
        raise RepositoryError(f"{target} bestaat niet.", f"{target} does not exist.")

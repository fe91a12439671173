"""What a commit changes, and what may be said otherwise than the books say."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypedDict

from proeve.model.document import Data
from tests.judging.ledger import Said, written
from tests.judging.objects import File

Content = Mapping[str, Data] | bytes | File | None
Changes = Mapping[str, Content]


class Spoiled(TypedDict, total=False):
    """What may be said otherwise than the books say."""

    repo: str
    scope: str
    step: str
    action: str
    role: str
    actor: str
    seq: int
    text: str
    version: int
    base: str
    subject: str


def merged(
    files: Mapping[str, File], changes: Mapping[str, File | None]
) -> dict[str, File]:
    """Return the files after these changes; None removes one."""
    after = {**files, **changes}
    return {path: file for path, file in after.items() if file is not None}


def in_folder(scope: str, changes: Changes) -> dict[str, File | None]:
    """Return files by their whole path; those named from the top stay there."""
    folder = "" if scope == "tooling" else f"exams/{scope}/"
    whole = {
        path[1:] if path.startswith("/") else folder + path: content
        for path, content in changes.items()
    }
    return {path: file_of(content) for path, content in whole.items()}


def file_of(content: Content) -> File | None:
    """Return a document, bytes or a file as a file; None stays None."""
    if content is None or isinstance(content, File):
        return content
    return File(content if isinstance(content, bytes) else written(content))


def otherwise(said: Said, spoiled: Spoiled) -> Said:
    """Return the statement with the lines that are said otherwise."""
    lines = {k: v for k, v in spoiled.items() if k not in ("base", "subject")}
    return replace(said, **lines)  # type: ignore[arg-type] # the names are Said's own

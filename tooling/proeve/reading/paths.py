"""Which paths may exist below `exams/`.

One grammar of lower-case ASCII ends case twins, Unicode twins and the rest of that
family; a file that no kind of document names is a finding, not silence.
"""

from collections.abc import Iterator

from proeve.model.findings import Finding, Location
from proeve.process.documents import (
    ACT,
    EVIDENCE,
    MAX_DEPTH,
    PATH_PART,
    TOKEN,
    Kind,
    kind_of,
)

_TOP = "exams"


def check_path(path: str) -> Iterator[Finding]:
    """Report what is wrong with a path, written relative to the repository root."""
    where = Location(path)
    top, *parts = path.split("/")
    if top != _TOP:
        yield Finding("path.outside", where, {"path": path})
        return
    lawful = True
    if len(parts) >= MAX_DEPTH:
        lawful = False
        yield Finding("path.too-deep", where, {"limit": str(MAX_DEPTH)})
    for part in parts:
        if not PATH_PART.fullmatch(part):
            lawful = False
            yield Finding("path.part", where, {"part": part})
    if lawful and not is_known(path):
        yield Finding("path.unknown-file", where, {"path": path})


def is_known(path: str) -> bool:
    """Tell whether a document, an act or evidence belongs at this path."""
    return kind_at(path) is not None or not is_document(path)


def is_document(path: str) -> bool:
    """Tell whether a file here is read as YAML; acts and evidence are not."""
    inside = path.removeprefix(f"{_TOP}/")
    return not any(each.fullmatch(inside) for each in (ACT, TOKEN, EVIDENCE))


def kind_at(path: str) -> Kind | None:
    """Return the kind of the document at a path relative to the repository root."""
    inside = path.removeprefix(f"{_TOP}/")
    return None if inside == path else kind_of(inside)

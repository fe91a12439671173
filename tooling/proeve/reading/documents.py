"""Bytes at a path to a Document that fits its schema, or all that is wrong with it."""

from dataclasses import replace

from proeve.model.document import Data, Document
from proeve.model.findings import Finding, Location
from proeve.process.documents import Kind
from proeve.reading import schemas, yamltext
from proeve.reading.paths import check_path, kind_at

__all__ = ["check_path", "data_of", "locate", "read", "read_as"]

_SHOWN = 60


def read(path: str, raw: bytes) -> Document | tuple[Finding, ...]:
    """Return the document at a path, written relative to the repository root."""
    kind = kind_at(path)
    if kind is not None:
        return read_as(kind, path, raw)
    # A known path without a kind is that of an act or of evidence: not a document.
    unknown = Finding("path.unknown-file", Location(path), {"path": path})
    return tuple(check_path(path)) or (unknown,)


def read_as(kind: Kind, path: str, raw: bytes) -> Document | tuple[Finding, ...]:
    """Return the bytes as a document of this kind, wherever the file lies."""
    text = yamltext.parse(raw, path)
    if isinstance(text, tuple):
        return text
    document = Document(kind=kind, path=path, data=text.data, marks=text.marks)
    return _wrong_kind(document) or schemas.check(document) or document


def data_of(kind: Kind, path: str, raw: bytes) -> dict[str, Data] | tuple[Finding, ...]:
    """Return only the data of a document: what a worker process hands over."""
    read = read_as(kind, path, raw)
    return read.data if isinstance(read, Document) else read


def locate(where: Location, raw: bytes) -> Location:
    """Return the place with its line and column, by reading the file's text again."""
    text = yamltext.parse(raw, where.path)
    kind = kind_at(where.path)
    if isinstance(text, tuple) or kind is None:
        return where
    document = Document(kind=kind, path=where.path, data=text.data, marks=text.marks)
    return replace(where, position=document.at(*where.pointer).position)


def _wrong_kind(document: Document) -> tuple[Finding, ...]:
    expected = document.kind.schema
    written = document.data.get("schema", expected)
    if written == expected:
        return ()
    args = {"expected": expected, "value": str(written)[:_SHOWN]}
    return (Finding("schema.wrong-kind", document.at("schema"), args),)

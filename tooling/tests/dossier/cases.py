"""One whole exam as a case, and ways to spoil one place in it."""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import replace
from functools import cache
from typing import cast

from proeve.model.digest import content_digest
from proeve.model.document import Data
from proeve.model.exam import Decision
from proeve.model.findings import Pointer
from proeve.model.history import FileFact
from proeve.model.records import Record
from proeve.model.registry import Registry
from proeve.process.decisions import DecisionKind
from proeve.rules.dossier.case import Case
from proeve.rules.dossier.checks import check_case
from proeve.rules.parts import parts_of
from proeve.rules.registry import registry_with
from tests.dossier import small

Doc = small.Doc
Documents = dict[str, Doc]
GONE = "(gone)"
"""In place of a value: the field is left out."""


def documents() -> Documents:
    """Return the documents of an exam that was passed, to be changed at will."""
    # One by one: some share a part, which is then spoiled in one of them only.
    return {path: deepcopy(each) for path, each in small.documents().items()}


@cache
def registry() -> Registry:
    """Return the registry that those documents name."""
    return registry_of({})


def registry_of(changes: Mapping[str, Record]) -> Registry:
    """Return the registry with some records added or changed."""
    records = {**small.registry(), **changes}
    digests = {f"instruments/{small.CODE}/1.yml": small.DIGEST}
    return registry_with(Registry(), records, digests)


def fact(data: bytes) -> FileFact:
    """Return the fact of a file's bytes."""
    return FileFact(content_digest(data).removeprefix("sha256:"), len(data), "")


def case(
    found: Documents | None = None,
    *,
    files: Mapping[str, FileFact] | None = None,
    decisions: tuple[Decision, ...] = (),
    known: Registry | None = None,
) -> Case:
    """Return the case of these documents, by default of the whole exam."""
    found = documents() if found is None else found
    kept = {small.PROOF_PATH: fact(small.PROOF)} if files is None else files
    return Case(
        scope=small.SCOPE,
        documents=found,
        files={**{path: fact(path.encode()) for path in found}, **kept},
        parts=parts_of(found.get("exam.yml"), decisions),
        registry=known or registry(),
        decisions=decisions,
        numbers={small.OTHER_NUMBER: small.OTHER_SCOPE},
        students=frozenset({small.STUDENT, small.OTHER_STUDENT}),
    )


def archived(found: Documents | None = None) -> Case:
    """Return the case with an archive over every file."""
    found = documents() if found is None else found
    whole = case(found)
    listed: dict[str, Data] = {
        path: f"sha256:{each.sha256}" for path, each in whole.files.items()
    }
    found["archive.yml"] = {"outcome": "passed", "files": listed}
    return replace(whole, files={**whole.files, "archive.yml": fact(b"archive")})


def spoiled(path: str, pointer: Pointer, value: Data) -> Documents:
    """Return the documents with another value at one place."""
    found = documents()
    put(found[path], pointer, value)
    return found


def put(document: Doc, pointer: Pointer, value: Data) -> None:
    """Put a value at a place in a document, or leave the field out."""
    holder: Data = document
    for step in pointer[:-1]:
        holder = _inside(holder, step)
    last = pointer[-1]
    if isinstance(holder, list) and isinstance(last, int):
        holder[last:] = [value, *holder[last + 1 :]]
    elif isinstance(holder, dict) and value == GONE:
        holder.pop(str(last))
    elif isinstance(holder, dict):
        holder[str(last)] = value


def _inside(holder: Data, step: str | int) -> Data:
    if isinstance(holder, list) and isinstance(step, int):
        return holder[step]
    return cast("Doc", holder)[str(step)]


def told(found: Case) -> list[str]:
    """Return what is wrong with a case, as `code path /pointer`."""
    return [
        " ".join([each.code, each.path, _written(each.pointer)]).rstrip()
        for each in check_case(found)
    ]


def _written(pointer: Pointer) -> str:
    return "".join(f"/{step}" for step in pointer)


def decision(number: int, kind: DecisionKind, **fields: Data) -> Decision:
    """Return one decision that stands on the spine."""
    record = {"number": number, "kind": kind, "by": small.MEMBER, **fields}
    return Decision(
        number=number, kind=kind, record=record, by=small.MEMBER, commit="", at=0
    )

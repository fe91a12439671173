"""Documents without history: a working tree, or the sample school (PROTOCOL R25, R28).

They are judged by shape and meaning only. Who approved what cannot be known here, so no
row has approvals: a row counts as passed where its document is there, and nothing is
ever called proved.
"""

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from proeve.model.document import Document
from proeve.model.exam import Decision, ExamState, GroupState, RowState
from proeve.model.findings import Finding, Location
from proeve.model.history import FileFact
from proeve.model.ledger import State
from proeve.model.records import Record, text_at
from proeve.model.registry import Registry
from proeve.process.decisions import DecisionKind
from proeve.process.vocabulary import RowId
from proeve.reading.documents import read
from proeve.reading.paths import is_document, kind_at
from proeve.rules.dossier.case import Fault
from proeve.rules.dossier.checks import case_of, check_case
from proeve.rules.effects import applied
from proeve.rules.parts import parts_of
from proeve.rules.registering import record_faults
from proeve.rules.registry import registry_with
from proeve.rules.rows import active, all_rows, approvers_of

_EXAM = re.compile(r"exams/groups/([^/]+)/([^/]+)/(.+)")
_GROUP = re.compile(r"exams/groups/([^/]+)/group\.yml")
_DECISION = re.compile(r"decisions/([0-9]+)-([a-z-]+)\.yml")
_REGISTRY = "exams/registry/"


@dataclass(frozen=True, slots=True)
class Documents:
    """What the files below `exams/` say, and what is wrong with them."""

    state: State
    findings: tuple[Finding, ...]


def judge_documents(files: Mapping[str, bytes]) -> Documents:
    """Judge files by shape and meaning; their paths begin with `exams/`."""
    read_files = {
        path: read(path, files[path]) for path in sorted(files) if is_document(path)
    }
    documents = {
        path: found for path, found in read_files.items() if isinstance(found, Document)
    }
    unread = {
        path: found for path, found in read_files.items() if path not in documents
    }
    faults = [
        finding
        for found in unread.values()
        if not isinstance(found, Document)
        for finding in found
    ]
    state = _state(files, documents)
    meant = _meant(state, documents, [path for path in unread if kind_at(path)])
    located = (_located(finding, documents) for finding in meant)
    return Documents(state, (*faults, *located))


def _meant(
    state: State, documents: Mapping[str, Document], unread: Collection[str]
) -> Iterator[Finding]:
    """Report what the documents do not mean rightly.

    Where one of them could not be read, whatever leans on it is left unsaid: it would
    only repeat in other words that something is missing.
    """
    records = {
        path.removeprefix(_REGISTRY): document.data
        for path, document in documents.items()
        if path.startswith(_REGISTRY)
    }
    for path, each in record_faults(Registry(), records):
        where = Location(f"{_REGISTRY}{path}", pointer=each.pointer)
        yield Finding(each.code, where, each.args)
    if any(path.startswith(_REGISTRY) for path in unread):
        return
    for exam in state.exams():
        own = (f"exams/{exam.scope}/", f"exams/groups/{exam.group}/group.yml")
        if not any(path.startswith(own) for path in unread):
            yield from _meaning(exam, state)


def _state(files: Mapping[str, bytes], documents: Mapping[str, Document]) -> State:
    registry = _registry(files, documents)
    state = State(registry=registry, groups=_groups(documents))
    for scope, paths in sorted(_exam_paths(files).items()):
        exam = _exam(scope, {path: files[path] for path in paths}, documents, registry)
        group = state.groups.get(exam.group, GroupState(id=exam.group))
        held = replace(group, exams={**group.exams, exam.id: exam})
        number = text_at(exam.document("exam"), "number")
        state = replace(
            state,
            groups={**state.groups, group.id: held},
            numbers={number: scope, **state.numbers},
        )
    return state


def _exam_paths(files: Iterable[str]) -> dict[str, list[str]]:
    """Return the paths of each exam's files, by its scope."""
    found: dict[str, list[str]] = {}
    for match in filter(None, map(_EXAM.fullmatch, files)):
        found.setdefault(f"groups/{match[1]}/{match[2]}", []).append(match[0])
    return found


def _registry(
    files: Mapping[str, bytes], documents: Mapping[str, Document]
) -> Registry:
    own = {
        path.removeprefix(_REGISTRY): document.data
        for path, document in documents.items()
        if path.startswith(_REGISTRY)
    }
    digests = {
        path: f"sha256:{hashlib.sha256(files[_REGISTRY + path]).hexdigest()}"
        for path in own
    }
    return registry_with(Registry(), own, digests)


def _groups(documents: Mapping[str, Document]) -> dict[str, GroupState]:
    found = {}
    for path, document in documents.items():
        match = _GROUP.fullmatch(path)
        if match:
            found[match[1]] = GroupState(id=match[1], record=document.data)
    return found


def _exam(
    scope: str,
    files: Mapping[str, bytes],
    documents: Mapping[str, Document],
    registry: Registry,
) -> ExamState:
    folder = f"exams/{scope}/"
    own = {
        path.removeprefix(folder): documents[path].data
        for path in files
        if path in documents
    }
    exam = ExamState(
        scope=scope,
        files={path.removeprefix(folder): _fact(raw) for path, raw in files.items()},
        documents=own,
        parts=parts_of(own.get("exam.yml")),
    )
    for decision in _decisions(own):
        exam = applied(exam, decision)
    return replace(exam, rows=_passed(exam, registry))


def _fact(raw: bytes) -> FileFact:
    return FileFact(hashlib.sha256(raw).hexdigest(), len(raw), "")


def _decisions(documents: Mapping[str, Record]) -> list[Decision]:
    found = []
    for path, record in documents.items():
        match = _DECISION.fullmatch(path)
        if match:
            found.append(
                Decision(
                    number=int(match[1]),
                    kind=DecisionKind(match[2]),
                    record=record,
                    by=text_at(record, "by"),
                    commit="",
                    at=0,
                )
            )
    return sorted(found, key=lambda decision: decision.number)


def _passed(exam: ExamState, registry: Registry) -> dict[RowId, RowState]:
    """Return the rows whose documents are there, as passed without approvals."""
    passed = {}
    for row in all_rows(exam).values():
        if active(row, exam) and row.writes[0] in exam.documents:
            sets = approvers_of(row, exam, registry.policy)
            waived = frozenset[str](hat for hats in sets for hat in hats)
            passed[row.id] = RowState(seq=1, waived=waived)
    return passed


def _meaning(exam: ExamState, state: State) -> Iterator[Finding]:
    for each in check_case(case_of(exam, state)):
        yield _finding(exam.scope, each)


def _finding(scope: str, fault: Fault) -> Finding:
    where = Location(f"exams/{scope}/{fault.path}", pointer=fault.pointer)
    return Finding(fault.code, where, fault.args)


def _located(finding: Finding, documents: Mapping[str, Document]) -> Finding:
    document = documents.get(finding.where.path)
    if document is None:
        return finding
    return replace(finding, where=document.at(*finding.where.pointer))

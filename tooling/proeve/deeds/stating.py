"""What a deed says, computed from the state: Seq, Text, Base and Subject.

Pure: no key, no disk. The same judge that will read the statement later is asked before
anything is written (deeds.making). Source: PROTOCOL R3 to R6, R18.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from proeve.deeds.signing import ActFile, Came
from proeve.deeds.yamlwriting import document_text
from proeve.model.decided import is_reset
from proeve.model.digest import scope_digest, tree_digest
from proeve.model.document import Data
from proeve.model.exam import Decision, ExamState
from proeve.model.history import FileFact
from proeve.model.ledger import State
from proeve.model.statement import (
    NO_STEP,
    NO_TEXT,
    REGISTRY,
    TOOLING,
    Statement,
    Trailers,
    folder_of,
)
from proeve.process.decisions import DecisionKind
from proeve.process.vocabulary import Action, Role, RowId
from proeve.rules.holding import files_of, is_exam, seq_of
from proeve.rules.rows import all_rows, matches, text_of

Files = Mapping[str, FileFact]

UNPACKED = "unpacked"
"""Stands for a second parent that is made with the deed: what came in, unpacked."""

_ACTS = {REGISTRY: "exams/registry/acts/", TOOLING: "exams/registry/acts/"}


@dataclass(frozen=True, slots=True)
class Paper:
    """A file to write: its bytes, and its data when it is a document."""

    content: bytes
    data: dict[str, Data] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What one person says about a row's text without making the commit.

    It becomes an act file; a whole scope outside exams has no row.
    """

    person: str
    role: Role
    action: Action
    row: RowId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """Who says that something came in, and when; else it is when the commit is made.

    Without a road it is the receiver's receipt, with one the exam office's word. It is
    over the words of the deed, or over what `came` in before or comes with it.
    """

    person: str
    role: Role
    road: str = ""
    at: int | None = None
    came: tuple[Came, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One commit to be: who does what in which scope, with which papers and words.

    `papers` are keyed by their path in the scope's folder. `row` is the row that is
    written, approved or, for a decision, the one that its document names or resets.
    `arrival` says of each of the words when it came in. `handed_in` was signed
    elsewhere and lands with it. `beside` is the second parent of a merge: a commit that
    was reviewed, or UNPACKED. A deed that `checks` the spine brings a checkpoint: how
    long it is at that moment. `stored` is what the evidence store is to hold with it.
    """

    scope: str
    actor: str
    role: Role
    action: Action
    row: RowId | None = None
    papers: Mapping[str, Paper] = field(default_factory=dict[str, Paper])
    words: tuple[Word, ...] = ()
    arrival: Arrival | None = None
    handed_in: tuple[ActFile, ...] = ()
    beside: str = ""
    checks: bool = False
    stored: tuple[bytes, ...] = ()


def document(scope: str, path: str, data: dict[str, Data]) -> Paper:
    """Return a document as a paper for its path in the scope's folder."""
    return Paper(document_text(folder_of(scope) + path, data), data)


def fact_of(content: bytes) -> FileFact:
    """Return the facts of a file's content, Git's own name for it among them."""
    head = b"blob %d\0" % len(content)
    return FileFact(
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
        oid=hashlib.sha1(head + content, usedforsecurity=False).hexdigest(),
    )


def acts_folder(scope: str) -> str:
    """Return where the acts of a scope lie, from the top of the repository."""
    return _ACTS.get(scope, f"{folder_of(scope)}acts/")


def trailers(state: State, repo: str, deed: Deed, after: Files) -> Trailers:
    """Return the whole statement of a deed, given its scope's files after it."""
    return Trailers(
        statement=_statement(state, repo, deed, deed.actor, after),
        base=_base(state, deed.scope),
        subject=scope_digest(deed.scope, after),
    )


def _base(state: State, scope: str) -> str:
    """Return the digest of a scope as it stands; an exam remembers its own."""
    exam = state.exam(scope) if is_exam(scope) else None
    if exam is not None and exam.subject:
        return exam.subject
    return scope_digest(scope, files_of(state, scope))


def said(state: State, repo: str, deed: Deed, word: Word, after: Files) -> Statement:
    """Return the statement of one word, about the text as the deed leaves it."""
    own = Deed(
        scope=deed.scope,
        actor=word.person,
        role=word.role,
        action=word.action,
        row=word.row,
        papers=deed.papers,
    )
    return _statement(state, repo, own, word.person, after)


def _statement(
    state: State, repo: str, deed: Deed, actor: str, after: Files
) -> Statement:
    if deed.row is None:
        step, seq = NO_STEP, _whole_seq(state, deed.scope, after)
    else:
        exam = state.exam(deed.scope) or ExamState(scope=deed.scope)
        step, seq = all_rows(exam)[deed.row].step, _row_seq(exam, deed, after)
    return Statement(
        version=1,
        repo=repo,
        scope=deed.scope,
        step=step,
        action=deed.action,
        role=deed.role,
        actor=actor,
        seq=seq,
        text=_text(state, deed, after),
    )


def _text(state: State, deed: Deed, after: Files) -> str:
    if deed.action in (Action.LAND, Action.COVER):
        return NO_TEXT
    if deed.action is Action.DECIDE:
        return tree_digest(
            {path: fact_of(paper.content) for path, paper in deed.papers.items()}
        )
    if deed.row is None:
        return scope_digest(deed.scope, after)
    exam = state.exam(deed.scope) or ExamState(scope=deed.scope)
    return text_of(all_rows(exam)[deed.row], after)


def _row_seq(exam: ExamState, deed: Deed, after: Files) -> int:
    """Return the row's number after the deed: one more if text or standing changes."""
    if deed.row is None:
        return 0
    row = all_rows(exam)[deed.row]
    changed = any(
        matches(path, row.text) and exam.files.get(path) != after[path]
        for path in deed.papers
    )
    resets = any(is_reset(each) for each in _decisions(deed.papers))
    resets = resets or deed.action is Action.VOID
    return exam.row(deed.row).seq + (1 if changed or resets else 0)


def _decisions(papers: Mapping[str, Paper]) -> Iterable[Decision]:
    for path, paper in papers.items():
        if path.startswith("decisions/") and paper.data is not None:
            kind = path.removesuffix(".yml").partition("-")[2]
            yield Decision(
                number=0,
                kind=DecisionKind(kind),
                record=paper.data,
                by="",
                commit="",
                at=0,
            )


def _whole_seq(state: State, scope: str, after: Files) -> int:
    before = files_of(state, scope)
    changed = scope_digest(scope, before) != scope_digest(scope, after)
    return seq_of(state, scope) + (1 if changed else 0)

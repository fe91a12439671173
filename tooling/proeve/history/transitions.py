"""Transitions: each commit of the spine against its first parent, in order.

A long history is cut into ranges that worker processes read side by side. What they
find is passed on as soon as it is its turn, so memory does not grow with the history.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from proeve.history import acts, commits, timestamps
from proeve.history.grammar import is_file, shown
from proeve.history.objects import ObjectKind, Objects
from proeve.history.refusals import refuse
from proeve.history.sides import read_sides
from proeve.history.spine import Spine, foreign_sides, side_lines, spine
from proeve.history.statements import Problem
from proeve.history.trees import Difference, PathProblem, Trees
from proeve.history.workers import in_order
from proeve.model.findings import Finding, Location
from proeve.model.history import Act, Change, FileFact, Read, Token, Transition
from proeve.model.statement import folder_of, owner_of
from proeve.process.documents import ACT, TOKEN
from proeve.process.vocabulary import Action

Reader = Callable[[str, bytes], Read]
"""Makes a document of a path (with `exams/`) and its bytes; a module's own function."""

SMALL = 800
"""Up to this many commits one process is faster than starting two."""
MAX_EXAM_FILE = 1024 * 1024
MAX_FILE = 32 * 1024 * 1024
NO_SIDES: Mapping[str, tuple[str, ...]] = MappingProxyType({})
_RANGES_EACH = 8
_LEAST, _MOST = 200, 500


class Job(NamedTuple):
    """A range of the spine for one worker; `before` is the tree it starts from.

    `sides` are the commits off the spine that each merge brings.
    """

    folder: Path
    oids: tuple[str, ...]
    before: str | None
    foreign: frozenset[str]
    reader: Reader | None
    sides: Mapping[str, tuple[str, ...]] = NO_SIDES


def transitions(  # noqa: PLR0913 - each says what to read, and is a keyword
    path: Path,
    head: str,
    *,
    reader: Reader | None = None,
    workers: int = 2,
    since: str | None = None,
    known: Iterable[str] = (),
    along: Spine | None = None,
    quarantine: Path | None = None,
) -> Iterator[Transition]:
    """Yield the transitions up to a commit, oldest first, or those after `since`.

    `along` is the spine to that commit, where it was walked already; `known` is the
    spine before it, where that is known. With a quarantine, where a push waits,
    one process reads them all.
    """
    objects = Objects.open(path, quarantine=quarantine)
    found = along or spine(objects, head, since=since)
    size = min(max(len(found.oids) // (workers * _RANGES_EACH), _LEAST), _MOST)
    foreign = foreign_sides(objects, found, known)
    beside = side_lines(objects, found, known)
    template = Job(path, (), None, foreign, reader, beside)
    jobs = _jobs(objects, found, template, size)
    alone = workers < 2 or quarantine is not None  # noqa: PLR2004 - two is company
    if alone or len(found.oids) <= SMALL:
        for job in jobs:
            yield from _read_range(objects, job)
        return
    for part in in_order(read_range, jobs, workers):
        yield from part


def transition_of(objects: Objects, oid: str) -> Transition:
    """Return one commit against its first parent, wherever it lies; as data only."""
    found = commits.links(objects.raw(oid, ObjectKind.COMMIT))
    if found is None:
        raise refuse("unreadable", oid=oid)
    trees = Trees(lambda tree: objects.find(tree, ObjectKind.TREE))
    before = _tree(objects, found[1][0]) if found[1] else None
    return _Step(objects, oid, None).transition(trees, before, foreign=False)


def read_range(job: Job) -> list[Transition]:
    """Return the transitions of one range; this is what a worker process runs."""
    return list(_read_range(_open(job.folder), job))


@lru_cache(maxsize=1)
def _open(folder: Path) -> Objects:
    return Objects.open(folder)


def _jobs(objects: Objects, found: Spine, whole: Job, size: int) -> Iterator[Job]:
    """Cut a spine into ranges, each of which starts from the tree before it."""
    before = _tree(objects, found.base) if found.base else None
    for start in range(0, len(found.oids), size):
        oids = found.oids[start : start + size]
        foreign = whole.foreign.intersection(oids)
        sides = {oid: whole.sides[oid] for oid in oids if oid in whole.sides}
        yield whole._replace(oids=oids, before=before, foreign=foreign, sides=sides)
        before = _tree(objects, oids[-1])


def _tree(objects: Objects, oid: str) -> str:
    found = commits.links(objects.raw(oid, ObjectKind.COMMIT))
    if found is None:
        raise refuse("unreadable", oid=oid)
    return found[0]


def _read_range(objects: Objects, job: Job) -> Iterator[Transition]:
    trees = Trees(lambda oid: objects.find(oid, ObjectKind.TREE))
    before = job.before
    for oid in job.oids:
        step = _Step(objects, oid, job.reader, job.sides.get(oid, ()))
        yield step.transition(trees, before, foreign=oid in job.foreign)
        before = step.tree


class _Step:
    """Gathers the facts of one commit."""

    def __init__(
        self,
        objects: Objects,
        oid: str,
        reader: Reader | None,
        sides: tuple[str, ...] = (),
    ) -> None:
        self._sides = sides
        self._objects = objects
        self._oid = oid
        self._reader = reader
        self._changes: list[Change] = []
        self._acts: list[Act] = []
        self._tokens: list[Token] = []
        self._documents: dict[str, Read] = {}
        self._findings: list[Finding] = []
        self._raw = objects.raw(oid, ObjectKind.COMMIT)
        commit = commits.read(self._raw)
        if commit is None:
            raise refuse("unreadable", oid=oid)
        self._commit = commit
        self.tree = commit.tree

    def transition(
        self, trees: Trees, before: str | None, *, foreign: bool
    ) -> Transition:
        """Return the facts of this commit against the tree before it."""
        commit = self._commit
        for problem in commit.problems:
            self._report(problem)
        if foreign:
            self._report(Problem("history.foreign"))
        for item in trees.compare(before, commit.tree):
            if isinstance(item, PathProblem):
                self._report(item.problem, item.path)
            else:
                self._note(item)
        whole = self._whole(trees)
        return Transition(
            oid=self._oid,
            sha256=hashlib.sha256(self._raw).hexdigest(),
            parents=commit.parents,
            tree=commit.tree,
            authored=commit.authored,
            offset=commit.offset,
            subject=commit.subject,
            trailers=commit.trailers,
            signature=commit.signature,
            payload_sha256=commit.payload_sha256,
            changes=tuple(sorted(self._changes, key=lambda change: change.path)),
            acts=tuple(sorted(self._acts, key=lambda act: act.path)),
            documents=self._documents,
            findings=tuple(self._findings),
            whole=whole,
            sides=tuple(
                read_sides(self._objects, trees, commit, self._acts, self._sides)
            ),
            tokens=tuple(sorted(self._tokens, key=lambda token: token.path)),
        )

    def _whole(self, trees: Trees) -> dict[str, str] | None:
        """Return every file in the scope that a cover vouches for.

        What a bad commit left may stand in folders that the cover does not touch.
        """
        said = self._commit.trailers.statement if self._commit.trailers else None
        if said is None or said.action is not Action.COVER:
            return None
        known = {(each.code, each.where.path) for each in self._findings}
        found: dict[str, str] = {}
        for item in trees.within(self.tree, folder_of(said.scope)):
            path = item.path if isinstance(item, PathProblem) else shown(item.path)
            if owner_of(path) != said.scope:
                continue
            if isinstance(item, Difference):
                found[path] = item.after[1].hex() if item.after else ""
            elif (item.problem.code, path) not in known:
                self._report(item.problem, path)
        return found

    def _note(self, item: Difference) -> None:
        path = shown(item.path)
        mode, after = item.after or (b"", b"")
        new = after.hex() if item.after else None
        fact = self._content(path, new) if new and is_file(mode) else None
        old = item.before[1].hex() if item.before else None
        kept = mode if item.after or item.before is None else item.before[0]
        self._changes.append(Change(path, shown(kept), old, new, fact))
        if old is not None and (_is_act(path) or _is_token(path)):
            self._report(Problem("history.act-changed"), path)

    def _content(self, path: str, oid: str) -> FileFact | None:
        """Return the fact of a file's content, and read what stands in it."""
        ours = path.startswith("exams/")
        limit = MAX_EXAM_FILE if ours else MAX_FILE
        data = self._objects.find(oid, ObjectKind.BLOB, limit)
        if data is None:
            self._report(Problem("history.path-kind", (("limit", str(limit)),)), path)
            return None
        if ours:
            self._read(path, data)
        return FileFact(hashlib.sha256(data).hexdigest(), len(data), oid)

    def _read(self, path: str, data: bytes) -> None:
        if _is_act(path):
            self._acts.append(acts.read(path, data, self._oid))
        elif _is_token(path):
            self._tokens.append(timestamps.read(path, data))
        elif self._reader is not None and path.endswith(".yml"):
            self._documents[path] = self._reader(path, data)

    def _report(self, problem: Problem, path: str = "") -> None:
        where = Location(path, commit=self._oid)
        self._findings.append(Finding(problem.code, where, dict(problem.args)))


def _is_act(path: str) -> bool:
    return path.startswith("exams/") and bool(ACT.fullmatch(path[len("exams/") :]))


def _is_token(path: str) -> bool:
    return path.startswith("exams/") and bool(TOKEN.fullmatch(path[len("exams/") :]))

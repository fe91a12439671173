"""From a repository and a revision to a verdict on the whole ledger.

All reading of Git and of documents is started here; the judging itself is in `judge`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from proeve.errors import RepositoryError, TrustError
from proeve.gather.documents import judge_documents
from proeve.history import commits
from proeve.history.enrolment import check_keys
from proeve.history.objects import ObjectKind, Objects
from proeve.history.spine import Spine, spine
from proeve.history.transitions import transitions
from proeve.history.trees import Difference, Trees
from proeve.judge import fold
from proeve.model.document import Document
from proeve.model.findings import Finding, Location, Severity
from proeve.model.history import Read
from proeve.model.ledger import (
    LIVE_ROOT,
    PRACTICE_ROOT,
    Judgement,
    Standing,
    State,
)
from proeve.model.records import Record, text_at
from proeve.model.verdict import ExamVerdict, LedgerVerdict
from proeve.reading.documents import locate, read
from proeve.rules.holding import settled
from proeve.rules.ledger import unproved_roots
from proeve.rules.status import exam_verdict

HELD_UP = "scope.held-up"
_SCHOOL = "exams/registry/school.yml"
_ROOT = "exams/registry/root.yml"


@dataclass(frozen=True, slots=True)
class JudgingReader:
    """Reads a document of the ledger; also checks that its keys are their owner's.

    It travels to worker processes, so it holds only what the genesis says.
    """

    repo: str
    environment: str

    def __call__(self, path: str, raw: bytes) -> Read:
        """Return the document's data, or what is wrong with it."""
        found = read(path, raw)
        if not isinstance(found, Document):
            return found
        if found.kind.name == "person":
            faults = tuple(
                check_keys(
                    found.data, path, repo=self.repo, environment=self.environment
                )
            )
            if faults:
                return tuple(_placed(fault, found) for fault in faults)
        return found.data


def _placed(finding: Finding, document: Document) -> Finding:
    return replace(finding, where=document.at(*finding.where.pointer))


@dataclass(frozen=True, slots=True)
class Ledger:
    """A repository opened at a revision, with what its genesis says.

    `line` is the spine, oldest commit first; `quarantine` is where a push waits;
    `walked` is the whole spine where it was walked for opening.
    """

    objects: Objects
    path: Path
    head: str
    genesis: str
    repo: str
    environment: str
    trust_root: str
    line: Sequence[str]
    quarantine: Path | None = None
    walked: Spine | None = None

    @property
    def is_sample(self) -> bool:
        """Tell whether this is a sample school, which begins at no genesis (R25)."""
        return self.environment == "sample" and not self.trust_root


def open_ledger(
    path: Path,
    rev: str = "main",
    trust_root: str | None = None,
    quarantine: Path | None = None,
) -> Ledger:
    """Open a repository for judging, with what waits in a push's quarantine.

    Raises RepositoryError for what is no whole repository with `exams/`, TrustError
    when the genesis is not the one of the trust root.
    """
    objects = Objects.open(path, quarantine=quarantine)
    head = objects.head(rev)
    walked = spine(objects, head)
    genesis = walked.oids[0]
    # A commit that deletes everything is judged, and does not hide what was there.
    if not any(_has_exams(objects, commit) for commit in (head, genesis)):
        raise RepositoryError(
            f"In {path} staat op deze plaats geen map exams/.",
            f"There is no folder exams/ in {path} at this revision.",
        )
    said = _school_at(objects, genesis) or _school_at(objects, head) or ("", "")
    environment, repo = said
    found = _trust_root(objects, genesis, environment)
    ledger = Ledger(
        objects=objects,
        path=path,
        head=head,
        genesis=genesis,
        repo=repo,
        environment=environment,
        trust_root=found or "",
        line=walked.oids,
        quarantine=quarantine,
        walked=walked,
    )
    _check_trust(ledger, trust_root)
    return ledger


def _school_at(objects: Objects, commit: str) -> tuple[str, str] | None:
    """Return the environment and the repository's id as a commit's tree has them."""
    records = _records_at(objects, commit, (_SCHOOL, _ROOT))
    if _SCHOOL not in records:
        return None
    environment = text_at(records[_SCHOOL], "environment")
    return environment, text_at(records.get(_ROOT), "repo")


def _trust_root(objects: Objects, genesis: str, environment: str) -> str | None:
    raw = objects.raw(genesis, ObjectKind.COMMIT)
    found = commits.read(raw)
    if found is None or found.trailers is None:
        return None
    root = commits.trust_root(raw, found.trailers)
    if environment == "live":
        return root
    return root.replace(LIVE_ROOT, PRACTICE_ROOT, 1)


def _check_trust(ledger: Ledger, trust_root: str | None) -> None:
    """Raise unless the genesis is the one that was handed over on paper (R25).

    A root that begins with `proeve:` stands for a live ledger and fits no other.
    """
    if trust_root is None or trust_root.strip() == ledger.trust_root:
        return
    raise TrustError(
        f"Deze geschiedenis begint niet bij {trust_root.strip()}, maar bij "
        f"{ledger.trust_root or 'een commit zonder verklaring'}.",
        f"This history does not begin at {trust_root.strip()} but at "
        f"{ledger.trust_root or 'a commit without a statement'}.",
    )


def files_at(objects: Objects, commit: str) -> Mapping[str, str]:
    """Return the blob id of every file in a commit's tree, by path."""
    return dict(_each_file(objects, commit))


def _has_exams(objects: Objects, commit: str) -> bool:
    return any(path.startswith("exams/") for path, _ in _each_file(objects, commit))


def _each_file(objects: Objects, commit: str) -> Iterator[tuple[str, str]]:
    links = commits.links(objects.raw(commit, ObjectKind.COMMIT))
    trees = Trees(lambda oid: objects.find(oid, ObjectKind.TREE))
    for item in trees.compare(None, links[0]) if links else ():
        if isinstance(item, Difference) and item.after is not None:
            yield item.path.decode("utf-8", "replace"), item.after[1].hex()


def _records_at(
    objects: Objects, commit: str, paths: Iterable[str]
) -> dict[str, Record]:
    files = files_at(objects, commit)
    found: dict[str, Record] = {}
    for path in paths:
        if path in files:
            document = read(path, objects.raw(files[path], ObjectKind.BLOB))
            if isinstance(document, Document):
                found[path] = document.data
    return found


def judge_repository(
    path: Path,
    *,
    now: int | None = None,
    rev: str = "main",
    trust_root: str | None = None,
    workers: int = 2,
) -> LedgerVerdict:
    """Judge the whole ledger at a revision; `now` is in seconds since 1970.

    Without it days are counted from the head's own date, so that the same commit gives
    the same verdict whenever it is judged (PROTOCOL R30).
    """
    ledger = open_ledger(path, rev, trust_root)
    if ledger.is_sample:
        return _sample_verdict(ledger, now)
    state, judgements = judge_ledger(ledger, workers=workers)
    return verdict_of(ledger, state, judgements, now)


def _sample_verdict(ledger: Ledger, now: int | None) -> LedgerVerdict:
    """Judge the documents at the head alone: a sample has no history to prove."""
    files = {
        path: ledger.objects.raw(oid, ObjectKind.BLOB)
        for path, oid in files_at(ledger.objects, ledger.head).items()
        if path.startswith("exams/")
    }
    found = judge_documents(files)
    verdict = verdict_of(ledger, found.state, (), now)
    return replace(verdict, proved=False, findings=found.findings)


def judge_ledger(
    ledger: Ledger, *, workers: int = 2
) -> tuple[State, tuple[Judgement, ...]]:
    """Fold the judge along the spine of an open ledger."""
    reader = JudgingReader(ledger.repo, ledger.environment)
    found = transitions(
        ledger.path,
        ledger.head,
        reader=reader,
        workers=workers,
        along=ledger.walked,
        quarantine=ledger.quarantine,
    )
    return fold(found)


def verdict_of(
    ledger: Ledger, state: State, judgements: tuple[Judgement, ...], now: int | None
) -> LedgerVerdict:
    """Return what reports and pages are told of a judged ledger."""
    moment = state.at if now is None else now
    placed = told_now(ledger.objects, state, judgements)
    groups = {
        name: tuple(
            exam_verdict(exam, state.registry, moment)
            for _, exam in sorted(group.exams.items())
        )
        for name, group in sorted(state.groups.items())
    }
    findings = tuple(_all_findings(state, placed, groups))
    return verdict_with(ledger, state, now, (groups, placed, findings))


Told = tuple[
    Mapping[str, Sequence[ExamVerdict]], Sequence[Judgement], tuple[Finding, ...]
]
"""The exams by group, the judgements, and all that is wrong or worth knowing."""


def verdict_with(
    ledger: Ledger, state: State, now: int | None, told: Told
) -> LedgerVerdict:
    """Return the verdict on a ledger, given what is told of it; read now or later."""
    groups, judgements, findings = told
    return LedgerVerdict(
        environment=ledger.environment,
        trust_root=ledger.trust_root,
        head=ledger.head,
        length=state.length,
        now=state.at if now is None else now,
        proved=True,
        registry=state.registry,
        groups=groups,
        group_records={n: g.record or {} for n, g in state.groups.items()},
        judgements=judgements,
        findings=findings,
    )


def _all_findings(
    state: State,
    judgements: tuple[Judgement, ...],
    groups: Mapping[str, tuple[ExamVerdict, ...]],
) -> Iterator[Finding]:
    for judgement in judgements:
        yield from judgement.findings
    notes = (exam.findings for exams in groups.values() for exam in exams)
    yield from ledger_findings(state, chain.from_iterable(notes))


def ledger_findings(state: State, notes: Iterable[Finding]) -> Iterator[Finding]:
    """Yield what is wrong with a ledger beside its commits, and the notes on exams.

    What holds an exam up is a finding of the commit already.
    """
    missing = unproved_roots(state)
    if missing:
        where = Location(_ROOT, commit=state.genesis)
        yield Finding("registry.roots-missing", where, {"missing": str(missing)})
    yield from (note for note in notes if note.code != HELD_UP)


def told_now(
    objects: Objects, state: State, judgements: Iterable[Judgement]
) -> tuple[Judgement, ...]:
    """Return judgements as they are told after a last state.

    Findings get their line and column in the commit's files; those that a later commit
    covered fail nothing more.
    """
    covers = settled(state)
    return tuple(_settled(_located(objects, each), covers) for each in judgements)


def _settled(judgement: Judgement, covers: Mapping[str, str]) -> Judgement:
    """Return what is said of a commit once a later one has covered it."""
    cover = covers.get(judgement.commit)
    if cover is None:
        return judgement
    notes = tuple(replace(f, severity=Severity.NOTE) for f in judgement.findings)
    return replace(judgement, findings=notes, settled_by=cover)


def _located(objects: Objects, judgement: Judgement) -> Judgement:
    """Give the findings of a commit their line and column in that commit's files."""
    if judgement.standing is Standing.VALID:
        return judgement
    return replace(
        judgement, findings=tuple(located(objects, f) for f in judgement.findings)
    )


def located(objects: Objects, finding: Finding) -> Finding:
    """Return the finding with the position of the value that it points at."""
    where = finding.where
    if where.position is not None or not where.pointer or where.commit is None:
        return finding
    oid = files_at(objects, where.commit).get(where.path)
    if oid is None:
        return finding
    near = locate(where, objects.raw(oid, ObjectKind.BLOB))
    return replace(finding, where=near)


def failing(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings that fail a run."""
    return tuple(f for f in findings if f.severity is Severity.ERROR)

"""Judging on top of what was judged before, or in full: the verdict is the same.

The prefix that is remembered is found by walking back from the head that is asked for,
so that it is on the spine of that head: a commit's id stands for all that came before.

What a judgement says never changes. What later facts say of it (a cover that settles
it, a key that turns out to be lost) follows from the last state, whenever it is read.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from proeve.gather.history import (
    JudgingReader,
    Ledger,
    judge_ledger,
    open_ledger,
)
from proeve.gather.memory.law import law
from proeve.gather.memory.prefix import (
    Briefs,
    Judged,
    Notes,
    Opened,
    Prefix,
    briefs_of,
    notes_of,
    remember,
)
from proeve.gather.memory.store import KEY_BYTES, ForgottenError, Store
from proeve.history import commits
from proeve.history.objects import ObjectKind, Objects
from proeve.history.transitions import transitions
from proeve.history.trees import blob_at
from proeve.judge import fold
from proeve.model.ledger import Judgement, State
from proeve.model.shelf import Later

_ROOT = "exams/registry/root.yml"
_MOST_ONWARD = 1_000
_WORTH_KEEPING = 24
_MOST_NEW = 20_000
"""Further back than this, judging in full takes little longer."""


@dataclass(frozen=True, slots=True)
class Memory:
    """Where prefixes are remembered, and the key that seals them."""

    folder: Path
    key: bytes

    def store(self) -> Store | None:
        """Return the store of the law in force; None without a whole key."""
        if len(self.key) != KEY_BYTES:
            return None
        return Store(self.folder, self.key, law())


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A ledger judged up to its head; `judgements` are those since what was opened."""

    ledger: Ledger
    state: State
    judgements: tuple[Judgement, ...]
    opened: Opened | None
    notes: Notes
    before: State | None = None
    spoiled: bool = False

    @property
    def remembered(self) -> int:
        """How many commits were not judged again."""
        return self.opened.prefix.length if self.opened else 0


Check = Callable[[Ledger], None]
"""Raises for a ledger that is not to be judged at all."""


def judged(  # noqa: PLR0913 - each says what to judge, and is a keyword
    path: Path,
    rev: str,
    trust_root: str | None,
    memory: Memory | None,
    *,
    check: Check,
    workers: int = 2,
    noting: bool = True,
) -> Outcome:
    """Judge a ledger at a revision, using and extending what is remembered.

    Without `noting` the notes on exams that are remembered stay unread: for a deed,
    which has no use for them.
    """
    store = memory.store() if memory else None
    spoiled = False
    if store is not None:
        try:
            found = _onward(store, path, rev, trust_root, (check, noting))
        except ForgottenError:
            spoiled = True
        else:
            if found is not None:
                return found
    ledger = open_ledger(path, rev, trust_root)
    check(ledger)
    state, judgements = State(), tuple[Judgement, ...]()
    if not ledger.is_sample:
        state, judgements = judge_ledger(ledger, workers=workers)
    return Outcome(
        ledger=ledger,
        state=state,
        judgements=judgements,
        opened=None,
        notes=notes_of(state),
        spoiled=spoiled,
    )


def keep(memory: Memory | None, outcome: Outcome, briefs: Briefs | None = None) -> bool:
    """Remember a ledger that was judged; tell whether that went well.

    Without trust root it is a sample, of which there is nothing to remember. `briefs`
    are its exams in brief, where somebody has them already.
    """
    store = memory.store() if memory else None
    ledger, opened = outcome.ledger, outcome.opened
    if store is None or not ledger.trust_root:
        return True
    if opened is not None and not outcome.judgements:
        return True
    raw = ledger.objects.raw(ledger.head, ObjectKind.COMMIT)
    whose = Prefix(
        head=ledger.head,
        sha256=hashlib.sha256(raw).hexdigest(),
        genesis=ledger.genesis,
        repo=ledger.repo,
        environment=ledger.environment,
        trust_root=ledger.trust_root,
        parts=(),
        small={},
        large={},
        groups="",
        exams={},
        notes="",
        briefs={},
    )
    try:
        fresh = Judged(
            state=outcome.state,
            before=outcome.before,
            line=[judgement.commit for judgement in outcome.judgements],
            judgements=outcome.judgements,
            notes=outcome.notes,
            briefs=briefs or briefs_in(outcome),
        )
        with store.locked():
            remember(store, opened, fresh, whose)
            store.tidy()
    except (OSError, ForgottenError):
        return False
    return True


def keep_after_deeds(memory: Memory | None, outcome: Outcome) -> bool:
    """Remember a ledger that was judged without noting, when enough is new in it.

    To judge a few commits again costs a deed less than to write down what they changed.
    """
    if outcome.opened is not None and len(outcome.judgements) < _WORTH_KEEPING:
        return True
    try:
        notes = notes_of(outcome.state, outcome.opened, outcome.before)
    except ForgottenError:
        return False
    return keep(memory, replace(outcome, notes=notes))


def briefs_in(outcome: Outcome) -> Briefs:
    """Return the exams of a ledger in brief, as far as they are not remembered."""
    return briefs_of(outcome.state, outcome.opened, outcome.before)


def _onward(
    store: Store,
    path: Path,
    rev: str,
    trust_root: str | None,
    how: tuple[Check, bool],
) -> Outcome | None:
    """Judge what is new on top of the nearest remembered commit; None without one."""
    check, noting = how
    objects = Objects.open(path)
    head = objects.head(rev)
    opened, new = _nearest(store, objects, head)
    if opened is None or not _fits(opened.prefix, objects, head, trust_root):
        return None
    ledger = _ledger(opened, objects, path, head, new)
    check(ledger)
    before = opened.state()
    state, judgements = _folded(opened, before, ledger)
    return Outcome(
        ledger=ledger,
        state=state,
        before=before,
        judgements=judgements,
        opened=opened,
        notes=notes_of(state, opened, before) if noting else {},
    )


def _folded(
    opened: Opened, state: State, ledger: Ledger
) -> tuple[State, tuple[Judgement, ...]]:
    """Fold the judge on from a remembered state to the head of the ledger."""
    found = transitions(
        ledger.path,
        ledger.head,
        reader=JudgingReader(ledger.repo, ledger.environment),
        since=opened.prefix.head,
        known=Later(opened.prefix.length, opened.line),
        workers=1,
    )
    return fold(found, state)


def _nearest(
    store: Store, objects: Objects, head: str
) -> tuple[Opened | None, list[str]]:
    """Return the last remembered commit on the way back, and those after it."""
    heads = store.heads()
    new: list[str] = []
    at: str | None = head if heads else None
    while at is not None and len(new) <= _MOST_NEW:
        if at in heads:
            return Opened.at(store, at), new[::-1]
        new.append(at)
        found = commits.links(objects.raw(at, ObjectKind.COMMIT))
        at = found[1][0] if found and found[1] else None
    return None, []


def _fits(prefix: Prefix, objects: Objects, head: str, trust_root: str | None) -> bool:
    """Tell whether this is the history asked for; if not, opening it says so."""
    if trust_root is not None and trust_root.strip() != prefix.trust_root:
        return False
    raw = objects.raw(prefix.head, ObjectKind.COMMIT)
    if hashlib.sha256(raw).hexdigest() != prefix.sha256:
        raise ForgottenError(prefix.head)
    found = commits.links(objects.raw(head, ObjectKind.COMMIT))
    tree = found[0] if found else ""
    return (
        blob_at(lambda oid: objects.find(oid, ObjectKind.TREE), tree, _ROOT) is not None
    )


def _ledger(
    opened: Opened, objects: Objects, path: Path, head: str, new: list[str]
) -> Ledger:
    prefix = opened.prefix
    return Ledger(
        objects=objects,
        path=path,
        head=head,
        genesis=prefix.genesis,
        repo=prefix.repo,
        environment=prefix.environment,
        trust_root=prefix.trust_root,
        line=Later(prefix.length + len(new), lambda: [*opened.line(), *new]),
    )


def extended(
    outcome: Outcome,
    objects: Objects,
    head: str,
    state: State,
    more: tuple[Judgement, ...],
) -> Outcome:
    """Return an outcome with more commits judged on top of it, read from `objects`."""
    before = outcome.ledger.line
    line = Later(
        len(before) + len(more), lambda: [*before, *(each.commit for each in more)]
    )
    return replace(
        outcome,
        ledger=replace(outcome.ledger, objects=objects, head=head, line=line),
        state=state,
        judgements=(*outcome.judgements, *more),
        notes=notes_of(state, outcome.opened, outcome.before),
    )


def gone_on(outcome: Outcome, objects: Objects, head: str) -> Outcome | None:
    """Judge from the head of an outcome to a later one; None where it is not later."""
    ledger, new = outcome.ledger, 0
    at: str | None = head
    while at is not None and at != ledger.head and new < _MOST_ONWARD:
        found = commits.links(objects.raw(at, ObjectKind.COMMIT))
        at, new = (found[1][0] if found and found[1] else None), new + 1
    if at != ledger.head or ledger.is_sample:
        return None
    read = transitions(
        ledger.path,
        head,
        reader=JudgingReader(ledger.repo, ledger.environment),
        since=ledger.head,
        known=ledger.line,
        workers=1,
    )
    state, more = fold(read, outcome.state)
    return extended(outcome, objects, head, state, more)

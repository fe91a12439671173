"""A push, judged while it waits in its quarantine: what is not lawful never lands.

`main` is the ledger: it only grows along its first parents, and each new commit must be
valid. Another branch is a proposal: data, on which nothing rests and which nobody need
have signed, so that only its structure is judged. One thing may not stand in it: an
assessor's form before both seals are on `main`, since whoever can fetch can read it
(PROTOCOL R31). Every other ref is refused: nothing reads tags and notes, `refs/replace`
would stop the judging itself, and a name that looks like another misleads (attack 68).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from proeve.errors import TrustError
from proeve.gather.history import (
    JudgingReader,
    Ledger,
    judge_ledger,
    located,
    open_ledger,
)
from proeve.gather.memory.prefix import notes_of
from proeve.gather.memory.recall import Memory, Outcome, extended, judged, keep
from proeve.gather.memory.store import ForgottenError
from proeve.history import commits
from proeve.history.objects import ObjectKind, Objects
from proeve.history.porcelain import NO_COMMIT
from proeve.history.repository import MAIN
from proeve.history.spine import Spine, beside, spine
from proeve.history.transitions import transition_of, transitions
from proeve.history.trees import blob_at
from proeve.judge import fold
from proeve.model.findings import Finding, Location
from proeve.model.history import Change
from proeve.model.ledger import Judgement, Standing
from proeve.model.statement import folder_of, scope_of

MOST_REFS = 32
MOST_COMMITS = 5000
MOST_BESIDE = 1000
_PART = r"[a-z0-9][a-z0-9._-]{0,79}"
_BRANCH = re.compile(rf"refs/heads/({_PART}(?:/{_PART}){{0,3}})")
_MISLEADING = re.compile(r"main|head|refs|heads|[0-9a-f]{4,40}")
_FORM = re.compile(r"forms/(first|second|third)\.yml")
_IS_FORM = b"proeve/form/"
_SEALS = {"first": ("first", "second"), "second": ("first", "second")}
_FORM_BYTES = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Update:
    """One line that Git gives a hook: a ref, where it stands, where it is to go."""

    ref: str
    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Push:
    """What somebody pushes to a bare repository, and where its objects wait."""

    bare: Path
    updates: tuple[Update, ...]
    quarantine: Path | None
    trust_root: str
    memory: Memory | None = None


def judge_push(push: Push) -> tuple[Finding, ...]:
    """Return why a push may not land; nothing is wrong with it if there is nothing.

    Raises ProeveError when it cannot be judged, which is no leave to land either.
    """
    if len(push.updates) > MOST_REFS:
        return (_at(MAIN, "push.too-many-refs", limit=str(MOST_REFS)),)
    judged = _Judged(push)
    # The law first: a proposal is looked at beside the `main` that this push leaves.
    updates = sorted(push.updates, key=lambda update: update.ref != MAIN)
    return tuple(finding for update in updates for finding in judged.update(update))


class _Judged:
    """One push, its objects, and `main` as it will stand if nothing is refused."""

    def __init__(self, push: Push) -> None:
        self._push = push
        self._own = Objects.open(push.bare)
        self._objects = Objects.open(push.bare, quarantine=push.quarantine)
        self._main = self._own.at_ref(MAIN)
        self._landing: frozenset[str] = frozenset()

    def update(self, update: Update) -> Iterator[Finding]:
        """Yield why one ref may not move."""
        if update.ref == MAIN:
            yield from self._on_main(update)
        elif not _is_branch(update.ref):
            yield _at(update.ref, "push.other-ref")
        elif update.new != NO_COMMIT:
            yield from self._proposed(update)

    def _on_main(self, update: Update) -> Iterator[Finding]:
        if update.new == NO_COMMIT:
            yield _at(MAIN, "push.deleted")
        elif (self._main or NO_COMMIT) != update.old:
            yield _at(MAIN, "push.late")
        elif update.old == NO_COMMIT:
            yield from self._first(update.new)
        else:
            yield from self._onward(update.old, update.new)
        self._main = update.new

    def _first(self, new: str) -> Iterator[Finding]:
        """Judge the whole of a ledger that comes to an empty repository."""
        push = self._push
        ledger = open_ledger(push.bare, new, push.trust_root, push.quarantine)
        yield from self._along(spine(self._objects, new))
        state, all_of_it = judge_ledger(ledger, workers=1)
        self._keep(
            Outcome(
                ledger=ledger,
                state=state,
                judgements=all_of_it,
                opened=None,
                notes=notes_of(state),
            )
        )
        yield from self._unlawful(all_of_it)

    def _onward(self, old: str, new: str) -> Iterator[Finding]:
        try:
            line = spine(self._objects, new, since=old)
        except TrustError:
            yield _at(MAIN, "push.not-onward")
            return
        if len(line.oids) > MOST_COMMITS:
            yield _at(MAIN, "push.too-many-commits", limit=str(MOST_COMMITS))
            return
        yield from self._along(line)
        try:
            more = self._judged(old, new, self._push.memory)
        except ForgottenError:
            more = self._judged(old, new, None)
        yield from self._unlawful(more)

    def _judged(
        self, old: str, new: str, memory: Memory | None
    ) -> tuple[Judgement, ...]:
        """Judge what is new on the state of the old head."""
        push = self._push
        base = judged(push.bare, old, push.trust_root, memory, check=_any)
        found = transitions(
            push.bare,
            new,
            reader=JudgingReader(base.ledger.repo, base.ledger.environment),
            since=old,
            known=base.ledger.line,
            quarantine=push.quarantine,
            workers=1,
        )
        state, more = fold(found, base.state)
        self._keep(extended(base, self._objects, new, state, more))
        return more

    def _keep(self, outcome: Outcome) -> None:
        """Remember what was judged, also if Git then lets somebody else be first.

        What is said of a commit stays so wherever the branch stands. Of a push that is
        refused nothing is kept.
        """
        if all(each.standing is Standing.VALID for each in outcome.judgements):
            keep(self._push.memory, outcome)

    def _unlawful(self, judgements: tuple[Judgement, ...]) -> Iterator[Finding]:
        for judgement in judgements:
            if judgement.standing is not Standing.VALID:
                for finding in judgement.findings:
                    yield located(self._objects, finding)

    def _proposed(self, update: Update) -> Iterator[Finding]:
        if self._main is None or self._main == NO_COMMIT:
            yield _at(update.ref, "push.no-main")
            return
        if self._objects.find(update.new, ObjectKind.COMMIT) is None:
            yield _at(update.ref, "push.no-commit")
            return
        yield from self._beside([update.new], update.ref)

    def _along(self, line: Spine) -> Iterator[Finding]:
        """Judge as data what the merges on a line bring along beside it."""
        self._landing = frozenset(line.oids)
        others = (other for others in line.sides.values() for other in others)
        yield from self._beside(others, MAIN)

    def _beside(self, starts: Iterable[str], ref: str) -> Iterator[Finding]:
        """Judge as data the commits that come along and are not on the spine.

        What the repository already holds came by this way before.
        """

        def known(oid: str) -> bool:
            return oid in self._landing or self._own.holds(oid)

        for start in starts:
            found = beside(self._objects, start, known, MOST_BESIDE)
            if found is None:
                yield _at(ref, "push.too-many-commits", limit=str(MOST_BESIDE))
                return
            for oid in found:
                yield from self._as_data(oid)

    def _as_data(self, oid: str) -> Iterator[Finding]:
        transition = transition_of(self._objects, oid)
        if not transition.parents:
            yield Finding("push.foreign", Location("", commit=oid))
            return
        for finding in transition.findings:
            if finding.code.startswith("history."):
                yield finding
        for change in transition.changes:
            if self._is_early_form(change):
                where = Location(change.path, commit=oid)
                yield Finding("push.form-in-clear", where)

    def _is_early_form(self, change: Change) -> bool:
        """Tell whether a file shows a form whose seals are not all on `main`."""
        if change.new is None or change.fact is None:
            return False
        scope = scope_of(change.path) or ""
        form = _FORM.fullmatch(change.path.removeprefix(folder_of(scope)))
        raw = self._objects.find(change.new, ObjectKind.BLOB, _FORM_BYTES) or b""
        if form is None:
            return _IS_FORM in raw and not change.path.startswith("schemas/")
        stems = _SEALS.get(form[1], (form[1],))
        seals = (f"{folder_of(scope)}forms/{stem}.seal.yml" for stem in stems)
        return not all(self._on_this_main(seal) for seal in seals)

    def _on_this_main(self, path: str) -> bool:
        found = commits.links(self._objects.raw(self._main or "", ObjectKind.COMMIT))
        if found is None:
            return False
        return blob_at(self._tree, found[0], path) is not None

    def _tree(self, oid: str) -> bytes | None:
        return self._objects.find(oid, ObjectKind.TREE)


def _any(_ledger: Ledger) -> None:
    """Hold a ledger to nothing more: a hook has its trust root and needs no pin."""


def _is_branch(ref: str) -> bool:
    found = _BRANCH.fullmatch(ref)
    if found is None or ref.endswith(".lock"):
        return False
    return not any(_MISLEADING.fullmatch(part) for part in found[1].split("/"))


def _at(ref: str, code: str, **args: str) -> Finding:
    return Finding(code, Location(ref), args)

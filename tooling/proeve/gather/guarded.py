"""Judging with what this user's machine knows from before: the pin and the memory.

Reports and pages judge what lies there; `proeve verify` also asks whether history went
back since the last time, and judges only what is new since then.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from proeve.gather.history import (
    HELD_UP,
    Ledger,
    judge_repository,
    ledger_findings,
    told_now,
    verdict_of,
    verdict_with,
)
from proeve.gather.memory.prefix import Opened, exam_digest
from proeve.gather.memory.recall import Memory, Outcome, gone_on, judged, keep
from proeve.gather.memory.store import ForgottenError
from proeve.gather.pin import hold_to_pin, move_pin
from proeve.history.objects import Objects
from proeve.model.exam import GroupState
from proeve.model.findings import Finding
from proeve.model.ledger import Judgement, Standing, State
from proeve.model.registry import Registry
from proeve.model.shelf import Apart, Later, Shelf
from proeve.model.verdict import ExamVerdict, LedgerVerdict
from proeve.rules.ledger import unproved_roots
from proeve.rules.status import exam_verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """A verdict, how many of its commits were judged before, and how the memory is.

    `outcome` is what the verdict was made of, to go on from (`onward`).
    """

    verdict: LedgerVerdict
    outcome: Outcome | None = None
    remembered: int = 0
    spoiled: bool = False
    kept: bool = True


def verify(  # noqa: PLR0913 - each says what to judge, and is a keyword
    path: Path,
    *,
    now: int | None,
    pins: Path,
    memory: Memory | None = None,
    rev: str = "main",
    trust_root: str | None = None,
    workers: int = 2,
    whole: bool = False,
) -> Verified:
    """Judge the ledger at a revision, held to its pin; then move the pin there.

    Without memory everything is judged and nothing is remembered. Without `now` days
    are counted from the head's own date. `whole` says that the reader will look at
    every exam and every judgement; else looking at one can raise ForgottenError.
    """

    def check(ledger: Ledger) -> None:
        hold_to_pin(ledger, pins, trust_root)

    def one(known: Memory | None) -> Verified:
        outcome = judged(path, rev, trust_root, known, check=check, workers=workers)
        if outcome.ledger.is_sample:
            return Verified(verdict=judge_repository(path, rev=rev, now=now))
        verdict = verdict_in(outcome, now, whole=whole)
        kept = keep(memory, outcome)
        if _is_sound(outcome):
            move_pin(outcome.ledger, pins)
        return Verified(
            verdict=verdict,
            outcome=outcome,
            remembered=outcome.remembered,
            spoiled=outcome.spoiled,
            kept=kept,
        )

    try:
        return one(memory)
    except ForgottenError:
        # Found spoiled only when a verdict was made of it: nothing of it is used.
        found = one(None)
        return Verified(verdict=found.verdict, spoiled=True, kept=found.kept)


def onward(
    found: Verified, *, rev: str, now: int | None, pins: Path, trust_root: str | None
) -> Verified | None:
    """Judge what came since a verdict that this process holds, without remembering it.

    None where that cannot be done, as when history went another way: verify again.
    """
    outcome = found.outcome
    if outcome is None:
        return None
    objects = Objects.open(outcome.ledger.path)
    head = objects.head(rev)
    later = gone_on(outcome, objects, head) if head != outcome.ledger.head else outcome
    if later is None:
        return None
    hold_to_pin(later.ledger, pins, trust_root)
    verdict = verdict_in(later, now, whole=False)
    if _is_sound(later):
        move_pin(later.ledger, pins)
    return replace(found, verdict=verdict, outcome=later)


def _is_sound(outcome: Outcome) -> bool:
    """Tell whether a history may be pinned here.

    Enough root holders stand behind the genesis, and no commit that is not lawful holds
    anything up.
    """
    state = outcome.state
    held_up = (
        state.register.held_up,
        state.tooling.held_up,
        *(group.held_up for group in state.groups.values()),
    )
    notes = chain.from_iterable(outcome.notes.values())
    stuck = any(held_up) or any(note.code == HELD_UP for note in notes)
    return not stuck and not unproved_roots(state)


def verdict_in(outcome: Outcome, given: int | None, *, whole: bool) -> LedgerVerdict:
    """Return the verdict on a judged ledger; what is remembered is read when needed."""
    ledger, state = outcome.ledger, outcome.state
    if outcome.opened is None:
        full = verdict_of(ledger, state, outcome.judgements, given)
        return replace(full, groups=_judged_groups(full.groups))
    opened, new = outcome.opened, outcome.judgements
    now = state.at if given is None else given
    groups: dict[str, Sequence[ExamVerdict]] = {
        name: _exams(group, state.registry, now, opened)
        for name, group in sorted(state.groups.items())
    }

    def all_of_them() -> tuple[Judgement, ...]:
        found = (*opened.read_judgements(), *new)
        return told_now(ledger.objects, state, found)

    judgements = Later(len(ledger.line), all_of_them)
    if whole:
        groups = {name: tuple(exams) for name, exams in groups.items()}
        tuple(judgements)
    findings = tuple(_findings(opened, outcome, state))
    told = verdict_with(ledger, state, given, (groups, judgements, findings))
    counted, uneasy = _counted(opened, new), tuple(_uneasy(opened, outcome))
    return replace(told, counted=counted, uneasy=uneasy)


def _judged_groups(
    groups: Mapping[str, Sequence[ExamVerdict]],
) -> dict[str, Apart[ExamVerdict]]:
    """Give exams that were just judged the digests that they are remembered by."""

    def of_group(exams: Sequence[ExamVerdict]) -> Apart[ExamVerdict]:
        named = {exam.state.id: exam for exam in exams}
        return Apart(
            tuple(named),
            named.__getitem__,
            lambda name: exam_digest(named[name].state),
        )

    return {name: of_group(exams) for name, exams in groups.items()}


def _exams(
    group: GroupState, registry: Registry, now: int, opened: Opened
) -> Apart[ExamVerdict]:
    exams = group.exams
    changed = exams.changed if isinstance(exams, Shelf) else exams
    known = opened.prefix.exams.get(group.id, {})

    def fetch(name: str) -> ExamVerdict:
        state = exams.peek(name) if isinstance(exams, Shelf) else exams[name]
        return exam_verdict(state, registry, now)

    def digest(name: str) -> str:
        return exam_digest(exams[name]) if name in changed else known[name]

    return Apart(sorted(exams), fetch, digest)


def _uneasy(opened: Opened, outcome: Outcome) -> Iterator[Judgement]:
    found = (*opened.troubled(), *outcome.judgements)
    for one in told_now(outcome.ledger.objects, outcome.state, found):
        if one.standing is not Standing.VALID:
            yield one


def _findings(opened: Opened, outcome: Outcome, state: State) -> Iterator[Finding]:
    faulty = (*opened.troubled(), *outcome.judgements)
    for judgement in told_now(outcome.ledger.objects, state, faulty):
        yield from judgement.findings
    notes = (
        outcome.notes.get(f"groups/{name}/{exam}", ())
        for name, group in sorted(state.groups.items())
        for exam in sorted(group.exams)
    )
    yield from ledger_findings(state, chain.from_iterable(notes))


def _counted(opened: Opened, new: tuple[Judgement, ...]) -> dict[Standing, int]:
    return {
        standing: sum(part.standings.get(standing, 0) for part in opened.prefix.parts)
        + sum(judgement.standing is standing for judgement in new)
        for standing in Standing
    }

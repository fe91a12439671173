"""Checkpoints: the receiver's word how long the spine was at a moment (TRUST 1.11).

An act in `exams/registry/acts/` with the length of the spine and the digest of its last
commit. A token over it may lie beside it, and may come later. What it covers was there
before its time, and before that of the token.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from proeve.model.findings import Finding, Location
from proeve.model.history import Act, Token, Transition
from proeve.model.ledger import State
from proeve.model.registry import Registry
from proeve.model.statement import NO_STEP, NO_TEXT, REGISTRY
from proeve.model.time import CHECKPOINT, Checkpoint, Time, TimeBasis, moment_of
from proeve.process.vocabulary import Action, Level, Role
from proeve.rules.arrivals import doubt, stamped
from proeve.rules.identity import check_signer, level_of

_ACTS = "exams/registry/acts/"


def brings_checkpoints(transition: Transition, registry: Registry) -> bool:
    """Tell whether a receiver lands checkpoints, or tokens over them, and no more."""
    said = transition.trailers.statement if transition.trailers else None
    return (
        said is not None
        and said.action is Action.LAND
        and said.role is Role.RECEIVER
        and registry.holds(said.actor, Role.RECEIVER, "*")
        and bool(transition.changes)
        and all(change.path.startswith(_ACTS) for change in transition.changes)
        and all(act.namespace == CHECKPOINT for act in transition.acts)
    )


def check_checkpoint(state: State, act: Act, where: Location) -> Iterator[Finding]:
    """Report a checkpoint of another history, or by whom it is not to give."""
    said = act.statement
    if said is None:
        return
    yield from check_signer(act.signature, said, state.registry, where)
    if said.role is not Role.RECEIVER or not state.registry.holds(
        said.actor, Role.RECEIVER, "*"
    ):
        args = {"person": said.actor, "role": said.role.value}
        yield Finding("time.not-a-receiver", where, args)
    level = level_of(said.actor, act.signature, state.registry)
    if level is not Level.A:
        more = {"row": REGISTRY, "level": level, "least": Level.A}
        yield Finding("rows.level", where, more)
    if (said.scope, said.step, said.seq, said.text, said.action) != (
        REGISTRY,
        NO_STEP,
        0,
        NO_TEXT,
        Action.LAND,
    ):
        yield Finding("time.other-statement", where)
    if moment_of(act.extra.get("made", "")) is None:
        yield Finding("time.no-such-moment", where)
    if not _fits(state, act):
        yield Finding("time.not-a-checkpoint", where)


def check_tokens(state: State, transition: Transition) -> Iterator[Finding]:
    """Report tokens beside registry acts that are over no checkpoint."""
    known = {each.act for each in state.registry.checkpoints}
    known |= {act.sha256 for act in transition.acts if act.namespace == CHECKPOINT}
    for token in transition.tokens:
        if token.act not in known:
            where = Location(token.path, commit=transition.oid)
            yield Finding("time.token-without-act", where)


def with_checkpoints(registry: Registry, transition: Transition) -> Registry:
    """Return the registry with the checkpoints and tokens of a transition.

    A token is one more time of the same checkpoint and takes no earlier one away: else
    whoever had a stamp made later could make a hand-in late.
    """
    new = tuple(
        _checkpoint(act) for act in transition.acts if act.namespace == CHECKPOINT
    )
    found = (*registry.checkpoints, *new)
    stamps = tuple(_stamps(found, transition.tokens, registry))
    if not new and not stamps:
        return registry
    return replace(registry, checkpoints=(*found, *stamps))


def _stamps(
    checkpoints: Iterable[Checkpoint], tokens: Iterable[Token], registry: Registry
) -> Iterator[Checkpoint]:
    """Yield each checkpoint once more by the token over it, where that gives a time."""
    known = {each.act: each for each in checkpoints}
    for token in tokens:
        if token.act in known and doubt(token, registry) is None:
            yield replace(known[token.act], time=stamped(token, registry))


def _checkpoint(act: Act) -> Checkpoint:
    return Checkpoint(
        length=int(act.extra.get("length", "0")),
        act=act.sha256,
        time=Time(
            at=moment_of(act.extra.get("made", "")) or 0,
            basis=TimeBasis.RECEIPT,
            by=act.statement.actor if act.statement else "",
            key=act.signature.key or "",
        ),
    )


def _fits(state: State, act: Act) -> bool:
    """Tell whether the commit that it names is that far along this spine.

    Only the last commits are remembered: a checkpoint lands soon or not at all.
    """
    back = state.length - int(act.extra.get("length", "0"))
    if not 0 <= back < len(state.recent):
        return False
    return act.extra.get("head") == f"sha256:{state.recent[-1 - back]}"

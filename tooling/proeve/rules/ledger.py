"""The scopes that are one text as a whole: registry, tooling and a group's file.

Here all approvals are in the commit itself (PROTOCOL R8): the signer's own statement,
and the act of the second person whom a change needs (rules.dual_control).
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from proeve.model.digest import NOTHING, scope_digest
from proeve.model.exam import GroupState
from proeve.model.findings import Finding, Location
from proeve.model.history import Act, FileFact, SignatureStatus, Transition
from proeve.model.ledger import ScopeState, State
from proeve.model.records import Record, text_at
from proeve.model.registry import Registry
from proeve.model.statement import (
    NO_STEP,
    NO_TEXT,
    REGISTRY,
    TOOLING,
    Statement,
    folder_of,
)
from proeve.model.time import CHECKPOINT
from proeve.process.vocabulary import Action, Level, Role
from proeve.rules.checkpoints import check_checkpoint, check_tokens, with_checkpoints
from proeve.rules.dual_control import (
    alone_after,
    check_dual_control,
    check_tooling,
)
from proeve.rules.identity import check_signer, level_of
from proeve.rules.registering import change_of, check_records, check_registry
from proeve.rules.registry import registry_with
from proeve.rules.revoking import is_own_revocation
from proeve.rules.rooting import ROOT, root_signers
from proeve.rules.scopes import put_group

_OFFICE = frozenset({Role.ADMIN, Role.SUPER_ADMIN})
ACT_NAMESPACE = "proeve-act@v1"
GENESIS_NAMESPACE = "proeve-genesis@v1"

Judged = tuple[State, tuple[Finding, ...]]


def judge_genesis(state: State, transition: Transition) -> Judged:
    """Judge the first commit by the registry that it brings (PROTOCOL R24)."""
    records, digests = _registry_records(transition)
    registry = registry_with(Registry(), records, digests)
    files = _after({}, REGISTRY, transition)
    register = ScopeState(files=files, seq=1)
    findings = (
        *_check_genesis(transition, registry),
        *check_records(Registry(), records, transition),
        *_check_text(transition, REGISTRY, NOTHING, files, 1),
    )
    signer = transition.signature.key or ""
    confirmed = frozenset(filter(None, [registry.root_keys.get(signer)]))
    after = replace(
        state,
        genesis_sha256=transition.sha256,
        registry=registry,
        register=register,
        confirmed=confirmed,
    )
    return after, findings


def _check_genesis(transition: Transition, registry: Registry) -> Iterator[Finding]:
    trailers = transition.trailers
    if trailers is None:
        return
    where = Location(folder_of(REGISTRY), commit=transition.oid)
    if transition.parents:
        yield Finding("history.no-genesis", where)
    if any(
        not change.path.startswith("exams/registry/") for change in transition.changes
    ):
        yield Finding("history.genesis-too-wide", where)
    if trailers.statement.scope != REGISTRY:
        args = {"said": trailers.statement.scope, "touched": REGISTRY}
        yield Finding("scope.other", where, args)
    yield from check_signer(transition.signature, trailers.statement, registry, where)
    if transition.signature.key not in registry.root_keys:
        yield Finding("history.not-a-root-key", where)
    if trailers.statement.role is not Role.SUPER_ADMIN:
        args = {"person": trailers.statement.actor, "role": trailers.statement.role}
        yield Finding("registry.not-an-admin", where, args)


def judge_registry(state: State, transition: Transition) -> Judged:
    """Judge a change of the registry by the registry of its first parent."""
    trailers = transition.trailers
    if trailers is None:
        return state, ()
    records, digests = _registry_records(transition)
    old = state.register
    files = _after(old.files, REGISTRY, transition)
    seq = _next(old.seq, transition)
    base = scope_digest(REGISTRY, old.files)
    change = change_of(state.registry, records, transition, trailers.statement)
    own = is_own_revocation(state.registry, records, trailers.statement)
    students = {name: group.students for name, group in state.groups.items()}
    findings = (
        *check_registry(state.registry, records, transition, students),
        *check_dual_control(change, transition),
        *_check_text(transition, REGISTRY, base, files, seq),
        *_check_acts(state, transition, scope_digest(REGISTRY, files), seq),
        *_check_action(state, transition, least=Level.D if own else Level.A),
    )
    registry = registry_with(state.registry, records, digests)
    confirmed = state.confirmed | _confirming(state, transition)
    if ROOT in records:
        confirmed |= root_signers(registry, transition)
    after = replace(
        state,
        registry=with_checkpoints(
            replace(registry, alone=alone_after(change)), transition
        ),
        register=replace(old, files=files, seq=seq),
        confirmed=confirmed,
    )
    return after, findings


def judge_tooling(state: State, transition: Transition) -> Judged:
    """Judge a change of what lies outside `exams/`."""
    trailers = transition.trailers
    if trailers is None:
        return state, ()
    change = change_of(state.registry, {}, transition, trailers.statement)
    old = state.tooling
    files = _after(old.files, TOOLING, transition)
    seq = _next(old.seq, transition)
    base = scope_digest(TOOLING, old.files)
    findings = (
        *_check_office(state, transition),
        *(check_tooling(change, transition) if seq != old.seq else ()),
        *_check_text(transition, TOOLING, base, files, seq),
        *_check_acts(state, transition, scope_digest(TOOLING, files), seq),
        *_check_action(state, transition),
    )
    return replace(state, tooling=replace(old, files=files, seq=seq)), findings


def _next(seq: int, transition: Transition) -> int:
    """Return the number after a commit: a commit of acts alone counts nothing on."""
    changed = any(not _is_act(change.path) for change in transition.changes)
    return seq + 1 if changed else seq


def judge_group(state: State, transition: Transition) -> Judged:
    """Judge a change of one group's file."""
    trailers = transition.trailers
    if trailers is None:
        return state, ()
    scope = trailers.statement.scope
    name = scope.split("/")[1]
    group = state.groups.get(name, GroupState(id=name))
    files = _after(group.files, scope, transition)
    seq = _next(group.seq, transition)
    findings = (
        *_check_group(state, transition, name),
        *_check_text(transition, scope, scope_digest(scope, group.files), files, seq),
        *_check_action(state, transition),
    )
    record = _records(transition).get(f"exams/{scope}/group.yml", group.record)
    after = replace(group, record=record, files=files, seq=seq)
    return put_group(state, after), findings


def _check_group(state: State, transition: Transition, name: str) -> Iterator[Finding]:
    trailers = transition.trailers
    if trailers is None:
        return
    said = trailers.statement
    where = Location(f"exams/groups/{name}/group.yml", commit=transition.oid)
    lawful = said.role in {*_OFFICE, Role.SCHOOL_CONTACT} and state.registry.holds(
        said.actor, said.role, name
    )
    if not lawful:
        args = {"person": said.actor, "role": said.role}
        yield Finding("parts.not-yours", where, args)
    record = _records(transition).get(where.path)
    if record is not None and text_at(record, "id") != name:
        args = {"id": text_at(record, "id"), "name": name}
        yield Finding("registry.other-id", where, args)


def _check_office(state: State, transition: Transition) -> Iterator[Finding]:
    said = transition.trailers.statement if transition.trailers else None
    if said and not (
        said.role in _OFFICE and state.registry.holds(said.actor, said.role, "*")
    ):
        where = Location(TOOLING, commit=transition.oid)
        args = {"person": said.actor, "role": said.role}
        yield Finding("registry.not-an-admin", where, args)


def _check_action(
    state: State, transition: Transition, least: Level = Level.A
) -> Iterator[Finding]:
    """Report a scope that is one text changed by anything but an approval (R4, R8).

    Who revokes a key of their own is believed at any level.
    """
    said = transition.trailers.statement if transition.trailers else None
    if said is None:
        return
    where = Location(said.scope, commit=transition.oid)
    changed = any(not _is_act(change.path) for change in transition.changes)
    lands = said.action is Action.LAND and not changed
    if said.action is not Action.APPROVE and not lands:
        yield Finding("statement.no-such-action", where, {"action": said.action})
    if said.step != NO_STEP:
        yield Finding("statement.step-outside-exam", where, {"step": said.step})
    stamps = said.scope == REGISTRY and bool(transition.tokens)
    if lands and not (transition.acts or stamps):
        yield Finding("rows.empty", where)
    level = level_of(said.actor, transition.signature, state.registry)
    if said.scope in (REGISTRY, TOOLING) and level > least:
        args = {"row": said.scope, "level": level, "least": least}
        yield Finding("rows.level", where, args)


def _check_text(
    transition: Transition,
    scope: str,
    base: str,
    files: Mapping[str, FileFact],
    seq: int,
) -> Iterator[Finding]:
    """Report digests and numbers that are not those of this text and its turn."""
    trailers = transition.trailers
    if trailers is None:
        return
    subject = scope_digest(scope, files)
    where = Location(scope, commit=transition.oid)
    if trailers.base != base:
        yield Finding("statement.base", where)
    if trailers.subject != subject:
        yield Finding("statement.subject", where)
    said = trailers.statement
    bound = NO_TEXT if said.action is Action.LAND else subject
    if said.text != bound:
        yield Finding("rows.other-text", where, {"row": scope})
    if said.seq != seq:
        args = {"row": scope, "seq": str(seq), "said": str(said.seq)}
        yield Finding("rows.stale", where, args)


def _check_acts(
    state: State, transition: Transition, text: str, seq: int
) -> Iterator[Finding]:
    """Report acts that are not their signer's word on this text and turn."""
    said = transition.trailers.statement if transition.trailers else None
    yield from check_tokens(state, transition)
    for act in transition.acts:
        where = Location(act.path, commit=transition.oid)
        yield from act.problems
        if act.namespace == GENESIS_NAMESPACE:
            if not _root_holder(state, act):
                yield Finding("registry.not-a-root-holder", where)
        elif act.namespace == CHECKPOINT:
            yield from check_checkpoint(state, act, where)
        elif act.statement is not None and said is not None:
            if act.namespace != ACT_NAMESPACE:
                yield Finding("statement.other-namespace", where, {"is": act.namespace})
            yield from check_signer(act.signature, act.statement, state.registry, where)
            yield from _check_act(act.statement, said.scope, text, seq, where)
            level = level_of(act.statement.actor, act.signature, state.registry)
            if level is not Level.A:
                args = {"row": said.scope, "level": level, "least": Level.A}
                yield Finding("rows.level", where, args)


def _check_act(
    said: Statement, scope: str, text: str, seq: int, where: Location
) -> Iterator[Finding]:
    if said.scope != scope:
        yield Finding("scope.other", where, {"said": said.scope, "touched": scope})
    if said.action is not Action.APPROVE:
        yield Finding("statement.no-such-action", where, {"action": said.action})
    if said.text != text:
        yield Finding("rows.other-text", where, {"row": scope})
    if said.seq != seq:
        args = {"row": scope, "seq": str(seq), "said": str(said.seq)}
        yield Finding("rows.stale", where, args)


def _root_holder(state: State, act: Act) -> str | None:
    """Return the holder of the root key that stands behind this genesis."""
    key = act.signature.key or ""
    holder = state.registry.root_keys.get(key)
    good = act.signature.status is SignatureStatus.GOOD and not act.problems
    same = act.extra.get("genesis") == f"sha256:{state.genesis_sha256}"
    own = act.statement is not None and act.statement.actor == holder
    return holder if good and same and own and key not in state.registry.lost else None


def _confirming(state: State, transition: Transition) -> frozenset[str]:
    holders = (
        _root_holder(state, act)
        for act in transition.acts
        if act.namespace == GENESIS_NAMESPACE
    )
    return frozenset(filter(None, holders))


def _records(transition: Transition) -> dict[str, Record]:
    return {
        path: read
        for path, read in transition.documents.items()
        if isinstance(read, dict)
    }


def _registry_records(
    transition: Transition,
) -> tuple[dict[str, Record], dict[str, str]]:
    folder = folder_of(REGISTRY)
    records = {
        path.removeprefix(folder): record
        for path, record in _records(transition).items()
        if path.startswith(folder)
    }
    digests = {
        change.path.removeprefix(folder): f"sha256:{change.fact.sha256}"
        for change in transition.changes
        if change.fact is not None and change.path.startswith(folder)
    }
    return records, digests


def _is_act(path: str) -> bool:
    return path.startswith("exams/registry/acts/")


def _after(
    files: Mapping[str, FileFact], scope: str, transition: Transition
) -> dict[str, FileFact]:
    """Return the scope's files after a transition, by path in the scope's folder."""
    folder, after = folder_of(scope), dict(files)
    for change in transition.changes:
        outside = scope == TOOLING and change.path.startswith("exams/")
        if outside or not change.path.startswith(folder):
            continue
        path = change.path.removeprefix(folder)
        if change.fact is None:
            after.pop(path, None)
        else:
            after[path] = change.fact
    return after


def unproved_roots(state: State) -> int:
    """Return how many holders of root keys still have to stand behind the genesis."""
    return max(0, state.registry.threshold - len(state.confirmed))

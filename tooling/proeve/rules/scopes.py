"""Scopes: which part of the ledger a commit touches, and that it is one (R18, R19)."""

from collections.abc import Iterator
from dataclasses import replace

from proeve.model.exam import ExamState, GroupState
from proeve.model.findings import Finding, Location
from proeve.model.history import Transition
from proeve.model.ledger import State
from proeve.model.shelf import with_one
from proeve.model.statement import REGISTRY, TOOLING, scope_of
from proeve.process.vocabulary import Action
from proeve.rules.identity import check_signer

_ACTS = "exams/registry/acts/"


def touched(transition: Transition) -> tuple[str, ...]:
    """Return the scopes whose files the commit touches, or the one it speaks of.

    The acts of tooling lie in the registry, so acts alone touch nothing by themselves.
    """
    found = {
        scope_of(change.path)
        for change in transition.changes
        if not change.path.startswith(_ACTS)
    }
    said = transition.trailers.statement.scope if transition.trailers else None
    if said == TOOLING and _covers(transition):
        found = {scope or TOOLING for scope in found}
    scopes = tuple(sorted(scope for scope in found if scope is not None))
    if scopes or any(scope is None for scope in found):
        return scopes
    acts = bool(transition.changes)
    if said in (REGISTRY, TOOLING) or (said is not None and not acts):
        return (said,)
    return (REGISTRY,) if acts else ()


def _covers(transition: Transition) -> bool:
    """Tell whether it is a cover: that of tooling takes away what lies nowhere."""
    trailers = transition.trailers
    return trailers is not None and trailers.statement.action is Action.COVER


def check_scope(
    state: State, transition: Transition, scopes: tuple[str, ...]
) -> Iterator[Finding]:
    """Report a commit of several scopes, of another than said, or by nobody known."""
    trailers = transition.trailers
    if trailers is None:
        return
    statement = trailers.statement
    where = Location(path=statement.scope, commit=transition.oid)
    for change in transition.changes:
        taken_away = _covers(transition) and change.new is None
        if scope_of(change.path) is None and not taken_away:
            yield Finding("scope.nowhere", Location(change.path, commit=transition.oid))
    acts = any(change.path.startswith(_ACTS) for change in transition.changes)
    if acts and statement.scope not in (REGISTRY, TOOLING):
        scopes = (*scopes, REGISTRY)
    if len(scopes) > 1:
        yield Finding("scope.mixed", where, {"scopes": ", ".join(scopes)})
    elif scopes != (statement.scope,):
        touched_scope = ", ".join(scopes) or "-"
        yield Finding(
            "scope.other", where, {"said": statement.scope, "touched": touched_scope}
        )
    if len(transition.parents) == 0 and state.genesis:
        yield Finding("history.second-genesis", where)
    yield from check_signer(transition.signature, statement, state.registry, where)


def put_group(state: State, group: GroupState) -> State:
    """Return the state with this group in it."""
    return replace(state, groups={**state.groups, group.id: group})


def put_exam(state: State, exam: ExamState) -> State:
    """Return the state with this exam in its group."""
    group = state.groups.get(exam.group, GroupState(id=exam.group))
    exams = with_one(group.exams, exam.id, exam)
    return put_group(state, replace(group, exams=exams))

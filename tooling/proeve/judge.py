"""The judge: a pure fold over transitions, one lawful step at a time.

`step` judges one transition by the state of its first parent and returns the state
after it. A commit that is not lawful changes nothing: it holds up exactly the scopes
whose files it touches, and other scopes go on (PROTOCOL R2, R19).
"""

from collections.abc import Iterable
from dataclasses import replace

from proeve.model.findings import Finding, Location
from proeve.model.history import UNCONFIRMED, Transition
from proeve.model.ledger import Judgement, ScopeState, Standing, State
from proeve.model.statement import REGISTRY, TOOLING
from proeve.rules.course import judge_exam
from proeve.rules.ledger import (
    judge_genesis,
    judge_group,
    judge_registry,
    judge_tooling,
)
from proeve.rules.scopes import check_scope, touched, with_exam, with_group

_EXAM_PARTS = 3
_REMEMBERED = 256
"""How many commits a checkpoint may be behind; a longer memory would cost each step."""


def step(state: State, transition: Transition) -> tuple[State, Judgement]:
    """Return the state after a transition and what is to be said of it."""
    scopes = touched(transition)
    after, findings = _judged(state, transition, scopes)
    standing = _standing(findings)
    if standing is not Standing.VALID:
        after = _held_up(state, transition, scopes)
    after = replace(
        after,
        genesis=state.genesis or transition.oid,
        head=transition.oid,
        length=state.length + 1,
        at=transition.authored,
        recent=(*state.recent[1 - _REMEMBERED :], transition.sha256),
    )
    return after, Judgement(
        commit=transition.oid, standing=standing, scopes=scopes, findings=findings
    )


def fold(
    transitions: Iterable[Transition], state: State | None = None
) -> tuple[State, tuple[Judgement, ...]]:
    """Return the state after all transitions, and the judgement of each."""
    state = state or State()
    judgements = []
    for transition in transitions:
        state, judgement = step(state, transition)
        judgements.append(judgement)
    return state, tuple(judgements)


def _judged(
    state: State, transition: Transition, scopes: tuple[str, ...]
) -> tuple[State, tuple[Finding, ...]]:
    findings = (*transition.findings, *_document_findings(transition))
    if findings or transition.trailers is None:
        return state, findings
    if not state.genesis:
        return judge_genesis(state, transition)
    findings = tuple(check_scope(state, transition, scopes))
    if findings:
        return state, findings
    scope = transition.trailers.statement.scope
    if _is_held_up(state, scope):
        where = Location(path=scope, commit=transition.oid)
        return state, (Finding("scope.held-up", where, {"scope": scope}),)
    return _in_scope(state, transition, scope)


def _in_scope(
    state: State, transition: Transition, scope: str
) -> tuple[State, tuple[Finding, ...]]:
    if scope == REGISTRY:
        return judge_registry(state, transition)
    if scope == TOOLING:
        return judge_tooling(state, transition)
    if len(scope.split("/")) == _EXAM_PARTS:
        return judge_exam(state, transition)
    return judge_group(state, transition)


def _document_findings(transition: Transition) -> tuple[Finding, ...]:
    return tuple(
        replace(finding, where=replace(finding.where, commit=transition.oid))
        for read in transition.documents.values()
        if isinstance(read, tuple)
        for finding in read
    )


def _standing(findings: tuple[Finding, ...]) -> Standing:
    """Return invalid unless all that is wrong is what a later cover can mend."""
    if not findings:
        return Standing.VALID
    mendable = UNCONFIRMED | {"scope.held-up"}
    if all(finding.code in mendable for finding in findings):
        return Standing.UNCONFIRMED
    return Standing.INVALID


def _is_held_up(state: State, scope: str) -> bool:
    if scope in (REGISTRY, TOOLING):
        return bool(_whole(state, scope).held_up)
    group = state.groups.get(scope.split("/")[1])
    if len(scope.split("/")) == _EXAM_PARTS:
        exam = state.exam(scope)
        return exam is not None and bool(exam.held_up)
    return group is not None and bool(group.held_up)


def _whole(state: State, scope: str) -> ScopeState:
    return state.register if scope == REGISTRY else state.tooling


def _held_up(state: State, transition: Transition, scopes: tuple[str, ...]) -> State:
    for scope in scopes:
        state = _with_held_up(state, scope, transition.oid)
    return state


def _with_held_up(state: State, scope: str, commit: str) -> State:
    if scope in (REGISTRY, TOOLING):
        whole = _whole(state, scope)
        held = replace(whole, held_up=(*whole.held_up, commit))
        if scope == REGISTRY:
            return replace(state, register=held)
        return replace(state, tooling=held)
    if len(scope.split("/")) == _EXAM_PARTS:
        return with_exam(state, scope, held_up=commit)
    return with_group(state, scope, held_up=commit)

"""The judge: a pure fold over transitions, one lawful step at a time.

`step` judges one transition by the state of its first parent and returns the state
after it. A commit that is not lawful changes nothing: it holds up exactly the scopes
whose files it touches, and other scopes go on (PROTOCOL R2, R19).
"""

from collections.abc import Iterable
from dataclasses import replace

from proeve.model.findings import Finding, Location
from proeve.model.history import UNCONFIRMED, Transition
from proeve.model.ledger import Judgement, Standing, State
from proeve.model.statement import REGISTRY, TOOLING, Statement
from proeve.process.vocabulary import Action
from proeve.rules.course import judge_exam
from proeve.rules.covering import NOT_COVERED, judge_cover, without_mended
from proeve.rules.holding import held_by, hold_up, is_exam
from proeve.rules.ledger import (
    judge_genesis,
    judge_group,
    judge_registry,
    judge_tooling,
)
from proeve.rules.scopes import check_scope, touched

_REMEMBERED = 256
"""How many commits a checkpoint may be behind; a longer memory would cost each step."""


def step(state: State, transition: Transition) -> tuple[State, Judgement]:
    """Return the state after a transition and what is to be said of it."""
    scopes = touched(transition)
    after, findings = _judged(state, transition, scopes)
    standing = _standing(findings)
    if standing is not Standing.VALID:
        invalid = standing is Standing.INVALID
        after = hold_up(state, transition, scopes, invalid=invalid)
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
    structure = without_mended(state, transition)
    findings = (*structure, *_document_findings(transition))
    if findings or transition.trailers is None:
        return state, findings
    if not state.genesis:
        return judge_genesis(state, transition)
    findings = tuple(check_scope(state, transition, scopes))
    if findings:
        return state, findings
    return _in_turn(state, transition, transition.trailers.statement)


def _in_turn(
    state: State, transition: Transition, said: Statement
) -> tuple[State, tuple[Finding, ...]]:
    if said.action is Action.COVER:
        return judge_cover(state, transition, _in_scope)
    if held_by(state, said.scope):
        where = Location(path=said.scope, commit=transition.oid)
        return state, (Finding("scope.held-up", where, {"scope": said.scope}),)
    return _in_scope(state, transition, said.scope)


def _in_scope(
    state: State, transition: Transition, scope: str
) -> tuple[State, tuple[Finding, ...]]:
    if scope == REGISTRY:
        return judge_registry(state, transition)
    if scope == TOOLING:
        return judge_tooling(state, transition)
    if is_exam(scope):
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
    """Return invalid unless all that is wrong is what a later cover can mend.

    A cover that covers nothing leaves everything as it was.
    """
    if not findings:
        return Standing.VALID
    mendable = UNCONFIRMED | {"scope.held-up"}
    codes = {finding.code for finding in findings}
    if codes <= mendable or NOT_COVERED in codes:
        return Standing.UNCONFIRMED
    return Standing.INVALID

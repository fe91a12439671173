"""Scopes that a bad commit holds up, and what stands in them unconfirmed (R19).

The last lawful state stays in force; beside it the judge keeps what the tree has become
since, so that a later cover can be judged against both.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from proeve.model.exam import ExamState, GroupState
from proeve.model.held import Pending
from proeve.model.history import Change, FileFact, Transition
from proeve.model.ledger import State
from proeve.model.statement import REGISTRY, TOOLING, folder_of, owner_of
from proeve.process.vocabulary import Action
from proeve.rules.scopes import put_exam, put_group

_ACTS = "exams/registry/acts/"
_EXAM_PARTS = 3


def is_exam(scope: str) -> bool:
    """Tell whether a scope is an exam's."""
    return len(scope.split("/")) == _EXAM_PARTS


def files_of(state: State, scope: str) -> Mapping[str, FileFact]:
    """Return the files of a scope as they last lawfully were, by path in its folder."""
    if scope in (REGISTRY, TOOLING):
        return (state.register if scope == REGISTRY else state.tooling).files
    if is_exam(scope):
        exam = state.exam(scope)
        return exam.files if exam else {}
    group = state.groups.get(scope.split("/")[1])
    return group.files if group else {}


def seq_of(state: State, scope: str) -> int:
    """Return the number that a whole scope outside exams stands at."""
    if scope in (REGISTRY, TOOLING):
        return (state.register if scope == REGISTRY else state.tooling).seq
    group = state.groups.get(scope.split("/")[1])
    return group.seq if group else 0


def held_by(state: State, scope: str) -> tuple[str, ...]:
    """Return the commits that hold a scope up."""
    if scope in (REGISTRY, TOOLING):
        return (state.register if scope == REGISTRY else state.tooling).held_up
    if is_exam(scope):
        exam = state.exam(scope)
        return exam.held_up if exam else ()
    group = state.groups.get(scope.split("/")[1])
    return group.held_up if group else ()


def with_held_by(state: State, scope: str, commits: tuple[str, ...]) -> State:
    """Return the state in which just these commits hold a scope up."""
    if scope == REGISTRY:
        return replace(state, register=replace(state.register, held_up=commits))
    if scope == TOOLING:
        return replace(state, tooling=replace(state.tooling, held_up=commits))
    if is_exam(scope):
        exam = state.exam(scope) or ExamState(scope=scope)
        return put_exam(state, replace(exam, held_up=commits))
    name = scope.split("/")[1]
    group = state.groups.get(name, GroupState(id=name))
    return put_group(state, replace(group, held_up=commits))


def hold_up(
    state: State, transition: Transition, scopes: tuple[str, ...], *, invalid: bool
) -> State:
    """Return the state after a commit that is not lawful: its scopes are held up."""
    for scope in _touches(transition, scopes):
        commits = (*held_by(state, scope), transition.oid)
        pending = {**state.pending, scope: _after(state, transition, scope, invalid)}
        state = with_held_by(replace(state, pending=pending), scope, commits)
    return state


def _touches(transition: Transition, scopes: tuple[str, ...]) -> Iterator[str]:
    """Yield the scopes that a bad commit touches, by its files and their faults."""
    paths = [change.path for change in transition.changes]
    paths = [path for path in paths if not path.startswith(_ACTS)]
    paths += [each.where.path for each in transition.findings if each.where.path]
    found = {*scopes, *(owner_of(path) for path in paths)}
    yield from sorted(found) or (TOOLING,)


def _after(
    state: State,
    transition: Transition,
    scope: str,
    invalid: bool,  # noqa: FBT001
) -> Pending:
    """Return what stands unconfirmed; an empty cover that fails spoils nothing."""
    merged = pending_after(state, transition, scope)
    said = transition.trailers.statement if transition.trailers else None
    empty = said is not None and said.action is Action.COVER and not transition.changes
    return replace(merged, spoilt=merged.spoilt or (invalid and not empty))


def pending_after(state: State, transition: Transition, scope: str) -> Pending:
    """Return the changes of a scope since its last lawful state, this one included."""
    before = state.pending.get(scope, Pending())
    changes = dict(before.changes)
    lawful, folder = files_of(state, scope), folder_of(scope)
    for change in transition.changes:
        if change.path.startswith(_ACTS) or owner_of(change.path) != scope:
            continue
        known = lawful.get(change.path.removeprefix(folder))
        _merge(changes, replace(change, old=known.oid if known else None))
    for change in transition.changes:
        if change.path.startswith(_ACTS) and scope in (REGISTRY, TOOLING):
            first = changes.get(change.path, change)
            _merge(changes, replace(change, old=first.old))
    acts = {**before.acts, **{act.path: act for act in transition.acts}}
    tokens = {**before.tokens, **{each.path: each for each in transition.tokens}}
    documents = {**before.documents, **transition.documents}
    return Pending(
        changes=changes,
        acts={path: act for path, act in acts.items() if path in changes},
        tokens={path: each for path, each in tokens.items() if path in changes},
        documents={path: read for path, read in documents.items() if path in changes},
        spoilt=before.spoilt,
    )


def _merge(changes: dict[str, Change], change: Change) -> None:
    """Put a change of what was lawful in place of an earlier one, if it is any."""
    changes.pop(change.path, None)
    gone = change.new is None and change.old is None
    same = change.fact is not None and change.new == change.old
    if not (gone or same):
        changes[change.path] = change


def settled(state: State) -> dict[str, str]:
    """Return the bad commits that hold nothing up any more, with what covered them."""
    held = {commit for scope in state.pending for commit in held_by(state, scope)}
    return {
        commit: cover for commit, cover in state.covered.items() if commit not in held
    }

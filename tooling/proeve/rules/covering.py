"""Covers: one lawful transition out of what a bad commit left, or the way back (R19).

The receiver or an administrator makes one. Either the whole from the last lawful state
to here is lawful as one transition, by the acts that are present; or the scope is as it
last was. After an invalid commit only the second is possible. Source: TRUST 1.7.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from proeve.model.digest import scope_digest
from proeve.model.exam import Event, ExamState
from proeve.model.findings import Finding, Location
from proeve.model.held import Pending
from proeve.model.history import Transition
from proeve.model.ledger import State
from proeve.model.statement import (
    NO_STEP,
    NO_TEXT,
    REGISTRY,
    TOOLING,
    Statement,
    Trailers,
    folder_of,
)
from proeve.process.documents import ACT, TOKEN
from proeve.process.table import MEI_12, PROCESSES
from proeve.process.vocabulary import Action, Level, Role, StepId
from proeve.rules.holding import (
    files_of,
    held_by,
    is_exam,
    pending_after,
    seq_of,
    with_held_by,
)
from proeve.rules.identity import check_signer, level_of
from proeve.rules.scopes import put_exam

Judged = tuple[State, tuple[Finding, ...]]
Law = Callable[[State, Transition, str], Judged]
"""What judges a transition inside one scope that is not held up."""

NOT_COVERED = "scope.not-covered"
_OFFICE = frozenset({Role.ADMIN, Role.SUPER_ADMIN})
_COVERERS = _OFFICE | {Role.RECEIVER}
_ACT_NAMESPACE = "proeve-act@v1"


def judge_cover(state: State, transition: Transition, law: Law) -> Judged:
    """Return the state after a cover, and why it covers nothing."""
    trailers = transition.trailers
    if trailers is None:
        return state, ()
    own, scope = trailers.statement, trailers.statement.scope
    early = tuple(_check_coverer(state, transition, own))
    if early:
        return state, early
    net = pending_after(state, transition, scope)
    findings: tuple[Finding, ...] = ()
    if not net.spoilt:
        after, findings = _as_one(state, _joined(transition, net), own, law)
        findings = (*findings, *_check_whole(after, transition, scope))
        if not findings:
            return _settled(after, transition, own, scope), ()
    where = Location(folder_of(scope) or scope, commit=transition.oid)
    if all(_is_act(path) for path in net.changes):
        findings = (
            *_check_restored(state, trailers, where),
            *_check_whole(state, transition, scope),
        )
        if not findings:
            restored = _restored(state, transition, net, own)
            return _settled(restored, transition, own, scope), ()
    elif net.spoilt:
        findings = (Finding("scope.restore-only", where, {"scope": scope}),)
    return state, (*findings, Finding(NOT_COVERED, where, {"scope": scope}))


def without_mended(state: State, transition: Transition) -> tuple[Finding, ...]:
    """Return the findings of structure, but for acts that a cover puts right again."""
    said = transition.trailers.statement if transition.trailers else None
    if said is None or said.action is not Action.COVER:
        return transition.findings
    before = state.pending.get(said.scope, Pending())
    net = pending_after(state, transition, said.scope)
    mended = {path for path in before.changes if path not in net.changes}
    return tuple(
        each
        for each in transition.findings
        if each.code != "history.act-changed" or each.where.path not in mended
    )


def _check_coverer(
    state: State, transition: Transition, own: Statement
) -> Iterator[Finding]:
    where = Location(folder_of(own.scope) or own.scope, commit=transition.oid)
    inside = own.scope.removeprefix("groups/")
    reach = "*" if own.scope in (REGISTRY, TOOLING) else inside
    if not held_by(state, own.scope):
        yield Finding("scope.nothing-to-cover", where, {"scope": own.scope})
    if own.role not in _COVERERS or not state.registry.holds(
        own.actor, own.role, reach
    ):
        args = {"person": own.actor, "role": own.role}
        yield Finding("scope.may-not-cover", where, args)
    level = level_of(own.actor, transition.signature, state.registry)
    if level is not Level.A:
        args = {"row": own.scope, "level": level, "least": Level.A}
        yield Finding("rows.level", where, args)
    if own.text != NO_TEXT:
        yield Finding("rows.other-text", where, {"row": own.scope})


def _check_whole(state: State, transition: Transition, scope: str) -> Iterator[Finding]:
    """Report files of the tree that are not those which the judge knows in the scope.

    Nothing that a bad commit left may stay behind unseen.
    """
    folder, found = folder_of(scope), transition.whole
    known = {folder + path: fact.oid for path, fact in files_of(state, scope).items()}
    paths = {*known, *(found or {})}
    for path in sorted(each for each in paths if not _is_act(each)):
        if found is None or known.get(path) != found.get(path):
            where = Location(path, commit=transition.oid)
            args = {"path": path, "scope": scope}
            yield Finding("scope.left-behind", where, args)


def _is_act(path: str) -> bool:
    inside = path.removeprefix("exams/")
    return any(kind.fullmatch(inside) for kind in (ACT, TOKEN))


# As one transition.


def _joined(transition: Transition, net: Pending) -> Transition:
    """Return the run from the last lawful state to here as one transition."""
    return replace(
        transition,
        changes=tuple(net.changes[path] for path in sorted(net.changes)),
        acts=tuple(net.acts[path] for path in sorted(net.acts)),
        tokens=tuple(net.tokens[path] for path in sorted(net.tokens)),
        documents=net.documents,
        findings=(),
    )


def _as_one(state: State, joined: Transition, own: Statement, law: Law) -> Judged:
    trailers = joined.trailers
    if trailers is None:
        return state, ()
    if is_exam(own.scope):
        landed = replace(own, action=Action.LAND)
        made = replace(joined, trailers=replace(trailers, statement=landed))
        return law(state, made, own.scope)
    if own.scope in (REGISTRY, TOOLING):
        return _by_acts(state, joined, trailers, law)
    if own.role not in _OFFICE:
        where = Location(own.scope, commit=joined.oid)
        return state, (Finding("rows.empty", where),)
    # An administrator may change a group alone: the cover is their approval.
    said = replace(own, action=Action.APPROVE, text=trailers.subject)
    made = replace(joined, trailers=replace(trailers, statement=said))
    return law(state, made, own.scope)


def _by_acts(state: State, joined: Transition, trailers: Trailers, law: Law) -> Judged:
    """Judge a whole scope by its acts alone: one of them speaks as the signer would."""
    own = trailers.statement
    where = Location(own.scope, commit=joined.oid)
    first: Judged | None = None
    for act in joined.acts:
        said = act.statement
        if said is None or act.problems or act.namespace != _ACT_NAMESPACE:
            continue
        made = replace(
            joined,
            trailers=replace(trailers, statement=said),
            signature=act.signature,
            acts=tuple(each for each in joined.acts if each is not act),
        )
        after, findings = law(state, made, own.scope)
        wrong = check_signer(act.signature, said, state.registry, where)
        findings = (*findings, *wrong, *_check_number(own, said, where))
        if not findings:
            return after, ()
        first = first or (after, findings)
    return first or (state, (Finding("rows.empty", where),))


def _check_number(
    own: Statement, said: Statement, where: Location
) -> Iterator[Finding]:
    if own.seq != said.seq or own.step != NO_STEP:
        args = {"row": own.scope, "seq": str(said.seq), "said": str(own.seq)}
        yield Finding("rows.stale", where, args)


# The way back.


def _check_restored(
    state: State, trailers: Trailers, where: Location
) -> Iterator[Finding]:
    """Report a statement about other digests or another turn than stand again."""
    own = trailers.statement
    digest = scope_digest(own.scope, files_of(state, own.scope))
    if trailers.base != digest:
        yield Finding("statement.base", where)
    if trailers.subject != digest:
        yield Finding("statement.subject", where)
    if not is_exam(own.scope) and own.step != NO_STEP:
        yield Finding("statement.step-outside-exam", where, {"step": own.step})
    elif is_exam(own.scope) and own.step not in list(StepId):
        yield Finding("statement.no-such-step", where, {"step": own.step})
        return
    seq = _seq(state, own)
    if own.seq != seq:
        args = {"row": own.step, "seq": str(seq), "said": str(own.seq)}
        yield Finding("rows.stale", where, args)


def _seq(state: State, own: Statement) -> int:
    """Return the number that a restored scope stands at; of an exam, its step's row."""
    if not is_exam(own.scope):
        return seq_of(state, own.scope)
    exam = state.exam(own.scope) or ExamState(scope=own.scope)
    rows = PROCESSES.get(exam.process, MEI_12).step(StepId(own.step)).rows
    return exam.row(rows[0]).seq


def _restored(
    state: State, transition: Transition, net: Pending, own: Statement
) -> State:
    """Return the state in which a scope stands as it last lawfully did.

    Acts that came in between may stay where they lie; they approve nothing.
    """
    if not is_exam(own.scope):
        return state
    exam = state.exam(own.scope) or ExamState(scope=own.scope)
    if not exam.events:
        return state
    folder = folder_of(own.scope)
    left = {
        path.removeprefix(folder): change.fact
        for path, change in net.changes.items()
        if change.fact is not None
    }
    event = Event(
        commit=transition.oid,
        at=transition.authored,
        actor=own.actor,
        role=own.role,
        step=StepId(own.step),
        action=Action.COVER,
        files=(),
    )
    return put_exam(
        state,
        replace(
            exam,
            files={**exam.files, **left},
            events=(*exam.events, event),
            commit=transition.oid,
        ),
    )


def _settled(state: State, transition: Transition, own: Statement, scope: str) -> State:
    """Return the state in which nothing holds the scope up any more."""
    commits = held_by(state, scope)
    covered = {**state.covered, **dict.fromkeys(commits, transition.oid)}
    pending = {key: each for key, each in state.pending.items() if key != scope}
    state = with_held_by(state, scope, ())
    state = _told(state, transition, own) if is_exam(scope) else state
    return _swept(replace(state, covered=covered, pending=pending), scope)


def _told(state: State, transition: Transition, own: Statement) -> State:
    """Return the state in which the exam's story says that this was a cover."""
    exam = state.exam(own.scope)
    if exam is None or not exam.events or exam.events[-1].commit != transition.oid:
        return state
    last = replace(exam.events[-1], action=Action.COVER)
    return put_exam(state, replace(exam, events=(*exam.events[:-1], last)))


def _swept(state: State, scope: str) -> State:
    """Return the state without the shell of an exam or group that never was."""
    if scope in (REGISTRY, TOOLING):
        return state
    groups = dict(state.groups)
    name = scope.split("/")[1]
    group = groups[name]
    kept = {
        key: exam for key, exam in group.exams.items() if exam.events or exam.held_up
    }
    groups[name] = replace(group, exams=kept)
    if not (kept or group.files or group.held_up):
        del groups[name]
    return replace(state, groups=groups)

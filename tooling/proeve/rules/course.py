"""The course of one exam: a transition inside its folder, judged rule by rule.

The order is: who speaks, what they wrote, what they decided, what they approved, and
whether the documents mean what they should. Source: PROTOCOL R3 to R16.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from proeve.model.digest import NOTHING, scope_digest
from proeve.model.exam import Approval, Event, ExamState
from proeve.model.findings import Finding, Location
from proeve.model.history import Act, FileFact, Transition
from proeve.model.ledger import State
from proeve.model.records import Record, text_at
from proeve.model.statement import Statement, folder_of
from proeve.model.time import ARRIVALS
from proeve.process.decisions import DecisionKind
from proeve.process.vocabulary import Action, Level, Part, StepId
from proeve.rules.addressing import address
from proeve.rules.arrivals import check_arrivals, with_arrivals
from proeve.rules.attesting import ATTESTED, check_attestation, level_of_act
from proeve.rules.comparing import changed_fields
from proeve.rules.curing import cure
from proeve.rules.deciding import decide
from proeve.rules.dossier.checks import check_changed
from proeve.rules.identity import check_signer, hats_of, level_of
from proeve.rules.landing import land, with_approvals
from proeve.rules.move import Move, Voice
from proeve.rules.parts import parts_of
from proeve.rules.scopes import put_exam
from proeve.rules.seals import check_seals
from proeve.rules.writing import (
    check_land_seq,
    check_writing,
    check_written,
    with_text,
)

_OWN_WORD = frozenset({"proeve-act@v1", "proeve-list@v1"})
"""Namespaces in which people sign for themselves: one act, or a list of many."""
_ACTS = "acts/"


def judge_exam(
    state: State, transition: Transition
) -> tuple[State, tuple[Finding, ...]]:
    """Return the state after a transition in one exam, and why it is not lawful."""
    trailers = transition.trailers
    if trailers is None:
        return state, ()
    early = tuple(_check_frame(state, transition, trailers.statement))
    if early:
        return state, early
    move = _move(state, transition, trailers.statement)
    findings = [*_check_digests(move), *_check_acts(move), *check_writing(move)]
    exam = with_text(move)
    exam, decided = decide(move, exam)
    landed, faults = land(move, exam)
    findings += [*decided, *faults, *check_written(move, exam)]
    findings += [*check_land_seq(move, exam), *check_seals(move)]
    exam = with_approvals(exam, landed)
    exam, again, unhealed = cure(move, exam)
    findings += [*unhealed, *check_arrivals(move, exam)]
    exam = with_arrivals(move, exam)
    findings += check_changed(move, exam)
    if "exam.yml" in move.changed:
        number = text_at(exam.document("exam"), "number")
        state = replace(state, numbers={**state.numbers, number: exam.scope})
    exam = replace(
        exam,
        events=(*exam.events, _event(move, (*landed, *again))),
        commit=transition.oid,
        subject=trailers.subject,
    )
    return put_exam(state, exam), _distinct(findings)


def _distinct(findings: list[Finding]) -> tuple[Finding, ...]:
    """Return each finding once: a row's own lock shows in its text and its approval."""
    seen = {
        (each.code, each.where, *sorted(each.args.items())): each for each in findings
    }
    return tuple(seen.values())


_STEPS = frozenset(map(str, StepId))


def _check_frame(
    state: State, transition: Transition, own: Statement
) -> Iterator[Finding]:
    """Report what makes all further judging of the move pointless."""
    where = Location(f"exams/{own.scope}", commit=transition.oid)
    if own.step not in _STEPS:
        yield Finding("statement.no-such-step", where, {"step": own.step})
    group = state.groups.get(own.scope.split("/")[1])
    if group is None or group.record is None:
        yield Finding("exam.no-group", where, {"group": own.scope.split("/")[1]})


def _move(state: State, transition: Transition, own: Statement) -> Move:
    before = state.exam(own.scope) or ExamState(scope=own.scope)
    folder = folder_of(own.scope)
    files, changed = _files_after(before.files, folder, transition)
    documents = _documents_after(before.documents, folder, transition)
    parts = before.parts or parts_of(documents.get("exam.yml"))
    after = parts_of(documents.get("exam.yml"), before.decisions)
    heard = replace(before, parts=after, documents=documents)
    return Move(
        transition=transition,
        own=own,
        before=before,
        files=files,
        documents=documents,
        parts=after,
        changed=changed,
        state=state,
        voices=tuple(_voices(state, transition, own, parts, heard)),
    )


def _files_after(
    files: Mapping[str, FileFact], folder: str, transition: Transition
) -> tuple[dict[str, FileFact], frozenset[str]]:
    after, changed = dict(files), set()
    for change in transition.changes:
        path = change.path.removeprefix(folder)
        if change.fact is None:
            after.pop(path, None)
        else:
            after[path] = change.fact
        if not path.startswith(_ACTS):
            changed.add(path)
    return after, frozenset(changed)


def _documents_after(
    documents: Mapping[str, Record], folder: str, transition: Transition
) -> dict[str, Record]:
    after = dict(documents)
    for path, read in transition.documents.items():
        if isinstance(read, dict):
            after[path.removeprefix(folder)] = read
    return after


def _voices(
    state: State,
    transition: Transition,
    own: Statement,
    parts: Mapping[Part, tuple[str, ...]],
    heard: ExamState,
) -> Iterator[Voice]:
    """Yield the statements of a transition; `parts` are those that may speak in it.

    `heard` is the exam in which their rows are looked up: with the new documents.
    """
    registry = state.registry
    spoken: list[tuple[Statement, Level, str | None, str]] = [
        (act.statement, level_of_act(act, registry), act.signature.key, act.sha256)
        for act in transition.acts
        if act.statement is not None
        and act.statement.scope == own.scope
        and act.namespace not in ARRIVALS
    ]
    if own.action is not Action.LAND:
        level = level_of(own.actor, transition.signature, registry)
        spoken.insert(0, (own, level, transition.signature.key, ""))
    for said, level, key, act_name in spoken:
        hats = hats_of(said, parts, state)
        yield Voice(
            statement=said,
            person=said.actor,
            hats=hats,
            level=level,
            via="act" if act_name else "commit",
            proof=act_name or transition.oid,
            address=address(said, hats, heard, registry.policy),
            key=key or "",
            sha256=act_name or transition.sha256,
        )


def _check_digests(move: Move) -> Iterator[Finding]:
    trailers = move.transition.trailers
    if trailers is None:
        return
    base = move.before.subject or NOTHING
    if trailers.base != base:
        yield move.finding("statement.base")
    if trailers.subject != scope_digest(move.scope, move.files):
        yield move.finding("statement.subject")


def _check_acts(move: Move) -> Iterator[Finding]:
    """Report acts that are another's, of another exam, or were there before."""
    for act in move.transition.acts:
        where = Location(act.path, commit=move.transition.oid)
        yield from act.problems
        if act.statement is None:
            continue
        if act.namespace in ARRIVALS:
            # The rest is for rules.arrivals, when the approvals have landed.
            yield from check_signer(act.signature, act.statement, move.registry, where)
            continue
        yield from _check_word(move, act, act.statement, where)
        yield from _check_place(move, act.statement, where)


def _check_word(
    move: Move, act: Act, said: Statement, where: Location
) -> Iterator[Finding]:
    """Report an act that is neither its actor's own word nor attested as theirs."""
    if act.namespace == ATTESTED:
        yield from check_attestation(move, act, said, where)
        return
    if act.namespace not in _OWN_WORD:
        yield Finding("statement.other-namespace", where, {"is": act.namespace})
    yield from check_signer(act.signature, said, move.registry, where)


def _check_place(move: Move, said: Statement, where: Location) -> Iterator[Finding]:
    if said.scope != move.scope:
        args = {"said": said.scope, "touched": move.scope}
        yield Finding("scope.other", where, args)
    if said.action in (Action.LAND, Action.COVER):
        yield Finding("statement.no-such-action", where, {"action": said.action})


def _event(move: Move, landed: tuple[Approval, ...]) -> Event:
    decided = [
        DecisionKind(path.split("-", 1)[1].removesuffix(".yml"))
        for path in sorted(move.changed)
        if path.startswith("decisions/")
    ]
    return Event(
        commit=move.transition.oid,
        at=move.transition.authored,
        actor=move.own.actor,
        role=move.own.role,
        step=StepId(move.own.step),
        action=move.own.action,
        files=tuple(sorted(move.changed)),
        approvals=landed,
        decision=decided[0] if decided else None,
        changed=changed_fields(move.before.documents, move.documents, move.changed),
    )

"""Receipts, attested arrivals and tokens: who may say when an act came in.

They approve nothing and bind no text of their own: each repeats the row, Seq and Text
of the standing approval that it names, by the SHA-256 of its act file or of the raw
commit that gave it. Source: PROTOCOL R34; ADR 18.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from proeve.model.exam import Approval, ExamState
from proeve.model.findings import Finding, Location
from proeve.model.history import Act, Token, TokenStatus
from proeve.model.registry import Registry
from proeve.model.statement import Statement
from proeve.model.time import ARRIVALS, RECEIPT, Time, TimeBasis, moment_of
from proeve.process.vocabulary import Action, Level, Role
from proeve.rules.identity import level_of
from proeve.rules.move import Move
from proeve.rules.rows import all_rows
from proeve.rules.time import NOT_JUDGED

_OFFICE = frozenset(
    {Role.SUPER_ADMIN, Role.ADMIN, Role.EXAM_COMMITTEE, Role.SCHOOL_CONTACT}
)
_DIGEST = "sha256:"


def carried(move: Move) -> bool:
    """Tell whether the move brings word of when something came in."""
    return bool(move.transition.tokens) or any(_arrivals(move))


def check_arrivals(move: Move, exam: ExamState) -> Iterator[Finding]:
    """Report word of a time by whom it is not to give, or of what is not there.

    `exam` is the state after the move's approvals, so that both may land together.
    """
    standing = _standing(exam)
    for act, said in _arrivals(move):
        where = Location(act.path, commit=move.transition.oid)
        yield from _check_speaker(move, act, said, where)
        yield from _check_named(exam, act, said, standing, where)
    for token in move.transition.tokens:
        there = f"acts/{token.act}.act" in move.files or token.act in standing
        if not there:
            where = Location(token.path, commit=move.transition.oid)
            yield Finding("time.token-without-act", where)


def with_arrivals(move: Move, exam: ExamState) -> ExamState:
    """Return the exam with the times that the move brings."""
    times, doubts = dict(exam.times), dict(exam.doubts)
    proofs = {name: one.proof for name, one in _standing(exam).items()}
    for act, said in _arrivals(move):
        name = act.extra.get("act", "").removeprefix(_DIGEST)
        proof = proofs.get(name, name)
        times[proof] = (*times.get(proof, ()), _time_of(act, said))
    for token in move.transition.tokens:
        code = doubt(token, move.registry)
        if code is None:
            proof = proofs.get(token.act, token.act)
            times[proof] = (*times.get(proof, ()), stamped(token, move.registry))
        else:
            doubts[token.act] = code
    return replace(exam, times=times, doubts=doubts)


def doubt(token: Token, registry: Registry) -> str | None:
    """Return the code of why a token gives no time, or nothing when it does."""
    if token.status is TokenStatus.UNJUDGED:
        return NOT_JUDGED
    if token.status is TokenStatus.BAD:
        return "time.token-bad"
    if token.certificate not in registry.time_stamping:
        return "time.token-unknown-service"
    return None


def stamped(token: Token, registry: Registry) -> Time:
    """Return the time that a good token of a known service gives."""
    service = registry.time_stamping[token.certificate]
    return Time(at=token.at, basis=TimeBasis.STAMP, by=service)


def _arrivals(move: Move) -> Iterator[tuple[Act, Statement]]:
    for act in move.transition.acts:
        if act.namespace in ARRIVALS and act.statement is not None:
            yield act, act.statement


def _time_of(act: Act, said: Statement) -> Time:
    receipt = act.namespace == RECEIPT
    return Time(
        at=moment_of(act.extra.get("received", "")) or 0,
        basis=TimeBasis.RECEIPT if receipt else TimeBasis.ATTESTED,
        by=said.actor,
        road=act.extra.get("road", ""),
        key=act.signature.key or "",
    )


def _standing(exam: ExamState) -> Mapping[str, Approval]:
    """Return the standing approvals by the digest that a receipt or token names."""
    return {
        approval.sha256: approval
        for row in exam.rows.values()
        for approval in row.approvals
    }


def _check_speaker(
    move: Move, act: Act, said: Statement, where: Location
) -> Iterator[Finding]:
    scope = move.scope.removeprefix("groups/")
    held = move.registry.holds(said.actor, said.role, scope)
    args = {"person": said.actor, "role": said.role.value}
    if act.namespace == RECEIPT:
        if not (held and said.role is Role.RECEIVER):
            yield Finding("time.not-a-receiver", where, args)
    elif not (held and said.role in _OFFICE):
        yield Finding("time.not-the-office", where, args)
    level = level_of(said.actor, act.signature, move.registry)
    if level is not Level.A:
        more = {"row": said.step, "level": level, "least": Level.A}
        yield Finding("rows.level", where, more)
    if said.action is not Action.LAND:
        yield Finding("statement.no-such-action", where, {"action": said.action})


def _check_named(
    exam: ExamState,
    act: Act,
    said: Statement,
    standing: Mapping[str, Approval],
    where: Location,
) -> Iterator[Finding]:
    if moment_of(act.extra.get("received", "")) is None:
        yield Finding("time.no-such-moment", where)
    approval = standing.get(act.extra.get("act", "").removeprefix(_DIGEST))
    if approval is None:
        yield Finding("time.no-such-act", where)
        return
    step = all_rows(exam)[approval.row].step
    if (said.step, said.seq, said.text) != (step, approval.seq, approval.text):
        yield Finding("time.other-statement", where)
    if said.scope != exam.scope:
        named = {"said": said.scope, "touched": exam.scope}
        yield Finding("scope.other", where, named)
    if said.actor == approval.person:
        yield Finding("time.own-arrival", where, {"person": said.actor})

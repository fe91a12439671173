"""Attestations: what the receiver says that somebody approved elsewhere, and its worth.

The receiver approves nothing by this. Whose word it attests, on which road that came,
and that exactly the landed text was seen, are held against the registry and the commits
that the merge brings along. Source: PROTOCOL R3, R9, R22, R35; TRUST 1.9.
"""

from collections.abc import Callable, Iterator, Mapping

from proeve.model.findings import Finding, Location
from proeve.model.history import Act, Side, SignatureStatus
from proeve.model.registry import Registry
from proeve.model.statement import Statement
from proeve.process.table import Row
from proeve.process.vocabulary import ASSESSORS, Action, Level, Role
from proeve.rules.addressing import Address
from proeve.rules.identity import level_of
from proeve.rules.levels import least_level
from proeve.rules.move import Move
from proeve.rules.rows import text_of

ATTESTED = "proeve-receiver@v1"
_LEVELS = {"review": Level.B, "parcel": Level.C, "paper": Level.D}
_ACTIONS: Mapping[str, frozenset[Action]] = {
    "review": frozenset({Action.APPROVE}),
    "parcel": frozenset({Action.WRITE, Action.APPROVE, Action.SEAL}),
    # A judgement on paper would be read by whoever types it over, so none is sealed.
    "paper": frozenset({Action.WRITE, Action.APPROVE}),
}
_APPROVED = "APPROVED"
_SCHOOL = "school"


def level_of_act(act: Act, registry: Registry) -> Level:
    """Return how sure an act makes us: by its actor's key, or by its attested road."""
    if act.namespace == ATTESTED:
        return _LEVELS.get(act.extra.get("kind", ""), Level.D)
    actor = act.statement.actor if act.statement else ""
    return level_of(actor, act.signature, registry)


def check_attestation(
    move: Move, act: Act, said: Statement, where: Location
) -> Iterator[Finding]:
    """Report an attestation that is not the receiver's, or of what was not so."""
    yield from _check_receiver(move, act, said, where)
    kind = act.extra.get("kind", "")
    if said.action not in _ACTIONS.get(kind, frozenset()):
        args = {"kind": kind, "action": said.action}
        yield Finding("attestation.action", where, args)
    check = _CHECKS.get(kind)
    if check is not None:
        yield from check(move, act, said, where)
    yield from _check_level(move, act, said, where)
    yield from _check_seen(move, act, said, where)


def _check_level(
    move: Move, act: Act, said: Statement, where: Location
) -> Iterator[Finding]:
    """Report a text written on a road too unsure for its row, as an approval is."""
    address = _address_of(move, act)
    if address is None or said.action is not Action.WRITE:
        return
    level = level_of_act(act, move.registry)
    least = least_level(*address, said.role, move.registry.policy)
    if level > least:
        args = {"row": address[0].id, "level": level, "least": least}
        yield Finding("rows.level", where, args)


def _check_receiver(
    move: Move, act: Act, said: Statement, where: Location
) -> Iterator[Finding]:
    registry, key = move.registry, act.signature.key
    if said.repo != registry.repo:
        yield Finding("statement.other-repository", where, {"repo": said.repo})
    if act.signature.status is not SignatureStatus.GOOD or key is None:
        return  # history says what is wrong with the signature itself
    if key in registry.lost:
        yield Finding("people.revoked-key", where, {"kind": registry.lost[key]})
        return
    person = registry.owners.get(key)
    if person is None:
        yield Finding("people.unknown-key", where)
        return
    exam = move.scope.removeprefix("groups/")
    if person == said.actor or not registry.holds(person, Role.RECEIVER, exam):
        yield Finding("attestation.not-the-receiver", where, {"person": person})


def _check_review(
    move: Move, act: Act, said: Statement, where: Location
) -> Iterator[Finding]:
    extra = act.extra
    if extra["state"] != _APPROVED:
        yield Finding("attestation.not-approved", where, {"state": extra["state"]})
    account = (extra["host"], int(extra["reviewer_id"]))
    people = move.registry.people
    holders = {who.id for who in people.values() if account in who.accounts}
    if holders != {said.actor}:
        args = {"host": account[0], "account": str(account[1]), "person": said.actor}
        yield Finding("attestation.other-account", where, args)
    if _side_of(said.actor, move.registry) != _SCHOOL:
        yield Finding("attestation.not-staff", where, {"person": said.actor})
    for side in move.transition.sides:
        maker = _maker(side, move.registry)
        if maker is None:
            yield Finding("attestation.unknown-maker", where, {"commit": side.oid})
        if said.actor in {maker, *side.claims}:
            args = {"person": said.actor, "commit": side.oid}
            yield Finding("attestation.own-work", where, args)


def _check_paper(
    move: Move, act: Act, said: Statement, where: Location
) -> Iterator[Finding]:
    staff = [act.extra["transcriber"], act.extra["countersigner"]]
    assessors = {who for part in ASSESSORS for who in move.parts.get(part, ())}
    if len({*staff, said.actor}) <= len(staff):
        yield Finding("attestation.same-hands", where)
    for person in staff:
        if _side_of(person, move.registry) != _SCHOOL:
            yield Finding("attestation.not-staff", where, {"person": person})
        if person in assessors:
            yield Finding("attestation.assesses", where, {"person": person})


_CHECKS: Mapping[str, Callable[[Move, Act, Statement, Location], Iterator[Finding]]] = {
    "review": _check_review,
    "paper": _check_paper,
}
"""What is asked of one kind only; a parcel has its link and nothing else to hold."""


def _check_seen(
    move: Move, act: Act, said: Statement, where: Location
) -> Iterator[Finding]:
    """Report a text that was not the one in the commit that was seen (R22)."""
    sides = move.transition.sides
    if not sides:
        yield Finding("attestation.nothing-seen", where)
        return
    oid = act.extra.get("reviewed_commit", sides[0].oid)
    seen = next((side for side in sides if side.oid == oid), None)
    if seen is None:
        yield Finding("attestation.other-commit", where, {"commit": oid})
        return
    address = _address_of(move, act)
    if address is not None and said.text != _text_in(move, seen, address[0]):
        yield Finding("attestation.other-text", where, {"row": address[0].id})


def _text_in(move: Move, seen: Side, row: Row) -> str | None:
    if seen.differs is None:
        return None
    files = {**move.files, **seen.differs}
    there = {path: fact for path, fact in files.items() if fact is not None}
    return text_of(row, there)


def _address_of(move: Move, act: Act) -> Address | None:
    """Return the row and hat in which the attested statement counts, if in any."""
    return next((v.address for v in move.voices if v.proof == act.sha256), None)


def _maker(side: Side, registry: Registry) -> str | None:
    """Return whose active key signed a reviewed commit, or None."""
    key = side.key
    return None if key is None or key in registry.lost else registry.owners.get(key)


def _side_of(person: str, registry: Registry) -> str:
    known = registry.people.get(person)
    return known.side if known else ""

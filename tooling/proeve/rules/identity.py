"""Who speaks: from a signing key to a person, and from a person to parts and roles.

Names, addresses and dates in a commit are never believed; only the key is (TRUST 1.5).
"""

from collections.abc import Iterator, Mapping

from proeve.model.findings import Finding, Location
from proeve.model.history import Signature, SignatureStatus
from proeve.model.ledger import State
from proeve.model.registry import Registry
from proeve.model.statement import Statement
from proeve.process.vocabulary import PART_ROLES, Approver, Level, Part, Role
from proeve.rules.move import GRANT_ROLES


def person_of(signature: Signature, registry: Registry) -> str | None:
    """Return the person whose active key made a good signature, or nothing."""
    key = signature.key
    if signature.status is not SignatureStatus.GOOD or key is None:
        return None
    return None if key in registry.lost else registry.owners.get(key)


def check_signer(
    signature: Signature, statement: Statement, registry: Registry, where: Location
) -> Iterator[Finding]:
    """Report a key that is unknown, revoked, or another person's than the actor."""
    key = signature.key
    if signature.status is not SignatureStatus.GOOD or key is None:
        return  # history says what is wrong with the signature itself
    if key in registry.lost:
        yield Finding("people.revoked-key", where, {"kind": registry.lost[key]})
    elif key not in registry.owners:
        yield Finding("people.unknown-key", where)
    elif registry.owners[key] != statement.actor:
        args = {"actor": statement.actor, "person": registry.owners[key]}
        yield Finding("people.not-the-actor", where, args)
    if statement.repo != registry.repo:
        yield Finding("statement.other-repository", where, {"repo": statement.repo})


def level_of(person: str, signature: Signature, registry: Registry) -> Level:
    """Return how sure an own key makes us: A, or C for an unconfirmed browser key."""
    known = registry.people.get(person)
    for key in known.keys if known else ():
        if key.text == signature.key and key.kind == "browser" and not key.confirmed:
            return Level.C
    return Level.A


def hats_of(
    statement: Statement,
    parts: Mapping[Part, tuple[str, ...]],
    state: State,
) -> tuple[Approver, ...]:
    """Return the parts or the role in which the actor may speak here (R10)."""
    person, role = statement.actor, statement.role
    _, group, exam = statement.scope.split("/")
    if role in GRANT_ROLES:
        held = state.registry.holds(person, role, f"{group}/{exam}")
        return (role,) if held else ()
    if not _granted(person, role, group, exam, state):
        return ()
    return tuple(
        part
        for part, people in parts.items()
        if role in PART_ROLES[part] and person in people
    )


def _granted(person: str, role: Role, group: str, exam: str, state: State) -> bool:
    if role is Role.STUDENT:
        found = state.groups.get(group)
        return found is not None and person in found.students
    return state.registry.holds(person, role, f"{group}/{exam}")

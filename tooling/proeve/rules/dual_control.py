"""Dual control: which change of registry or tooling needs which second person.

The second person's act lies in the commit itself, over the same text and turn. Who
signs the commit and whom a record is about do not count, and a person counts once.
Source: PROTOCOL R8, R9, R23; TRUST 1.3.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from proeve.model.findings import Finding, Location
from proeve.model.history import SignatureStatus, Transition
from proeve.model.records import Record, text_at
from proeve.model.registry import Person, Registry
from proeve.model.statement import Statement
from proeve.process.vocabulary import Action, Role
from proeve.rules.registry import person_of_record

_EVERYWHERE = frozenset({"*"})


@dataclass(frozen=True, slots=True)
class Second:
    """Somebody beside the signer who approved the same text, in some role."""

    person: str
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change of the registry before it counts, and everyone who approves it."""

    registry: Registry
    records: Mapping[str, Record]
    said: Statement
    key: str
    seconds: tuple[Second, ...]

    def roles(self, person: str) -> Mapping[Role, frozenset[str]]:
        """Return the roles that a person holds or is given here, with their scopes."""
        found: dict[Role, frozenset[str]] = {}
        for grant in self.registry.grants.get(person, ()):
            if grant.id not in self.registry.withdrawn:
                found[grant.role] = found.get(grant.role, frozenset()) | {grant.scope}
        for path, record in self.records.items():
            role = _role_of(record)
            given = path.startswith("grants/") and text_at(record, "person") == person
            if given and role is not None:
                scope = text_at(record, "scope")
                found[role] = found.get(role, frozenset()) | {scope}
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """Who must stand beside the signer, in one of `seconds`, for all of `scopes`.

    `not_by` is whom the record is about; `signers` are the roles that may sign, where
    an administrator does not suffice.
    """

    seconds: frozenset[Role]
    signers: frozenset[Role] = frozenset()
    scopes: frozenset[str] = _EVERYWHERE
    not_by: str = ""


_SUPER = frozenset({Role.SUPER_ADMIN})
_COMMITTEE = frozenset({Role.EXAM_COMMITTEE})
_EITHER = _COMMITTEE | _SUPER
OUTSIDERS = frozenset({Role.STUDENT, Role.WORKPLACE_SUPERVISOR})
"""Roles whose keys one administrator enrols, or the contact person of the exam."""

TOOLING_NEED = Need(seconds=_SUPER, signers=_SUPER)
"""What lies outside `exams/`: two super administrators."""

WHOLE: Mapping[str, Need] = {
    "school.yml": Need(seconds=_SUPER, signers=_SUPER),
    "committees": Need(seconds=_EITHER),
    "dispensations": Need(seconds=_COMMITTEE),
}
"""Records that need a second person whatever they say, by file or folder."""

GRANTS: Mapping[Role, frozenset[Role]] = {
    Role.SUPER_ADMIN: _SUPER,
    Role.ADMIN: _SUPER,
    Role.EXAM_COMMITTEE: _SUPER,
    Role.RECEIVER: _EITHER,
}
"""Roles that are never given by one alone; that a super administrator must sign the
first three is in `rules.registering`."""


def check_dual_control(change: Change, transition: Transition) -> Iterator[Finding]:
    """Report records that lack the second person whom they need."""
    for path, record in sorted(change.records.items()):
        need = _need(change, path, record)
        if need is not None:
            where = Location(f"exams/registry/{path}", commit=transition.oid)
            yield from _check(change, need, where, "registry.second-missing")


def check_tooling(change: Change, transition: Transition) -> Iterator[Finding]:
    """Report a change of the tooling that lacks its second super administrator."""
    where = Location("", commit=transition.oid)
    yield from _check(change, TOOLING_NEED, where, "tooling.second-missing")


def _check(change: Change, need: Need, where: Location, code: str) -> Iterator[Finding]:
    said = change.said
    if need.signers and said.role not in need.signers:
        args = {"person": said.actor, "role": said.role}
        yield Finding("registry.super-admin-only", where, args)
    if not _given(change, need):
        yield Finding(code, where, {"roles": ", ".join(sorted(need.seconds))})


def _given(change: Change, need: Need) -> bool:
    return any(
        second.role in need.seconds
        and second.person not in (change.said.actor, need.not_by)
        and all(
            change.registry.holds(second.person, second.role, scope)
            for scope in need.scopes
        )
        for second in change.seconds
    )


def _need(change: Change, path: str, record: Record) -> Need | None:
    folder = path.partition("/")[0]
    if path.endswith(".establishment.yml"):
        return Need(seconds=_COMMITTEE)
    if folder == "people":
        return _person_need(change, record)
    if folder == "grants":
        return _grant_need(change, record)
    return WHOLE.get(folder)


def _person_need(change: Change, record: Record) -> Need | None:
    """Return who must vouch for a person's record: nobody for an outsider's keys.

    Whoever holds an account on a forge is believed there without any key, so another
    account needs a second person whoever's it is.
    """
    person = person_of_record(record)
    known = change.registry.people.get(person.id)
    accounts = known.accounts if known else frozenset[tuple[str, int]]()
    same = person.accounts == accounts
    if is_rotation(change) or (same and is_outsider(change, person)):
        return None
    return _vouching(change, person.id)


def _grant_need(change: Change, record: Record) -> Need | None:
    role, person = _role_of(record), text_at(record, "person")
    if role is not None and role in GRANTS:
        return Need(
            seconds=GRANTS[role],
            scopes=frozenset({text_at(record, "scope")}),
            not_by=person,
        )
    if role in OUTSIDERS or not _has_key_alone(change.registry, person):
        return None
    return _vouching(change, person)


def _vouching(change: Change, person: str) -> Need:
    """Return who can vouch for a person: a role that reaches all that they may do."""
    scopes = frozenset(
        scope
        for role, scopes in change.roles(person).items()
        if role not in OUTSIDERS
        for scope in scopes
    )
    return Need(seconds=_EITHER, scopes=scopes or _EVERYWHERE, not_by=person)


def _has_key_alone(registry: Registry, person: str) -> bool:
    known = registry.people.get(person)
    return known is not None and any(
        key.text in registry.alone and key.text not in registry.lost
        for key in known.keys
    )


def is_outsider(change: Change, person: Person) -> bool:
    """Tell whether somebody is a student or a supervisor, before and after."""
    known = change.registry.people.get(person.id, person)
    roles = change.roles(person.id)
    outside = "school" not in (person.side, known.side)
    return outside and all(role in OUTSIDERS for role in roles)


def is_rotation(change: Change) -> bool:
    """Tell whether somebody adds a key to their own record and does nothing else."""
    if len(change.records) != 1:
        return False
    ((path, record),) = change.records.items()
    known = change.registry.people.get(change.said.actor)
    if known is None or not path.startswith("people/"):
        return False
    person = person_of_record(record)
    kept, added = person.keys[: len(known.keys)], person.keys[len(known.keys) :]
    same = (person.id, person.side, person.company, person.accounts) == (
        *(known.id, known.side, known.company, known.accounts),
    )
    return bool(added) and kept == known.keys and same and _wears(change, known)


def _wears(change: Change, person: Person) -> bool:
    """Tell whether the signer speaks in a role of their own; no role gives more."""
    role = change.said.role
    student = role is Role.STUDENT and person.side == "student"
    return student or role in change.roles(person.id)


def _role_of(record: Record) -> Role | None:
    return _ROLES.get(text_at(record, "role"))


# Every approval is looked up here: going through the roles one by one shows.
_ROLES = {str(role): role for role in Role}


def seconds_of(
    transition: Transition, registry: Registry, said: Statement
) -> tuple[Second, ...]:
    """Return those who approve beside the signer, each by a good act of their own."""
    return tuple(
        Second(act.statement.actor, act.statement.role)
        for act in transition.acts
        if act.statement is not None
        and not act.problems
        and act.signature.status is SignatureStatus.GOOD
        and act.statement.action is Action.APPROVE
        and act.statement.scope == said.scope
        and registry.owners.get(act.signature.key or "") == act.statement.actor
        and act.signature.key not in registry.lost
    )


def alone_after(change: Change) -> frozenset[str]:
    """Return the keys for which no second person vouches, after a lawful change."""
    alone = set(change.registry.alone)
    for path, record in sorted(change.records.items()):
        if path.startswith("people/"):
            _enrol(change, person_of_record(record), alone)
    for path, record in change.records.items():
        person = text_at(record, "person")
        if path.startswith("grants/") and _given(change, _vouching(change, person)):
            known = change.registry.people.get(person)
            alone -= {key.text for key in known.keys} if known else set()
    return frozenset(alone)


def _enrol(change: Change, person: Person, alone: set[str]) -> None:
    keys = {key.text for key in person.keys}
    if not is_rotation(change) and _given(change, _vouching(change, person.id)):
        alone -= keys
    elif not is_rotation(change) or change.key in alone:
        alone |= {key for key in keys if key not in change.registry.owners}

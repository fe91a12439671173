"""Changes of the registry: who may make them, and what no record may say.

Source: PROTOCOL R8, R23 to R25; TRUST 1.3. Whom it takes beside the signer is in
`rules.dual_control`, a new root in `rules.rooting`, revocations in `rules.revoking`.
"""

from collections.abc import Iterator, Mapping

from proeve.model.findings import Finding, Location
from proeve.model.history import Transition
from proeve.model.records import Record, number_at, text_at
from proeve.model.registry import Registry
from proeve.model.statement import Statement
from proeve.process.documents import ACT, TOKEN, kind_of
from proeve.process.vocabulary import Role
from proeve.rules.checkpoints import brings_checkpoints
from proeve.rules.dual_control import OUTSIDERS, Change, is_rotation, seconds_of
from proeve.rules.passing.checking import faults
from proeve.rules.passing.fault import Fault
from proeve.rules.registry import INSTRUMENT, person_of_record
from proeve.rules.revoking import check_revocations, is_own_revocation
from proeve.rules.rooting import ROOT, check_root

_PRIVILEGED = frozenset({Role.SUPER_ADMIN, Role.ADMIN, Role.EXAM_COMMITTEE})
_FIXED = ("grants/", "revocations/", "instruments/", "dispensations/")
_OFFICE = frozenset({Role.ADMIN, Role.SUPER_ADMIN})


Groups = Mapping[str, frozenset[str]]
"""The students of each group, whose place there is their grant."""
_NO_GROUPS: Groups = {}


def check_registry(
    registry: Registry,
    documents: Mapping[str, Record],
    transition: Transition,
    groups: Groups = _NO_GROUPS,
) -> Iterator[Finding]:
    """Report changes of the registry that its signer may not make alone."""
    trailers = transition.trailers
    if trailers is None:
        return
    said = trailers.statement
    office = said.role in _OFFICE and registry.holds(said.actor, said.role, "*")
    own = _is_own(registry, documents, transition, said)
    if not (office or own or brings_checkpoints(transition, registry)):
        yield from _check_contact(registry, documents, transition, groups)
    yield from check_records(registry, documents, transition)
    yield from check_root(registry, documents, transition)
    yield from check_revocations(registry, documents, transition)
    for path, record in sorted(documents.items()):
        if path.startswith("grants/"):
            yield from _check_grant(record, said, path, transition)
    yield from check_kept(transition)


def _is_own(
    registry: Registry,
    documents: Mapping[str, Record],
    transition: Transition,
    said: Statement,
) -> bool:
    """Tell whether it is the signer's own: a key of theirs, or the root they hold."""
    change = change_of(registry, documents, transition, said)
    holder = registry.root_keys.get(change.key)
    return (
        (set(documents) == {ROOT} and holder == said.actor)
        or is_rotation(change)
        or is_own_revocation(registry, documents, said)
    )


def change_of(
    registry: Registry,
    documents: Mapping[str, Record],
    transition: Transition,
    said: Statement,
) -> Change:
    """Return a commit in the registry or the tooling with all who approve it."""
    return Change(
        registry=registry,
        records=documents,
        said=said,
        key=transition.signature.key or "",
        seconds=seconds_of(transition, registry, said),
    )


def check_kept(transition: Transition) -> Iterator[Finding]:
    """Report records that are gone, and such as may not change once they are there."""
    for change in transition.changes:
        path = change.path.removeprefix("exams/registry/")
        if any(each.fullmatch(f"registry/{path}") for each in (ACT, TOKEN)):
            continue
        if kind_of(f"registry/{path}") is None:
            yield Finding("path.unknown-file", _where(transition, path), {"path": path})
        if change.old is None:
            continue
        if change.new is None:
            yield Finding("registry.deleted", _where(transition, path))
        elif path.startswith(_FIXED):
            yield Finding("registry.append-only", _where(transition, path))


def _where(transition: Transition, path: str, *pointer: str | int) -> Location:
    return Location(f"exams/registry/{path}", None, pointer, transition.oid)


def _check_contact(
    registry: Registry,
    documents: Mapping[str, Record],
    transition: Transition,
    groups: Groups,
) -> Iterator[Finding]:
    """Report a signer who is no admin, unless a contact enrols an outsider (R23).

    A commit of acts alone enrols nobody: a contact could fill the place of a token.
    """
    statement = transition.trailers.statement if transition.trailers else None
    if statement is None:
        return
    lawful = (
        statement.role is Role.SCHOOL_CONTACT
        and bool(documents)
        and any(
            grant.role is Role.SCHOOL_CONTACT and grant.id not in registry.withdrawn
            for grant in registry.grants.get(statement.actor, ())
        )
        and all(
            _enrols_outsider(registry, path, record, statement.actor, groups)
            for path, record in documents.items()
        )
    )
    if not lawful:
        args = {"person": statement.actor, "role": statement.role}
        yield Finding("registry.not-an-admin", _where(transition, ""), args)


def _enrols_outsider(
    registry: Registry, path: str, record: Record, contact: str, groups: Groups
) -> bool:
    """Tell whether a contact may write this record: a student's or a supervisor's.

    Who already holds another role, such as that of an assessor, is no outsider: a
    contact could otherwise give them a key of the contact's own.
    """
    if path.startswith("grants/"):
        return text_at(record, "role") in OUTSIDERS and registry.holds(
            contact, Role.SCHOOL_CONTACT, text_at(record, "scope")
        )
    person = text_at(record, "id")
    held = registry.grants.get(person, ())
    scopes = {grant.scope for grant in held} | {
        group for group, students in groups.items() if person in students
    }
    return (
        path.startswith("people/")
        and text_at(record, "side") != "school"
        and all(grant.role in OUTSIDERS for grant in held)
        and all(registry.holds(contact, Role.SCHOOL_CONTACT, each) for each in scopes)
    )


def _check_grant(
    record: Record, said: Statement, path: str, transition: Transition
) -> Iterator[Finding]:
    if text_at(record, "person") == said.actor:
        where = _where(transition, path, "person")
        yield Finding("registry.self-grant", where, {"person": said.actor})
    granted = text_at(record, "role")
    if granted in _PRIVILEGED and said.role is not Role.SUPER_ADMIN:
        where = _where(transition, path, "role")
        yield Finding("registry.privileged", where, {"role": granted})


def check_records(
    registry: Registry, documents: Mapping[str, Record], transition: Transition
) -> Iterator[Finding]:
    """Report records that contradict the registry or each other."""
    for path, fault in record_faults(registry, documents):
        where = _where(transition, path, *fault.pointer)
        yield Finding(fault.code, where, fault.args)


def record_faults(
    registry: Registry, documents: Mapping[str, Record]
) -> Iterator[tuple[str, Fault]]:
    """Report what is wrong with records that come to a registry, with their paths."""
    owners = dict(registry.owners)
    for path, record in sorted(documents.items()):
        for fault in _faults_of(registry, path, record, owners):
            yield path, fault


def _faults_of(
    registry: Registry, path: str, record: Record, owners: dict[str, str]
) -> Iterator[Fault]:
    yield from _check_name(path, record)
    if path.startswith("people/"):
        yield from _check_person(registry, record, owners)
    if INSTRUMENT.fullmatch(path) and not path.endswith(".establishment.yml"):
        yield from _check_version(path, record)
        yield from faults(record)
    role = text_at(record, "role")
    if path.startswith("grants/") and role not in list(Role):
        yield Fault("registry.no-role", ("role",), {"role": role})
    known = ("", text_at(record, "environment"))
    if path == "school.yml" and registry.environment not in known:
        yield Fault("registry.environment", ("environment",), {})


def _check_version(path: str, record: Record) -> Iterator[Fault]:
    """Report an instrument whose path is not the one of its code and version."""
    expected = f"{text_at(record, 'code')}/{number_at(record, 'version')}.yml"
    if path != f"instruments/{expected}":
        args = {"path": f"exams/registry/{path}", "expected": expected}
        yield Fault("instrument.other-name", ("code",), args)


def _check_name(path: str, record: Record) -> Iterator[Fault]:
    """Report a record whose path is not the one that its own name asks for."""
    folder, _, _ = path.partition("/")
    name = path.removesuffix(".yml")
    field = _NAMED.get(folder)
    if field is None:
        return
    own = text_at(record, field) or str(number_at(record, field))
    shelf = f"{own[2:4]}/" if folder in _SHELVED else ""
    if name != f"{folder}/{shelf}{own}":
        yield Fault("registry.other-id", (field,), {"id": own, "name": name})


_NAMED: Mapping[str, str] = {
    "people": "id",
    "grants": "id",
    "committees": "id",
    "companies": "id",
    "revocations": "number",
    "dispensations": "number",
}
_SHELVED = frozenset({"people", "grants"})


def _check_person(
    registry: Registry, record: Record, owners: dict[str, str]
) -> Iterator[Fault]:
    person = person_of_record(record)
    known = registry.people.get(person.id)
    had = [key.text for key in known.keys] if known else []
    for index, key in enumerate(person.keys):
        at = ("keys", index, "key")
        owner = owners.setdefault(key.text, person.id)
        if key.text in registry.lost and key.text not in had:
            yield Fault("registry.key-returns", at, {"person": person.id})
        elif owner != person.id:
            args = {"person": person.id, "owner": owner}
            yield Fault("registry.key-taken", at, args)
    kept = {key.text for key in person.keys}
    for text in had:
        if text not in kept:
            yield Fault("registry.key-removed", ("keys",), {"person": person.id})

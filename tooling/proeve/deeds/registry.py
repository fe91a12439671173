"""Papers of the registry: somebody is added, gets a key or a role, or loses one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from proeve.deeds.clone import Clone
from proeve.deeds.stating import Paper, document
from proeve.deeds.texts import Proof
from proeve.errors import UsageError
from proeve.model.document import Data
from proeve.model.ledger import State
from proeve.model.statement import REGISTRY
from proeve.process.vocabulary import Role

Papers = Mapping[str, Paper]
_SIGNS_AS = (Role.SUPER_ADMIN, Role.ADMIN, Role.SCHOOL_CONTACT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """Why and how a key or grant ends; `since` looks back."""

    kind: str
    reason: str
    since: str = ""


def person_path(person: str) -> str:
    """Return where a person's record stands in the registry."""
    return f"people/{person[2:4]}/{person}.yml"


def _paper(path: str, data: dict[str, Data]) -> dict[str, Paper]:
    return {path: document(REGISTRY, path, data)}


def person_record(proof: Proof, side: str, company: str = "") -> dict[str, Data]:
    """Return the record of a person with one key."""
    data: dict[str, Data] = {
        "schema": "proeve/person/v1",
        "id": proof.person,
        "side": side,
    }
    if company:
        data["company"] = company
    data["keys"] = [_key(proof)]
    return data


def _key(proof: Proof) -> dict[str, Data]:
    kind = "security_key" if proof.key.startswith("sk-") else "file"
    return {
        "key": proof.key,
        "kind": kind,
        "confirmed": True,
        "proof": proof.armor,
    }


def grant_record(gid: str, person: str, role: Role, scope: str) -> dict[str, Data]:
    """Return one grant."""
    return {
        "schema": "proeve/grant/v1",
        "id": gid,
        "person": person,
        "role": role.value,
        "scope": scope,
    }


def added(clone: Clone, proof: Proof, side: str, company: str = "") -> Papers:
    """Return the papers by which somebody new comes in."""
    path = person_path(proof.person)
    if clone.record(path) is not None:
        raise UsageError(
            f"{proof.person} is er al; geef een sleutel erbij met `proeve people key`.",
            f"{proof.person} is there already; add a key with `proeve people key`.",
        )
    return _paper(path, person_record(proof, side, company))


def keyed(clone: Clone, proof: Proof) -> Papers:
    """Return the papers by which somebody gets one more key."""
    record = _known(clone, proof.person)
    keys = record["keys"]
    listed: list[Data] = [*keys, _key(proof)] if isinstance(keys, list) else []
    return _paper(person_path(proof.person), {**record, "keys": listed})


def granted(gid: str, person: str, role: Role, scope: str) -> Papers:
    """Return the papers by which somebody gets a role."""
    path = f"grants/{gid[2:4]}/{gid}.yml"
    return _paper(path, grant_record(gid, person, role, scope))


def revoked(clone: Clone, keys: tuple[str, ...], grant: str, ending: Ending) -> Papers:
    """Return the papers by which keys, or one grant, end."""
    number = 1 + max(_numbers(clone.state), default=0)
    whats: list[tuple[str, str]] = [("key", key) for key in keys]
    whats += [("grant", grant)] if grant else []
    found: dict[str, Paper] = {}
    for place, (name, value) in enumerate(whats, number):
        data: dict[str, Data] = {
            "schema": "proeve/revocation/v1",
            "number": place,
            name: value,
            "kind": ending.kind,
            "reason": ending.reason,
        }
        if ending.since and ending.kind != "retired":
            data["since"] = ending.since
        found |= _paper(f"revocations/{place}.yml", data)
    return found


def active_keys(state: State, person: str) -> tuple[str, ...]:
    """Return the keys of a person that were not revoked."""
    known = state.registry.people.get(person)
    keys = known.keys if known else ()
    return tuple(key.text for key in keys if key.text not in state.registry.lost)


def root_left(state: State, keys: Iterable[str]) -> int | None:
    """Return how many holders of the root are left without these keys.

    None if none of them is a root key in force.
    """
    registry, gone = state.registry, frozenset(keys)
    held = {
        key: who for key, who in registry.root_keys.items() if key not in registry.lost
    }
    if not gone.intersection(held):
        return None
    return len({who for key, who in held.items() if key not in gone})


def role_of(state: State, person: str) -> Role:
    """Return the role in which somebody changes the registry: the one that can most."""
    held = [
        grant.role
        for grant in state.registry.grants.get(person, ())
        if grant.id not in state.registry.withdrawn
    ]
    ordered = [role for role in _SIGNS_AS if role in held]
    return (ordered or held or [Role.STUDENT])[0]


def _known(clone: Clone, person: str) -> dict[str, Data]:
    record = clone.record(person_path(person))
    if record is None:
        raise UsageError(
            f"{person} staat niet in het register.",
            f"{person} is not in the registry.",
        )
    return record


def _numbers(state: State) -> list[int]:
    names = (path.partition("/") for path in state.register.files)
    return [
        int(name.removesuffix(".yml"))
        for folder, _, name in names
        if folder == "revocations"
    ]

"""Revocations: whose key or grant ends, who may end it, and that none is taken back.

They work from their place on the spine; `since` looks back, and is believed only as far
as trusted time says (rules.suspicion). Source: TRUST 1.3, 1.4.
"""

import math
from collections.abc import Iterator, Mapping
from datetime import datetime

from proeve.model.findings import Finding, Location
from proeve.model.history import Transition
from proeve.model.records import Record, text_at
from proeve.model.registry import Registry
from proeve.model.statement import Statement

_FOLDER = "revocations/"
_KINDS = ("retired", "lost", "compromised")
"""From the mildest kind to the gravest; a later record may only say worse."""


def check_revocations(
    registry: Registry, records: Mapping[str, Record], transition: Transition
) -> Iterator[Finding]:
    """Report revocations of what is not there, and such as soften an earlier one."""
    for path, record in sorted(records.items()):
        if not path.startswith(_FOLDER):
            continue
        where = Location(f"exams/registry/{path}", commit=transition.oid)
        key, grant = text_at(record, "key"), text_at(record, "grant")
        if not (key in registry.owners if key else _is_granted(registry, grant)):
            yield Finding("registry.nothing-to-revoke", where)
        elif key in registry.lost and not _is_graver(registry, key, record):
            args = {"kind": registry.lost[key]}
            yield Finding("registry.softer-revocation", where, args)


def _is_granted(registry: Registry, grant: str) -> bool:
    return any(each.id == grant for held in registry.grants.values() for each in held)


def _is_graver(registry: Registry, key: str, record: Record) -> bool:
    """Tell whether a second record says worse and doubts no less of the past."""
    old, new = registry.lost[key], text_at(record, "kind")
    before = doubted_from(old, registry.since.get(key, ""))
    then = doubted_from(new, text_at(record, "since"))
    same = (_KINDS.index(new), then) == (_KINDS.index(old), before)
    return not same and _KINDS.index(new) >= _KINDS.index(old) and then <= before


def doubted_from(kind: str, since: str) -> float:
    """Return the moment from which uses of a revoked key are in doubt.

    A retired key's past stays; a lost one without a moment is in doubt altogether.
    """
    if kind == "retired":
        return math.inf
    return datetime.fromisoformat(since).timestamp() if since else -math.inf


def is_own_revocation(
    registry: Registry, records: Mapping[str, Record], said: Statement
) -> bool:
    """Tell whether somebody revokes keys of their own and does nothing else."""
    return bool(records) and all(
        path.startswith(_FOLDER)
        and bool(text_at(record, "key"))
        and registry.owners.get(text_at(record, "key")) == said.actor
        for path, record in records.items()
    )

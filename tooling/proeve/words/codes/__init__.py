"""The sentences of every finding code, one module a family."""

from collections.abc import Mapping
from types import ModuleType

from proeve.words.codes import (
    attestation,
    covering,
    decisions,
    dossier,
    history,
    instrument,
    ledger,
    passing,
    path,
    people,
    policy,
    push,
    registry,
    rows,
    schema,
    scopes,
    signature,
    statement,
    store,
    suspicion,
    tables,
    time,
    work,
    yaml,
    yaml_layout,
)
from proeve.words.say import Code

FAMILIES: tuple[ModuleType, ...] = (
    yaml,
    yaml_layout,
    schema,
    path,
    instrument,
    passing,
    rows,
    people,
    decisions,
    scopes,
    registry,
    suspicion,
    covering,
    dossier,
    work,
    history,
    signature,
    statement,
    ledger,
    attestation,
    push,
    tables,
    policy,
    store,
    time,
)

ALL: Mapping[str, Code] = {
    code.code: code for family in FAMILIES for code in family.CODES
}

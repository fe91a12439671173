"""A new `root.yml`: signed by enough holders of the old one and of the new one.

Source: TRUST 1.3, after TUF 5.3: the version counts on by one, and nothing else stands
in the commit. Who signs a new root stands behind the history before it as well.
"""

from collections.abc import Iterable, Iterator, Mapping

from proeve.model.findings import Finding, Location
from proeve.model.history import Signature, SignatureStatus, Transition
from proeve.model.records import Record, number_at, text_at
from proeve.model.registry import Registry
from proeve.model.statement import Statement
from proeve.process.vocabulary import Action
from proeve.rules.registry import root_keys_of, root_version_of

ROOT = "root.yml"
LEAST = 2
"""One holder alone is no threshold."""


def check_root(
    registry: Registry, records: Mapping[str, Record], transition: Transition
) -> Iterator[Finding]:
    """Report what keeps a new `root.yml` from taking the place of the old one."""
    record = records.get(ROOT)
    if record is None or transition.trailers is None:
        return
    where = Location(f"exams/registry/{ROOT}", commit=transition.oid)
    if len(records) > 1:
        yield Finding("registry.root-alone", where)
    yield from _check_chain(registry, record, where)
    keys = root_keys_of(record)
    yield from _check_keys(registry, keys, number_at(record, "threshold"), where)
    yield from _check_signed(registry, record, transition, where)


def _check_chain(
    registry: Registry, record: Record, where: Location
) -> Iterator[Finding]:
    expected = registry.root_version + 1
    if root_version_of(record) != expected:
        args = {"expected": str(expected), "is": str(root_version_of(record))}
        yield Finding("registry.root-version", where, args)
    if text_at(record, "repo") != registry.repo:
        yield Finding("registry.root-repository", where)


def _check_keys(
    registry: Registry, keys: Mapping[str, str], threshold: int, where: Location
) -> Iterator[Finding]:
    for key, holder in sorted(keys.items()):
        if registry.owners.get(key) != holder or key in registry.lost:
            yield Finding("registry.root-key-unknown", where, {"person": holder})
    holders = len(set(keys.values()))
    if not LEAST <= threshold <= holders:
        args = {"threshold": str(threshold), "holders": str(holders)}
        yield Finding("registry.root-unreachable", where, args)


def _check_signed(
    registry: Registry, record: Record, transition: Transition, where: Location
) -> Iterator[Finding]:
    signatures = tuple(_signatures(transition))
    new = root_keys_of(record)
    for code, keys, threshold in (
        ("registry.root-old-threshold", registry.root_keys, registry.threshold),
        ("registry.root-new-threshold", new, number_at(record, "threshold")),
    ):
        have = len(_holders(signatures, keys, registry))
        if have < threshold:
            args = {"have": str(have), "threshold": str(threshold)}
            yield Finding(code, where, args)


def root_signers(registry: Registry, transition: Transition) -> frozenset[str]:
    """Return the holders of root keys who stand behind this commit."""
    return _holders(_signatures(transition), registry.root_keys, registry)


def _holders(
    signatures: Iterable[tuple[Statement, Signature]],
    keys: Mapping[str, str],
    registry: Registry,
) -> frozenset[str]:
    """Return the distinct people among the holders who signed with a root key."""
    return frozenset(
        said.actor
        for said, signature in signatures
        if signature.status is SignatureStatus.GOOD
        and signature.key not in registry.lost
        and registry.owners.get(signature.key or "") == said.actor
        and keys.get(signature.key or "") == said.actor
    )


def _signatures(transition: Transition) -> Iterator[tuple[Statement, Signature]]:
    trailers = transition.trailers
    if trailers is not None and trailers.statement.action is Action.APPROVE:
        yield trailers.statement, transition.signature
    for act in transition.acts:
        said = act.statement
        if said is not None and not act.problems and said.action is Action.APPROVE:
            yield said, act.signature

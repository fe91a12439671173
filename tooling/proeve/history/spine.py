"""The spine: first parents from the genesis to the head, read from raw commits.

Commit-graph, grafts and shallow files are not consulted. A second parent is evidence
only, and must itself stem from the genesis (PROTOCOL R22, TRUST 1.5).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from proeve.errors import TrustError
from proeve.history import commits
from proeve.history.objects import ObjectKind, Objects
from proeve.history.refusals import refuse


@dataclass(frozen=True, slots=True)
class Spine:
    """Commits in order, oldest first, and the further parents of those that merge.

    `base` is the commit before the first one, where the walk was told to stop.
    """

    oids: tuple[str, ...]
    sides: Mapping[str, tuple[str, ...]]
    base: str | None = None


def spine(
    objects: Objects,
    head: str,
    *,
    genesis: str | None = None,
    since: str | None = None,
) -> Spine:
    """Walk from the head to the genesis, or to just after the commit `since`."""
    oids: list[str] = []
    sides: dict[str, tuple[str, ...]] = {}
    at: str | None = head
    while at is not None and at != since:
        parents = _parents(objects, at)
        oids.append(at)
        if len(parents) > 1:
            sides[at] = parents[1:]
        at = parents[0] if parents else None
    if since is not None and at is None:
        raise _not_here(since)
    if genesis is not None and since is None and oids[-1] != genesis:
        raise _not_here(genesis)
    return Spine(tuple(reversed(oids)), sides, since)


def trust_root(objects: Objects, head: str) -> str | None:
    """Return `proeve:<repo>:sha256:<64 hex>` of a history; None if it is no ledger."""
    return trust_root_of(objects, spine(objects, head).oids[0])


def trust_root_of(objects: Objects, genesis: str) -> str | None:
    """Return the trust root that a first commit stands for, if it states anything."""
    raw = objects.raw(genesis, ObjectKind.COMMIT)
    found = commits.read(raw)
    if found is None or found.trailers is None:
        return None
    return commits.trust_root(raw, found.trailers)


def foreign_sides(
    objects: Objects, found: Spine, known: Iterable[str] = ()
) -> frozenset[str]:
    """Return the commits that merge something which does not stem from the genesis.

    `known` are commits that are known to stem from it; the walk stops at them.
    """
    stems = {*found.oids, *known, *((found.base,) if found.base else ())}
    foreign: set[str] = set()
    for oid, others in found.sides.items():
        roots = {root for other in others for root in _roots(objects, other, stems)}
        if roots and roots != {_origin(objects, found)}:
            foreign.add(oid)
    return frozenset(foreign)


def side_lines(objects: Objects, found: Spine) -> Mapping[str, tuple[str, ...]]:
    """Return the commits off the spine that each merge brings, second parent first.

    The whole spine is asked for, so that a verdict does not depend on where a walk
    began.
    """
    if not found.sides:
        return {}
    earlier = spine(objects, found.base).oids if found.base else ()
    line = {*found.oids, *earlier}
    return {
        oid: tuple(_beside(objects, others[0], line))
        for oid, others in found.sides.items()
    }


def _beside(objects: Objects, start: str, line: set[str]) -> Iterator[str]:
    """Yield the commits reached from here without passing one of the spine."""
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        oid = waiting.pop(0)
        if oid in seen or (oid in line and oid != start):
            continue
        seen.add(oid)
        yield oid
        if oid not in line:
            waiting.extend(_parents(objects, oid))


def _origin(objects: Objects, found: Spine) -> str:
    whole = found if found.base is None else spine(objects, found.base)
    return whole.oids[0]


def _roots(objects: Objects, start: str, stems: set[str]) -> set[str]:
    """Return the first commits reached from here without passing one that stems."""
    roots: set[str] = set()
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        oid = waiting.pop()
        if oid in stems or oid in seen:
            continue
        seen.add(oid)
        parents = _parents(objects, oid)
        if not parents:
            roots.add(oid)
        waiting.extend(parents)
    if not roots:
        stems |= seen
    return roots


def _parents(objects: Objects, oid: str) -> tuple[str, ...]:
    found = commits.links(objects.raw(oid, ObjectKind.COMMIT))
    if found is None:
        raise refuse("unreadable", oid=oid)
    return found[1]


def _not_here(oid: str) -> TrustError:
    return TrustError(
        f"Commit {oid} staat niet op de hoofdlijn van deze geschiedenis.",
        f"Commit {oid} is not on the main line of this history.",
    )

"""The spine: first parents from the genesis to the head, read from raw commits.

Commit-graph, grafts and shallow files are not consulted. A second parent is evidence
only, and must itself stem from the genesis (PROTOCOL R22, TRUST 1.5).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from proeve.errors import TrustError
from proeve.history import commits
from proeve.history.objects import ObjectKind, Objects
from proeve.history.refusals import refuse

_MOST_BESIDE = 1000


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


def beside(
    objects: Objects, start: str, known: Callable[[str], bool], most: int
) -> tuple[str, ...] | None:
    """Return the commits reached from here by any parent, without what is known.

    None if they are more than `most`.
    """
    found: dict[str, None] = {}
    waiting = [start]
    while waiting:
        oid = waiting.pop()
        if oid in found or known(oid):
            continue
        if len(found) == most:
            return None
        found[oid] = None
        waiting.extend(_parents(objects, oid))
    return tuple(found)


def foreign_sides(
    objects: Objects, found: Spine, known: Iterable[str] = ()
) -> frozenset[str]:
    """Return the commits that merge something which does not stem from the genesis.

    `known` is the spine before, where that is known; the walk stops at it.
    """
    if not found.sides:
        return frozenset()
    stems = {*found.oids, *known, *((found.base,) if found.base else ())}
    foreign: set[str] = set()
    for oid, others in found.sides.items():
        roots = {root for other in others for root in _roots(objects, other, stems)}
        if roots and roots != {_origin(objects, found)}:
            foreign.add(oid)
    return frozenset(foreign)


def side_lines(
    objects: Objects, found: Spine, known: Iterable[str] = ()
) -> Mapping[str, tuple[str, ...]]:
    """Return the commits off the spine that each merge brings, second parent first.

    A verdict must not depend on where a walk began, so the whole spine counts; `known`
    is the part before, where that is known. Nobody reviewed a branch without an end: of
    one that is too long nothing is given, and so nothing in it was seen.
    """
    if not found.sides:
        return {}
    line = {*found.oids, *known}
    if found.base and found.base not in line:
        line.update(spine(objects, found.base).oids)
    return {
        oid: _side_line(objects, others[0], line) for oid, others in found.sides.items()
    }


def _side_line(objects: Objects, start: str, line: set[str]) -> tuple[str, ...]:
    if start in line:
        return (start,)
    return beside(objects, start, line.__contains__, _MOST_BESIDE) or ()


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

"""The commits beside the spine that a merge brings in: what was reviewed, and by whom.

They carry no authority. They are read where an attestation lands, so that the judge can
hold the reviewed text against the landed one (PROTOCOL R22; TRUST 1.7, 1.9).
"""

import hashlib
import re
from collections.abc import Iterator, Sequence

from proeve.history import commits
from proeve.history.acts import KINDS
from proeve.history.grammar import is_file
from proeve.history.objects import ObjectKind, Objects
from proeve.history.trees import Difference, Trees
from proeve.model.history import Act, FileFact, Side, SignatureStatus
from proeve.model.statement import folder_of

_NAMESPACE = KINDS["proeve-receiver"].namespace
_AUTHOR = re.compile(rb"^author (p-[0-9a-f]{8}) <", re.MULTILINE)
_MAX_FILE = 1024 * 1024
_ACTS = "acts/"
_EXAM_PARTS = 3

Differs = dict[str, FileFact | None]


def read_sides(
    objects: Objects,
    trees: Trees,
    commit: commits.Commit,
    acts: Sequence[Act],
    oids: Sequence[str],
) -> Iterator[Side]:
    """Yield the facts of these commits if an attestation lands in the merge."""
    attested = [act for act in acts if act.namespace == _NAMESPACE]
    if not attested or not oids or commit.trailers is None:
        return
    scope = commit.trailers.statement.scope
    asked = {oids[0], *(act.extra.get("reviewed_commit", "") for act in attested)}
    in_exam = len(scope.split("/")) == _EXAM_PARTS
    folder = folder_of(scope).rstrip("/") if in_exam else ""
    for oid in oids:
        raw = objects.raw(oid, ObjectKind.COMMIT)
        found = commits.read(raw)
        if found is None:
            continue
        wanted = folder if oid in asked else ""
        differs = _differs(objects, trees, commit.tree, found.tree, wanted)
        yield _side(oid, raw, found, differs)


def side_of(objects: Objects, oid: str, differs: Differs | None) -> Side | None:
    """Return who made a commit beside the spine, with what it has otherwise."""
    raw = objects.raw(oid, ObjectKind.COMMIT)
    found = commits.read(raw)
    return None if found is None else _side(oid, raw, found, differs)


def _side(oid: str, raw: bytes, found: commits.Commit, differs: Differs | None) -> Side:
    return Side(oid=oid, key=_key(found), claims=_claims(raw, found), differs=differs)


def _key(found: commits.Commit) -> str | None:
    """Return the key that signed a commit in which nothing is wrong."""
    good = found.signature.status is SignatureStatus.GOOD
    return found.signature.key if good else None


def _claims(raw: bytes, found: commits.Commit) -> frozenset[str]:
    """Return the pseudonyms that a commit names; they count against it only."""
    author = _AUTHOR.search(raw.partition(b"\n\n")[0])
    named = {author[1].decode()} if author else set()
    return frozenset(
        named | ({found.trailers.statement.actor} if found.trailers else set())
    )


def _differs(
    objects: Objects, trees: Trees, landed: str, side: str, folder: str
) -> Differs | None:
    """Return what a folder has otherwise in a side commit than in the merge."""
    now = trees.folder(landed, folder) if folder else None
    then = trees.folder(side, folder) if folder else None
    if then is None:
        return None
    found: Differs = {}
    for item in trees.compare(now, then):
        if not isinstance(item, Difference):
            return None
        path = item.path.decode("utf-8", "replace")
        if not path.startswith(_ACTS):
            found[path] = _fact(objects, item)
            if found[path] is None and item.after is not None:
                return None
    return found


def _fact(objects: Objects, item: Difference) -> FileFact | None:
    """Return the fact of a file in a side commit; None if it has none that counts."""
    if item.after is None or not is_file(item.after[0]):
        return None
    oid = item.after[1].hex()
    data = objects.find(oid, ObjectKind.BLOB, _MAX_FILE)
    if data is None:
        return None
    return FileFact(hashlib.sha256(data).hexdigest(), len(data), oid)

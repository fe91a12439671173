"""What a merge of the receiver brings along beside the spine (PROTOCOL R22).

It is a commit that was reviewed, or one made here that holds what came by parcel or on
paper. Neither carries authority: they show which text was seen.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from proeve.deeds.signing import Hand, Moment, Place, SignedCommit
from proeve.deeds.stating import Files, fact_of
from proeve.history import commits
from proeve.history.grammar import is_file
from proeve.history.objects import ObjectKind, Objects
from proeve.history.sides import side_of
from proeve.history.spine import Spine, side_lines
from proeve.history.trees import Difference, Trees
from proeve.model.history import Act, FileFact, Side
from proeve.model.statement import folder_of
from proeve.rules.attesting import ATTESTED

_ACTS = "acts/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """A merge to be: its second parent, the exam, the files landed and the acts."""

    beside: str
    scope: str
    after: Files
    acts: Sequence[Act]

    @property
    def attests(self) -> bool:
        """Tell whether an attestation lands, so that what was seen matters."""
        return any(act.namespace == ATTESTED for act in self.acts)


def branch_of(objects: Objects, line: Sequence[str], head: str) -> tuple[str, ...]:
    """Return the commits of a branch that are not on the spine, its head first."""
    return side_lines(objects, Spine((), {head: (head,)}), line)[head]


def reviewed_sides(
    objects: Objects, line: Sequence[str], merge: Merge
) -> Iterator[Side]:
    """Yield what will be read of the commits beside a merge that is not made yet."""
    if not merge.attests:
        return
    seen = {act.extra.get("reviewed_commit", "") for act in merge.acts}
    for oid in branch_of(objects, line, merge.beside):
        asked = oid in {merge.beside, *seen}
        there = files_in(objects, oid, merge.scope) if asked else None
        made = side_of(objects, oid, _differs(merge.after, there))
        if made is not None:
            yield made


def unpacked_side(hand: Hand, merge: Merge) -> Iterator[Side]:
    """Yield what will be read of a commit that holds exactly what the merge lands."""
    if merge.attests:
        key = hand.signature(commits.NAMESPACE).key
        claims = frozenset({hand.person})
        yield Side(oid=merge.beside, key=key, claims=claims, differs={})


def unpacked_commit(
    hand: Hand, scope: str, tree: str, head: str, at: Moment
) -> SignedCommit:
    """Return the commit in which the receiver unpacks what came in for an exam."""
    message = f"unpack {scope}\n"
    unsigned = commits.commit_bytes(tree, (head,), hand.person, at, message)
    return SignedCommit(
        raw=commits.with_signature(unsigned, hand.armor(unsigned, commits.NAMESPACE)),
        place=Place(tree, (head,), at),
        payload_sha256=hashlib.sha256(unsigned).hexdigest(),
        signature=hand.signature(commits.NAMESPACE),
    )


def files_in(objects: Objects, commit: str, scope: str) -> dict[str, FileFact] | None:
    """Return the facts of a scope's files in any commit, by path in its folder.

    None if there are none, or if something stands there that is no plain file.
    """
    folder = folder_of(scope)
    found: dict[str, FileFact] = {}
    for path, mode, oid in _rows(objects, commit, folder):
        if not is_file(mode):
            return None
        found[path.removeprefix(folder)] = fact_of(objects.raw(oid, ObjectKind.BLOB))
    return found or None


def _rows(
    objects: Objects, commit: str, folder: str
) -> Iterator[tuple[str, bytes, str]]:
    found = commits.links(objects.raw(commit, ObjectKind.COMMIT))
    trees = Trees(lambda oid: objects.find(oid, ObjectKind.TREE))
    for item in trees.within(found[0], folder) if found else ():
        if not isinstance(item, Difference):
            yield item.path, b"", ""
        elif item.after is not None:
            yield (
                item.path.decode("utf-8", "replace"),
                item.after[0],
                item.after[1].hex(),
            )


def _differs(
    landed: Files, there: Mapping[str, FileFact] | None
) -> dict[str, FileFact | None] | None:
    if there is None:
        return None
    return {
        path: there.get(path)
        for path in sorted({*landed, *there})
        if not path.startswith(_ACTS) and landed.get(path) != there.get(path)
    }

"""Branches beside the spine: what was pushed for review, or unpacked from a parcel."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from proeve.model.history import FileFact, Side
from tests.judging import paper, people
from tests.judging.changes import Changes, in_folder, merged
from tests.judging.ledger import START, Signed, inside
from tests.judging.objects import (
    File,
    GitObject,
    SshKey,
    blob_oid,
    key_of,
    tree_objects,
)
from tests.judging.sim import ExamSim


@dataclass(frozen=True, slots=True, kw_only=True)
class _Made:
    """One commit of a branch, and what may be told of it."""

    objects: tuple[GitObject, ...]
    key: SshKey | None
    author: str
    files: Mapping[str, File]

    @property
    def oid(self) -> str:
        return self.objects[-1].oid


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """Commits on top of a sim's head; `made` has the oldest first."""

    files: Mapping[str, File]
    start: str
    scope: str
    made: tuple[_Made, ...] = field(default=())

    @property
    def objects(self) -> tuple[GitObject, ...]:
        """All objects of the branch, its last commit last."""
        return tuple(each for made in self.made for each in made.objects)

    @property
    def oid(self) -> str:
        """The last commit."""
        return self.made[-1].oid if self.made else self.start

    def commit(
        self,
        changes: Changes,
        by: str = people.RECEIVER,
        *,
        key: SshKey | None = None,
        signed: bool = True,
    ) -> "Branch":
        """Return the branch with one more commit, by somebody."""
        after = merged(self.files, in_folder(self.scope, changes))
        trees = tuple(tree_objects(after))
        moment = START + 7 + 60 * len(self.made)
        person = f"{by} <{by}@proeve.invalid> {moment} +0000"
        head = (
            f"tree {trees[-1].oid}\nparent {self.oid}\n"
            f"author {person}\ncommitter {person}\n"
        )
        payload = f"{head}\nWork to look at\n".encode()
        key = (key or key_of(by)) if signed else None
        raw = payload
        if key:
            folded = key.sign(payload, "git").rstrip("\n").replace("\n", "\n ")
            raw = f"{head}gpgsig {folded}\n\nWork to look at\n".encode()
        blobs = [GitObject("blob", file.data) for file in after.values()]
        objects = (*blobs, *trees, GitObject("commit", raw))
        made = _Made(objects=objects, key=key, author=by, files=after)
        return replace(self, files=after, made=(*self.made, made))

    def facts(
        self, scope: str, files: Mapping[str, File], acts: Sequence[Signed]
    ) -> tuple[Side, ...]:
        """Return what reading the branch must yield, beside a merge."""
        attested = [act for act in acts if act.fact.namespace == "proeve-receiver@v1"]
        if not attested:
            return ()
        asked = {self.oid, *(a.fact.extra.get("reviewed_commit") for a in attested)}
        landed = inside(files, scope)
        return tuple(
            Side(
                oid=made.oid,
                key=made.key.text if made.key else None,
                claims=frozenset({made.author}),
                differs=_differs(landed, inside(made.files, scope))
                if made.oid in asked
                else None,
            )
            for made in reversed(self.made)
        )


def branch(sim: ExamSim) -> Branch:
    """Return a branch at the head of a sim, with nothing on it yet."""
    ledger = sim.books.ledger
    return Branch(files=dict(ledger.files), start=ledger.head, scope=sim.scope)


def _differs(
    landed: Mapping[str, bytes], side: Mapping[str, bytes]
) -> dict[str, FileFact | None]:
    paths = {path for path in {*landed, *side} if not path.startswith("acts/")}
    return {
        path: _fact(side.get(path))
        for path in sorted(paths)
        if landed.get(path) != side.get(path)
    }


def _fact(data: bytes | None) -> FileFact | None:
    if data is None:
        return None
    return FileFact(paper.hexdigest(data), len(data), blob_oid(data))

"""Real repositories with really signed commits, as sentences in a test."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from proeve.history.commits import commit_bytes, signed
from proeve.history.keys import private_from_seed
from proeve.history.objects import ObjectKind, Objects
from proeve.history.porcelain import init
from proeve.history.statements import trailer_block
from proeve.history.transitions import Reader, transitions
from proeve.history.treebuilder import TreeBuilder
from proeve.history.write import LooseStore
from proeve.model.findings import Finding
from proeve.model.history import Transition
from proeve.model.statement import Statement, Trailers
from proeve.process.vocabulary import Action, Role
from proeve.words.codes import ALL

REPO = f"r-{'7f' * 16}"
DIGEST = f"sha256:{'ab' * 32}"
STATEMENT = Statement(
    version=1,
    repo=REPO,
    scope="groups/ei2-2026-a/pvb-0042",
    step="acquire",
    action=Action.APPROVE,
    role=Role.SCHOOL_CONTACT,
    actor="p-4f2a91c0",
    seq=5,
    text=DIGEST,
)
TRAILERS = Trailers(statement=STATEMENT, base=DIGEST, subject=DIGEST)
MESSAGE = f"acquire: approve\n\n{trailer_block(TRAILERS)}"


def key_of(name: str) -> Ed25519PrivateKey:
    """Return the key of somebody, which follows from their name."""
    return private_from_seed(hashlib.sha256(name.encode()).digest())


def said(scope: str, **other: str) -> str:
    """Return a message that states something about a scope."""
    statement = replace(STATEMENT, scope=scope)
    return (
        f"subject\n\n{trailer_block(replace(TRAILERS, statement=statement, **other))}"
    )


@dataclass
class Repository:
    """A bare repository that grows by commits made with Proeve's own writer."""

    folder: Path
    head: str | None = None
    count: int = 0
    made: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        init(self.folder, bare=True)
        self.store = LooseStore(self.folder / "objects")
        self.tree = TreeBuilder(self.store)

    @property
    def objects(self) -> Objects:
        return Objects.open(self.folder)

    def put(self, kind: ObjectKind, data: bytes) -> str:
        return self.store.put(kind, data)

    def commit(self, files: Mapping[str, bytes | None] | None = None) -> str:
        """Commit files (None removes one) on the spine, signed."""
        for path, data in (files or {}).items():
            if data is None:
                self.tree.remove(path)
            else:
                self.tree.write_file(path, data)
        return self.commit_tree(self.tree.write())

    def commit_tree(self, tree: str, *sides: str) -> str:
        """Commit a tree that was made elsewhere, signed, on the spine."""
        parents = ((self.head,) if self.head else ()) + sides
        when = (1_790_000_000 + self.count, "+0100")
        raw = commit_bytes(tree, parents, "p-4f2a91c0", when, MESSAGE)
        return self.land(signed(key_of("contact"), raw))

    def land(self, raw: bytes) -> str:
        """Make a raw commit the head."""
        self.head = self.put(ObjectKind.COMMIT, raw)
        (self.folder / "refs" / "heads" / "main").write_text(f"{self.head}\n")
        self.count += 1
        self.made.append(self.head)
        return self.head

    def transitions(self, reader: Reader | None = None) -> list[Transition]:
        return list(
            transitions(self.folder, self.objects.head(), reader=reader, workers=1)
        )

    def codes(self) -> list[str]:
        """Return the codes of the newest commit's findings, with their paths."""
        last = self.transitions()[-1]
        assert all(in_words(each) for each in last.findings)
        return [f"{each.code} {each.where.path}".strip() for each in last.findings]


def in_words(finding: Finding) -> tuple[str, str]:
    """Return the sentences of a finding; fails if one lacks an argument."""
    code = ALL[finding.code]
    return code.nl.text.format(**finding.args), code.en.text.format(**finding.args)


def entry(mode: str, name: str, oid: str) -> bytes:
    """Return one raw entry of a tree."""
    return f"{mode} {name}\0".encode() + bytes.fromhex(oid)

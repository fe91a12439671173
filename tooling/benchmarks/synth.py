"""Make a really signed history of N commits, to measure on.

Forty people, exams of twelve documents of 3 KB in groups of twenty-five, a hundred
exams under way at a time. Trailers, digests and signatures are those of a real ledger;
the documents are filler, so the judge has no use for it.

    python tooling/benchmarks/synth.py DIR COMMITS
"""

import hashlib
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from proeve.history.commits import commit_bytes, signed
from proeve.history.keys import key_text, private_from_seed
from proeve.history.objects import ObjectKind
from proeve.history.porcelain import NO_COMMIT, init, move_branch
from proeve.history.statements import trailer_block
from proeve.history.treebuilder import TreeBuilder
from proeve.history.write import PackStore
from proeve.model.digest import scope_digest, tree_digest
from proeve.model.history import FileFact
from proeve.model.statement import Statement, Trailers
from proeve.process.vocabulary import Action, Role, StepId

PEOPLE = 40
EXAMS_A_GROUP = 25
UNDER_WAY = 100
FORM_BYTES = 3000
STEPS = tuple(StepId)
START = 1_790_000_000
REPO = f"r-{hashlib.sha256(b'benchmark').hexdigest()[:32]}"


@dataclass(frozen=True, slots=True)
class Person:
    """One signer, whose key follows from a number."""

    id: str
    key: Ed25519PrivateKey


@dataclass(slots=True)
class Maker:
    """The history so far: the tree, the head, and the digest of each scope."""

    store: PackStore
    tree: TreeBuilder
    head: tuple[str, ...] = ()
    count: int = 0
    files: dict[str, dict[str, FileFact]] = field(default_factory=dict)

    def commit(
        self, who: Person, scope: str, step: str, texts: dict[str, bytes]
    ) -> None:
        """Commit texts of one scope, signed by a person."""
        files = self.files.setdefault(scope, {})
        base = scope_digest(scope, files)
        for name, text in texts.items():
            oid = self.tree.write_file(f"exams/{scope}/{name}", text)
            files[name] = FileFact(hashlib.sha256(text).hexdigest(), len(text), oid)
        statement = Statement(
            version=1,
            repo=REPO,
            scope=scope,
            step=step,
            action=Action.APPROVE,
            role=Role.SCHOOL_CONTACT if step != "-" else Role.SUPER_ADMIN,
            actor=who.id,
            seq=len(files),
            text=tree_digest({name: files[name] for name in texts}),
        )
        trailers = Trailers(
            statement=statement, base=base, subject=scope_digest(scope, files)
        )
        message = f"{step}: approve {scope}\n\n{trailer_block(trailers)}"
        when = (START + self.count * 60, "+0100")
        raw = commit_bytes(self.tree.write(), self.head, who.id, when, message)
        self.head = (self.store.put(ObjectKind.COMMIT, signed(who.key, raw)),)
        self.count += 1


def people() -> tuple[Person, ...]:
    """Return the signers."""
    seeds = [hashlib.sha256(f"person {i}".encode()).digest() for i in range(PEOPLE)]
    return tuple(
        Person(f"p-{seed.hex()[:8]}", private_from_seed(seed)) for seed in seeds
    )


def turns() -> Iterator[tuple[int, StepId]]:
    """Yield exam and step: a hundred exams walk the twelve steps side by side."""
    wave = 0
    while True:
        for step in STEPS:
            for exam in range(wave, wave + UNDER_WAY):
                yield exam, step
        wave += UNDER_WAY


def form(exam: int, step: str) -> bytes:
    """Return a document of about 3 KB that no other exam has."""
    lines = [f"schema: proeve/{step}/v1", f"exam: {exam}", "ratings:"]
    size = 0
    while size < FORM_BYTES:
        word = hashlib.sha256(f"{exam} {step} {size}".encode()).hexdigest()
        lines.append(
            f"  {word[:12]}: {{rating: '{word[12]}', note: regel {word[13:30]}}}"
        )
        size += len(lines[-1]) + 1
    return ("\n".join(lines) + "\n").encode()


def make(folder: Path, commits: int) -> None:
    """Write a bare repository with a signed history, and the file git needs."""
    git_dir = init(folder, bare=True)
    signers = people()
    with PackStore(git_dir / "objects") as store:
        maker = Maker(store, TreeBuilder(store))
        registry = {
            f"people/{who.id[2:4]}/{who.id}.yml": f"key: {key_text(who.key)}\n".encode()
            for who in signers
        }
        maker.commit(signers[0], "registry", "-", registry)
        for exam, step in turns():
            if maker.count >= commits:
                break
            scope = f"groups/g{exam // EXAMS_A_GROUP:04}/e{exam:06}"
            who = signers[maker.count * 7 % PEOPLE]
            maker.commit(who, scope, step, {f"{step}.yml": form(exam, step)})
    move_branch(git_dir, maker.head[0], before=NO_COMMIT)
    allowed = "".join(
        f'{who.id}@proeve.invalid namespaces="git" {key_text(who.key)}\n'
        for who in signers
    )
    (folder / "allowed_signers").write_text(allowed)


def main() -> None:
    """Make a history and say how fast that went."""
    start = time.perf_counter()
    commits = int(sys.argv[2])
    make(Path(sys.argv[1]), commits)
    seconds = time.perf_counter() - start
    print(f"{commits} signed commits in {seconds:.1f} s: {commits / seconds:.0f}/s")


if __name__ == "__main__":
    main()

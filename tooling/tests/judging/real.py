"""A made ledger as a bare Git repository, judged from its objects alone."""

import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from proeve.gather.history import JudgingReader, judge_ledger, open_ledger
from proeve.history.transitions import transitions
from proeve.judge import step
from proeve.model.ledger import Judgement, Standing, State
from tests.judging import people
from tests.judging.ledger import START
from tests.judging.objects import (
    File,
    GitObject,
    SshKey,
    key_of,
    tree_objects,
    write_object,
)
from tests.judging.sim import ExamSim


def new_repository(folder: Path) -> Path:
    """Make a bare repository that holds nothing."""
    name = str(folder)
    init = ("git", "init", "--quiet", "--bare", "--initial-branch=main", name)
    subprocess.run(init, check=True)
    return folder


def judged(folder: Path, head: str) -> tuple[State, tuple[Judgement, ...]]:
    """Judge a repository from its genesis to a commit."""
    return judge_ledger(open_ledger(folder, head), workers=1)


def judged_last(folder: Path, before: ExamSim, head: str) -> Judgement:
    """Judge one commit on top of what the sim has made, from its objects."""
    reader = JudgingReader(people.REPO, "live")
    found = transitions(
        folder, head, reader=reader, workers=1, since=before.books.ledger.head
    )
    (transition,) = found
    return step(before.books.state, transition)[1]


def message_of(sim: ExamSim) -> str:
    """Return the message of the last commit that the sim made."""
    raw = sim.books.ledger.made[-1].commit.data
    return raw.partition(b"\n\n")[2].decode()


def undone(sim: ExamSim) -> ExamSim:
    """Take the last commit back: its message was wanted, not the commit."""
    ledger = sim.books.ledger
    ledger.made.pop()
    return sim


class Raw:
    """One more commit on top of a ledger, byte by byte as an attacker wants it."""

    def __init__(self, sim: ExamSim, files: Mapping[str, File | None]) -> None:
        self.before = sim
        ledger = sim.books.ledger
        merged = {**ledger.files, **files}
        self.files = {path: file for path, file in merged.items() if file is not None}
        self.parents: tuple[str, ...] = (ledger.head,)
        self.headers: tuple[str, ...] = ()
        self.message = ""
        self.key: SshKey | None = key_of(people.CONTACT)
        self.namespace = "git"
        self.armor: str | None = None
        self.spoil: tuple[bytes, bytes] = (b"", b"")
        self.edit: Callable[[bytes], bytes] = bytes
        self.more: list[GitObject] = []
        self.tree = ""

    def write(self, folder: Path) -> str:
        """Store the commit and return its id."""
        trees = tuple(tree_objects(self.files))
        blobs = [GitObject("blob", file.data) for file in self.files.values()]
        commit = GitObject("commit", self._bytes(self.tree or trees[-1].oid))
        for each in (*blobs, *trees, *self.more, commit):
            write_object(folder, each)
        return commit.oid

    def _bytes(self, tree: str) -> bytes:
        who = f"{people.CONTACT} <{people.CONTACT}@proeve.invalid> {START + 9999} +0000"
        lines = (
            f"tree {tree}",
            *(f"parent {parent}" for parent in self.parents),
            f"author {who}",
            f"committer {who}",
            *self.headers,
        )
        head = "".join(f"{line}\n" for line in lines)
        payload = f"{head}\n{self.message}".encode()
        if self.armor is None and self.key is None:
            return payload
        armor = self.armor or (self.key or _nobody()).sign(payload, self.namespace)
        folded = armor.rstrip("\n").replace("\n", "\n ")
        signed = f"{head}gpgsig {folded}\n\n{self.message}".encode()
        return self.edit(signed.replace(*self.spoil) if self.spoil[0] else signed)


def _nobody() -> SshKey:
    return key_of("nobody")


def verdict(raw: Raw, sim: ExamSim, store: Path) -> tuple[Standing, list[str]]:
    """Judge a commit on top of a sim's ledger, from its objects."""
    judgement = judged_last(store, sim, raw.write(store))
    return judgement.standing, list(codes(judgement))


def with_line(message: str, name: str, value: str) -> str:
    """Return a message in which one line says something else."""
    head, _, rest = message.partition(f"Proeve-{name}: ")
    return f"{head}Proeve-{name}: {value}\n{rest.partition(chr(10))[2]}"


def codes(judgement: Judgement) -> Sequence[str]:
    """Return the codes of everything that is wrong with a commit."""
    return [finding.code for finding in judgement.findings]

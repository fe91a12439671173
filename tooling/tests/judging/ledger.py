"""A ledger that is made commit by commit, with its own books and its own signatures.

It writes what it is told, lawful or not. Each commit is kept twice: as the Git objects
that an outsider would find, and as the facts that reading those objects must yield.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, cast

from proeve.model.document import Data
from proeve.model.findings import Finding, Location
from proeve.model.history import (
    Act,
    Change,
    FileFact,
    Read,
    Side,
    Signature,
    SignatureStatus,
    Transition,
)
from proeve.model.statement import Statement, Trailers
from proeve.process.documents import kind_of
from proeve.process.vocabulary import Action, Role
from tests.judging import paper
from tests.judging.objects import (
    FILE,
    File,
    GitObject,
    SshKey,
    blob_oid,
    tree_objects,
    write_object,
)

START = 1_767_225_600
"""The first second of 2026; each commit comes a minute after the one before."""

Lines = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The nine lines of a statement, as text: whatever the maker wants to claim."""

    repo: str
    scope: str
    step: str
    action: str
    role: str
    actor: str
    seq: int
    text: str
    version: int = 1

    @property
    def lines(self) -> Lines:
        """The nine lines in their order."""
        return (
            ("Version", str(self.version)),
            ("Repo", self.repo),
            ("Scope", self.scope),
            ("Step", self.step),
            ("Action", self.action),
            ("Role", self.role),
            ("Actor", self.actor),
            ("Seq", str(self.seq)),
            ("Text", self.text),
        )

    @property
    def statement(self) -> Statement:
        """What a reader makes of the lines."""
        return Statement(
            version=self.version,
            repo=self.repo,
            scope=self.scope,
            step=self.step,
            action=Action(self.action),
            role=Role(self.role),
            actor=self.actor,
            seq=self.seq,
            text=self.text,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """An act file: a statement that somebody signed away from the spine."""

    said: Said
    data: bytes
    fact: Act
    row: str = ""
    files: Mapping[str, File] = field(default_factory=dict[str, File])

    @property
    def path(self) -> str:
        """Where the file belongs, from the top of the repository."""
        return self.fact.path


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """One commit: its objects, and the transition that they amount to."""

    objects: tuple[GitObject, ...]
    transition: Transition

    @property
    def commit(self) -> GitObject:
        """The commit object, the last of the objects."""
        return self.objects[-1]


def sign_act(
    said: Said,
    key: SshKey,
    *,
    kind: str = "proeve-act",
    namespace: str = "",
    extra: Lines = (),
) -> Signed:
    """Sign a statement as an act file in the folder of its scope."""
    named = tuple((name.lower(), value) for name, value in said.lines[1:])
    payload = "".join(
        (
            f"{kind}/{said.version}\n",
            *(f"{name}: {value}\n" for name, value in (*named, *extra)),
        )
    ).encode()
    namespace = namespace or f"{kind}@v1"
    data = payload + key.sign(payload, namespace).encode()
    folder = said.scope if said.scope.startswith("groups/") else "registry"
    fact = Act(
        path=f"exams/{folder}/acts/{paper.hexdigest(data)}.act",
        sha256=paper.hexdigest(data),
        namespace=namespace,
        statement=said.statement,
        extra=dict(extra),
        signature=good(key, namespace),
        payload_sha256=paper.hexdigest(payload),
    )
    return Signed(said=said, data=data, fact=fact)


def good(key: SshKey, namespace: str) -> Signature:
    """Return what checking a signature by this key must yield."""
    return Signature(status=SignatureStatus.GOOD, key=key.text, namespace=namespace)


class Beside(Protocol):
    """The commits of a branch that a merge brings in, and the facts they amount to."""

    @property
    def objects(self) -> tuple[GitObject, ...]:
        """All objects of the branch, its last commit last."""

    def facts(
        self, scope: str, files: Mapping[str, File], acts: Sequence[Signed]
    ) -> tuple[Side, ...]:
        """Return what reading them must yield, beside a merge with these files."""


@dataclass(slots=True, kw_only=True)
class Ledger:
    """The repository as its maker sees it: its files and its line of commits."""

    files: dict[str, File] = field(default_factory=dict[str, File])
    made: list[Made] = field(default_factory=list[Made])
    sides: list[GitObject] = field(default_factory=list[GitObject])

    def fork(self) -> "Ledger":
        """Return a ledger that goes its own way from here."""
        return Ledger(
            files=dict(self.files), made=list(self.made), sides=list(self.sides)
        )

    @property
    def head(self) -> str:
        """The id of the last commit."""
        return self.made[-1].transition.oid if self.made else ""

    def folder(self, scope: str) -> dict[str, bytes]:
        """Return the files of a scope by their path in its folder."""
        return inside(self.files, scope)

    def commit(
        self,
        said: Said,
        base: str,
        subject: str,
        key: SshKey | None,
        *,
        files: Mapping[str, File | None],
        acts: Sequence[Signed] = (),
        side: "bool | Beside" = False,
        at: int | None = None,
    ) -> Made:
        """Add a commit that makes this statement and changes these files."""
        moment = START + 60 * len(self.made) if at is None else at
        changes = {**files, **{act.path: File(act.data) for act in acts}}
        after = {
            path: file
            for path, file in {**self.files, **changes}.items()
            if file is not None
        }
        trees = tuple(tree_objects(after))
        parents = (self.head,) if self.made else ()
        if side:
            parents = (*parents, self._side(side, trees[-1].oid, moment))
        message = _message(said, base, subject)
        body = _body(trees[-1].oid, parents, said.actor, moment)
        payload = body + b"\n" + message
        commit = GitObject("commit", _signed(body, message, payload, key))
        transition = Transition(
            oid=commit.oid,
            sha256=paper.hexdigest(commit.data),
            parents=parents,
            tree=trees[-1].oid,
            authored=moment,
            offset="+0000",
            subject=message.decode().partition("\n")[0],
            trailers=Trailers(statement=said.statement, base=base, subject=subject)
            if key
            else None,
            signature=good(key, "git")
            if key
            else Signature(status=SignatureStatus.NONE, reason="signature.none"),
            payload_sha256=paper.hexdigest(payload),
            changes=tuple(self._changes(after)),
            acts=tuple(sorted((act.fact for act in acts), key=lambda act: act.path)),
            documents=_documents(changes),
            findings=_complaints(commit.oid, key, self.files, changes),
            whole=_whole(said, after),
            sides=() if isinstance(side, bool) else side.facts(said.scope, after, acts),
        )
        blobs = {
            file.data: GitObject("blob", file.data)
            for file in changes.values()
            if file is not None
        }
        made = Made(objects=(*blobs.values(), *trees, commit), transition=transition)
        self.files = after
        self.made.append(made)
        return made

    def _side(self, side: "bool | Beside", tree: str, moment: int) -> str:
        """Make the commit that a merge has beside it: the work as it was handed in."""
        if not isinstance(side, bool):
            self.sides.extend(side.objects)
            return side.objects[-1].oid
        body = _body(tree, (self.head,), "p-00000000", moment)
        handed = GitObject("commit", body + b"\nHanded in\n")
        self.sides.append(handed)
        return handed.oid

    def _changes(self, after: Mapping[str, File]) -> list[Change]:
        paths = {
            path
            for path in {*self.files, *after}
            if self.files.get(path) != after.get(path)
        }
        return [
            _change(path, self.files.get(path), after.get(path))
            for path in sorted(paths, key=str.encode)
        ]

    def write_to(self, folder: Path) -> None:
        """Write all objects into a bare repository and point `main` at the head."""
        for made in self.made:
            for each in made.objects:
                write_object(folder, each)
        for side in self.sides:
            write_object(folder, side)
        branch = folder / "refs" / "heads" / "main"
        branch.parent.mkdir(parents=True, exist_ok=True)
        branch.write_text(self.head + "\n")


def inside(files: Mapping[str, File], scope: str) -> dict[str, bytes]:
    """Return the content of a scope's files by their path in its folder."""
    if scope == "tooling":
        return {
            path: file.data
            for path, file in files.items()
            if not path.startswith("exams/")
        }
    start = f"exams/{scope}/"
    if scope.count("/") == 1:
        return {
            path.removeprefix(start): file.data
            for path, file in files.items()
            if path == f"{start}group.yml"
        }
    return {
        path.removeprefix(start): file.data
        for path, file in files.items()
        if path.startswith(start)
    }


def _whole(said: Said, files: Mapping[str, File]) -> dict[str, str] | None:
    """Return every file in the scope that a cover vouches for."""
    if said.action != "cover":
        return None
    start = f"exams/{said.scope}/"
    group = said.scope.count("/") == 1
    return {
        path: blob_oid(file.data)
        for path, file in files.items()
        if (path == f"{start}group.yml" if group else path.startswith(start))
        or (said.scope == "tooling" and not path.startswith("exams/"))
    }


def written(data: Mapping[str, Data]) -> bytes:
    """Return a document as bytes; JSON is YAML too."""
    return (json.dumps(data, indent=1, ensure_ascii=False) + "\n").encode()


def _documents(changes: Mapping[str, File | None]) -> dict[str, Read]:
    return {
        path: _read(path, file.data)
        for path, file in changes.items()
        if file is not None and path.startswith("exams/") and path.endswith(".yml")
    }


def _read(path: str, data: bytes) -> Read:
    """Return what strict reading makes of a file that `written` wrote, or did not."""
    if kind_of(path.removeprefix("exams/")) is None:
        return (Finding("path.unknown-file", Location(path)),)
    return cast("dict[str, Data]", json.loads(data))


def _complaints(
    oid: str,
    key: SshKey | None,
    before: Mapping[str, File],
    changes: Mapping[str, File | None],
) -> tuple[Finding, ...]:
    """Return what reading the commit's bytes must complain of: no name, an act lost."""
    found = [] if key else [Finding("signature.none", Location("", commit=oid))]
    found += [
        Finding("history.act-changed", Location(path, commit=oid))
        for path, file in changes.items()
        if path.endswith(".act") and before.get(path, file) != file
    ]
    return tuple(found)


def _change(path: str, old: File | None, new: File | None) -> Change:
    shown = new or old
    fact = (
        FileFact(paper.hexdigest(new.data), len(new.data), blob_oid(new.data))
        if new
        else None
    )
    return Change(
        path=path,
        mode=shown.mode if shown else FILE,
        old=blob_oid(old.data) if old else None,
        new=blob_oid(new.data) if new else None,
        fact=fact,
    )


def _message(said: Said, base: str, subject: str) -> bytes:
    lines = (*said.lines, ("Base", base), ("Subject", subject))
    block = "".join(f"Proeve-{name}: {value}\n" for name, value in lines)
    first = f"{said.step}: " if said.step != "-" else ""
    return f"{first}{said.action} {said.scope}\n\n{block}".encode()


def _body(tree: str, parents: Sequence[str], actor: str, moment: int) -> bytes:
    person = f"{actor} <{actor}@proeve.invalid> {moment} +0000"
    return "".join(
        (
            f"tree {tree}\n",
            *(f"parent {parent}\n" for parent in parents),
            f"author {person}\n",
            f"committer {person}\n",
        )
    ).encode()


def _signed(body: bytes, message: bytes, payload: bytes, key: SshKey | None) -> bytes:
    if key is None:
        return payload
    first, *rest = key.sign(payload, "git").rstrip("\n").split("\n")
    header = "".join((f"gpgsig {first}\n", *(f" {line}\n" for line in rest)))
    return body + header.encode() + b"\n" + message

"""Signing in-process: a statement becomes a commit or an act file, with its facts.

What is signed here is not checked again at once: the key was at hand. Whoever reads the
history later checks every signature (history.sshsig).
"""

import hashlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Protocol

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from proeve.history import acts, commits
from proeve.history.keys import key_text
from proeve.history.pens import Pen
from proeve.history.sshsig import sign
from proeve.history.statements import act_text, trailer_block
from proeve.model.history import Act, Signature, SignatureStatus
from proeve.model.statement import NO_STEP, Statement, Trailers
from proeve.process.vocabulary import Action, Role

Moment = tuple[int, str]
"""Seconds since 1970 and the offset from UTC, as a commit states them."""


class Hand(Protocol):
    """A person who signs; with what is their own affair."""

    @property
    def person(self) -> str:
        """The pseudonym."""

    def armor(self, payload: bytes, namespace: str) -> bytes:
        """Return the armored signature over a payload."""

    def signature(self, namespace: str) -> Signature:
        """Return what a good signature of this hand is worth."""


@dataclass(frozen=True, slots=True)
class PenHand:
    """A person with a pen: a key file, an agent's key, a security key."""

    person: str
    pen: Pen

    def armor(self, payload: bytes, namespace: str) -> bytes:
        """Return the armored signature over a payload."""
        return self.pen.sign(payload, namespace)

    def signature(self, namespace: str) -> Signature:
        """Return what a good signature of this hand is worth."""
        return Signature(
            status=SignatureStatus.GOOD, key=self.pen.key, namespace=namespace
        )


@dataclass(frozen=True, slots=True)
class DryHand:
    """A person who rehearses: what they would sign is judged, and nothing is signed."""

    person: str
    key: str

    def armor(self, payload: bytes, namespace: str) -> bytes:
        """Return no signature."""
        del payload, namespace
        return b""

    def signature(self, namespace: str) -> Signature:
        """Return what a good signature of this hand will be worth."""
        return Signature(status=SignatureStatus.GOOD, key=self.key, namespace=namespace)


@dataclass(frozen=True, slots=True)
class Signer:
    """A person with the private key that they sign with; `key` is its public text."""

    person: str
    private: Ed25519PrivateKey
    key: str

    @classmethod
    def of(cls, person: str, private: Ed25519PrivateKey) -> "Signer":
        """Return the signer whose public key follows from the private one."""
        return cls(person, private, key_text(private))

    def armor(self, payload: bytes, namespace: str) -> bytes:
        """Return the armored signature over a payload."""
        return sign(self.private, payload, namespace)

    def signature(self, namespace: str) -> Signature:
        """Return what a good signature of this key is worth."""
        return Signature(status=SignatureStatus.GOOD, key=self.key, namespace=namespace)


@dataclass(frozen=True, slots=True)
class ActFile:
    """An act file as bytes, and as its reader will find it."""

    content: bytes
    act: Act


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """An approval that came in: the SHA-256 that names it, what it says, its folder.

    That is the SHA-256 of an act file or of a raw commit.
    """

    sha256: str
    said: Statement
    folder: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a commit stands: its whole tree, what it follows, and when it was made."""

    tree: str
    parents: tuple[str, ...]
    at: Moment


@dataclass(frozen=True, slots=True)
class SignedCommit:
    """A raw commit, where it stands, and what its signature covers and is worth."""

    raw: bytes
    place: Place
    payload_sha256: str
    signature: Signature

    @property
    def oid(self) -> str:
        """Git's own name for the commit."""
        head = b"commit %d\0" % len(self.raw)
        return hashlib.sha1(head + self.raw, usedforsecurity=False).hexdigest()


def sign_act(
    signer: Hand,
    statement: Statement,
    folder: str,
    kind: str = "proeve-act",
    extra: tuple[tuple[str, str], ...] = (),
) -> ActFile:
    """Return the act file by which somebody makes a statement; it lies in `folder`."""
    payload = act_text(statement, kind, extra).encode("ascii")
    namespace = acts.KINDS[kind].namespace
    content = payload + signer.armor(payload, namespace)
    return ActFile(
        content,
        Act(
            path=folder + acts.file_name(content),
            sha256=hashlib.sha256(content).hexdigest(),
            namespace=namespace,
            statement=statement,
            extra=dict(extra),
            signature=signer.signature(namespace),
            payload_sha256=hashlib.sha256(payload).hexdigest(),
        ),
    )


def came_in(act: ActFile) -> Came:
    """Return what an act is for whoever says that it came in."""
    if act.act.statement is None:
        raise ValueError("only an act with a statement can be received")
    folder = act.act.path.rpartition("/")[0] + "/"
    return Came(sha256=act.act.sha256, said=act.act.statement, folder=folder)


def sign_arrival(
    signer: Hand, role: Role, came: Came, at: int, road: str = ""
) -> ActFile:
    """Return the receiver's word, or by a road the office's, that something came in."""
    said = replace(came.said, action=Action.LAND, role=role, actor=signer.person)
    extra = (("act", f"sha256:{came.sha256}"), ("received", written(at)))
    if not road:
        return sign_act(signer, said, came.folder, "proeve-receipt", extra)
    road_too = (*extra, ("road", road))
    return sign_act(signer, said, came.folder, "proeve-arrival", road_too)


def sign_checkpoint(
    signer: Hand, said: Statement, folder: str, spine: tuple[int, str], at: int
) -> ActFile:
    """Return the word that the spine has a length and ends in a commit by now."""
    length, head = spine
    extra = (
        ("length", str(length)),
        ("head", f"sha256:{head}"),
        ("made", written(at)),
    )
    return sign_act(signer, said, folder, "proeve-checkpoint", extra)


def written(at: int) -> str:
    """Return a moment as receipts and checkpoints write it."""
    return datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def subject_line(statement: Statement) -> str:
    """Return the first line of a commit message: a template without free text."""
    step = "" if statement.step == NO_STEP else f"{statement.step}: "
    return f"{step}{statement.action} {statement.scope}"


def sign_commit(signer: Hand, said: Trailers, place: Place) -> SignedCommit:
    """Return the commit by which somebody makes a statement on the spine."""
    message = f"{subject_line(said.statement)}\n\n{trailer_block(said)}"
    unsigned = commits.commit_bytes(
        place.tree, place.parents, signer.person, place.at, message
    )
    return SignedCommit(
        raw=commits.with_signature(unsigned, signer.armor(unsigned, commits.NAMESPACE)),
        place=place,
        payload_sha256=hashlib.sha256(unsigned).hexdigest(),
        signature=signer.signature(commits.NAMESPACE),
    )

"""What Git holds, as neutral facts: transitions along the spine, nothing judged.

Every fact comes from objects that were hashed again when they were read. Dates are
carried along to be shown and are never believed (PROTOCOL R34).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from proeve.model.document import Data
from proeve.model.findings import Finding
from proeve.model.statement import Statement, Trailers

Read = dict[str, Data] | tuple[Finding, ...]
"""What a reader makes of one document: its data, or why it has none."""


@dataclass(frozen=True, slots=True)
class FileFact:
    """One file's content; `sha256` is bare hex, `oid` is Git's own name for it."""

    sha256: str
    size: int
    oid: str


@dataclass(frozen=True, slots=True)
class Change:
    """One file that a transition adds (no `old`), changes, or removes (no `new`).

    `path` is seen from the top of the repository; `mode` is the new one, or the old one
    of a removed file. `fact` is None for a removed file, and for one that may not stand
    there by its mode or size; then a finding of the transition says so.
    """

    path: str
    mode: str
    old: str | None
    new: str | None
    fact: FileFact | None


class SignatureStatus(StrEnum):
    """What a signature is worth by itself, before anyone is asked whose key it is."""

    GOOD = "good"
    NONE = "none"  # there is none, or one of a kind that can carry no role
    BAD = "bad"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """A signature that was checked; `key` is `ssh-ed25519 AAAA...` when it is good.

    `reason` is the code of the finding that says why it is not good.
    """

    status: SignatureStatus
    key: str | None = None
    namespace: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One act file that a transition adds; `sha256` of the file is also its name.

    `payload_sha256` is over the signed lines: the same statement counts once, however
    it is wrapped. `extra` holds the lines after the nine that its kind of act has, such
    as `genesis` in a root holder's statement. `problems` is empty when all is in order.
    """

    path: str
    sha256: str
    namespace: str
    statement: Statement | None
    extra: Mapping[str, str]
    signature: Signature
    payload_sha256: str
    problems: tuple[Finding, ...] = ()


class TokenStatus(StrEnum):
    """What a time-stamping token is worth, before anyone is asked whose it is."""

    GOOD = "good"
    BAD = "bad"  # unreadable, over other bytes, or not signed by what it carries
    UNJUDGED = "unjudged"  # the library that reads tokens is not installed


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One token file that a transition adds; `act` is the bare SHA-256 in its name.

    `at` and `certificate` (the SHA-256 of the service's certificate) are what a good
    token says.
    """

    path: str
    act: str
    status: TokenStatus
    at: int = 0
    certificate: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One commit beside the spine that a merge brings in, as evidence and no authority.

    `key` made a good signature over it; `claims` are the pseudonyms that it names as
    its maker. `differs` holds what its folder of the exam has otherwise than the merge,
    acts left out, with None for a file that is not there; it is None for a folder that
    is absent, cannot be read, or that no attestation speaks of.
    """

    oid: str
    key: str | None
    claims: frozenset[str]
    differs: Mapping[str, FileFact | None] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition:
    """One commit of the spine against its first parent.

    `sha256` is over the raw commit; `payload_sha256` over what its signature signs, for
    noticing the same statement twice. `documents` holds each document that is new or
    changed, by its path, when a reader was given. `findings` are about structure only.
    Of a cover, `whole` names every file in its scope, with Git's name for its content.
    `sides` are the commits beside the spine, the second parent first, where an
    attestation asks for them.
    """

    oid: str
    sha256: str
    parents: tuple[str, ...]
    tree: str
    authored: int
    offset: str
    subject: str
    trailers: Trailers | None
    signature: Signature
    payload_sha256: str
    changes: tuple[Change, ...]
    acts: tuple[Act, ...]
    documents: Mapping[str, Read]
    findings: tuple[Finding, ...]
    whole: Mapping[str, str] | None = None
    sides: tuple[Side, ...] = ()
    tokens: tuple[Token, ...] = ()


def trust_root(genesis: Transition) -> str | None:
    """Return what is handed over on paper: the repository and its first commit.

    None if the first commit states nothing, so that this is no ledger.
    """
    if genesis.trailers is None:
        return None
    return f"proeve:{genesis.trailers.statement.repo}:sha256:{genesis.sha256}"


UNCONFIRMED = frozenset(
    {"signature.none", "signature.foreign", "statement.absent"},
)
"""Codes that leave a commit unconfirmed, so that a later cover can make it lawful.

What squash and rebase in a forge leave behind; anything else is invalid (TRUST 1.7).
"""

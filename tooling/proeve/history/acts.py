"""Act files: a statement with a signature of its own, stored beside the text.

An act survives merge, squash and rebase, since it does not depend on the commit that
carries it. Its file name is the SHA-256 of its bytes. Source: PROTOCOL R3, R11.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from proeve.history.sshsig import BEGIN, check, sign
from proeve.history.statements import Problem, act_text, nine, read_act
from proeve.model import time
from proeve.model.findings import Finding, Location
from proeve.model.history import Act, Signature, SignatureStatus
from proeve.model.statement import Statement

MAX_ACT = 16384


@dataclass(frozen=True, slots=True)
class ActKind:
    """A kind of act: the namespace of its signature, the lines it adds to the nine."""

    namespace: str
    extra: tuple[str, ...] = ()


KINDS: Mapping[str, ActKind] = MappingProxyType(
    {
        "proeve-act": ActKind("proeve-act@v1"),
        # A root holder's word for the genesis commit, named by `sha256:<64 hex>`.
        "proeve-genesis": ActKind("proeve-genesis@v1", ("genesis",)),
        # When an act came in: the receiver's word, or the exam office's.
        "proeve-receipt": ActKind(time.RECEIPT, ("act", "received")),
        "proeve-arrival": ActKind(time.ARRIVAL, ("act", "received", "road")),
        # How long the spine was at a moment (the shape of C2SP's tlog-checkpoint).
        "proeve-checkpoint": ActKind(time.CHECKPOINT, ("length", "head", "made")),
    }
)
# A commit without a signature can be covered later; an act without one is no act.
_NONE = Signature(status=SignatureStatus.NONE, reason="statement.act-unsigned")


def read(path: str, data: bytes, commit: str) -> Act:
    """Return the act in a file, with every reason why it does not count."""
    name = hashlib.sha256(data).hexdigest()
    payload, armor = _halves(data)
    kind = payload.partition(b"\n")[0].partition(b"/")[0].decode("ascii", "replace")
    known = KINDS.get(kind)
    signature, values = _contents(payload, armor, kind)
    problems = [] if _named(path, name) else [Problem("statement.act-name")]
    if isinstance(values, Problem):
        problems.append(values)
    if signature.reason:
        problems.append(Problem(signature.reason))
    lines = () if isinstance(values, Problem) else values
    return Act(
        path=path,
        sha256=name,
        namespace=known.namespace if known else "",
        statement=nine(lines) if lines else None,
        extra=dict(zip(known.extra, lines[9:], strict=True)) if known and lines else {},
        signature=signature,
        payload_sha256=hashlib.sha256(payload).hexdigest(),
        problems=tuple(
            Finding(each.code, Location(path, commit=commit), dict(each.args))
            for each in problems
        ),
    )


def make(
    private: Ed25519PrivateKey,
    statement: Statement,
    kind: str = "proeve-act",
    extra: tuple[tuple[str, str], ...] = (),
) -> bytes:
    """Return the bytes of an act file signed with a key."""
    payload = act_text(statement, kind, extra).encode("ascii")
    return payload + sign(private, payload, KINDS[kind].namespace)


def file_name(data: bytes) -> str:
    """Return the name that these bytes must be stored under."""
    return f"{hashlib.sha256(data).hexdigest()}.act"


def _halves(data: bytes) -> tuple[bytes, bytes]:
    at = data.find(BEGIN)
    return (data, b"") if at < 0 else (data[:at], data[at:])


def _contents(
    payload: bytes, armor: bytes, kind: str
) -> tuple[Signature, tuple[str, ...] | Problem]:
    known = KINDS.get(kind)
    if known is None:
        return _NONE, Problem("statement.kind")
    if len(payload) + len(armor) > MAX_ACT:
        return _NONE, Problem("statement.long", (("limit", str(MAX_ACT)),))
    signature = check(armor, payload, known.namespace) if armor else _NONE
    return signature, read_act(payload, kind, known.extra)


def _named(path: str, name: str) -> bool:
    return path.rpartition("/")[2] == f"{name}.act"

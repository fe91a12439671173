"""Act files: a statement with a signature of its own, stored beside the text.

An act survives merge, squash and rebase, since it does not depend on the commit that
carries it. Its file name is the SHA-256 of its bytes. Source: PROTOCOL R3, R11.
"""

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from proeve.history import attestations, lists
from proeve.history.sshsig import BEGIN, check, sign
from proeve.history.statements import (
    DIGEST,
    MOMENT,
    Line,
    Problem,
    act_text,
    nine,
    read_act,
)
from proeve.model import time
from proeve.model.findings import Finding, Location
from proeve.model.history import Act, Signature, SignatureStatus
from proeve.model.statement import Statement

MAX_ACT = 16384
_LENGTH = re.compile("[1-9][0-9]{0,8}")
_ROAD = re.compile("mail|stick|paper|desk")
_CAME: tuple[Line, ...] = (("act", DIGEST), ("received", MOMENT))


@dataclass(frozen=True, slots=True)
class ActKind:
    """A kind of act: the namespace of its signature, the lines it adds to the nine.

    `lines` gives those that depend on the others; `signed` what the signature is over,
    where that is not the text above it; `check` what else must fit together.
    """

    namespace: str
    extra: tuple[Line, ...] = ()
    lines: Callable[[Sequence[str]], tuple[Line, ...]] | None = None
    signed: Callable[[Statement, Mapping[str, str]], bytes] | None = None
    check: Callable[[Statement, Mapping[str, str]], Problem | None] | None = None


KINDS: Mapping[str, ActKind] = MappingProxyType(
    {
        "proeve-act": ActKind("proeve-act@v1"),
        # A root holder's word for the genesis commit, named by `sha256:<64 hex>`.
        "proeve-genesis": ActKind("proeve-genesis@v1", (("genesis", DIGEST),)),
        "proeve-receiver": ActKind("proeve-receiver@v1", lines=attestations.lines),
        lists.KIND: ActKind(
            lists.NAMESPACE,
            lines=lists.lines,
            signed=lists.signed,
            check=lists.check,
        ),
        # When an act came in: the receiver's word, or the exam office's.
        "proeve-receipt": ActKind(time.RECEIPT, _CAME),
        "proeve-arrival": ActKind(time.ARRIVAL, (*_CAME, ("road", _ROAD))),
        # How long the spine was at a moment (the shape of C2SP's tlog-checkpoint).
        "proeve-checkpoint": ActKind(
            time.CHECKPOINT, (("length", _LENGTH), ("head", DIGEST), ("made", MOMENT))
        ),
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
    said = _said(payload, armor, kind)
    problems = [] if _named(path, name) else [Problem("statement.act-name")]
    problems += said.problems
    if said.signature.reason:
        problems.append(Problem(said.signature.reason))
    return Act(
        path=path,
        sha256=name,
        namespace=known.namespace if known else "",
        statement=said.statement,
        extra=said.extra,
        signature=said.signature,
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


@dataclass(frozen=True, slots=True)
class _Said:
    """What an act file says, and what the signature under it is worth."""

    signature: Signature
    statement: Statement | None = None
    extra: Mapping[str, str] = field(default_factory=dict[str, str])
    problems: tuple[Problem, ...] = ()


def _said(payload: bytes, armor: bytes, kind: str) -> _Said:
    known = KINDS.get(kind)
    if known is None:
        return _Said(_NONE, problems=(Problem("statement.kind"),))
    if len(payload) + len(armor) > MAX_ACT:
        limit = (("limit", str(MAX_ACT)),)
        return _Said(_NONE, problems=(Problem("statement.long", limit),))
    lines = _lines(known, payload)
    values = read_act(payload, kind, lines)
    if isinstance(values, Problem):
        # What a list's signature is over cannot be told without its lines.
        bad = Signature(status=SignatureStatus.BAD)
        signature = bad if known.signed else _signature(armor, payload, known)
        return _Said(signature, problems=(values,))
    statement, extra = nine(values), _by_name(lines, values[9:])
    over = known.signed(statement, extra) if known.signed else payload
    problem = known.check(statement, extra) if known.check else None
    return _Said(
        _signature(armor, over, known), statement, extra, (problem,) if problem else ()
    )


def _signature(armor: bytes, over: bytes, known: ActKind) -> Signature:
    return check(armor, over, known.namespace) if armor else _NONE


def _lines(known: ActKind, payload: bytes) -> tuple[Line, ...]:
    """Return the lines that this act must have after the nine."""
    if known.lines is None:
        return known.extra
    return known.lines(payload.decode("ascii", "replace").split("\n")[9:])


def _by_name(lines: Sequence[Line], values: Sequence[str]) -> dict[str, str]:
    """Return values by the name of their line, those of one name behind each other."""
    found: dict[str, str] = {}
    for (name, _), value in zip(lines, values, strict=True):
        found[name] = f"{found[name]} {value}" if name in found else value
    return found


def _named(path: str, name: str) -> bool:
    return path.rpartition("/")[2] == f"{name}.act"

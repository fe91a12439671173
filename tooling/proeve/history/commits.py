"""One raw commit taken apart, and put together: headers, signed bytes, message.

Exactly `tree`, at most two `parent`, `author`, `committer`, `gpgsig` in this order.
Whatever else Git would let through (a second author, a header that no signature covers,
a NUL) is a finding (TRUST 1.5, attacks 14 to 18). Names and dates are never believed.
"""

import hashlib
import re
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from proeve.history.sshsig import check, sign
from proeve.history.statements import Problem, read_message, subject_of
from proeve.model.history import Signature, SignatureStatus
from proeve.model.statement import Trailers

NAMESPACE = "git"
MAX_COMMIT = 65536

_COMMIT = re.compile(
    rb"(tree ([0-9a-f]{40})\n"
    rb"((?:parent [0-9a-f]{40}\n){0,2})"
    rb"author ([^\n\0]*)\n"
    rb"committer [^\n\0]*\n)"
    rb"(?:gpgsig ([^\n\0]*(?:\n [^\n\0]*)*)\n)?"
    rb"(\n.*)",
    re.DOTALL,
)
_LINKS = re.compile(rb"tree ([0-9a-f]{40})\n((?:parent [0-9a-f]{40}\n)*)")
_ALLOWED = (b"tree", b"parent", b"author", b"committer", b"gpgsig")
_PERSON = re.compile(
    rb"[^<>\n]* <[^<>\n]*> ([0-9]{1,11}) ([+-](?:0[0-9]|1[0-4])[0-5][0-9])"
)
_UNSEEMLY = re.compile(r"[^!-~]")
_FOREIGN = (b"-----BEGIN PGP", b"-----BEGIN SIGNED MESSAGE")
_PARENT_LINE = len("parent \n") + 40
_MAX_PARENTS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Commit:
    """A raw commit read strictly; with `problems` it can still be followed."""

    tree: str
    parents: tuple[str, ...]
    authored: int
    offset: str
    subject: str
    trailers: Trailers | None
    signature: Signature
    payload_sha256: str
    problems: tuple[Problem, ...]


def links(raw: bytes) -> tuple[str, tuple[str, ...]] | None:
    """Return the tree and all parents of a raw commit; None if it names no tree."""
    found = _LINKS.match(raw)
    return (found[1].decode(), _parents(found[2])) if found else None


def read(raw: bytes) -> Commit | None:
    """Return a raw commit with its signature checked; None if it names no tree."""
    found = _COMMIT.fullmatch(raw)
    if found is None or len(raw) > MAX_COMMIT:
        return _malformed(raw)
    headers, tree, parents, author, armor, rest = found.groups()
    payload = headers + rest
    signature = _check(armor, payload)
    trailers, problems = _said(rest[1:], signature)
    person = _PERSON.fullmatch(author)
    if person is None:
        problems += (Problem("history.author"),)
    return Commit(
        tree=tree.decode(),
        parents=_parents(parents),
        authored=int(person[1]) if person else 0,
        offset=person[2].decode() if person else "+0000",
        subject=subject_of(rest[1:]),
        trailers=trailers,
        signature=signature,
        payload_sha256=hashlib.sha256(payload).hexdigest(),
        problems=problems,
    )


def trust_root(raw: bytes, trailers: Trailers) -> str:
    """Return the trust root that a raw genesis commit and its statement stand for."""
    return f"proeve:{trailers.statement.repo}:sha256:{hashlib.sha256(raw).hexdigest()}"


def commit_bytes(
    tree: str, parents: tuple[str, ...], who: str, when: tuple[int, str], message: str
) -> bytes:
    """Return an unsigned commit by a pseudonym, at seconds since 1970 and an offset."""
    person = f"{who} <{who}@proeve.invalid> {when[0]} {when[1]}"
    above = "".join(f"parent {parent}\n" for parent in parents)
    return (
        f"tree {tree}\n{above}author {person}\ncommitter {person}\n\n{message}"
    ).encode()


def signed(private: Ed25519PrivateKey, unsigned: bytes) -> bytes:
    """Return the commit with a signature over it in its header, as Git stores one."""
    return with_signature(unsigned, sign(private, unsigned, NAMESPACE))


def with_signature(unsigned: bytes, armor: bytes) -> bytes:
    """Return the commit with an armored signature over it in its header."""
    headers, _, message = unsigned.partition(b"\n\n")
    folded = armor.rstrip(b"\n").replace(b"\n", b"\n ")
    return headers + b"\ngpgsig " + folded + b"\n\n" + message


def _parents(lines: bytes) -> tuple[str, ...]:
    return tuple(
        lines[at + 7 : at + 47].decode() for at in range(0, len(lines), _PARENT_LINE)
    )


def _check(armor: bytes | None, payload: bytes) -> Signature:
    if armor is None:
        return Signature(status=SignatureStatus.NONE, reason="signature.none")
    if armor.startswith(_FOREIGN):
        return Signature(status=SignatureStatus.NONE, reason="signature.foreign")
    return check(armor.replace(b"\n ", b"\n") + b"\n", payload, NAMESPACE)


def _said(
    message: bytes, signature: Signature
) -> tuple[Trailers | None, tuple[Problem, ...]]:
    """Return what a message states; without a signature nobody states anything."""
    unsigned = (Problem(signature.reason),) if signature.reason else ()
    if signature.status is SignatureStatus.NONE:
        return None, unsigned
    found = read_message(message)
    if isinstance(found, Problem):
        return None, (*unsigned, found)
    return found, unsigned


def _malformed(raw: bytes) -> Commit | None:
    """Return what can still be followed of a commit that is not as it must be."""
    found = links(raw)
    if found is None:
        return None
    tree, parents = found
    problem = _complaint(raw, parents)
    return Commit(
        tree=tree,
        parents=parents,
        authored=0,
        offset="+0000",
        subject=subject_of(raw.partition(b"\n\n")[2]),
        trailers=None,
        signature=Signature(status=SignatureStatus.BAD, reason=problem.code),
        payload_sha256=hashlib.sha256(raw).hexdigest(),
        problems=(problem,),
    )


def _complaint(raw: bytes, parents: tuple[str, ...]) -> Problem:
    if len(raw) > MAX_COMMIT:
        return Problem("history.commit-long", (("limit", str(MAX_COMMIT)),))
    if len(parents) > _MAX_PARENTS:
        return Problem("history.parents", (("count", str(len(parents))),))
    for line in raw.partition(b"\n\n")[0].split(b"\n"):
        name = line.partition(b" ")[0]
        if name and name not in _ALLOWED:
            shown = _UNSEEMLY.sub("?", name[:40].decode("latin-1"))
            return Problem("history.header", (("header", shown),))
    return Problem("history.headers")

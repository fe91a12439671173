"""Decision lists made by the paper: PROTOCOL R3 and the figures of RFC 6962, 2.1.

Nothing here comes from Proeve, so that maker and judge cannot share a mistake.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from proeve.model.history import Act
from tests.judging import paper, people
from tests.judging.ledger import Lines, Said, Signed, good
from tests.judging.objects import SshKey, key_of

NAMESPACE = "proeve-list@v1"


def salt_of(number: int) -> bytes:
    """Return a salt that differs for every number."""
    return hashlib.sha256(f"salt {number}".encode()).digest()


def text_of(said: Said, kind: str = "proeve-line") -> bytes:
    """Return the nine lines of a statement."""
    named = "".join(f"{name.lower()}: {value}\n" for name, value in said.lines[1:])
    return f"{kind}/{said.version}\n{named}".encode()


def leaf(salt: bytes, text: bytes) -> bytes:
    """Return the leaf hash of RFC 6962, with a salt before the text."""
    return hashlib.sha256(b"\0" + salt + text).digest()


def tree(leaves: Sequence[bytes]) -> bytes:
    """Return MTH of RFC 6962."""
    if len(leaves) == 1:
        return leaves[0]
    half = 1
    while 2 * half < len(leaves):
        half *= 2
    both = tree(leaves[:half]) + tree(leaves[half:])
    return hashlib.sha256(b"\x01" + both).digest()


def path(leaves: Sequence[bytes], index: int) -> list[bytes]:
    """Return PATH of RFC 6962."""
    if len(leaves) == 1:
        return []
    half = 1
    while 2 * half < len(leaves):
        half *= 2
    if index < half:
        return [*path(leaves[:half], index), tree(leaves[half:])]
    return [*path(leaves[half:], index - half), tree(leaves[:half])]


def head(actor: str, count: int, root: str, repo: str = people.REPO) -> bytes:
    """Return what is signed for a list."""
    return (
        f"proeve-list/1\nrepo: {repo}\nactor: {actor}\ncount: {count}\nroot: {root}\n"
    ).encode()


def listed(acts: Sequence[Signed], key: SshKey | None = None) -> list[Signed]:
    """Return the same statements as lines of one list, in the order of their exams."""
    acts = sorted(acts, key=lambda act: act.said.scope)
    actor = acts[0].said.actor
    leaves = [leaf(salt_of(n), text_of(act.said)) for n, act in enumerate(acts)]
    root = tree(leaves).hex()
    signer = key or key_of(actor)
    armor = signer.sign(head(actor, len(acts), root), NAMESPACE)
    return [
        _line(
            act,
            (
                ("salt", salt_of(number).hex()),
                ("index", str(number)),
                ("count", str(len(acts))),
                *(("path", step.hex()) for step in path(leaves, number)),
                ("root", root),
            ),
            armor,
            signer,
        )
        for number, act in enumerate(acts)
    ]


def _line(act: Signed, extra: Lines, armor: str, key: SshKey) -> Signed:
    more = "".join(f"{name}: {value}\n" for name, value in extra)
    payload = text_of(act.said) + more.encode()
    data = payload + armor.encode()
    steps = " ".join(value for name, value in extra if name == "path")
    named = {name: value for name, value in extra if name != "path"}
    fact = Act(
        path=f"exams/{act.said.scope}/acts/{paper.hexdigest(data)}.act",
        sha256=paper.hexdigest(data),
        namespace=NAMESPACE,
        statement=act.said.statement,
        extra={**named, **({"path": steps} if steps else {})},
        signature=good(key, NAMESPACE),
        payload_sha256=paper.hexdigest(payload),
    )
    return replace(act, data=data, fact=fact)

"""A line of a decision list: its place in the tree, and the one text that is signed.

The signature is over the head of the list: who signs, how many lines there are, and the
root over them. Each line proves that it is one of them. Source: PROTOCOL R3.
"""

import re
from collections.abc import Mapping, Sequence

from proeve.history.statements import Line, Problem, act_text
from proeve.model.hashtree import leaf, root_from
from proeve.model.statement import Statement

KIND = "proeve-line"
NAMESPACE = "proeve-list@v1"
MAX_LINES = 1024
_HASH = re.compile("[0-9a-f]{64}")
_INDEX = re.compile("0|[1-9][0-9]{0,3}")
_COUNT = re.compile("[1-9][0-9]{0,3}")
_LONGEST = 10


def head(repo: str, actor: str, count: int, root: str) -> bytes:
    """Return what is signed for a whole list; `root` is bare hex."""
    return (
        f"proeve-list/1\nrepo: {repo}\nactor: {actor}\ncount: {count}\nroot: {root}\n"
    ).encode("ascii")


def lines(above: Sequence[str]) -> tuple[Line, ...]:
    """Return the lines after the nine: as many hashes as stand there, up to ten."""
    steps = sum(line.startswith("path: ") for line in above)
    path = (("path", _HASH) for _ in range(min(steps, _LONGEST)))
    return (
        ("salt", _HASH),
        ("index", _INDEX),
        ("count", _COUNT),
        *path,
        ("root", _HASH),
    )


def signed(statement: Statement, extra: Mapping[str, str]) -> bytes:
    """Return what the signature of the list in which this line stands is over."""
    return head(statement.repo, statement.actor, int(extra["count"]), extra["root"])


def leaf_of(statement: Statement, salt: bytes) -> bytes:
    """Return the leaf of one statement."""
    return leaf(salt, act_text(statement, KIND).encode("ascii"))


def check(statement: Statement, extra: Mapping[str, str]) -> Problem | None:
    """Return why the line is not one of the list whose root is signed, or nothing."""
    path = [bytes.fromhex(step) for step in extra.get("path", "").split()]
    start = leaf_of(statement, bytes.fromhex(extra["salt"]))
    found = root_from(start, int(extra["index"]), int(extra["count"]), path)
    return None if found == bytes.fromhex(extra["root"]) else Problem("list.not-in-it")

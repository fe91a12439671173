"""The text of statements: one strict reader for trailers and acts, and their writing.

Git's own trailer rules are not used: they fold, ignore case and keep duplicates, and
tools disagree about them (TRUST 1.6). Here a line stands where it must, or the whole
is refused. Source: PROTOCOL R3, section 7.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from proeve.model.statement import SCOPE, Statement, Trailers
from proeve.process.vocabulary import Action, Role

MAX_MESSAGE = 4096

Line = tuple[str, re.Pattern[str]]
"""The name of a line and the form of what follows it."""

DIGEST = re.compile(r"sha256:[0-9a-f]{64}")
MOMENT = re.compile(r"[0-9]{4}-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z")
_TEXT = re.compile(r"-|sha256:[0-9a-f]{64}")
_NINE = (
    ("Version", re.compile("1")),
    ("Repo", re.compile(r"r-[0-9a-f]{32}")),
    ("Scope", SCOPE),
    ("Step", re.compile(r"-|[a-z][a-z_]{0,31}")),
    ("Action", re.compile("|".join(Action))),
    ("Role", re.compile("|".join(Role))),
    ("Actor", re.compile(r"p-[0-9a-f]{8}")),
    ("Seq", re.compile(r"0|[1-9][0-9]{0,8}")),
    ("Text", _TEXT),
)
_TRAILERS = tuple(
    (f"Proeve-{name}: ", pattern)
    for name, pattern in (*_NINE, ("Base", DIGEST), ("Subject", DIGEST))
)
_ACT = tuple((f"{name.lower()}: ", pattern) for name, pattern in _NINE[1:])

_OURS = re.compile(r"^\W*proeve-", re.IGNORECASE | re.MULTILINE)
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")
# C1, soft hyphen, every bidi and zero-width character, private use and tags.
_HIDDEN = re.compile(
    "[\x80-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ue000-\uf8ff\U000e0000-\U000e0fff]"
)


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a text is no statement: a finding's code and arguments, without its place."""

    code: str
    args: tuple[tuple[str, str], ...] = ()


def read_message(message: bytes) -> Trailers | Problem:
    """Return the trailers of a commit message, or the first reason why it has none."""
    text = _plain(message)
    if isinstance(text, Problem):
        return text
    head, gap, block = text.rpartition("\n\n")
    if not _OURS.match(block):
        return Problem(
            "statement.elsewhere" if _OURS.search(text) else "statement.absent"
        )
    if not gap or _OURS.search(head):
        return Problem("statement.elsewhere")
    values = _values(block, _TRAILERS)
    if isinstance(values, Problem):
        return values
    return Trailers(statement=_statement(values), base=values[9], subject=values[10])


def read_act(
    payload: bytes, kind: str, extra: Sequence[Line]
) -> tuple[str, ...] | Problem:
    """Return the values of an act's lines: the nine, then those of `extra`."""
    more = ((f"{name}: ", pattern) for name, pattern in extra)
    if not payload.isascii():
        return Problem("statement.characters")
    return _values(payload.decode("ascii"), ((f"{kind}/", _NINE[0][1]), *_ACT, *more))


def nine(values: Sequence[str]) -> Statement:
    """Return the statement that values, already found in order, stand for."""
    return _statement(values)


def subject_of(message: bytes) -> str:
    """Return the first line of a message, fit to be shown."""
    line = message[:MAX_MESSAGE].partition(b"\n")[0].decode("utf-8", "replace")
    return _HIDDEN.sub("\ufffd", _CONTROL.sub("\ufffd", line))


def trailer_block(trailers: Trailers) -> str:
    """Return the last paragraph of a commit message that makes this statement."""
    values = (*_nine_values(trailers.statement), trailers.base, trailers.subject)
    pairs = zip(_TRAILERS, values, strict=True)
    return "".join(f"{label}{value}\n" for (label, _), value in pairs)


def act_text(
    statement: Statement,
    kind: str = "proeve-act",
    extra: Sequence[tuple[str, str]] = (),
) -> str:
    """Return the lines of an act file above its signature."""
    version, *values = _nine_values(statement)
    said = ((label, value) for (label, _), value in zip(_ACT, values, strict=True))
    pairs = (*said, *((f"{name}: ", value) for name, value in extra))
    return f"{kind}/{version}\n" + "".join(
        f"{label}{value}\n" for label, value in pairs
    )


def _plain(message: bytes) -> str | Problem:
    """Return the text of a message in which nothing can hide."""
    if len(message) > MAX_MESSAGE:
        return Problem("statement.long", (("limit", str(MAX_MESSAGE)),))
    try:
        text = message.decode("utf-8")
    except UnicodeDecodeError:
        return Problem("statement.characters")
    if _CONTROL.search(text) or (not text.isascii() and _hides(text)):
        return Problem("statement.characters")
    return text


def _hides(text: str) -> bool:
    return bool(_HIDDEN.search(text)) or not unicodedata.is_normalized("NFC", text)


def _values(block: str, lines: tuple[Line, ...]) -> tuple[str, ...] | Problem:
    """Return what follows each label, where every line stands in its place."""
    found = _grammar(lines).fullmatch(block)
    return found.groups() if found else _first_fault(block, lines)


@lru_cache
def _grammar(lines: tuple[Line, ...]) -> re.Pattern[str]:
    return re.compile("".join(f"{label}({p.pattern})\n" for label, p in lines))


def _first_fault(block: str, expected: tuple[Line, ...]) -> Problem:
    lines = block.split("\n")
    if lines.pop() or len(lines) != len(expected):
        return Problem("statement.lines", (("expected", str(len(expected))),))
    for line, (label, pattern) in zip(lines, expected, strict=True):
        name = (("label", label.strip(": /")),)
        if not line.startswith(label):
            return Problem("statement.order", name)
        if not pattern.fullmatch(line[len(label) :]):
            return Problem("statement.value", name)
    raise AssertionError("a block without fault fits the grammar")


def _statement(values: Sequence[str]) -> Statement:
    version, repo, scope, step, action, role, actor, seq, text = values[:9]
    return Statement(
        version=int(version),
        repo=repo,
        scope=scope,
        step=step,
        action=Action(action),
        role=Role(role),
        actor=actor,
        seq=int(seq),
        text=text,
    )


def _nine_values(statement: Statement) -> tuple[str, ...]:
    return (
        str(statement.version),
        statement.repo,
        statement.scope,
        statement.step,
        statement.action.value,
        statement.role.value,
        statement.actor,
        str(statement.seq),
        statement.text,
    )

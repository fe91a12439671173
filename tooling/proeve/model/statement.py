"""A statement: who says what about which text, the same nine lines in every wrapper.

Trailers of a spine commit, act files, attestations and decision lists all carry it; one
parser (`history.statements`) makes it. Source: PROTOCOL R3 to R6, R18.
"""

import re
from dataclasses import dataclass

from proeve.process.vocabulary import Action, Role

NO_TEXT = "-"
"""The text of a statement that binds none: `land` and `cover`."""
NO_STEP = "-"
"""The step of a statement outside exams."""
REGISTRY = "registry"
TOOLING = "tooling"

_ID = "[a-z0-9][a-z0-9-]{0,31}"
SCOPE = re.compile(rf"{REGISTRY}|{TOOLING}|groups/{_ID}(?:/{_ID})?")
_IN_EXAM = re.compile(rf"exams/(groups/{_ID}/{_ID})/")
_GROUP_FILE = re.compile(rf"exams/(groups/{_ID})/group\.yml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """The nine lines; `text` is `sha256:<64 hex>` or `-`."""

    version: int
    repo: str
    scope: str
    step: str
    action: Action
    role: Role
    actor: str
    seq: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Trailers:
    """The statement of a spine commit, and its scope's digests before and after."""

    statement: Statement
    base: str
    subject: str


def scope_of(path: str) -> str | None:
    """Return the scope that a file of the repository belongs to, or None."""
    if not path.startswith("exams/"):
        return TOOLING
    if path.startswith("exams/registry/"):
        return REGISTRY
    found = _GROUP_FILE.fullmatch(path) or _IN_EXAM.match(path)
    return found.group(1) if found else None


def owner_of(path: str) -> str:
    """Return the scope that must set a path right; tooling's if it lies nowhere."""
    return scope_of(f"{path}x" if path.endswith("/") else path) or TOOLING


def folder_of(scope: str) -> str:
    """Return the folder to which the paths of a scope are relative, with its slash."""
    return "" if scope == TOOLING else f"exams/{scope}/"

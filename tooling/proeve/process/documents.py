"""Which file is which kind of document: the path patterns below `exams/`.

A file that no pattern names is unknown, and unknown files are findings. The process
version fixes the schema version of each kind (PROTOCOL R27).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from proeve.process.decisions import DecisionKind

_ID = "[a-z0-9][a-z0-9-]{0,31}"
_PART = "[a-z0-9][a-z0-9._-]{0,79}"
_EXAM = f"groups/{_ID}/{_ID}"

PATH_PART = re.compile(_PART)
"""One part of a path below `exams/` (PROTOCOL R18)."""
MAX_DEPTH = 7
"""Path parts below and including `exams` (DESIGN section 5)."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of document: `proeve/<name>/v<version>` at paths that fit `path`."""

    name: str
    path: re.Pattern[str]
    version: int = 1

    @property
    def schema(self) -> str:
        """The value that the document's `schema` field must hold."""
        return f"proeve/{self.name}/v{self.version}"


def _kind(name: str, pattern: str) -> Kind:
    return Kind(name, re.compile(pattern))


_REGISTRY = (
    _kind("root", r"registry/root\.yml"),
    _kind("school", r"registry/school\.yml"),
    _kind("person", r"registry/people/[0-9a-f]{2}/p-[0-9a-f]{8}\.yml"),
    _kind("grant", r"registry/grants/[0-9a-f]{2}/g-[0-9a-f]{8}\.yml"),
    _kind("revocation", r"registry/revocations/[0-9]{1,6}\.yml"),
    _kind("committee", rf"registry/committees/{_ID}\.yml"),
    _kind("company", rf"registry/companies/{_ID}\.yml"),
    _kind("dispensation", r"registry/dispensations/[0-9]{1,6}\.yml"),
    _kind("plan", r"registry/plans/[0-9]{5}-[0-9]{4}\.yml"),
    _kind("instrument", rf"registry/instruments/{_PART}/[0-9]{{1,4}}\.yml"),
    _kind(
        "instrument-establishment",
        rf"registry/instruments/{_PART}/[0-9]{{1,4}}\.establishment\.yml",
    ),
)
_EXAM_KINDS = tuple(
    _kind(name, rf"{_EXAM}/{name}\.yml")
    for name in (
        "exam",
        "assignment",
        "establishment",
        "appointments",
        "execution",
        "evidence",
        "evidence-check",
        "consensus",
        "final-assessment",
        "result",
        "follow-up",
        "archive",
    )
)
_FORMS = (
    _kind("seal", rf"{_EXAM}/forms/(first|second|third)\.seal\.yml"),
    _kind("form", rf"{_EXAM}/forms/(first|second|third)\.yml"),
)
_DECISIONS = tuple(
    _kind(f"decision-{kind}", rf"{_EXAM}/decisions/[1-9][0-9]{{0,3}}-{kind}\.yml")
    for kind in DecisionKind
)

KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        *_REGISTRY,
        _kind("group", rf"groups/{_ID}/group\.yml"),
        *_EXAM_KINDS,
        *_FORMS,
        *_DECISIONS,
    )
}

ACT = re.compile(rf"({_EXAM}|registry)/acts/[0-9a-f]{{64}}\.act")
"""Detached signed statements; those of registry and tooling lie in `registry/acts/`."""
TOKEN = re.compile(rf"({_EXAM}|registry)/acts/([0-9a-f]{{64}})\.tsr")
"""A time-stamping service's answer over the act of the same name, beside it."""
EVIDENCE = re.compile(rf"{_EXAM}/evidence/[0-9a-f]{{64}}")
"""Small text evidence that policy keeps in Git (PROTOCOL R33)."""


def kind_of(path: str) -> Kind | None:
    """Return the kind of the document at this path, written relative to `exams/`."""
    return next((kind for kind in KINDS.values() if kind.path.fullmatch(path)), None)

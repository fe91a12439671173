"""The whole ledger after a transition, and what was said of each transition."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from proeve.model.exam import ExamState, GroupState
from proeve.model.findings import Finding
from proeve.model.held import Pending
from proeve.model.history import FileFact
from proeve.model.registry import Registry

LIVE_ROOT, PRACTICE_ROOT = "proeve", "proeve-practice"
"""How a trust root begins: one on paper that says `proeve:` fits a live ledger only."""


class Standing(StrEnum):
    """The verdict of one transition."""

    VALID = "valid"
    UNCONFIRMED = "unconfirmed"
    INVALID = "invalid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What the judge says of one spine commit; `scopes` are those that it touches.

    `settled_by` is the later commit that covered it: its findings fail nothing more.
    """

    commit: str
    standing: Standing
    scopes: tuple[str, ...]
    findings: tuple[Finding, ...] = ()
    settled_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopeState:
    """A scope that is one text as a whole: the registry or the tooling."""

    files: Mapping[str, FileFact] = field(default_factory=dict[str, FileFact])
    seq: int = 0
    held_up: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """The ledger after some prefix of its spine; `head` is the last commit judged.

    `confirmed` are the holders of root keys that stand behind the genesis. `pending`
    holds, by scope, what bad commits left unconfirmed; `covered` names for each of them
    the commit that covered it in some scope. `recent` has the SHA-256 of the last
    commits, the newest last, for checkpoints that name one.
    """

    genesis: str = ""
    genesis_sha256: str = ""
    head: str = ""
    length: int = 0
    at: int = 0
    registry: Registry = field(default_factory=Registry)
    register: ScopeState = field(default_factory=ScopeState)
    tooling: ScopeState = field(default_factory=ScopeState)
    groups: Mapping[str, GroupState] = field(default_factory=dict[str, GroupState])
    numbers: Mapping[str, str] = field(default_factory=dict[str, str])
    confirmed: frozenset[str] = frozenset()
    pending: Mapping[str, Pending] = field(default_factory=dict[str, Pending])
    covered: Mapping[str, str] = field(default_factory=dict[str, str])
    recent: tuple[str, ...] = ()

    @property
    def trust_root(self) -> str:
        """What is handed over on paper: the genesis, and if it counts in earnest."""
        start = LIVE_ROOT if self.registry.environment == "live" else PRACTICE_ROOT
        return f"{start}:{self.registry.repo}:sha256:{self.genesis_sha256}"

    def exams(self) -> Iterator[ExamState]:
        """Yield every exam, group by group."""
        for group in self.groups.values():
            yield from group.exams.values()

    def exam(self, scope: str) -> ExamState | None:
        """Return the exam of `groups/<group>/<exam>`, or nothing."""
        _, group, exam = scope.split("/")
        found = self.groups.get(group)
        return found.exams.get(exam) if found else None

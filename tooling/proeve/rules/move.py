"""A move: one transition of one exam with everything that is needed to judge it."""

from collections.abc import Mapping
from dataclasses import dataclass

from proeve.model.exam import ExamState
from proeve.model.findings import Finding, Location, Severity
from proeve.model.history import FileFact, Transition
from proeve.model.ledger import State
from proeve.model.records import Record
from proeve.model.registry import Registry
from proeve.model.statement import Statement
from proeve.process.table import MEI_12, PROCESSES, Process
from proeve.process.vocabulary import Approver, Part, Role
from proeve.rules.addressing import Address


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One statement of a transition, the person behind it and the hats they may wear.

    `proof` is the commit's id or the name of the act file, `sha256` the digest of
    either; `level` how sure we are that the owner of `key` signed;
    `address` the row of which it speaks and the hat that counts there, if any.
    """

    statement: Statement
    person: str
    hats: tuple[Approver, ...]
    level: str
    via: str
    proof: str
    address: Address | None
    key: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A transition inside one exam; `changed` are relative paths without acts.

    `exam` still has the rows of before; its `files`, `documents` and `parts` are those
    after the transition.
    """

    transition: Transition
    own: Statement
    before: ExamState
    files: Mapping[str, FileFact]
    documents: Mapping[str, Record]
    parts: Mapping[Part, tuple[str, ...]]
    changed: frozenset[str]
    state: State
    voices: tuple[Voice, ...]

    @property
    def registry(self) -> Registry:
        """The registry of the first parent."""
        return self.state.registry

    @property
    def scope(self) -> str:
        """The scope `groups/<group>/<exam>`."""
        return self.before.scope

    @property
    def process(self) -> Process:
        """The process version that this exam names."""
        return PROCESSES.get(self.before.process, MEI_12)

    def finding(
        self, code: str, path: str = "", /, *pointer: str | int, **args: str
    ) -> Finding:
        """Return a finding about a file of this exam, in this commit."""
        where = Location(
            path=f"exams/{self.scope}/{path}" if path else f"exams/{self.scope}",
            pointer=pointer,
            commit=self.transition.oid,
        )
        return Finding(code, where, args)


def note(finding: Finding) -> Finding:
    """Return the finding as one that is shown and fails nothing."""
    return Finding(finding.code, finding.where, finding.args, Severity.NOTE)


GRANT_ROLES = frozenset(
    {Role.EXAM_COMMITTEE, Role.ADMIN, Role.SUPER_ADMIN, Role.RECEIVER, Role.TEACHER}
)
"""Roles that act with the grant alone; all others need their part in the exam (R10)."""

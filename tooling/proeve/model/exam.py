"""One exam as the judge sees it: its files, documents, rows and what was decided."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from proeve.model.document import Scalar
from proeve.model.history import FileFact
from proeve.model.records import Record
from proeve.model.time import Time
from proeve.process.decisions import DecisionKind
from proeve.process.vocabulary import (
    Action,
    Approver,
    Level,
    Part,
    Role,
    RowId,
    StepId,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """One person's standing approval of one row's text.

    `hat` is the part or role that the row counts; `via` is `commit` or `act`, `proof`
    the commit's id or the act's file name, and `key` what signed it; `position` counts
    the commits of the spine up to the one in which it landed. Where its owner's new key
    confirmed it again, `first_proof` names the first proof, and `position` is its.
    `sha256` is what a receipt or token names: of the act file or of the raw commit.
    """

    row: RowId
    hat: Approver
    role: Role
    person: str
    seq: int
    text: str
    level: Level
    via: str
    proof: str
    commit: str
    at: int
    key: str = ""
    position: int = 0
    first_proof: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowState:
    """Where one row stands; `seq` counts changes of its text and resets.

    `changed_at` is when it last counted on.
    """

    seq: int = 0
    approvals: tuple[Approval, ...] = ()
    refused: Mapping[str, str] = field(default_factory=dict[str, str])
    waived: frozenset[str] = frozenset()
    returned: bool = False
    changed_at: int | None = None


_UNTOUCHED = RowState()


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision aside from the straight way, as it stands on the spine."""

    number: int
    kind: DecisionKind
    record: Record
    by: str
    commit: str
    at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field of a document that a later version has otherwise.

    `field` are the keys that lead to it; an entry of a list is named by its id, or else
    counted from 1. None stands for a field that one of the versions does not have.
    """

    file: str
    field: tuple[str, ...]
    was: Scalar
    now: Scalar


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One lawful transition of this exam, for its story.

    `changed` are the fields of documents that were there before; of what an assessor
    found it holds nothing.
    """

    commit: str
    at: int
    actor: str
    role: Role
    step: StepId
    action: Action
    files: tuple[str, ...]
    approvals: tuple[Approval, ...] = ()
    decision: DecisionKind | None = None
    changed: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamState:
    """One exam after its last lawful transition.

    `files` and `documents` are keyed by the path relative to the exam's folder; `parts`
    already shows substitutions. `held_up` names the commits that were not lawful and
    came after: until they are covered, nothing in this exam is valid (PROTOCOL R19).
    `times` says when approvals came in, by their proof; `doubts` has, by the SHA-256
    that a token names, the code of why it gave no time.
    """

    scope: str
    process: str = "mei-12/1"
    files: Mapping[str, FileFact] = field(default_factory=dict[str, FileFact])
    documents: Mapping[str, Record] = field(default_factory=dict[str, Record])
    rows: Mapping[RowId, RowState] = field(default_factory=dict[RowId, RowState])
    parts: Mapping[Part, tuple[str, ...]] = field(
        default_factory=dict[Part, tuple[str, ...]]
    )
    decisions: tuple[Decision, ...] = ()
    events: tuple[Event, ...] = ()
    closed: DecisionKind | None = None
    stopped: int | None = None
    dispute: str | None = None
    accepted: frozenset[DecisionKind] = frozenset()
    paused: bool = False
    held_up: tuple[str, ...] = ()
    commit: str = ""
    subject: str = ""
    times: Mapping[str, tuple[Time, ...]] = field(
        default_factory=dict[str, tuple[Time, ...]]
    )
    doubts: Mapping[str, str] = field(default_factory=dict[str, str])

    def row(self, row: RowId) -> RowState:
        """Return the state of a row, also before anything happened in it."""
        return self.rows.get(row, _UNTOUCHED)

    def document(self, name: str) -> Record | None:
        """Return the data of `<name>.yml`, or nothing."""
        return self.documents.get(f"{name}.yml")

    @property
    def id(self) -> str:
        """The exam's folder name."""
        return self.scope.rsplit("/", 1)[-1]

    @property
    def group(self) -> str:
        """The id of the exam's group."""
        return self.scope.split("/")[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupState:
    """One group: its own file and the exams in it."""

    id: str
    record: Record | None = None
    files: Mapping[str, FileFact] = field(default_factory=dict[str, FileFact])
    seq: int = 0
    exams: Mapping[str, ExamState] = field(default_factory=dict[str, ExamState])
    held_up: tuple[str, ...] = ()

    @property
    def students(self) -> frozenset[str]:
        """The pseudonyms of the students; their place here is their grant."""
        listed = (self.record or {}).get("students")
        students = listed if isinstance(listed, list) else []
        return frozenset(str(student) for student in students)

"""What site and reports are told: where each exam stands and whose move it is."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from proeve.model.exam import Approval, Event, ExamState
from proeve.model.findings import Finding
from proeve.model.ledger import Judgement, Standing
from proeve.model.registry import Registry
from proeve.model.time import Time
from proeve.process.vocabulary import Approver, Outcome, RowId, StepId


class StepState(StrEnum):
    """How one step of one exam stands."""

    LOCKED = "locked"
    OPEN = "open"
    WAITING = "waiting"
    DONE = "done"
    SKIPPED = "skipped"
    NOT_NEEDED = "not-needed"
    RETURNED = "returned"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """An approval that is awaited: who, as what, in which row, by which verb.

    `people` is empty when the part is not yet filled; for a committee it lists the
    members who may still act.
    """

    row: RowId
    hat: Approver
    people: tuple[str, ...]
    verb: str
    refused: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepVerdict:
    """One step of one exam.

    `since` is when the step could first be done (seconds, known only from commits);
    `deadline` is text as the establishment gives it, with extensions applied.
    """

    step: StepId
    state: StepState
    approvals: tuple[Approval, ...] = ()
    missing: tuple[Missing, ...] = ()
    since: int | None = None
    done_at: int | None = None
    deadline: str | None = None
    overdue_days: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamVerdict:
    """One exam: its twelve steps, the current one, and what is worth knowing.

    `suspects` are standing approvals by a key that was lost or stolen. `handed_in` is
    when the standing evidence came in and how that is known; `late_days` counts from
    the deadline to it, by trusted time only. `times` has the trusted time of each
    standing approval that has one, by its proof. `steady` is from and until which
    moment (seconds) days late stay what they are here; from zero until zero says
    nothing.
    """

    state: ExamState
    steps: tuple[StepVerdict, ...]
    current: StepVerdict | None
    outcome: Outcome | None
    provisional: bool
    findings: tuple[Finding, ...] = ()
    untimed: bool = False
    early_start: bool = False
    suspects: tuple[Approval, ...] = ()
    handed_in: Time | None = None
    late_days: int = 0
    times: Mapping[str, Time] = field(default_factory=dict[str, Time])
    steady: tuple[int, int] = (0, 0)

    @property
    def late(self) -> bool:
        """Whether the evidence came in after its deadline, accepted or not."""
        return self.late_days > 0

    @property
    def scope(self) -> str:
        """The scope `groups/<group>/<exam>`."""
        return self.state.scope

    @property
    def events(self) -> tuple[Event, ...]:
        """The exam's lawful transitions, oldest first."""
        return self.state.events


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerVerdict:
    """The whole repository at one revision.

    `now` is given (seconds); `days late` count from it. `proved` is False where
    documents were judged without history (environment `sample`). `counted` are the
    standings of the judgements, and `uneasy` those that are not valid, where they are
    known without reading all.
    """

    environment: str
    trust_root: str
    head: str
    length: int
    now: int
    proved: bool
    registry: Registry
    groups: Mapping[str, Sequence[ExamVerdict]]
    group_records: Mapping[str, Mapping[str, object]]
    judgements: Sequence[Judgement]
    findings: tuple[Finding, ...]
    counted: Mapping[Standing, int] | None = None
    uneasy: Sequence[Judgement] | None = None

    @property
    def exams(self) -> tuple[ExamVerdict, ...]:
        """Every exam, group by group."""
        return tuple(exam for exams in self.groups.values() for exam in exams)

    @property
    def exam_count(self) -> int:
        """How many exams there are, without looking at any."""
        return sum(len(exams) for exams in self.groups.values())

    @property
    def troubled(self) -> tuple[Judgement, ...]:
        """The judgements of commits that are not valid, oldest first."""
        known = self.judgements if self.uneasy is None else self.uneasy
        return tuple(one for one in known if one.standing is not Standing.VALID)

    @property
    def standings(self) -> Mapping[Standing, int]:
        """How many commits have each standing."""
        if self.counted is not None:
            return self.counted
        return Counter(judgement.standing for judgement in self.judgements)

"""The whole school at a glance: counts, whose move it is, and what is late."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from proeve.model.findings import Finding, Severity
from proeve.model.ledger import Judgement
from proeve.process.table import MEI_12, Step
from proeve.process.vocabulary import Approver, Outcome, Phase
from proeve.site.edition import Edition
from proeve.site.rows import ROWS, Row

_NEVER = 1 << 62


@dataclass(frozen=True, slots=True, kw_only=True)
class StepCount:
    """How many exams stand at a step, and how many of those are late."""

    step: Step
    exams: int
    late: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """How many approvals and texts are awaited from one role or part."""

    hat: Approver
    exams: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """One group: what its file says and its exams."""

    id: str
    title: str
    crebo: str
    cohort: str
    rows: tuple[Row, ...]

    @property
    def running(self) -> int:
        """The number of exams that are not closed."""
        return sum(row.current is not None for row in self.rows)

    @property
    def late(self) -> int:
        """The number of exams past the deadline of their step."""
        return sum(row.overdue > 0 for row in self.rows)

    @property
    def planned(self) -> bool:
        """Whether any exam has something for a calendar."""
        return any(row.planned for row in self.rows)

    def in_phase(self, phase: Phase) -> int:
        """Return the number of exams that stand in a phase."""
        return sum(
            row.current is not None and MEI_12.step(row.current.step).phase is phase
            for row in self.rows
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """All that the first page counts; `wrong` are findings that fail a run."""

    rows: tuple[Row, ...]
    moves: tuple[Row, ...]
    late: int
    held_up: tuple[Row, ...]
    per_step: tuple[StepCount, ...]
    turns: tuple[Turn, ...]
    outcomes: Mapping[Outcome, int]
    troubled: tuple[Judgement, ...]
    wrong: tuple[Finding, ...]

    @property
    def closed(self) -> int:
        """The number of exams with nothing left to do."""
        return len(self.rows) - len(self.moves)


def overview_of(edition: Edition) -> Overview:
    """Return the counts of the whole school."""
    rows = edition.each(ROWS)
    moves = sorted((row for row in rows if row.current), key=_urgency)
    outcomes = Counter(
        row.outcome for row in rows if row.outcome and not row.provisional
    )
    findings = edition.verdict.findings
    return Overview(
        rows=rows,
        moves=tuple(moves),
        late=sum(row.overdue > 0 for row in moves),
        held_up=tuple(row for row in rows if row.held_up),
        per_step=tuple(_per_step(moves)),
        turns=tuple(_turns(moves)),
        outcomes={one: outcomes[one] for one in Outcome if outcomes[one]},
        troubled=edition.verdict.troubled,
        wrong=tuple(one for one in findings if one.severity is Severity.ERROR),
    )


def groups_of(edition: Edition) -> Iterator[GroupView]:
    """Yield each group in order, also one without exams."""
    verdict = edition.verdict
    rows: dict[str, list[Row]] = {}
    for row in edition.each(ROWS):
        rows.setdefault(row.group, []).append(row)
    for group in sorted({*verdict.groups, *verdict.group_records}):
        record = verdict.group_records.get(group, {})
        said = {key: str(value) for key, value in record.items()}
        yield GroupView(
            id=group,
            title=said.get("title", group),
            crebo=said.get("crebo", ""),
            cohort=said.get("cohort", ""),
            rows=tuple(rows.get(group, ())),
        )


def _urgency(row: Row) -> tuple[int, int, str]:
    since = row.current.since if row.current else None
    return -row.overdue, _NEVER if since is None else since, row.id


def _per_step(moves: Iterable[Row]) -> Iterator[StepCount]:
    moves = tuple(moves)
    here = Counter(row.number for row in moves)
    late = Counter(row.number for row in moves if row.overdue > 0)
    for step in MEI_12.steps:
        number = step.number
        yield StepCount(step=step, exams=here[number], late=late[number])


def _turns(moves: Iterable[Row]) -> Iterator[Turn]:
    # A role and a part may have the same text, so the vocabulary is part of the key.
    awaited = Counter(
        key
        for row in moves
        if row.current
        for key in dict.fromkeys(
            (type(each.hat).__name__, each.hat) for each in row.current.missing
        )
    )
    for (_, hat), exams in sorted(
        awaited.items(), key=lambda each: (-each[1], each[0])
    ):
        yield Turn(hat=hat, exams=exams)

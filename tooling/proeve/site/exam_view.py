"""What the page of one exam shows: plain values, ready to be filled in.

The page tells the exam's own story only; the state of the whole ledger stands on
Verantwoording, so that a change elsewhere leaves this page as it is (PROTOCOL R30).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from proeve.model.exam import Approval, Decision, ExamState
from proeve.model.findings import Finding, Severity
from proeve.model.records import number_at, record_at, records_at, text_at
from proeve.model.verdict import ExamVerdict, Missing, StepState, StepVerdict
from proeve.process.table import MEI_12, PROCESSES, Process, Step
from proeve.process.vocabulary import Outcome, Phase, RowId, StepId
from proeve.sight.lines import spans_of
from proeve.site.blocks import Block, blocks_of
from proeve.site.marks import Mark, mark_of
from proeve.site.ratings import Ratings, Wordings, ratings_of
from proeve.site.versions import Versions, versions_of
from proeve.words.say import Language

_ROWS = frozenset(str(row) for row in RowId)
_DAY = 86_400
_OVER = frozenset({StepState.DONE, StepState.SKIPPED, StepState.NOT_NEEDED})


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """One row of a step: who approved, who is awaited, who was passed over."""

    id: RowId
    approvals: tuple[Approval, ...]
    missing: tuple[Missing, ...]
    refused: Mapping[str, str]
    waived: tuple[str, ...]
    returned: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """One of the twelve steps as this exam stands in it.

    `after` are the numbers of the steps that must be done first; `days` are the whole
    days that it took, by the dates of commits.
    """

    step: Step
    verdict: StepVerdict
    mark: Mark
    current: bool
    rows: tuple[RowView, ...]
    after: tuple[int, ...] = ()
    days: int | None = None

    @property
    def lines(self) -> int:
        """The number of lines that the step takes in the table."""
        return max(1, sum(_lines(row) for row in self.rows))


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseView:
    """A phase of the step bar."""

    phase: Phase
    steps: tuple[StepView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What `exam.yml` and `assignment.yml` say at the head of the page."""

    number: str
    title: str
    student: str
    attempt: int
    companies: tuple[str, ...]
    instrument: str
    version: int
    resit_of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionView:
    """A decision aside from the straight way, with what readers are told of it."""

    decision: Decision
    rows: tuple[RowId, ...]
    until: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamView:
    """All that the page of one exam shows.

    `withheld` says that there may be a judgement, which these readers do not see yet.
    """

    id: str
    group: str
    exam: ExamVerdict
    facts: Facts
    phases: tuple[PhaseView, ...]
    steps: tuple[StepView, ...]
    current: StepView | None
    outcome: Outcome | None
    provisional: bool
    ratings: Ratings | None
    decisions: tuple[DecisionView, ...]
    blocks: tuple[Block, ...]
    versions: Versions
    withheld: bool = False

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What keeps the exam from going on."""
        return self._findings(Severity.ERROR)

    @property
    def notes(self) -> tuple[Finding, ...]:
        """What is worth knowing and stops nothing."""
        return self._findings(Severity.NOTE)

    @property
    def awaits_forms(self) -> bool:
        """Whether forms of assessors are still to be opened."""
        states = {step.verdict.step: step.verdict.state for step in self.steps}
        return states[StepId.ASSESSMENT] is not StepState.NOT_NEEDED

    def _findings(self, severity: Severity) -> tuple[Finding, ...]:
        return tuple(one for one in self.exam.findings if one.severity is severity)


def exam_view(
    exam: ExamVerdict,
    wordings: Wordings,
    language: Language,
    *,
    withheld: bool = False,
) -> ExamView:
    """Return what the page of an exam shows."""
    steps = steps_of(exam)
    ratings = ratings_of(exam.state, wordings)
    return ExamView(
        id=exam.state.id,
        group=exam.state.group,
        exam=exam,
        facts=facts_of(exam.state),
        phases=tuple(
            PhaseView(
                phase=phase,
                steps=tuple(view for view in steps if view.step.phase is phase),
            )
            for phase in Phase
        ),
        steps=steps,
        current=next((view for view in steps if view.current), None),
        outcome=exam.outcome,
        provisional=is_provisional(exam),
        ratings=ratings,
        decisions=tuple(_decision(one) for one in exam.state.decisions),
        blocks=blocks_of(exam),
        versions=versions_of(exam.state, language, judged=ratings is not None),
        withheld=withheld and exam.state.closed is None,
    )


def facts_of(state: ExamState) -> Facts:
    """Return the head of an exam; its folder name where it has no number yet."""
    exam = state.document("exam")
    return Facts(
        number=text_at(exam, "number") or state.id,
        title=text_at(state.document("assignment"), "title"),
        student=text_at(exam, "student"),
        attempt=number_at(exam, "attempt"),
        companies=tuple(
            text_at(company, "company") for company in records_at(exam, "companies")
        ),
        instrument=text_at(exam, "instrument", "code"),
        version=number_at(exam, "instrument", "version"),
        resit_of=text_at(record_at(exam, "resit_of"), "exam"),
    )


def is_provisional(exam: ExamVerdict) -> bool:
    """Tell whether the outcome may still change; an exam that was closed is settled."""
    return exam.provisional and exam.state.closed is None


def process_of(state: ExamState) -> Process:
    """Return the process rules that the exam is judged by, or the latest."""
    return PROCESSES.get(state.process, MEI_12)


def steps_of(exam: ExamVerdict) -> tuple[StepView, ...]:
    """Return the twelve steps as this exam stands in them."""
    process = process_of(exam.state)
    now = exam.current.step if exam.current else None
    states = {verdict.step: verdict.state for verdict in exam.steps}
    days = {span.step: span.seconds // _DAY for span in spans_of(exam)}
    return tuple(
        StepView(
            step=process.step(verdict.step),
            verdict=verdict,
            mark=mark_of(verdict),
            current=verdict.step is now,
            rows=_rows(exam.state, verdict, process.step(verdict.step)),
            after=tuple(_after(process, verdict, states)),
            days=days.get(verdict.step) if verdict.state in _OVER else None,
        )
        for verdict in exam.steps
    )


def _after(
    process: Process, verdict: StepVerdict, states: Mapping[StepId, StepState]
) -> Iterator[int]:
    """Yield the numbers of the steps that keep a locked one waiting."""
    if verdict.state is not StepState.LOCKED:
        return
    first = process.rows[process.step(verdict.step).rows[0]]
    for need in first.needs:
        step = process.rows[need].step
        if states.get(step) not in _OVER:
            yield process.step(step).number


def _decision(decision: Decision) -> DecisionView:
    named = (text_at(decision.record, "row"), text_at(decision.record, "to"))
    return DecisionView(
        decision=decision,
        rows=tuple(dict.fromkeys(RowId(row) for row in named if row in _ROWS)),
        until=text_at(decision.record, "until"),
        reason=text_at(decision.record, "reason"),
    )


def _rows(state: ExamState, verdict: StepVerdict, step: Step) -> tuple[RowView, ...]:
    views = (_row(state, verdict, row) for row in step.rows)
    # The rows of a third assessor exist after a dispute only.
    return tuple(view for view in views if _lines(view) or len(step.rows) == 1)


def _row(state: ExamState, verdict: StepVerdict, row: RowId) -> RowView:
    stands = state.row(row)
    return RowView(
        id=row,
        approvals=tuple(each for each in verdict.approvals if each.row is row),
        missing=tuple(each for each in verdict.missing if each.row is row),
        refused=stands.refused,
        waived=tuple(sorted(stands.waived)),
        returned=stands.returned,
    )


def _lines(row: RowView) -> int:
    return len(row.approvals) + len(row.missing) + len(row.waived)

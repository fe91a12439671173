"""One exam as an audience may see it.

An exam is put together anew from the fields named here: one that is added to the model
stays out until somebody writes it down.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from proeve.model.exam import Decision, Event, ExamState, RowState
from proeve.model.verdict import ExamVerdict, StepVerdict
from proeve.process.decisions import DecisionKind
from proeve.process.vocabulary import Outcome, RowId
from proeve.site.profiles.audience import Profile
from proeve.site.profiles.judgements import (
    is_about_judgement,
    is_judgement,
    is_judging,
    places_of,
    unjudged,
    unjudged_step,
    withheld,
    without_judgements,
)
from proeve.site.profiles.table import Datum, Extent, extent

COURSE = frozenset(
    {
        DecisionKind.RETURN,
        DecisionKind.REFUSAL,
        DecisionKind.REFUSAL_WITHDRAWN,
        DecisionKind.CONTINUE_WITHOUT,
        DecisionKind.EXTENSION,
        DecisionKind.SUBSTITUTION,
        DecisionKind.RATIFICATION,
        DecisionKind.WITHDRAWAL,
        DecisionKind.STOP,
        DecisionKind.ANNULMENT,
        DecisionKind.PAUSE,
        DecisionKind.RESUME,
        DecisionKind.ACCEPT_LATE,
        DecisionKind.ACCEPT_UNTIMED,
        DecisionKind.ACCEPT_EARLY_START,
        DecisionKind.NOTICE,
    }
)
"""What moves an exam on; the others are cases of the student, such as a complaint."""
_NO_REASON = "–"


@dataclass(frozen=True, slots=True)
class _Eyes:
    """How one exam is looked at: with no judgement yet, or with no reasons at all."""

    hidden: bool
    course: bool

    def may_read(self, row: RowId) -> bool:
        """Tell whether the reasons that were given in a row may be read."""
        return not self.course and not (self.hidden and is_judging(row))


def exam_for(exam: ExamVerdict, profile: Profile) -> ExamVerdict:
    """Return an exam as these readers may see it."""
    if _sees_all(profile):
        return exam
    hidden = withheld(exam, profile)
    course = extent(Datum.DECISIONS, profile.audience) is Extent.COURSE
    eyes = _Eyes(hidden, course)
    steps = tuple(_step(step, eyes) for step in exam.steps)
    now = exam.current.step if exam.current else None
    return ExamVerdict(
        state=_state(exam.state, eyes),
        steps=steps,
        current=next((step for step in steps if step.step is now), None),
        outcome=_outcome(exam) if hidden else exam.outcome,
        provisional=exam.provisional or hidden,
        untimed=exam.untimed,
        early_start=exam.early_start,
        handed_in=exam.handed_in,
        late_days=exam.late_days,
        times=exam.times,
        steady=exam.steady,
    )


def _sees_all(profile: Profile) -> bool:
    kinds = (Datum.JUDGEMENTS, Datum.RESULTS, Datum.DECISIONS, Datum.FINDINGS)
    return all(extent(kind, profile.audience) is Extent.ALL for kind in kinds)


def _outcome(exam: ExamVerdict) -> Outcome | None:
    """Return how the exam was closed; whatever it says else is a judgement."""
    return exam.outcome if exam.state.closed else None


def _step(step: StepVerdict, eyes: _Eyes) -> StepVerdict:
    missing = tuple(
        one
        if one.refused is None or eyes.may_read(one.row)
        else replace(one, refused=_NO_REASON)
        for one in step.missing
    )
    shown = replace(step, missing=missing)
    return unjudged_step(shown) if eyes.hidden else shown


def _state(state: ExamState, eyes: _Eyes) -> ExamState:
    decisions = tuple(_decisions(state.decisions, eyes))
    told = frozenset(one.commit for one in decisions)
    hidden = eyes.hidden
    return ExamState(
        scope=state.scope,
        process=state.process,
        files=without_judgements(state.files) if hidden else state.files,
        documents=without_judgements(state.documents) if hidden else state.documents,
        rows=_rows(state.rows, eyes),
        parts=state.parts,
        decisions=decisions,
        events=tuple(_events(state.events, told, hidden=hidden)),
        closed=state.closed,
        stopped=state.stopped,
        paused=state.paused,
        held_up=state.held_up,
        commit=state.commit,
        subject=state.subject,
        times=state.times,
    )


def _rows(rows: Mapping[RowId, RowState], eyes: _Eyes) -> Mapping[RowId, RowState]:
    return {
        row: each
        if not each.refused or eyes.may_read(row)
        else replace(each, refused=dict.fromkeys(each.refused, _NO_REASON))
        for row, each in rows.items()
    }


def _decisions(decisions: Iterable[Decision], eyes: _Eyes) -> Iterator[Decision]:
    for one in decisions:
        if eyes.course and one.kind not in COURSE:
            continue
        if eyes.hidden and is_about_judgement(one.kind):
            continue
        if eyes.course:
            yield replace(one, record=places_of(one.record))
        else:
            yield unjudged(one) if eyes.hidden else one


def _events(
    events: Iterable[Event], told: frozenset[str], *, hidden: bool
) -> Iterator[Event]:
    """Yield the events, but for those of decisions that are not told."""
    for one in events:
        if one.decision is not None and one.commit not in told:
            continue
        yield Event(
            commit=one.commit,
            at=one.at,
            actor=one.actor,
            role=one.role,
            step=one.step,
            action=one.action,
            files=tuple(
                file for file in one.files if not (hidden and is_judgement(file))
            ),
            approvals=one.approvals,
            decision=one.decision,
            changed=tuple(
                each for each in one.changed if _is_told(each.file, hidden=hidden)
            ),
        )


def _is_told(file: str, *, hidden: bool) -> bool:
    """Tell whether changes in a file may be told; those of cases never are."""
    return not file.startswith("decisions/") and not (hidden and is_judgement(file))

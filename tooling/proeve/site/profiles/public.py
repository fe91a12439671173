"""What everybody may see of a school: counts of its exams on one day."""

from dataclasses import dataclass
from datetime import date

from proeve.model.verdict import ExamVerdict, LedgerVerdict
from proeve.process.decisions import DecisionKind
from proeve.process.table import MEI_12
from proeve.process.vocabulary import Outcome, Phase, StepId
from proeve.sight.course import course_of
from proeve.sight.flow import stand_at
from proeve.site.profiles.counts import CountTable, Item, Status, counted
from proeve.site.profiles.moment import counting_day, school_year, start_of

_RESULTS = {
    Outcome.PASSED: Status.PASSED,
    Outcome.NOT_PASSED: Status.NOT_PASSED,
}
_PHASES = {
    Phase.PREPARATION: Status.PREPARATION,
    Phase.EXECUTION: Status.EXECUTION,
}
_PHASE_OF = {step.number: step.phase for step in MEI_12.steps}


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The public tables, and the day at whose start the exams were counted."""

    day: date
    tables: tuple[CountTable, ...]


def figures_of(verdict: LedgerVerdict) -> Figures:
    """Return the numbers of a school that are safe for everybody."""
    day = counting_day(verdict.now)
    moment = start_of(day)
    items = (
        item
        for group, exams in verdict.groups.items()
        for exam in exams
        if (item := _item(exam, verdict, group, moment)) is not None
    )
    return Figures(day=day, tables=counted(items))


def _item(
    exam: ExamVerdict, verdict: LedgerVerdict, group: str, moment: int
) -> Item | None:
    """Return an exam as it stood then; nothing where it did not yet, or by mistake."""
    opened = exam.events[0].at if exam.events else None
    if opened is None or opened >= moment:
        return None
    if DecisionKind.ANNULMENT is exam.state.closed:
        return None
    return Item(
        status=_status(exam, verdict, moment),
        qualification=str(verdict.group_records.get(group, {}).get("crebo", "")),
        year=school_year(opened),
    )


def _status(exam: ExamVerdict, verdict: LedgerVerdict, moment: int) -> Status:
    ended = _ended_at(exam)
    if ended is not None and ended < moment:
        return (
            _RESULTS.get(exam.outcome, Status.OTHERWISE)
            if exam.outcome
            else (Status.OTHERWISE)
        )
    number = stand_at(course_of(exam, verdict.registry), moment)
    return _PHASES.get(_PHASE_OF.get(number, Phase.PREPARATION), Status.ASSESSMENT)


def _ended_at(exam: ExamVerdict) -> int | None:
    """Return when the result was established, or when the exam was closed without."""
    closing = [one.at for one in exam.state.decisions if one.kind is exam.state.closed]
    if closing:
        return closing[-1]
    if exam.provisional:
        return None
    return next((one.done_at for one in exam.steps if one.step is StepId.RESULT), None)

"""Whose move it is: in the groups, in the exams of one, and in one exam."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import groupby

from proeve.model.exam import Approval
from proeve.model.verdict import ExamVerdict, Missing, StepVerdict
from proeve.process.decisions import DecisionKind
from proeve.process.table import MEI_12
from proeve.process.vocabulary import Phase, StepId
from proeve.report.tables import Table, day, days_late, table
from proeve.sight.brief import Brief
from proeve.sight.tasks import Task
from proeve.sight.today import is_stuck
from proeve.words.headings import HANDED_IN, NOBODY, NOT_UNDER_WAY, PAUSED
from proeve.words.labels import label, road_words
from proeve.words.say import Language

_PHASES = ("phase1", "phase2", "phase3", "phase4")


def turn(waits: Sequence[Task | Missing], language: Language) -> str:
    """Return who must act, as parts and pseudonyms."""
    nobody = NOBODY.in_language(language)
    return "; ".join(
        f"{label(each.hat, language)} ({', '.join(each.people) or nobody})"
        for each in waits
    )


def step_title(exam: Brief, language: Language) -> str:
    """Return the number and the words of the current step, or how the exam ended."""
    if exam.current is None:
        return label(exam.outcome, language) if exam.outcome else ""
    number = MEI_12.step(exam.current).number
    return f"{number} {label(exam.current, language)}"


def state_words(exam: Brief, language: Language) -> str:
    """Return the words of the state of the current step."""
    if exam.paused and exam.current is not None:
        return PAUSED.in_language(language)
    return label(exam.state, language)


def groups_table(exams: Sequence[Brief], now: int, language: Language) -> Table:
    """Return how many exams of each group stand in each phase, are late and stuck."""
    rows = [
        _group_row(group, list(found), now)
        for group, found in groupby(exams, key=lambda exam: exam.group)
    ]
    columns = ("group", "exams", *_PHASES, "ended", "late", "stuck")
    return table(columns, rows, language, nothing=NOT_UNDER_WAY)


def _group_row(group: str, exams: list[Brief], now: int) -> tuple[str, ...]:
    phases = Counter(
        MEI_12.step(exam.current).phase for exam in exams if exam.current is not None
    )
    ended = sum(exam.current is None for exam in exams)
    late = sum(exam.late_days(now) > 0 for exam in exams)
    stuck = sum(is_stuck(exam, now) for exam in exams)
    counts = (len(exams), *(phases[phase] for phase in Phase), ended, late, stuck)
    return (group, *(str(count) for count in counts))


def exams_table(exams: Sequence[Brief], now: int, language: Language) -> Table:
    """Return one line an exam: step, state, whose move, since when, how late."""
    rows = [
        (
            exam.name,
            step_title(exam, language),
            state_words(exam, language),
            turn(exam.awaited, language),
            day(exam.since) if exam.current else "",
            days_late(exam.late_days(now), language),
        )
        for exam in exams
    ]
    columns = ("exam", "step", "state", "who", "since", "late")
    return table(columns, rows, language, nothing=NOT_UNDER_WAY)


def exam_table(exam: ExamVerdict, language: Language) -> Table:
    """Return the twelve steps of one exam and who approved them."""
    rows = [_step_row(step, exam, language) for step in exam.steps]
    columns = ("nr", "step", "state", "approved")
    title = exam.scope.removeprefix("groups/")
    return table(columns, rows, language, title=title)


def _step_row(
    step: StepVerdict, exam: ExamVerdict, language: Language
) -> tuple[str, ...]:
    given = ", ".join(
        f"{label(one.hat, language)} {one.person}{_doubt(one, exam, language)}"
        for one in step.approvals
    )
    if step.step is StepId.EVIDENCE:
        given = "; ".join(filter(None, (given, arrival(exam, language))))
    number = str(MEI_12.step(step.step).number)
    return number, label(step.step, language), label(step.state, language), given


def arrival(exam: ExamVerdict, language: Language) -> str:
    """Return when the evidence came in, how that is known, and how late it was."""
    found = exam.handed_in
    if found is None:
        return ""
    moment = datetime.fromtimestamp(found.at, UTC).strftime("%Y-%m-%d %H:%M UTC")
    road = road_words(found.road, language)
    basis = " ".join(filter(None, (label(found.basis, language), road)))
    late = days_late(exam.late_days, language)
    said = f"{HANDED_IN.in_language(language)} {moment} ({basis})"
    return f"{said}, {late}" if late else said


def _doubt(one: Approval, exam: ExamVerdict, language: Language) -> str:
    """Return a mark behind an approval by a key that was lost or stolen."""
    if one not in exam.suspects:
        return ""
    return " (in twijfel)" if language == "nl" else " (in doubt)"


def moves_table(tasks: Sequence[Task], now: int, language: Language) -> Table:
    """Return what must be done in one exam, by whom, and how."""
    rows = [
        (turn([task], language), _what(task, now, language), task.command)
        for task in tasks
    ]
    return table(("who", "what", "command"), rows, language)


def _what(task: Task, now: int, language: Language) -> str:
    parts = [label(task.what, language), days_late(task.late_days(now), language)]
    if task.refused is not None:
        parts.append(f"{label(DecisionKind.REFUSAL, language)}: {task.refused}")
    return "; ".join(filter(None, parts))


def tasks_of_steps(exam: Brief) -> Iterator[Task]:
    """Yield the tasks of the current step, then those beside it."""
    yield from exam.awaited
    yield from (task for task in exam.tasks if task.step is not exam.current)

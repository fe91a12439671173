"""The ten answers of the day as tables, and one's own tasks."""

from collections.abc import Callable, Iterator, Sequence

from proeve.model.days import date_of
from proeve.process.decisions import DecisionKind
from proeve.process.table import MEI_12
from proeve.process.vocabulary import StepId
from proeve.report.status import state_words, step_title, turn
from proeve.report.tables import Table, day, days_late, table
from proeve.sight.meeting import Item
from proeve.sight.tasks import Task
from proeve.sight.telling import sentence
from proeve.sight.today import Running, Stuck, Today
from proeve.words.headings import (
    CLEAN,
    NOBODY,
    NOTHING_WAITS,
    OPTIONAL,
    PAUSED,
    QUESTIONS,
)
from proeve.words.labels import label
from proeve.words.labels_codes import code_words
from proeve.words.say import Language

_SHORT = 10


def today_tables(today: Today, language: Language) -> Iterator[Table]:
    """Yield a table for each of the ten questions."""
    for question, answer in _ANSWERS.items():
        columns, rows = answer(today, language)
        title = QUESTIONS[question].in_language(language)
        yield table(columns, rows, language, title=title)


def tasks_table(tasks: Sequence[Task], now: int, language: Language) -> Table:
    """Return tasks in their order, with the command of each."""
    rows = [
        (
            task.scope.removeprefix("groups/"),
            _what(task, language),
            label(task.hat, language),
            _by(task, now, language),
            task.command,
        )
        for task in tasks
    ]
    columns = ("exam", "what", "who", "until", "command")
    return table(columns, rows, language, nothing=NOTHING_WAITS)


def _what(task: Task, language: Language) -> str:
    words = label(task.what, language)
    return f"{words} ({OPTIONAL.in_language(language)})" if task.optional else words


def _by(task: Task, now: int, language: Language) -> str:
    if task.paused:
        return PAUSED.in_language(language)
    late = days_late(task.late_days(now), language)
    return late or _short_day(task.until or "")


def _short_day(text: str) -> str:
    """Return the day of a date or a date and time."""
    return text[:_SHORT] if date_of(text) else text


Answer = tuple[Sequence[str], Sequence[Sequence[str]]]


def _came_in(today: Today, language: Language) -> Answer:
    rows = [
        (
            each.scope.removeprefix("groups/"),
            day(each.told.time.at),
            sentence(each.told, language),
        )
        for each in today.came_in
    ]
    dutch = language == "nl"
    for each in today.refused:
        name = each.scope.removeprefix("groups/")
        if each.task is None:
            held = (
                "Houdt het examen op: commit" if dutch else "Holds the exam up: commit"
            )
            rows.append((name, "", f"{held} {each.commit[:_SHORT]}"))
        else:
            refused = "Niet akkoord" if dutch else "Not approved"
            who = turn([each.task], language)
            rows.append((name, "", f"{refused}: {who}. {each.task.refused or ''}"))
    return ("exam", "day", "what"), rows


def _stuck(today: Today, language: Language) -> Answer:
    rows = [_stuck_row(each, language) for each in today.stuck]
    return ("exam", "step", "who", "contact", "days", "late"), rows


def _stuck_row(each: Stuck, language: Language) -> tuple[str, ...]:
    return (
        each.exam.name,
        step_title(each.exam, language),
        turn(each.tasks, language) or state_words(each.exam, language),
        ", ".join(each.exam.contacts),
        str(each.silent_days),
        str(each.late_days or ""),
    )


def _week(today: Today, language: Language) -> Answer:
    rows = [_week_row(each, language) for each in today.week]
    return ("exam", "day", "company", "assessors", "lacking", "could"), rows


def _week_row(each: Running, language: Language) -> tuple[str, ...]:
    run = each.run
    lacking = [label(gap.part, language) for gap in each.gaps]
    lacking += [PAUSED.in_language(language)] if run.paused else []
    meetings = [
        f"{code_words(one.kind, language)} {one.start[:16].replace('T', ' ')}"
        for one in run.appointments
        if one.outcome not in ("moved", "held")
    ]
    could = "; ".join(", ".join(gap.people[:3]) or "-" for gap in each.gaps)
    return (
        run.scope.removeprefix("groups/"),
        "; ".join((f"{run.start} / {run.until}", *meetings)),
        run.company or code_words(run.place, language),
        ", ".join(run.assessors),
        ", ".join((*lacking, *run.still_open)),
        could,
    )


def _agenda(today: Today, language: Language) -> Answer:
    return _AGENDA, _agenda_rows(today.agenda, language)


_AGENDA = ("exam", "agenda", "concerns", "votes", "recused")


def agenda_table(agenda: Sequence[Item], language: Language) -> Table:
    """Return what comes before a committee as a table."""
    return table(_AGENDA, _agenda_rows(agenda, language), language)


def _agenda_rows(agenda: Sequence[Item], language: Language) -> list[tuple[str, ...]]:
    clean = CLEAN.in_language(language)
    return [
        (
            item.scope.removeprefix("groups/"),
            label(item.what, language),
            ", ".join(label(each, language) for each in item.concerns) or clean,
            f"{len(item.voters)} / {item.needed}",
            ", ".join(item.recused),
        )
        for item in agenda
    ]


def _untold(today: Today, language: Language) -> Answer:
    rows = [
        (
            task.scope.removeprefix("groups/"),
            day(task.since),
            ", ".join(task.people) or NOBODY.in_language(language),
            task.command,
        )
        for task in today.untold
    ]
    return ("exam", "since", "contact", "command"), rows


def _ending(today: Today, language: Language) -> Answer:
    rows = [
        (
            _short_day(clock.ends),
            clock.scope.removeprefix("groups/"),
            label(clock.term, language),
            _of_what(clock.step, clock.kind, language),
        )
        for clock in today.ending
    ]
    return ("day", "exam", "what", "about"), rows


def _of_what(step: StepId | None, kind: DecisionKind | None, language: Language) -> str:
    if step is not None:
        return label(step, language)
    return label(kind, language) if kind is not None else ""


def _cases(today: Today, language: Language) -> Answer:
    rows = [
        (
            case.scope.removeprefix("groups/"),
            label(case.kind, language),
            code_words(case.about, language),
            case.received,
            case.decide_by or "",
            ", ".join(case.handled_by),
        )
        for case in today.cases
    ]
    return ("exam", "what", "about", "since", "until", "who"), rows


def _expiring(today: Today, language: Language) -> Answer:
    rows = [
        (each.until, label(each.what, language), each.whose, each.name)
        for each in today.expiring
    ]
    return ("until", "what", "who", "about"), rows


def _order(today: Today, language: Language) -> Answer:
    dutch, order = language == "nl", today.order
    said = [
        ("Commits", "Commits", order.commits),
        ("Bevindingen", "Findings", order.findings),
        ("Punten om te weten", "Notes", order.notes),
        (
            "Examens die vastzitten op een commit",
            "Exams that a commit holds up",
            order.held_up,
        ),
        ("Akkoorden in twijfel", "Approvals in doubt", order.doubts),
    ]
    rows = [(nl if dutch else en, str(count)) for nl, en, count in said]
    last = "Laatste gebeurtenis" if dutch else "Last happening"
    rows.append((last, f"{day(order.latest or None)} ({order.head[:_SHORT]})"))
    return ("what", "number"), rows


def _numbers(today: Today, language: Language) -> Answer:
    dutch, numbers = language == "nl", today.numbers
    rows = [("Examens" if dutch else "Exams", str(numbers.exams))]
    rows += [
        (f"{MEI_12.step(step).number} {label(step, language)}", str(count))
        for step, count in numbers.per_step.items()
        if count
    ]
    rows += [
        (label(outcome, language), str(count))
        for outcome, count in numbers.outcomes.items()
        if count
    ]
    rows.append(("Te laat" if dutch else "Late", str(numbers.late)))
    rows.append(("Liggen stil" if dutch else "Stuck", str(numbers.stuck)))
    return ("what", "number"), rows


_ANSWERS: dict[str, Callable[[Today, Language], Answer]] = {
    "came_in": _came_in,
    "stuck": _stuck,
    "week": _week,
    "agenda": _agenda,
    "untold": _untold,
    "ending": _ending,
    "cases": _cases,
    "expiring": _expiring,
    "order": _order,
    "numbers": _numbers,
}

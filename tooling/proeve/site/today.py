"""Vandaag: the ten questions of an exam office's morning, answered on one page."""

from collections.abc import Callable, Iterator, Mapping

from proeve.sight.today import Today
from proeve.site import dates
from proeve.site.agenda import agenda_row
from proeve.site.arrivals import arrival_rows
from proeve.site.cases import case_row
from proeve.site.cells import Words
from proeve.site.listing import Cell, Figure, Listing, ListPage, Row
from proeve.site.week import expiry_row, run_row, term_row
from proeve.words.headings import NOTHING, QUESTIONS
from proeve.words.labels import label
from proeve.words.labels_lists import (
    ALL_IN_ORDER,
    ALL_OF_IT,
    LEADS,
    ORDER,
    SHORT_QUESTIONS,
    TITLES,
)

PATH = "vandaag/index"
_MOST = 5
_SHORT = 10

Answer = tuple[tuple[str, ...], tuple[Row, ...], str]
"""The columns of an answer, its rows, and the page with all of it."""


def today_page(today: Today, words: Words) -> ListPage:
    """Return the page with the ten questions of the day."""
    answers = {name: answer(today, words) for name, answer in _ANSWERS.items()}
    lists = tuple(_listing(name, *answer, words) for name, answer in answers.items())
    day = dates.written(today.day.isoformat(), words.language)
    since = dates.written(today.since.isoformat(), words.language)
    return ListPage(
        path=PATH,
        title=words.of(TITLES[PATH]),
        lead=words.of(LEADS[PATH]).format(day=day, since=since),
        figures=tuple(_figures(today, words)),
        lists=lists,
        command=f"proeve today --since {today.since.isoformat()}",
    )


def _listing(
    name: str, columns: tuple[str, ...], rows: tuple[Row, ...], more: str, words: Words
) -> Listing:
    whole = name in ("order", "numbers")
    return Listing(
        id=name,
        title=words.of(QUESTIONS[name]),
        columns=columns,
        rows=rows,
        nothing=words.of(NOTHING),
        most=len(rows) if whole else _MOST,
        more=more,
        more_title=words.of(ALL_OF_IT[name]) if more else "",
        sheet="" if whole or more else name,
    )


def _figures(today: Today, words: Words) -> Iterator[Figure]:
    """Yield how much there is behind each question, as a way to it."""
    order = today.order
    counts: Mapping[str, tuple[int, str]] = {
        "came_in": (len(today.came_in) + len(today.refused), ""),
        "stuck": (len(today.stuck), "late"),
        "week": (len(today.week), ""),
        "agenda": (len(today.agenda), ""),
        "untold": (len(today.untold), "returned"),
        "ending": (len(today.ending), ""),
        "cases": (len(today.cases), ""),
        "expiring": (len(today.expiring), ""),
        "order": (order.held_up + order.findings + order.doubts, "broken"),
        "numbers": (today.numbers.exams, ""),
    }
    for name, (count, look) in counts.items():
        yield Figure(
            id=name,
            number=count,
            title=words.of(SHORT_QUESTIONS[name]),
            link=f"#{name}",
            look=look if count else "done" if name == "order" else "",
        )


def _came_in(today: Today, words: Words) -> Answer:
    columns = words.columns("exam", "moment_or_why", "what")
    return columns, tuple(arrival_rows(today, words)), "vandaag/binnengekomen.html"


def _stuck(today: Today, words: Words) -> Answer:
    rows = [
        Row(
            cells=(
                words.exam(each.exam.scope),
                words.step(each.exam.current),
                words.who(each.tasks)
                if each.tasks
                else Cell(text=label(each.exam.state, words.language)),
                words.people(each.exam.contacts),
                words.company(each.exam.company),
                Cell(
                    text=words.days(each.silent_days),
                    late=words.days_late(each.late_days) if each.late_days else "",
                ),
            ),
            look="late" if each.late_days else "",
        )
        for each in today.stuck
    ]
    columns = words.columns("exam", "step", "who", "contact", "company", "days")
    return columns, tuple(rows), ""


def _week(today: Today, words: Words) -> Answer:
    rows = tuple(run_row(each, words) for each in today.week)
    columns = words.columns("exam", "day", "company", "assessors", "lacking")
    return columns, rows, "vandaag/deze-week.html"


def _agenda(today: Today, words: Words) -> Answer:
    rows = tuple(agenda_row(item, words) for item in today.agenda)
    columns = words.columns("exam", "agenda", "concerns", "votes", "recused")
    return columns, rows, "vandaag/vergadering.html"


def _untold(today: Today, words: Words) -> Answer:
    rows = tuple(
        Row(
            cells=(
                words.exam(task.scope),
                words.since(task.since),
                words.people(task.people) if task.people else words.nobody(),
                Cell(text=task.command, look="command"),
            )
        )
        for task in today.untold
    )
    return words.columns("exam", "since", "contact", "how"), rows, ""


def _ending(today: Today, words: Words) -> Answer:
    rows = tuple(term_row(clock, words) for clock in today.ending)
    return words.columns("exam", "day", "what"), rows, "vandaag/deze-week.html"


def _cases(today: Today, words: Words) -> Answer:
    rows = tuple(case_row(case, words) for case in today.cases)
    columns = words.columns("exam", "what", "about", "since", "until", "who")
    return columns, rows, "vandaag/zaken.html"


def _expiring(today: Today, words: Words) -> Answer:
    rows = tuple(expiry_row(each, words) for each in today.expiring)
    columns = words.columns("what", "until", "who", "about")
    return columns, rows, "vandaag/deze-week.html"


def _order(today: Today, words: Words) -> Answer:
    order = today.order
    counts = {
        "findings": order.findings,
        "held_up": order.held_up,
        "doubts": order.doubts,
        "notes": order.notes,
        "commits": order.commits,
    }
    wrong = order.findings + order.held_up + order.doubts
    said = ORDER["points"].in_language(words.language).format(n=wrong)
    verdict = Row(
        cells=(
            Cell(
                text=said if wrong else words.of(ALL_IN_ORDER),
                look="broken" if wrong else "done",
            ),
            Cell(),
        )
    )
    rows = [verdict] + [
        Row(cells=(Cell(text=words.of(ORDER[name])), _number(count)))
        for name, count in counts.items()
    ]
    last = dates.day(order.latest, words.language) if order.latest else ""
    shown = Cell(text=last, under=order.head[:_SHORT])
    rows.append(Row(cells=(Cell(text=words.of(ORDER["latest"])), shown)))
    columns = words.columns("what", "number")
    return columns, tuple(rows), "verantwoording.html"


def _numbers(today: Today, words: Words) -> Answer:
    numbers = today.numbers
    counts: list[tuple[str, int]] = [(words.of(ORDER["exams"]), numbers.exams)]
    counts += [(words.step(s).text, n) for s, n in numbers.per_step.items() if n]
    counts += [
        (label(outcome, words.language), n)
        for outcome, n in numbers.outcomes.items()
        if n
    ]
    counts.append((words.of(ORDER["late"]), numbers.late))
    counts.append((words.of(ORDER["stuck"]), numbers.stuck))
    rows = tuple(Row(cells=(Cell(text=said), _number(n))) for said, n in counts)
    return words.columns("what", "number"), rows, "rapportages/index.html"


def _number(count: int) -> Cell:
    return Cell(text=str(count), look="number")


_ANSWERS: Mapping[str, Callable[[Today, Words], Answer]] = {
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

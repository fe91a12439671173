"""Mijn taken: what waits for each role and part, the most urgent first."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from proeve.model.days import date_of
from proeve.process.vocabulary import Approver
from proeve.sight.tasks import Task
from proeve.site.cells import Words
from proeve.site.day import Day
from proeve.site.hats import hats as hats
from proeve.site.listing import Cell, Figure, Listing, ListPage, Row
from proeve.words.headings import NOTHING_WAITS
from proeve.words.labels import label
from proeve.words.labels_lists import HATS, LEADS, LISTS, TITLES

FOLDER = "taken"
PATH = f"{FOLDER}/index"
MOST_TASKS = 28
MOST_DATED = 200
"""A calendar with more than this is of no use to anybody."""


def path_of(hat: Approver) -> str:
    """Return the path of the page of a role or part."""
    return f"{FOLDER}/{str(hat).replace('_', '-')}"


class _Lines:
    """The line of each task, made once: it stands among all and with each role."""

    def __init__(self, tasks: Iterable[Task], words: Words) -> None:
        self._made = {id(task): words.row_of_task(task) for task in tasks}

    def of(self, tasks: Iterable[Task]) -> tuple[Row, ...]:
        """Return the lines of some of the tasks."""
        return tuple(self._made[id(task)] for task in tasks)


def tasks_pages(day: Day, words: Words) -> Iterator[ListPage]:
    """Yield the page of all roles, and a page for each."""
    lines = _Lines(day.tasks, words)
    yield _front(day, lines, words)
    for hat, tasks in day.by_hat.items():
        yield _page(hat, tasks, lines, words)


def waiting(day: Day, hat: Approver) -> Sequence[Task]:
    """Return what waits for a role or part, the most urgent first."""
    return day.by_hat[hat]


def dated(tasks: Iterable[Task]) -> tuple[Task, ...]:
    """Return the most urgent of those that must be done before some day."""
    must = (one for one in tasks if not (one.optional or one.paused))
    found = (one for one in must if date_of(one.until or ""))
    return tuple(islice(found, MOST_DATED))


def _front(day: Day, lines: _Lines, words: Words) -> ListPage:
    tasks = day.tasks
    late = [task for task in tasks if task.late_days(words.now)]
    empty = [task for task in tasks if not task.people]
    return ListPage(
        path=PATH,
        title=words.of(TITLES[PATH]),
        lead=words.of(LEADS[PATH]),
        figures=(
            Figure(id="tasks", number=len(tasks), title=words.of(LISTS["tasks"])),
            Figure(
                id="tasks_late",
                number=len(late),
                title=words.of(LISTS["tasks_late"]),
                look="late" if late else "",
            ),
            Figure(
                id="tasks_nobody",
                number=len(empty),
                title=words.of(LISTS["tasks_nobody"]),
                look="returned" if empty else "",
            ),
        ),
        lists=(
            Listing(
                id="hats",
                title=words.of(LISTS["hats"]),
                columns=words.columns("who", "tasks", "late", "until"),
                rows=tuple(
                    _hat_row(hat, own, words) for hat, own in day.by_hat.items()
                ),
                nothing=words.of(NOTHING_WAITS),
            ),
            _listing("urgent", lines.of(tasks), words, sheet="taken"),
        ),
        command="proeve next",
    )


def _hat_row(hat: Approver, tasks: Sequence[Task], words: Words) -> Row:
    late = [task for task in tasks if task.late_days(words.now)]
    days = (task.until for task in tasks if task.until and not task.paused)
    until = min(days, default="")
    return Row(
        cells=(
            Cell(text=label(hat, words.language), link=f"{path_of(hat)}.html"),
            Cell(text=str(len(tasks)), look="number"),
            Cell(text=str(len(late)), look="number"),
            words.day(until[:10]),
        ),
        look="late" if late else "",
    )


def _page(
    hat: Approver, tasks: Sequence[Task], lines: _Lines, words: Words
) -> ListPage:
    title = label(hat, words.language)
    late = [task for task in tasks if task.late_days(words.now)]
    paused = [task for task in tasks if task.paused]
    must = lines.of(t for t in tasks if not (t.optional or t.paused))
    may = lines.of(t for t in tasks if t.optional or t.paused)
    return ListPage(
        path=path_of(hat),
        title=f"{words.of(LISTS['tasks_of'])}: {title}",
        lead=words.of(HATS[str(hat)]),
        figures=(
            Figure(id="tasks", number=len(tasks), title=words.of(LISTS["tasks"])),
            Figure(
                id="tasks_late",
                number=len(late),
                title=words.of(LISTS["tasks_late"]),
                look="late" if late else "",
            ),
            Figure(
                id="tasks_paused", number=len(paused), title=words.of(LISTS["paused"])
            ),
        ),
        lists=(
            _listing("must", must, words, sheet=path_of(hat).removeprefix("taken/")),
            *([_listing("may", may, words)] if may else []),
        ),
        command=f"proeve next --as {hat}",
        calendar=f"{path_of(hat).removeprefix('taken/')}.ics" if dated(tasks) else "",
        most=MOST_DATED,
    )


def _listing(
    name: str, rows: tuple[Row, ...], words: Words, sheet: str = ""
) -> Listing:
    return Listing(
        id=name,
        title=words.of(LISTS[name]),
        columns=words.columns("exam", "what", "who", "until", "how"),
        rows=rows,
        nothing=words.of(NOTHING_WAITS),
        most=MOST_TASKS,
        sheet=sheet,
    )

"""Mijn taken: what waits for each role and part, the most urgent first."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from proeve.model.days import date_of
from proeve.process.table import MEI_12
from proeve.process.vocabulary import Approver, Part, Role
from proeve.sight.tasks import Task, is_for
from proeve.site.cells import Words
from proeve.site.day import Day
from proeve.site.listing import Cell, Figure, Listing, ListPage, Row
from proeve.words.headings import NOTHING_WAITS
from proeve.words.labels import label
from proeve.words.labels_lists import HATS, LEADS, LISTS, TITLES

FOLDER = "taken"
PATH = f"{FOLDER}/index"
MOST_TASKS = 28
MOST_DATED = 200
"""A calendar with more than this is of no use to anybody."""


def hats() -> tuple[Approver, ...]:
    """Return the roles and parts that have a page of their own.

    A role and a part of the same name share one: it has the tasks of both.
    """
    rows = MEI_12.rows.values()
    asked = {hat for row in rows for any_of in row.approvers for hat in any_of}
    parts = tuple(part for part in Part if part in asked)
    named = {str(part) for part in parts}
    roles = tuple(r for r in Role if r in asked and str(r) not in named)
    return (*parts, *roles)


def path_of(hat: Approver) -> str:
    """Return the path of the page of a role or part."""
    return f"{FOLDER}/{str(hat).replace('_', '-')}"


def tasks_pages(day: Day, words: Words) -> Iterator[ListPage]:
    """Yield the page of all roles, and a page for each."""
    waits = {hat: waiting(day, hat) for hat in hats()}
    yield _front(day, waits, words)
    for hat, tasks in waits.items():
        yield _page(hat, tasks, words)


def waiting(day: Day, hat: Approver) -> tuple[Task, ...]:
    """Return what waits for a role or part, the most urgent first."""
    return tuple(task for task in day.tasks if is_for(task, None, hat))


def dated(tasks: Iterable[Task]) -> tuple[Task, ...]:
    """Return the most urgent of those that must be done before some day."""
    must = (one for one in tasks if not (one.optional or one.paused))
    found = (one for one in must if date_of(one.until or ""))
    return tuple(islice(found, MOST_DATED))


def _front(
    day: Day, waits: Mapping[Approver, tuple[Task, ...]], words: Words
) -> ListPage:
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
                rows=tuple(_hat_row(hat, own, words) for hat, own in waits.items()),
                nothing=words.of(NOTHING_WAITS),
            ),
            _listing("urgent", tasks, words, sheet="taken"),
        ),
        command="proeve next",
    )


def _hat_row(hat: Approver, tasks: tuple[Task, ...], words: Words) -> Row:
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


def _page(hat: Approver, tasks: tuple[Task, ...], words: Words) -> ListPage:
    title = label(hat, words.language)
    late = [task for task in tasks if task.late_days(words.now)]
    paused = [task for task in tasks if task.paused]
    must = tuple(t for t in tasks if not (t.optional or t.paused))
    may = tuple(t for t in tasks if t.optional or t.paused)
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
    name: str, tasks: tuple[Task, ...], words: Words, sheet: str = ""
) -> Listing:
    rows = tuple(words.row_of_task(task) for task in tasks)
    return Listing(
        id=name,
        title=words.of(LISTS[name]),
        columns=words.columns("exam", "what", "who", "until", "how"),
        rows=rows,
        nothing=words.of(NOTHING_WAITS),
        most=MOST_TASKS,
        sheet=sheet,
    )

"""Binnengekomen: what came in since the last working day, and what was refused."""

from collections.abc import Iterator

from proeve.sight.telling import basis, sentence
from proeve.sight.today import CameIn, Refused, Today
from proeve.site import dates
from proeve.site.cells import REFUSED, Words
from proeve.site.listing import Cell, Figure, Listing, ListPage, Row
from proeve.words.headings import NOTHING
from proeve.words.labels import label
from proeve.words.labels_lists import HOLDS_UP, LEADS, LISTS, TITLES

PATH = "vandaag/binnengekomen"
_SHORT = 10


def arrivals_page(today: Today, words: Words) -> ListPage:
    """Return the page of what came in and what was refused."""
    refused = tuple(_refused_row(each, words) for each in today.refused)
    newest = sorted(today.came_in, key=lambda each: -each.told.time.at)
    came = tuple(_came_row(each, words) for each in newest)
    since = dates.written(today.since.isoformat(), words.language)
    return ListPage(
        path=PATH,
        title=words.of(TITLES[PATH]),
        lead=words.of(LEADS[PATH]).format(since=since),
        figures=(
            Figure(
                id="refused",
                number=len(refused),
                title=words.of(LISTS["refused"]),
                link="#refused",
                look="late" if refused else "",
            ),
            Figure(
                id="came_in",
                number=len(came),
                title=words.of(LISTS["came_in"]),
                link="#came_in",
            ),
        ),
        lists=(
            Listing(
                id="refused",
                title=words.of(LISTS["refused"]),
                columns=words.columns("exam", "what", "who"),
                rows=refused,
                nothing=words.of(NOTHING),
                sheet="geweigerd",
            ),
            Listing(
                id="came_in",
                title=words.of(LISTS["came_in"]),
                columns=words.columns("exam", "moment", "what"),
                rows=came,
                nothing=words.of(NOTHING),
                sheet="binnengekomen",
            ),
        ),
        command=f"proeve today --since {today.since.isoformat()}",
    )


def arrival_rows(today: Today, words: Words) -> Iterator[Row]:
    """Yield what was refused first, then what came in, the newest first."""
    for each in today.refused:
        exam, what, who = _refused_row(each, words).cells
        held = Cell(text=words.of(LISTS["held"]), look="late")
        refused = Cell(text=words.of(REFUSED), under=who.text, look="late")
        yield Row(cells=(exam, refused if who.text else held, what), look="late")
    for came in sorted(today.came_in, key=lambda each: -each.told.time.at):
        yield _came_row(came, words)


def _came_row(each: CameIn, words: Words) -> Row:
    told = each.told
    return Row(
        cells=(
            words.exam(each.scope),
            Cell(
                text=dates.moment(told.time.at, words.language),
                look="when",
                under=basis(told.time, words.language),
            ),
            Cell(text=sentence(told, words.language, words.names)),
        )
    )


def _refused_row(each: Refused, words: Words) -> Row:
    if each.task is None:
        held = f"{words.of(HOLDS_UP)} {each.commit[:_SHORT]}"
        return Row(
            cells=(words.exam(each.scope), Cell(text=held, look="broken"), Cell()),
            look="late",
        )
    task = each.task
    who = Cell(text=label(task.hat, words.language), people=task.people)
    return Row(cells=(words.exam(each.scope), words.task(task), who), look="late")

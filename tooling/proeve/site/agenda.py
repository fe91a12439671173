"""Vergadering: what the committee can decide at once, and what it must discuss."""

from collections.abc import Iterable

from proeve.sight.meeting import Concern, Item
from proeve.sight.today import Today
from proeve.site.cells import Words
from proeve.site.listing import Cell, Figure, Listing, ListPage, Row
from proeve.words.headings import CLEAN, NOTHING
from proeve.words.labels import label
from proeve.words.labels_lists import INTROS, LEADS, LISTS, TITLES

PATH = "vandaag/vergadering"


def agenda_page(today: Today, words: Words) -> ListPage:
    """Return the agenda of the committees, clean items apart from the others."""
    clean = [item for item in today.agenda if item.clean]
    discuss = [item for item in today.agenda if not item.clean]
    short = [i for i in discuss if Concern.NO_QUORUM in i.concerns]
    aside = [item for item in today.agenda if item.recused]
    return ListPage(
        path=PATH,
        title=words.of(TITLES[PATH]),
        lead=words.of(LEADS[PATH]),
        figures=(
            _figure("clean", clean, words, "done"),
            _figure("discuss", discuss, words, "returned"),
            _figure("no_quorum", short, words, "late"),
            _figure("recused", aside, words, ""),
        ),
        lists=(
            _listing("discuss", discuss, words),
            _listing("clean", clean, words),
        ),
        command="proeve today",
    )


def _figure(name: str, items: list[Item], words: Words, look: str) -> Figure:
    link = f"#{name}" if name in ("clean", "discuss") else ""
    return Figure(
        id=name,
        number=len(items),
        title=words.of(LISTS[name]),
        link=link,
        look=look if items else "",
    )


def _listing(name: str, items: Iterable[Item], words: Words) -> Listing:
    rows = tuple(_row(item, words) for item in items)
    columns = ("exam", "agenda", "concerns", "committee", "votes", "recused")
    return Listing(
        id=name,
        title=words.of(LISTS[name]),
        intro=words.of(INTROS[name]),
        columns=words.columns(*columns),
        rows=rows,
        nothing=words.of(NOTHING),
        sheet=f"vergadering-{name}",
    )


def _row(item: Item, words: Words) -> Row:
    exam, what, why, votes, recused = agenda_row(item, words).cells
    return Row(cells=(exam, what, why, words.titled(item.committee), votes, recused))


def agenda_row(item: Item, words: Words) -> Row:
    """Return an item: the exam, what is decided, why to discuss it, who votes."""
    concerns = ", ".join(label(each, words.language) for each in item.concerns)
    short = Concern.NO_QUORUM in item.concerns
    return Row(
        cells=(
            words.exam(item.scope),
            Cell(text=label(item.what, words.language)),
            Cell(text=concerns)
            if concerns
            else Cell(text=words.of(CLEAN), look="done"),
            Cell(
                text=f"{len(item.voters)} / {item.needed}",
                look="late" if short else "",
            ),
            words.people(item.recused),
        )
    )

"""The front page for everybody: counts, and nothing else of any exam."""

from dataclasses import dataclass

from proeve.site.edition import Edition
from proeve.site.profiles.counts import CountTable, Row, Way
from proeve.site.profiles.public import Figures
from proeve.words import labels_profiles as words
from proeve.words.say import Language

_NO_QUALIFICATION = "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class CountView:
    """One table as the page shows it; each row has a name, counts and a total."""

    id: str
    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]


def public_body(edition: Edition, figures: Figures) -> str:
    """Return the HTML of the front page for everybody."""
    views = tuple(_view(table, edition.language) for table in figures.tables)
    return edition.render("public", "", day=figures.day.isoformat(), tables=views)


def _view(table: CountTable, language: Language) -> CountView:
    headings = tuple(words.said(words.COLUMNS, one, language) for one in table.columns)
    several = len(table.columns) > 1
    total = ("Samen" if language == "nl" else "Together",) if several else ()
    return CountView(
        id=table.way.value,
        title=words.said(words.WAYS, table.way, language),
        headings=(*headings, *total),
        rows=tuple(_row(table, row, language, several=several) for row in table.rows),
    )


def _row(
    table: CountTable, row: Row, language: Language, *, several: bool
) -> tuple[str, tuple[int, ...]]:
    if table.way is Way.STATUS:
        name = words.said(words.WAYS, table.way, language)
    else:
        name = ", ".join(one or _NO_QUALIFICATION for one in row.names)
    return name, (*row.counts, *((row.total,) if several else ()))

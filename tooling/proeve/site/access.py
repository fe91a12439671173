"""The page that says who sees what: the filter's own table, in words."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from proeve.site.profiles.pages import KINDS, Audience, readers_of
from proeve.site.profiles.table import AUDIENCES, rows
from proeve.words import labels_profiles as words
from proeve.words.labels_text import Label
from proeve.words.say import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessRow:
    """A kind of data, and how much of it each audience sees."""

    id: str
    data: str
    cells: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRow:
    """A page of the site, or the pages of a kind, and which audience has it."""

    id: str
    title: str
    shown: tuple[bool, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """The whole table; a cell is the word of the filter and what readers read."""

    audiences: tuple[tuple[str, str], ...]
    rows: tuple[AccessRow, ...]
    pages: tuple[PageRow, ...]


def access_of(titles: Mapping[str, Label], language: Language) -> Access:
    """Return the table of audience against data, and against the pages of a site."""
    return Access(
        audiences=tuple(
            (one.value, words.said(words.AUDIENCES, one, language)) for one in AUDIENCES
        ),
        rows=tuple(
            AccessRow(
                id=datum.value,
                data=words.said(words.DATA, datum, language),
                cells=tuple(
                    (one.value, words.said(words.EXTENTS, one, language))
                    for one in extents
                ),
            )
            for datum, extents in rows()
        ),
        pages=tuple(_pages(titles, language)),
    )


def _pages(titles: Mapping[str, Label], language: Language) -> Iterator[PageRow]:
    for path, title in titles.items():
        yield _page(path, title.in_language(language), readers_of(path))
    for kind, readers in KINDS.items():
        yield _page(kind, words.said(words.PAGES, kind, language), readers)


def _page(name: str, title: str, readers: Collection[Audience]) -> PageRow:
    return PageRow(
        id=name, title=title, shown=tuple(one in readers for one in AUDIENCES)
    )

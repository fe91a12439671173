"""The page that says who sees what: the filter's own table, in words."""

from dataclasses import dataclass

from proeve.site.profiles.table import AUDIENCES, rows
from proeve.words import labels_profiles as words
from proeve.words.say import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessRow:
    """A kind of data, and how much of it each audience sees."""

    id: str
    data: str
    cells: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """The whole table; a cell is the word of the filter and what readers read."""

    audiences: tuple[tuple[str, str], ...]
    rows: tuple[AccessRow, ...]


def access_of(language: Language) -> Access:
    """Return the table of audience against data."""
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
    )

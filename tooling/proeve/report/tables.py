"""Tables of text: heads and rows, for a terminal or for a pipe."""

from collections.abc import Sequence
from dataclasses import dataclass

from proeve.model.days import day_of
from proeve.report.findings import clean
from proeve.words.headings import COLUMNS, NOTHING
from proeve.words.labels_text import Label
from proeve.words.say import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table, or one sentence where it has no rows."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    title: str = ""
    nothing: str = ""


def table(
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    language: Language,
    *,
    title: str = "",
    nothing: Label = NOTHING,
) -> Table:
    """Return a table; what it shows may come from an exam, so it is made harmless."""
    return Table(
        heads=tuple(COLUMNS[name].in_language(language) for name in columns),
        rows=tuple(tuple(clean(cell) for cell in row) for row in rows),
        title=title,
        nothing=nothing.in_language(language),
    )


def day(seconds: int | None) -> str:
    """Return the day of a moment, in UTC, as ISO 8601 writes it."""
    return "-" if seconds is None else day_of(seconds).isoformat()


def days_late(days: int, language: Language) -> str:
    """Return how many days something is late, or nothing."""
    if not days:
        return ""
    if language == "nl":
        return f"{days} {'dag' if days == 1 else 'dagen'} te laat"
    return f"{days} {'day' if days == 1 else 'days'} late"

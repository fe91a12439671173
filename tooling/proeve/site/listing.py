"""Lists of many things: tables with a cap, and the sheet beside the page with all."""

from dataclasses import dataclass

from proeve.sight.sheets import line, neutral, of_lines

MOST_ROWS = 24
"""Longer lists show so many rows on the page; their sheet has them all."""
NOTHING = "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell: its words, the people in it, and a second line below them.

    `look` is the name of a state whose colour the words get, or `command`, `code`,
    `number`, `strong` or `soft`; `late` says how much too late it is.
    """

    text: str = ""
    link: str = ""
    look: str = ""
    people: tuple[str, ...] = ()
    under: str = ""
    late: str = ""

    def plain(self, names: dict[str, str]) -> str:
        """Return the cell as text for a sheet."""
        if not (self.people or self.under or self.late):
            return self.text
        people = ", ".join(names.get(each, each) for each in self.people)
        said = (self.text, people, self.under, self.late)
        return "; ".join(part for part in said if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a list; `look` is the name of a state whose colour it gets."""

    cells: tuple[Cell, ...]
    look: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One list of a page: `shown` is what the page has of its rows.

    `sheet` is the name of the file beside the page, without `.csv`; a list without
    one leads to the page `more`, where all of it stands.
    """

    id: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    nothing: str
    intro: str = ""
    most: int = MOST_ROWS
    sheet: str = ""
    more: str = ""
    more_title: str = ""
    level: int = 2

    @property
    def shown(self) -> tuple[Row, ...]:
        """The rows that stand on the page."""
        return self.rows[: self.most]

    @property
    def hidden(self) -> int:
        """How many rows do not."""
        return max(0, len(self.rows) - self.most)


class Sheets:
    """Writes lists as sheets; a row that stands in two of them is put in words once."""

    def __init__(self, names: dict[str, str]) -> None:
        """Take the names of people and companies."""
        self._names = names
        self._known: dict[int, tuple[Row, str]] = {}

    def csv(self, listing: Listing) -> str:
        """Return all rows of a list as a sheet that a spreadsheet opens at once."""
        rows = (self._line(row) for row in listing.rows)
        return of_lines((line(listing.columns), *rows))

    def _line(self, row: Row) -> str:
        """Return a row as a line; it is kept with it, so that its number stays its."""
        known = self._known.get(id(row))
        if known is None:
            names = self._names
            known = row, line([neutral(cell.plain(names)) for cell in row.cells])
            self._known[id(row)] = known
        return known[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number at the head of a page; `id` names it for whoever reads it back."""

    id: str
    number: int
    title: str
    link: str = ""
    look: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage:
    """A page of lists: what stands above, its figures, its lists, and a command.

    `calendar` is the name of a calendar file beside the page, and `most` how many
    days it has at the most.
    """

    path: str
    title: str
    lead: str
    lists: tuple[Listing, ...]
    figures: tuple[Figure, ...] = ()
    notes: tuple[str, ...] = ()
    command: str = ""
    calendar: str = ""
    most: int = 0

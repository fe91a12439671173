"""Lists of many things: tables with a cap, and the sheet beside the page with all."""

from dataclasses import dataclass

from proeve.sight.sheets import neutral, written

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

    def csv(self, names: dict[str, str]) -> str:
        """Return all rows as a sheet that a spreadsheet opens at once."""
        rows = [[neutral(cell.plain(names)) for cell in row.cells] for row in self.rows]
        return written([list(self.columns), *rows])


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

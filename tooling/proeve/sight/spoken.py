"""Cells in a reader's words, the same on a page, in a CSV file and in a terminal."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from proeve.process.table import MEI_12
from proeve.process.vocabulary import StepId
from proeve.sight.school import Group
from proeve.sight.tables import Cell, Kind
from proeve.words.labels import label
from proeve.words.say import Language

NOTHING = "–"
_DECIMALS = {Kind.COUNT: 0, Kind.DAYS: 1, Kind.SHARE: 1, Kind.KAPPA: 2}
_MONTHS: Mapping[Language, tuple[str, ...]] = {
    "nl": (
        *("jan", "feb", "mrt", "apr", "mei", "jun"),
        *("jul", "aug", "sep", "okt", "nov", "dec"),
    ),
    "en": (
        *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
        *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who says it: the language, the names that are known, the groups' titles.

    `titles` are those of instruments, by their codes.
    """

    language: Language
    names: Mapping[str, str] = field(default_factory=dict[str, str])
    groups: Mapping[str, Group] = field(default_factory=dict[str, Group])
    titles: Mapping[str, str] = field(default_factory=dict[str, str])

    def say(self, cell: Cell, kind: Kind) -> str:
        """Return a cell as readers see it."""
        if cell is None or cell == "":
            return NOTHING
        return _SAYS[kind](self, cell)

    def number(self, cell: Cell, kind: Kind) -> str:
        """Return a number with the decimal sign of the language."""
        said = f"{cell:.{_DECIMALS[kind]}f}" if isinstance(cell, float) else str(cell)
        return said.replace(".", ",") if self.language == "nl" else said

    def _word(self, cell: Cell) -> str:
        return label(cell, self.language) if isinstance(cell, StrEnum) else str(cell)

    def _step(self, cell: Cell) -> str:
        step = MEI_12.step(StepId(str(cell)))
        return f"{step.number} {label(step.id, self.language)}"

    def _group(self, cell: Cell) -> str:
        known = self.groups.get(str(cell))
        return known.title if known else str(cell)

    def _exam(self, cell: Cell) -> str:
        return str(cell).rpartition("/")[2]

    def _name(self, cell: Cell) -> str:
        return self.names.get(str(cell), str(cell))

    def _month(self, cell: Cell) -> str:
        year, _, month = str(cell).partition("-")
        return f"{_MONTHS[self.language][int(month) - 1]} {year}"

    def _date(self, cell: Cell) -> str:
        year, month, day = str(cell)[:10].split("-")
        return f"{int(day)} {_MONTHS[self.language][int(month) - 1]} {year}"

    def _share(self, cell: Cell) -> str:
        return f"{self.number(cell, Kind.SHARE)}%"

    def _count(self, cell: Cell) -> str:
        return self.number(cell, Kind.COUNT)

    def _days(self, cell: Cell) -> str:
        return self.number(cell, Kind.DAYS)

    def _kappa(self, cell: Cell) -> str:
        return self.number(cell, Kind.KAPPA)

    def _code(self, cell: Cell) -> str:
        """Return a cell with a code in it behind the title of what has that code."""
        text = str(cell)
        title = next(filter(None, map(self.titles.get, text.split())), "")
        return f"{title} ({text})" if title else text

    def _text(self, cell: Cell) -> str:
        return str(cell)


_SAYS: Mapping[Kind, Callable[[Speaker, Cell], str]] = {
    Kind.WORD: Speaker._word,  # noqa: SLF001 - the class's own table
    Kind.STEP: Speaker._step,  # noqa: SLF001
    Kind.GROUP: Speaker._group,  # noqa: SLF001
    Kind.EXAM: Speaker._exam,  # noqa: SLF001
    Kind.NAME: Speaker._name,  # noqa: SLF001
    Kind.TEXT: Speaker._text,  # noqa: SLF001
    Kind.CODE: Speaker._code,  # noqa: SLF001
    Kind.MONTH: Speaker._month,  # noqa: SLF001
    Kind.DATE: Speaker._date,  # noqa: SLF001
    Kind.COUNT: Speaker._count,  # noqa: SLF001
    Kind.DAYS: Speaker._days,  # noqa: SLF001
    Kind.SHARE: Speaker._share,  # noqa: SLF001
    Kind.KAPPA: Speaker._kappa,  # noqa: SLF001
}

"""Reads the tables and figures of a report back from its built page."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Told:
    """What a page of a report shows: its figures, and its tables by their id."""

    figures: list[str] = field(default_factory=list[str])
    tables: dict[str, list[list[str]]] = field(
        default_factory=dict[str, list[list[str]]]
    )


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.told = Told()
        self._text: list[str] | None = None
        self._rows: list[list[str]] | None = None
        self._in_body = self._in_figures = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "table" and given.get("data-table"):
            self._rows = self.told.tables.setdefault(str(given["data-table"]), [])
        if tag == "ul":
            self._in_figures = "pv-figures--report" in (given.get("class") or "")
        self._in_body = (self._in_body or tag == "tbody") and tag != "thead"
        if tag == "tr" and self._rows is not None and self._in_body:
            self._rows.append([])
        if tag in ("td", "th") and self._rows is not None and self._in_body:
            self._text = []
        if tag == "b" and self._in_figures:
            self._text = []

    def handle_endtag(self, tag: str) -> None:
        said = "".join(self._text or []).strip()
        if tag in ("td", "th") and self._text is not None and self._rows is not None:
            self._rows[-1].append(said)
            self._text = None
        if tag == "b" and self._text is not None:
            self.told.figures.append(said)
            self._text = None
        if tag == "table":
            self._rows, self._in_body = None, False
        if tag == "ul":
            self._in_figures = False

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text.append(data)


def told(html: str) -> Told:
    """Return what the page of a report shows."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.told


def number(said: str, *, decimal: str) -> float | None:
    """Return the number that a cell shows; None for a cell without one."""
    text = said.removesuffix("%").replace(decimal, ".")
    return None if text == "–" else float(text)


def totals(html: str) -> dict[str, int]:
    """Return how many rows each list of a page stands for, by its id."""
    found = re.findall(r'data-table="([a-z_]+)" data-total="([0-9]+)"', html)
    return {name: int(count) for name, count in found}


def counted(html: str) -> dict[str, int]:
    """Return the figures at the head of a page of lists, by their id."""
    found = re.findall(r'<b data-figure="([a-z_]+)">([0-9]+)</b>', html)
    return {name: int(count) for name, count in found}

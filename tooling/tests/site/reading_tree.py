"""Reads a page as a tree, to ask it for what stands where."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_EMPTY = frozenset(
    (
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta"),
        *("source", "track", "wbr", "rect", "line", "path", "circle", "polygon"),
        *("polyline", "use", "stop"),
    )
)


@dataclass
class Node:
    """One element: its attributes, and the elements and texts inside in order."""

    tag: str
    attrs: dict[str, str] = field(default_factory=dict[str, str])
    inside: list["Node | str"] = field(default_factory=list["Node | str"])

    @property
    def elements(self) -> Iterator["Node"]:
        """Every element below this one, in the order of the page."""
        for each in self.inside:
            if isinstance(each, Node):
                yield each
                yield from each.elements

    @property
    def text(self) -> str:
        """The text of the element, with single blanks."""
        return " ".join("".join(self._texts()).split())

    def _texts(self) -> Iterator[str]:
        for each in self.inside:
            if isinstance(each, str):
                yield each
            else:
                yield from each._texts()

    def all(self, tag: str, named: str = "", **attrs: str) -> list["Node"]:
        """Return the elements of a tag, a class and attributes."""
        return [
            each
            for each in self.elements
            if each.tag == tag
            and (not named or named in each.attrs.get("class", "").split())
            and all(each.attrs.get(name) == value for name, value in attrs.items())
        ]

    def one(self, tag: str, named: str = "", **attrs: str) -> "Node":
        """Return the only such element."""
        (found,) = self.all(tag, named, **attrs)
        return found

    def rows(self) -> list[list["Node"]]:
        """Return the cells of a table's body, row by row."""
        return [
            [cell for cell in row.inside if isinstance(cell, Node)]
            for body in self.all("tbody")
            for row in body.all("tr")
        ]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.top = Node("page")
        self._open = [self.top]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self._open[-1].inside.append(node)
        if tag not in _EMPTY:
            self._open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self._open[-1].inside.append(node)

    def handle_endtag(self, tag: str) -> None:
        for place in range(len(self._open) - 1, 0, -1):
            if self._open[place].tag == tag:
                del self._open[place:]
                return

    def handle_data(self, data: str) -> None:
        self._open[-1].inside.append(data)


def tree(html: str) -> Node:
    """Return a page, or a part of one, as a tree."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.top

"""Reads built pages back: their links, ids, resources and text."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

_LOADS = {"src", "srcset", "poster", "data"}
_LOADING_LINKS = {"stylesheet", "icon", "preconnect", "preload", "manifest"}


@dataclass
class Seen:
    """What a page holds that other things hang on."""

    links: list[str] = field(default_factory=list[str])
    loads: list[str] = field(default_factory=list[str])
    ids: list[str] = field(default_factory=list[str])
    tags: list[str] = field(default_factory=list[str])
    text: list[str] = field(default_factory=list[str])


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen = Seen()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.seen.tags.append(tag)
        self.seen.loads += [given[name] for name in _LOADS if name in given]
        if "id" in given:
            self.seen.ids.append(given["id"])
        if tag == "a" and "href" in given:
            self.seen.links.append(given["href"])
        if tag == "link":
            loads = given.get("rel") in _LOADING_LINKS
            (self.seen.loads if loads else self.seen.links).append(given["href"])

    def handle_data(self, data: str) -> None:
        self.seen.text.append(data)


def see(html: str) -> Seen:
    """Return what a page or a part of one holds."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.seen


def spoken(html: str) -> str:
    """Return the text of a page, with single blanks."""
    return " ".join(" ".join(see(html).text).split())

"""The search index: the handbook's entries as MkDocs made them, and ours beside them.

Exams have no entry of their own: ten thousand of them would take seconds to load on
every page. Their numbers stand with their group, and the finder finds each one.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape

from proeve.site.edition import Edition
from proeve.site.frame import Frame
from proeve.site.overview import groups_of
from proeve.site.pages import Page
from proeve.site.reference import TITLES, VERBS, reference_paths

INDEX = "search/search_index.json"
_SCRIPT = "search/search_index.js"
FILES = (INDEX, _SCRIPT)
"""The files of the search index; the second is for pages opened from a folder."""

_MOST = 600
_PART = re.compile(r'<h2 id="([a-z0-9-]+)">')
_HEADING = re.compile(r"<h[12]\b.*?</h[12]>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_LIST = re.compile(r"<(table|svg|script|ol|ul)\b.*?</\1>", re.DOTALL)


def search_files(
    edition: Edition, frame: Frame, ordinary: Iterable[Page]
) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the search index, where the school has a search."""
    if not frame.settings:
        return
    entries = [
        *frame.entries,
        *_of_pages(ordinary),
        *_of_groups(edition),
        *_of_library(edition),
    ]
    index = {"config": frame.settings, "docs": entries}
    text = json.dumps(index, separators=(",", ":"), ensure_ascii=False)
    yield INDEX, text.encode()
    if frame.offline:
        yield _SCRIPT, f"var __index = {text}".encode()


def _of_pages(pages: Iterable[Page]) -> Iterator[Mapping[str, str]]:
    for page in pages:
        first, *parts = _PART.split(page.body)
        yield _entry(f"{page.path}.html", page.title, first)
        titles = dict(page.headings)
        for name, text in zip(parts[::2], parts[1::2], strict=True):
            title = unescape(titles.get(name, page.title))
            yield _entry(f"{page.path}.html#{name}", title, f"<h2>{text}")


def _entry(location: str, title: str, html: str) -> Mapping[str, str]:
    plain = _TAG.sub(" ", _LIST.sub(" ", _HEADING.sub(" ", html)))
    text = " ".join(unescape(plain).split())
    return {"location": location, "title": title, "text": _safe(text[:_MOST])}


def _of_groups(edition: Edition) -> Iterator[Mapping[str, str]]:
    if not edition.profile.has_kind("group"):
        return
    for group in groups_of(edition):
        words = (group.id, group.crebo, *(row.facts.number for row in group.rows))
        yield {
            "location": f"groepen/{group.id}.html",
            "title": _safe(group.title),
            "text": _safe(" ".join(word for word in words if word)),
        }


def _of_library(edition: Edition) -> Iterator[Mapping[str, str]]:
    """Yield the names that can be looked up; their pages are not read for it."""
    for path in reference_paths(edition.library):
        name = path.rpartition("/")[2]
        title = f"proeve {name}" if path.startswith(f"{VERBS}/") else name
        if path in TITLES:
            title = TITLES[path].in_language(edition.language)
        yield {"location": f"{path}.html", "title": title, "text": ""}


def _safe(text: str) -> str:
    """Escape text: the theme shows what the index says as HTML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

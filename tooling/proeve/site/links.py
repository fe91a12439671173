"""Follows the links inside a built site: to files, and to the parts of pages."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path, PurePosixPath
from posixpath import normpath
from urllib.parse import unquote, urldefrag, urlsplit

from proeve.site.output import scan

_TAG = re.compile(r"<([a-z][a-z0-9]*)\b([^>]*)>")
_ATTRIBUTE = re.compile(
    r"\b(href|src|id|poster)=(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))"
)
_CODE = re.compile(
    r"<!--.*?-->|<script\b[^>]*>\K?.*?</script>".replace(r"\K?", ""), re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Broken:
    """A link of a page that leads nowhere; both as they are written."""

    page: str
    link: str


@dataclass(frozen=True, slots=True)
class _Seen:
    links: frozenset[str]
    ids: frozenset[str]


def broken_links(folder: Path, address: str = "") -> Iterator[Broken]:
    """Yield the links that lead to no file, or to no part of its page.

    `address` is where the site will stand: a link there is a link inside.
    """
    files = {path for path, _ in scan(folder)}
    pages = sorted(path for path in files if path.endswith(".html"))
    seen = {path: _see((folder / path).read_text(encoding="utf-8")) for path in pages}
    for page in pages:
        for link in sorted(seen[page].links):
            if not _leads(page, link, files, seen, address):
                yield Broken(page, link)


def _see(html: str) -> _Seen:
    links, ids = set(), set()
    for tag, inside in _TAG.findall(_CODE.sub(_opening, html)):
        for name, *values in _ATTRIBUTE.findall(inside):
            value = unescape("".join(values))
            if name == "id":
                ids.add(value)
            elif tag != "base":
                links.add(value)
    return _Seen(frozenset(links), frozenset(ids))


def _opening(found: re.Match[str]) -> str:
    """Return the opening tag of a script, and nothing of what is in it."""
    return found.group().partition(">")[0] + ">"


def _leads(
    page: str, link: str, files: Iterable[str], seen: dict[str, _Seen], address: str
) -> bool:
    inside = link
    if address and link.startswith(address):
        inside = "/" + link.removeprefix(address).lstrip("/")
    if urlsplit(inside).scheme or inside.startswith("//"):
        return True
    target, part = urldefrag(inside)
    path = _target(page, unquote(target), urlsplit(address).path)
    if path not in files:
        return False
    return not part or path not in seen or unquote(part) in seen[path].ids


def _target(page: str, link: str, top: str) -> str:
    """Return the file that a link leads to; `top` is the path of the site's address."""
    if not link:
        return page
    if link.startswith("/"):
        rooted = link.removeprefix(top.rstrip("/"))
        path = normpath(rooted.lstrip("/") or ".")
    else:
        path = normpath(str(PurePosixPath(page).parent / link))
    return "index.html" if path == "." else path

"""The handbook's Markdown, fitted to readers who do not have every page."""

import re
from collections.abc import Callable
from posixpath import dirname, join, normpath

_LINKS = (
    # To a page that MkDocs knows, and to one that is stamped after it is done.
    re.compile(r"(?<!!)\[(?P<words>[^\]\n]+)\]\((?P<to>[^)\s#:]+)\.md(?:#[^)\s]*)?\)"),
    re.compile(r'<a href="(?P<to>[^"#:]+)\.html(?:#[^"]*)?">(?P<words>[^<]+)</a>'),
)


def without_links(markdown: str, path: str, has: Callable[[str], bool]) -> str:
    """Return the text of a page with only its words where a link would lead nowhere.

    `path` is where the page lies; `has` tells whether there is a page at a path.
    """

    def shown(found: re.Match[str]) -> str:
        to = normpath(join(dirname(path), found["to"]))
        return found[0] if has(to) else found["words"]

    for link in _LINKS:
        markdown = link.sub(shown, markdown)
    return markdown

"""The sitemap: every page of the site, ours and the handbook's."""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

NAME = "sitemap.xml"


def sitemap(paths: Iterable[str], address: str) -> bytes:
    """Return the sitemap of these files.

    `address` is where the site will stand; a site of files has none, and then each
    place is as a link from the first page.
    """
    start = f"{address.rstrip('/')}/" if address else ""
    return "\n".join(_lines(sorted(paths), start)).encode()


def _lines(paths: Iterable[str], start: str) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    for path in paths:
        yield f"<url><loc>{escape(f'{start}{path}')}</loc></url>"
    yield "</urlset>"
    yield ""

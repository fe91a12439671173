"""Files that lie beside pages: the sheets of the reports and the finder's data."""

from collections.abc import Iterator
from dataclasses import dataclass

from proeve.sight.sheets import sheet
from proeve.site import finder
from proeve.site.edition import Edition
from proeve.site.lists import list_sheets
from proeve.site.reports import PATHS, sheet_path


@dataclass(frozen=True, slots=True, kw_only=True)
class Extra:
    """One file of the site that is no page; `path` is from the top of the site.

    It is there for those who have the `page` that it lies beside.
    """

    path: str
    page: str
    content: bytes


def extra_files(edition: Edition) -> Iterator[Extra]:
    """Yield every file beside the pages of an edition."""
    for name, path in PATHS.items():
        if not edition.profile.has(path):
            continue
        for table in edition.sight.report(name).tables:
            text = sheet(table, edition.speaker)
            yield Extra(path=sheet_path(name, table), page=path, content=text.encode())
    for page, path, text in list_sheets(edition):
        if edition.profile.has(page):
            yield Extra(path=path, page=page, content=text.encode())
    yield Extra(path=finder.DATA, page=finder.PATH, content=finder.finder_data(edition))

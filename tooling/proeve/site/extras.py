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
    """One file of the site that is no page; `path` is from the top of the site."""

    path: str
    content: bytes


def extra_files(edition: Edition) -> Iterator[Extra]:
    """Yield every file beside the pages of an edition."""
    for name in PATHS:
        for table in edition.sight.report(name).tables:
            text = sheet(table, edition.speaker)
            yield Extra(path=sheet_path(name, table), content=text.encode())
    for path, text in list_sheets(edition):
        yield Extra(path=path, content=text.encode())
    yield Extra(path=finder.DATA, content=finder.finder_data(edition))

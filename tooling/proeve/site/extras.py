"""Files that lie beside pages: the sheets of the reports and the finder's data."""

from collections.abc import Iterator
from dataclasses import dataclass

from proeve.sight.sheets import sheet
from proeve.site import finder
from proeve.site.calendars import SUFFIX, role_calendars
from proeve.site.edition import Edition
from proeve.site.lists import list_sheets
from proeve.site.reports import PATHS, sheet_path
from proeve.site.tasks import PATH as TASKS


@dataclass(frozen=True, slots=True, kw_only=True)
class Extra:
    """One file of the site that is no page; `path` is from the top of the site.

    It is there for those who have the `page` that it lies beside.
    """

    path: str
    page: str
    text: str

    @property
    def content(self) -> bytes:
        """The bytes of the file."""
        return self.text.encode()


def extra_files(edition: Edition) -> Iterator[Extra]:
    """Yield every file beside the pages of an edition."""
    yield from counted_files(edition)
    yield from listed_files(edition)


def listed_files(edition: Edition) -> Iterator[Extra]:
    """Yield the sheets of the lists, and the calendars of the tasks of each role."""
    for page, path, text in list_sheets(edition):
        if edition.profile.has(page):
            yield Extra(path=path, page=page, text=text)
    if edition.calendars and edition.profile.has(TASKS):
        for page, content in role_calendars(edition):
            yield Extra(path=f"{page}{SUFFIX}", page=page, text=content.decode())


def counted_files(edition: Edition) -> Iterator[Extra]:
    """Yield the sheets of the reports, and what the finder asks."""
    for name, path in PATHS.items():
        if not edition.profile.has(path):
            continue
        for table in edition.sight.report(name).tables:
            text = sheet(table, edition.speaker)
            yield Extra(path=sheet_path(name, table), page=path, text=text)
    data = finder.finder_data(edition).decode()
    yield Extra(path=finder.DATA, page=finder.PATH, text=data)

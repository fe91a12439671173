"""Every page of lists, and the sheets beside them."""

from collections.abc import Iterator, Mapping
from functools import partial

from proeve.sight.titles import titles_of
from proeve.site.accounts import Account, account_lists, account_of, quiet_rules
from proeve.site.agenda import agenda_page
from proeve.site.archive import archive_page
from proeve.site.arrivals import arrivals_page
from proeve.site.cases import cases_page
from proeve.site.cells import Words
from proeve.site.day import Day, day_of
from proeve.site.edition import Edition
from proeve.site.listing import Listing, ListPage, Sheets
from proeve.site.tasks import tasks_pages
from proeve.site.today import today_page
from proeve.site.week import week_page
from proeve.words.labels_lists import TITLES as TITLES

TASKS = "taken"
ACCOUNTS = "verantwoording"


def words_of(edition: Edition, day: Day) -> Words:
    """Return who reads the lists of an edition."""
    return Words(
        language=edition.language,
        now=day.now,
        names=edition.names,
        facts=day.facts,
        titles=titles_of(edition.verdict.registry, edition.language),
    )


def list_pages(edition: Edition) -> tuple[ListPage, ...]:
    """Return every page of lists."""
    made = partial(_list_pages, edition)
    return edition.derived.once(f"lists {edition.language}", lambda: tuple(made()))


def _list_pages(edition: Edition) -> Iterator[ListPage]:
    day = day_of(edition)
    words = words_of(edition, day)
    yield today_page(day.today, words)
    yield arrivals_page(day.today, words)
    yield week_page(day.today, words)
    yield agenda_page(day.today, words)
    yield cases_page(day, words)
    yield from tasks_pages(day, words)
    yield archive_page(day, words)


def list_bodies(edition: Edition) -> Iterator[tuple[str, str, str]]:
    """Yield the path, the title and the HTML of every page of lists."""
    for page in list_pages(edition):
        up = "../" * page.path.count("/")
        yield (
            page.path,
            page.title,
            edition.render_apart(
                "list-page", up, page=page, calendars=edition.calendars
            ),
        )


def accounts(edition: Edition) -> tuple[Listing, ...]:
    """Return the lists of Verantwoording."""
    day = day_of(edition)
    made = partial(account_lists, edition, day, words_of(edition, day))
    return edition.derived.once(f"accounts {edition.language}", made)


def account(edition: Edition) -> Account:
    """Return what Verantwoording says of the whole history."""
    day = day_of(edition)
    return account_of(edition, day, words_of(edition, day))


def quiet(edition: Edition) -> tuple[tuple[str, str, int], ...]:
    """Return the groups of rules that report nothing."""
    return quiet_rules(edition, words_of(edition, day_of(edition)))


def list_sheets(edition: Edition) -> Iterator[tuple[str, str, str]]:
    """Yield page, path and text of every sheet beside a page of lists."""
    sheets = Sheets(dict(edition.names))
    folders: Mapping[str, tuple[Listing, ...]] = {
        **{page.path: page.lists for page in list_pages(edition)},
        ACCOUNTS: accounts(edition),
    }
    for path, lists in folders.items():
        folder = path.rpartition("/")[0]
        for each in lists:
            if each.sheet and each.rows:
                name = f"{each.sheet}.csv"
                own = f"{folder}/{name}" if folder else name
                yield path, own, sheets.csv(each)

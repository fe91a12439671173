"""Which pages each audience has, and that the open ones tell nothing of a school."""

import pytest

from proeve.cli.books import library
from proeve.site.edition import Edition, edition_of
from proeve.site.pages import TITLES, Page, PageKind, leaves, ordinary_pages
from proeve.site.profiles.audience import Profile
from proeve.site.profiles.pages import (
    BELOW,
    EVERYBODY,
    KINDS,
    PAGES,
    Audience,
    readers_of,
)
from proeve.site.profiles.table import AUDIENCES
from proeve.words.say import Language
from tests.site import verdicts
from tests.site.reading_tree import tree


def test_every_page_is_written_down_or_is_for_the_exam_office_only() -> None:
    for path in TITLES:
        has = [one for one in Audience if Profile(audience=one).has(path)]
        assert path in PAGES or has == [Audience.INTERNAL]
    for kind in set(PageKind) - {PageKind.ORDINARY}:
        has = [one for one in Audience if Profile(audience=one).has_kind(kind)]
        assert kind in KINDS or has == [Audience.INTERNAL]


def test_a_page_that_nobody_wrote_down_is_for_the_exam_office_only() -> None:
    for audience in Audience:
        one = Profile(audience=audience)
        assert one.has("vandaag-nieuw") == (audience is Audience.INTERNAL)
        assert one.has_kind("nieuw") == (audience is Audience.INTERNAL)


def test_no_page_is_written_down_that_is_not_there() -> None:
    assert set(PAGES) <= set(TITLES)
    assert set(KINDS) <= set(PageKind)
    edition = edition_of(verdicts.school(), "nl", library=library())
    made = {page.path for page in (*ordinary_pages(edition), *_looked_up(edition))}
    # An index goes on in a folder of its own where it is long: of which here none is.
    indexes = {path for path in BELOW if path.endswith("/index")}
    assert set(BELOW) - indexes <= {path.rpartition("/")[0] for path in made}
    assert indexes <= made


def test_the_handbook_prints_which_pages_each_audience_has() -> None:
    edition = edition_of(verdicts.school(), "nl")
    (page,) = [
        one for one in ordinary_pages(edition) if one.path == "hulp/wie-ziet-wat"
    ]
    printed = {
        row.attrs["data-page"]: [cell.text == "ja" for cell in row.all("td")]
        for row in tree(page.body).all("tr")
        if "data-page" in row.attrs
    }
    assert set(printed) == {*TITLES, *KINDS}
    for name, shown in printed.items():
        profiles = [Profile(audience=one) for one in AUDIENCES]
        asked = [
            one.has_kind(name) if name in KINDS else one.has(name) for one in profiles
        ]
        assert shown == asked


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_page_that_is_open_to_everybody_tells_nothing_of_the_school(
    language: Language,
) -> None:
    """Hold that its bytes are the same for an empty school and for a full one."""
    told = [
        {
            page.path: page.body
            for page in (*ordinary_pages(edition), *_looked_up(edition))
            if readers_of(page.path) == EVERYBODY and page.path != "index"
        }
        for edition in (
            edition_of(verdicts.school(), language, library=library()),
            edition_of(verdicts.verdict(), language, library=library()),
        )
    ]
    assert len(told[0]) > 15
    assert told[0] == told[1]


def _looked_up(edition: Edition) -> list[Page]:
    made = (leaf.make() for leaf in leaves(edition))
    return [page for page in made if page.kind is PageKind.ORDINARY]

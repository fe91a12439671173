"""A long index stands on several pages; each entry on one, each page a click away."""

import pytest

from proeve.site.paging import MOST_ENTRIES, stretches


def names(count: int) -> list[str]:
    return [f"n{number:03d}" for number in range(count)]


@pytest.mark.parametrize("count", [0, 1, MOST_ENTRIES])
def test_a_short_index_is_one_page(count: int) -> None:
    (page,) = stretches("groepen/index", names(count), str)
    assert (page.path, page.entries) == ("groepen/index", tuple(names(count)))
    assert len(page.ways) == min(count, 1)


def test_every_entry_stands_once_and_in_order() -> None:
    found = list(stretches("groepen/index", names(2 * MOST_ENTRIES + 1), str))
    paths = ["groepen/index", "groepen/index/2", "groepen/index/3"]
    assert [page.path for page in found] == paths
    entries = [entry for page in found for entry in page.entries]
    assert entries == names(2 * MOST_ENTRIES + 1)
    assert all([way.path for way in page.ways] == paths for page in found)
    assert (found[0].ways[2].first, found[0].ways[2].last) == ("n100", "n100")

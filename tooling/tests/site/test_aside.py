"""A second process makes what this one would have made, or this one makes it."""

import os
from collections.abc import Callable

import pytest

from proeve.site.aside import aside, may_copy
from proeve.site.extras import Extra
from proeve.site.page import Page, PageKind
from proeve.site.whole import Half


def whose() -> tuple[int, ...]:
    return (os.getpid(),)


def test_a_value_is_made_in_another_process_where_that_may_be() -> None:
    assert may_copy()
    assert aside(tuple[int, ...], whose, apart=True)() != whose()
    assert aside(tuple[int, ...], whose, apart=False)() == whose()


def test_beside_a_thread_it_is_made_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("threading.active_count", lambda: 2)
    assert aside(tuple[int, ...], whose, apart=True)() == whose()


def test_what_stops_the_other_process_comes_up_here() -> None:
    def broken() -> tuple[int, ...]:
        raise LookupError("no such exam")

    get: Callable[[], tuple[int, ...]] = aside(tuple[int, ...], broken, apart=True)
    with pytest.raises(LookupError, match="no such exam"):
        get()


def test_pages_with_all_that_they_have_come_back_from_the_other_process() -> None:
    page = Page(
        kind=PageKind.ORDINARY,
        path="taken/index",
        title="Taken",
        body="<p>één</p>",
        headings=(("a", "A"),),
        calendar=bytes(range(256)),
    )
    half = Half(pages=(page,), files=(Extra(path="a.csv", page="a", text="é;1"),))
    mine = os.getpid()

    def make() -> tuple[Half, ...]:
        assert os.getpid() != mine
        return (half,)

    assert aside(tuple[Half, ...], make, apart=True)() == (half,)


def test_what_cannot_be_sent_is_said_at_once() -> None:
    with pytest.raises(TypeError, match="cannot be encoded"):
        aside(tuple[Callable[[], int], ...], tuple, apart=True)

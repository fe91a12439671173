"""The last second that is in time, on the Dutch clock; ADR 19 states the rules."""

from datetime import UTC, datetime

import pytest

from proeve.rules.time import day_of, last_second

LAST = [
    # A date lasts until its midnight: an hour ahead of UTC in winter, two in summer.
    ("2026-03-20", "2026-03-20T22:59:59Z"),
    ("2026-07-01", "2026-07-01T21:59:59Z"),
    # On the days when the clock is changed, too.
    ("2026-03-29", "2026-03-29T21:59:59Z"),
    ("2026-10-25", "2026-10-25T22:59:59Z"),
    ("2026-12-31", "2026-12-31T22:59:59Z"),
    # A moment counts to the second and keeps its own zone.
    ("2026-03-20T17:00:00+01:00", "2026-03-20T16:00:00Z"),
    ("2026-03-20T17:00:00Z", "2026-03-20T17:00:00Z"),
    ("2026-03-20T17:00:00-04:00", "2026-03-20T21:00:00Z"),
    # Without a zone it is read on the Dutch clock; twice two o'clock is the later one.
    ("2026-03-20T17:00:00", "2026-03-20T16:00:00Z"),
    ("2026-10-25T02:30:00", "2026-10-25T01:30:00Z"),
]


@pytest.mark.parametrize(("deadline", "last"), LAST)
def test_a_deadline_has_a_last_second(deadline: str, last: str) -> None:
    found = datetime.fromtimestamp(last_second(deadline), UTC)
    assert found == datetime.fromisoformat(last)


def test_the_day_of_a_moment_is_the_dutch_one() -> None:
    moment = datetime(2026, 3, 2, 23, 30, tzinfo=UTC)
    assert day_of(int(moment.timestamp())).isoformat() == "2026-03-03"

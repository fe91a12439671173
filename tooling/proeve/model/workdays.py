"""Days on which a school works: no weekend, Dutch public holiday or closed day."""

from collections.abc import Iterable
from datetime import date, timedelta

_SATURDAY = 5
_FIXED = frozenset({(1, 1), (12, 25), (12, 26)})
_AFTER_EASTER = (1, 39, 50)
_KING, _SUNDAY = (4, 27), 6
_LIBERATION, _EVERY = (5, 5), 5

Closed = Iterable[tuple[str, str]]
"""First and last day of each period in which the school is closed, in ISO 8601."""


def is_working_day(day: date, closed: Closed = ()) -> bool:
    """Tell whether the school works on a day."""
    if day.weekday() >= _SATURDAY or day in holidays(day.year):
        return False
    return not any(start <= day.isoformat() <= end for start, end in closed)


def holidays(year: int) -> frozenset[date]:
    """Return the public holidays of the Netherlands in a year."""
    easter = easter_of(year)
    king = date(year, *_KING)
    if king.weekday() == _SUNDAY:
        king -= timedelta(days=1)
    found = {date(year, *each) for each in _FIXED} | {king}
    found |= {easter + timedelta(days=days) for days in _AFTER_EASTER}
    if year % _EVERY == 0:
        found.add(date(year, *_LIBERATION))
    return frozenset(found)


def easter_of(year: int) -> date:
    """Return Easter Sunday, by the Gregorian computus of Meeus, Jones and Butcher."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    n = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * n) // 451
    month, day = divmod(h + n - 7 * m + 114, 31)
    return date(year, month, day + 1)

"""Working days and office hours of the practice school, in Dutch local time.

Work stops at weekends and between Christmas Eve and New Year's Day.
"""

from calendar import SUNDAY, monthcalendar
from datetime import date, datetime, time, timedelta, timezone
from functools import cache

_WINTER = timezone(timedelta(hours=1))
_SUMMER = timezone(timedelta(hours=2))
_SATURDAY = 5
_FIRST_FREE, _LAST_FREE = (12, 24), (1, 1)
_MARCH, _OCTOBER = 3, 10


def plus(day: date, working_days: int) -> date:
    """Return the working day so many working days later, or earlier when negative."""
    step = timedelta(days=1 if working_days >= 0 else -1)
    found = _nearest(day, step)
    for _ in range(abs(working_days)):
        found = _nearest(found + step, step)
    return found


def winter_break(year: int) -> tuple[date, date]:
    """Return the first and last day of the winter break of a school year."""
    return date(year, *_FIRST_FREE), date(year + 1, *_LAST_FREE)


def _nearest(day: date, step: timedelta) -> date:
    while _is_free(day):
        day += step
    return day


def _is_free(day: date) -> bool:
    own = (day.month, day.day)
    return day.weekday() >= _SATURDAY or own >= _FIRST_FREE or own <= _LAST_FREE


def clock(day: date, minutes: int) -> datetime:
    """Return the moment so many minutes after midnight, in Dutch time."""
    hours, rest = divmod(minutes, 60)
    return datetime.combine(day, time(hours, rest), _zone(day))


def seconds(moment: datetime) -> tuple[int, str]:
    """Return a moment as commits state it: seconds since 1970 and the offset."""
    return int(moment.timestamp()), "+0200" if moment.tzinfo is _SUMMER else "+0100"


def dutch_day(at: int) -> date:
    """Return the day on the Dutch calendar of a moment in seconds since 1970."""
    day = datetime.fromtimestamp(at, _SUMMER).date()
    return datetime.fromtimestamp(at, _zone(day)).date()


def text(moment: datetime) -> str:
    """Return a moment as documents write it."""
    return moment.isoformat(timespec="seconds")


def _zone(day: date) -> timezone:
    """Return winter or summer time: the last Sundays of March and October change it."""
    start, end = (_last_sunday(day.year, month) for month in (_MARCH, _OCTOBER))
    return _SUMMER if start <= day < end else _WINTER


@cache
def _last_sunday(year: int, month: int) -> date:
    sundays = [week[SUNDAY] for week in monthcalendar(year, month)]
    return date(year, month, max(sundays))

"""The day on which the public numbers are counted: the last 1 February or 1 August.

Numbers that moved with every build would tell each result on the day that it fell, by
comparing yesterday with today.
"""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

_ZONE = ZoneInfo("Europe/Amsterdam")
_FEBRUARY, _AUGUST = 2, 8


def counting_day(now: int) -> date:
    """Return the last day before this moment on which numbers are counted."""
    local = datetime.fromtimestamp(now, UTC).astimezone(_ZONE)
    if local.month >= _AUGUST:
        return date(local.year, _AUGUST, 1)
    if local.month >= _FEBRUARY:
        return date(local.year, _FEBRUARY, 1)
    return date(local.year - 1, _AUGUST, 1)


def start_of(day: date) -> int:
    """Return the moment at which a day begins, on the Dutch clock."""
    return int(datetime(day.year, day.month, day.day, tzinfo=_ZONE).timestamp())


def school_year(at: int) -> str:
    """Return the school year of a moment, such as `2026-2027`; it turns in August."""
    local = datetime.fromtimestamp(at, UTC).astimezone(_ZONE)
    first = local.year if local.month >= _AUGUST else local.year - 1
    return f"{first}-{first + 1}"

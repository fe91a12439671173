"""Days: what a document's date says, and how long that still is."""

import re
from calendar import monthrange
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

_PERIOD = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?")
_MONTHS = 12
_DAY = 86_400


def day_of(seconds: int) -> date:
    """Return the day of a moment, in UTC."""
    return datetime.fromtimestamp(seconds, UTC).date()


def date_of(text: str | None) -> date | None:
    """Return the day of a date or a date and time; None for a text that is neither."""
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def week_of(today: date) -> tuple[date, date]:
    """Return Monday and Sunday of the week of a day."""
    monday = today - timedelta(days=today.weekday())
    return monday, monday + timedelta(days=6)


def later(start: date, period: str) -> date | None:
    """Return the day that a period such as `P18M` after another ends."""
    found = _PERIOD.fullmatch(period)
    if found is None or not any(found.groups()):
        return None
    years, months, weeks, days = (int(each or 0) for each in found.groups())
    count = start.year * _MONTHS + start.month - 1 + years * _MONTHS + months
    year, month = divmod(count, _MONTHS)
    last = monthrange(year, month + 1)[1]
    moved = date(year, month + 1, min(start.day, last))
    return moved + timedelta(weeks=weeks, days=days)


@lru_cache(maxsize=4096)
def overdue(deadline: str | None, now: int) -> int:
    """Return how many days a deadline lies behind `now`; a day begun is a day.

    Schemas let no other text through; what is no day is never behind.
    """
    if not deadline or date_of(deadline) is None:
        return 0
    moment = datetime.fromisoformat(deadline)
    if moment.tzinfo is None:
        return max(0, (day_of(now) - moment.date()).days)
    late = now - int(moment.timestamp())
    return max(0, -(-late // _DAY))

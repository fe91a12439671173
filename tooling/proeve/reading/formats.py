"""The formats that are asserted, by both validators with the same functions."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DATE_TIME = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})"
)


def is_date(value: object) -> bool:
    """Tell whether this is a day that the calendar has; other types than text pass."""
    return _fits(value, _DATE)


def is_date_time(value: object) -> bool:
    """Tell whether this is a moment with its offset from UTC."""
    return _fits(value, _DATE_TIME)


def _fits(value: object, shape: re.Pattern[str]) -> bool:
    if not isinstance(value, str):
        return True
    if not shape.fullmatch(value):
        return False
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


FORMATS: Mapping[str, Callable[[object], bool]] = {
    "date": is_date,
    "date-time": is_date_time,
}
EXAMPLES: Mapping[str, str] = {
    "date": "2027-01-31",
    "date-time": "2027-01-31T09:30:00+01:00",
}
"""What a value of each format looks like, for the reader of a finding."""

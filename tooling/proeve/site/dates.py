"""Days and moments as readers see them, on the Dutch clock.

A date that a commit states is shown and never believed; who shows one says so.
"""

from datetime import UTC, date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from proeve.words.say import Language

_ZONE = ZoneInfo("Europe/Amsterdam")
_MONTHS: dict[Language, tuple[str, ...]] = {
    "nl": (
        *("jan", "feb", "mrt", "apr", "mei", "jun"),
        *("jul", "aug", "sep", "okt", "nov", "dec"),
    ),
    "en": (
        *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
        *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    ),
}
_DAY = len("2026-11-23")


@lru_cache(maxsize=4096)
def _local(at: int) -> datetime:
    return datetime.fromtimestamp(at, UTC).astimezone(_ZONE)


def _spelled(day: date, language: Language) -> str:
    return f"{day.day} {_MONTHS[language][day.month - 1]} {day.year}"


@lru_cache(maxsize=4096)
def day(at: int, language: Language) -> str:
    """Return the day of a moment: `23 nov 2026`."""
    return _spelled(_local(at), language)


@lru_cache(maxsize=4096)
def moment(at: int, language: Language) -> str:
    """Return a moment to the minute: `23 nov 2026, 14:05`."""
    local = _local(at)
    return f"{_spelled(local, language)}, {local:%H:%M}"


@lru_cache(maxsize=4096)
def machine(at: int) -> str:
    """Return a moment for the `datetime` attribute."""
    return _local(at).isoformat(timespec="minutes")


@lru_cache(maxsize=4096)
def machine_day(at: int) -> str:
    """Return the day of a moment for the `datetime` attribute."""
    return _local(at).date().isoformat()


@lru_cache(maxsize=4096)
def written(text: str, language: Language) -> str:
    """Return a day that a document states, spelled out; other text stays as it is."""
    try:
        spelled = _spelled(date.fromisoformat(text[:_DAY]), language)
    except ValueError:
        return text
    clock = text[_DAY + 1 : _DAY + 6]
    return f"{spelled}, {clock}" if clock else spelled

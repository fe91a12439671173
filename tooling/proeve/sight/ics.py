"""Calendar files as RFC 5545 asks for them; the library `icalendar` writes each event.

The same events make the same bytes. An event keeps its id for good and its sequence
number rises with each change, so that a calendar that reads the file again changes what
it has (RFC 5545, 3.8.7.4).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

from proeve.words.visible import visible

_PRODUCT = "-//Proeve//Calendar//NL"
_BEGIN, _END = b"\r\nBEGIN:VEVENT\r\n", b"END:VCALENDAR\r\n"
_LINE = b"\r\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One event; without `minutes` it is the whole day. `sequence` counts changes.

    `changed` is the moment of the commit that it follows from, in seconds since 1970.
    """

    uid: str
    sequence: int
    changed: int
    start: datetime | date
    title: str
    exam: str
    people: frozenset[str] = frozenset()
    minutes: int = 0
    place: str = ""
    about: str = ""
    cancelled: bool = False


def calendar_file(name: str, entries: Sequence[Entry]) -> bytes:
    """Return a calendar file."""
    calendar = Calendar()
    calendar.add("PRODID", _PRODUCT)
    calendar.add("VERSION", "2.0")
    calendar.add("METHOD", "PUBLISH")
    calendar.add("X-WR-CALNAME", visible(name))
    for entry in entries:
        calendar.add_component(_event(entry))
    return bytes(calendar.to_ical())


def joined(name: str, calendars: Iterable[bytes]) -> bytes:
    """Return one calendar with the events of several files of ours."""
    head = calendar_file(name, ()).removesuffix(_END)
    return head + b"".join(map(_events, calendars)) + _END


def _events(calendar: bytes) -> bytes:
    # No text begins a line with this: the library folds a line behind a blank.
    start = calendar.find(_BEGIN)
    return calendar[start + len(_LINE) : -len(_END)] if start >= 0 else b""


def _event(entry: Entry) -> Event:
    event = Event()
    event.add("UID", entry.uid)
    event.add("SEQUENCE", entry.sequence)
    event.add("DTSTAMP", datetime.fromtimestamp(entry.changed, UTC))
    for name, text in (
        ("SUMMARY", entry.title),
        ("LOCATION", entry.place),
        ("DESCRIPTION", entry.about),
    ):
        if text:
            event.add(name, visible(text))
    if isinstance(entry.start, datetime):
        start = entry.start.astimezone(UTC)
        event.add("DTSTART", start)
        event.add("DTEND", start + timedelta(minutes=entry.minutes))
    else:
        # An event that begins on a day and ends nowhere is that day (3.6.1).
        event.add("DTSTART", entry.start)
        event.add("TRANSP", "TRANSPARENT")
    if entry.cancelled:
        event.add("STATUS", "CANCELLED")
    return event

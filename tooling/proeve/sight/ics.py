"""Calendar files as RFC 5545 asks for them, written by hand: a school has thousands.

The same events make the same bytes. An event keeps its id for good and its sequence
number rises with each change, so that a calendar that reads the file again changes what
it has (RFC 5545, 3.8.7.4).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from proeve.words.visible import visible

_PRODUCT = "-//Proeve//Calendar//NL"
_BEGIN, _END = b"BEGIN:VEVENT\r\n", b"END:VCALENDAR\r\n"
_MOST = 75
"""Octets in a line; a longer one goes on in the next, behind a blank (3.1)."""
_SHORT = _MOST // 4
"""A line of so many characters fits whatever they are."""


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
    return _file(name, b"".join(_folded(_event(entry)) for entry in entries))


def joined(name: str, calendars: Iterable[bytes]) -> bytes:
    """Return one calendar with the events of several files of ours."""
    return _file(name, b"".join(map(_events, calendars)))


def _events(calendar: bytes) -> bytes:
    # No text of an event can begin a line with this: it is folded behind a blank.
    start = calendar.find(_BEGIN)
    return calendar[start : -len(_END)] if start >= 0 else b""


def _file(name: str, events: bytes) -> bytes:
    head = (
        "BEGIN:VCALENDAR",
        f"PRODID:{_PRODUCT}",
        "VERSION:2.0",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(name)}",
    )
    return _folded(head) + events + _END


def _event(entry: Entry) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.uid}"
    yield f"SEQUENCE:{entry.sequence}"
    yield f"DTSTAMP:{_stamp(entry.changed)}"
    yield f"SUMMARY:{_text(entry.title)}"
    if isinstance(entry.start, datetime):
        yield f"DTSTART:{_moment(entry.start)}"
        yield f"DTEND:{_moment(entry.start + timedelta(minutes=entry.minutes))}"
    else:
        yield f"DTSTART;VALUE=DATE:{entry.start:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{entry.start + timedelta(days=1):%Y%m%d}"
        yield "TRANSP:TRANSPARENT"
    if entry.place:
        yield f"LOCATION:{_text(entry.place)}"
    if entry.about:
        yield f"DESCRIPTION:{_text(entry.about)}"
    yield f"STATUS:{'CANCELLED' if entry.cancelled else 'CONFIRMED'}"
    yield "END:VEVENT"


@lru_cache(maxsize=64)
def _stamp(changed: int) -> str:
    return _moment(datetime.fromtimestamp(changed, UTC))


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(text: str) -> str:
    """Escape what means something in a calendar; a text has no lines here."""
    shown = visible(text)
    return shown.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(lines: Iterable[str]) -> bytes:
    ended = (line if len(line) <= _SHORT else _line(line) for line in lines)
    return "".join(f"{line}\r\n" for line in ended).encode()


def _line(line: str) -> str:
    raw, parts, width = line.encode(), list[str](), _MOST
    while len(raw) > width:
        # Not inside a character: what was cut off is left out, and comes next.
        parts.append(raw[:width].decode(errors="ignore"))
        raw, width = raw[len(parts[-1].encode()) :], _MOST - 1
    return "\r\n ".join((*parts, raw.decode()))

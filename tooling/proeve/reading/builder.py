"""Builds data and marks from the events of the YAML parser, and refuses two readings.

Depth and number of values are held while the events come in: libyaml takes minutes for
256 KiB of `[`, and whatever recursed on the result would crash.
"""

import re
from collections.abc import Callable
from typing import Any, Final, Protocol

from yaml import events

from proeve.model.document import Data, Scalar
from proeve.model.findings import Finding, Location, Position
from proeve.reading.characters import refused_in_value
from proeve.reading.marks import Mark, position

MAX_DEPTH = 16
"""Lists and mappings inside each other."""
MAX_NODES = 5_000
"""Keys, texts, numbers, lists and mappings together."""

_ALIAS: type[object] = events.AliasEvent
_MAPPING_END: type[object] = events.MappingEndEvent
_MAPPING: type[object] = events.MappingStartEvent
_SCALAR: type[object] = events.ScalarEvent
_SEQUENCE_END: type[object] = events.SequenceEndEvent
_STREAM_END: type[object] = events.StreamEndEvent

_WORDS: Final = {"null": None, "true": True, "false": False}
# At most 15 digits: what a float holds exactly and every reader of JSON keeps.
_NUMBER = re.compile(r"0|-?[1-9][0-9]{0,14}|-?(?:0|[1-9][0-9]{0,8})\.[0-9]{1,6}")
_NOT_TEXT_STARTS = frozenset(["", "<", "-", *"0123456789", "n", "t", "f"])
"""How a scalar without quotes begins that may be something else than text."""
_NO_TEXT = "…"
"""Stands in for a key that is no text; only the findings are used then."""
_SHOWN = 60


class Event(Protocol):
    """What the parser met; each kind of event has only its own part of this."""

    start_mark: Mark
    anchor: str | None
    tag: str | None
    value: str
    style: str
    """Empty when the value has no quotes."""
    version: object
    tags: object


class Events(Protocol):
    """A parser of YAML."""

    def get_event(self) -> Any:  # noqa: ANN401 - None only after the end of the stream
        """Return the next event."""


class EnoughError(Exception):
    """The text goes over a limit; the rest is not read."""


def plain(value: str) -> Scalar:
    """Return what a scalar without quotes means; never a date, octal or `yes`."""
    if value in _WORDS:
        return _WORDS[value]
    if not _NUMBER.fullmatch(value):
        return value
    number = float(value)
    # 5.0 and 5 are one number in JSON Schema; in Python one of the two is left as well.
    return int(number) if number.is_integer() else number


class Builder:
    """Data and marks of a text; `root` is whole when `findings` is empty.

    Marks stand in reading order: one for the root, one for each list item, and for each
    mapping entry that of its key. Recursion ends at MAX_DEPTH.
    """

    def __init__(self, path: str, raw: bytes, parser: Events) -> None:
        self.root: Any = None
        self.marks: list[Mark] = []
        self.findings: list[Finding] = []
        self._path = path
        self._next: Callable[[], Event] = parser.get_event
        self._nodes = 0
        # Most texts cannot have what these look for, and looking takes time.
        self._escapes = b"\\" in raw
        self._careful = b"&" in raw or b"!" in raw or most_nodes(raw) > MAX_NODES

    def build(self) -> None:
        """Take every event of the parser."""
        self._next()
        event = self._next()
        if event.__class__ is _STREAM_END:
            self._report_empty()
            return
        self._document(event)
        self._next()
        after = self._next()
        if after.__class__ is not _STREAM_END:
            self._report("yaml.second-document", after.start_mark)

    def _document(self, event: Event) -> None:
        if event.version or event.tags:
            self._report("yaml.directive", event.start_mark)
        first = self._next()
        self.marks.append(first.start_mark)
        self.root = self._value(first, 0)
        if not self.findings and not isinstance(self.root, dict):
            self._report("yaml.not-a-mapping", first.start_mark)

    def _value(self, event: Event, depth: int) -> Data:
        kind = event.__class__
        if self._careful and kind is not _ALIAS:
            self._look_at(event)
        if kind is _SCALAR:
            return self._scalar(event)
        if kind is _ALIAS:
            self._report("yaml.alias", event.start_mark)
            return None
        if depth == MAX_DEPTH:
            self._report("yaml.too-deep", event.start_mark, limit=str(MAX_DEPTH))
            raise EnoughError
        if kind is _MAPPING:
            return self._mapping(depth + 1)
        return self._sequence(depth + 1)

    def _mapping(self, depth: int) -> dict[str, Data]:
        held: dict[str, Data] = {}
        next_event, note = self._next, self.marks.append
        while (event := next_event()).__class__ is not _MAPPING_END:
            note(event.start_mark)
            key = self._key(event, held, depth)
            held[key] = self._value(next_event(), depth)
        return held

    def _sequence(self, depth: int) -> list[Data]:
        held: list[Data] = []
        next_event, note = self._next, self.marks.append
        while (event := next_event()).__class__ is not _SEQUENCE_END:
            note(event.start_mark)
            held.append(self._value(event, depth))
        return held

    def _scalar(self, event: Event) -> Scalar:
        value = event.value
        if event.style:
            self._look_inside(event)
            return value
        if value[:1] not in _NOT_TEXT_STARTS:
            return value
        if not value:
            self._report_no_value()
        return plain(value)

    def _key(self, event: Event, held: dict[str, Data], depth: int) -> str:
        if event.__class__ is not _SCALAR:
            if event.__class__ is not _ALIAS:
                self._report("yaml.key-not-text", event.start_mark, key=_NO_TEXT)
            self._value(event, depth)
            return _NO_TEXT
        if self._careful:
            self._look_at(event)
        key = event.value
        if event.style:
            self._look_inside(event)
        elif key[:1] in _NOT_TEXT_STARTS:
            self._check_plain_key(event)
        if key in held:
            self._report("yaml.duplicate", event.start_mark, key=key)
        return key

    def _check_plain_key(self, event: Event) -> None:
        key = event.value
        if key == "<<":
            self._report("yaml.merge-key", event.start_mark)
        elif not key or not isinstance(plain(key), str):
            self._report("yaml.key-not-text", event.start_mark, key=key)

    def _look_at(self, event: Event) -> None:
        self._nodes += 1
        if event.anchor is not None:
            self._report("yaml.anchor", event.start_mark)
        if event.tag is not None:
            self._report("yaml.tag", event.start_mark)
        if self._nodes > MAX_NODES:
            self._report("yaml.too-many", event.start_mark, limit=str(MAX_NODES))
            raise EnoughError

    def _look_inside(self, event: Event) -> None:
        # Only text in double quotes has escapes, which the look at the bytes passed.
        if self._escapes and event.style == '"':
            where = Location(self._path, position(event.start_mark))
            self.findings.extend(refused_in_value(event.value, where))

    def _report_no_value(self) -> None:
        if len(self.marks) == 1:
            self._report_empty()
        else:
            self._report("yaml.no-value", self.marks[-1])

    def _report_empty(self) -> None:
        where = Location(self._path, Position(1, 1))
        self.findings.append(Finding("yaml.empty", where))

    def _report(self, code: str, mark: Mark, **args: str) -> None:
        where = Location(self._path, position(mark))
        shown = {name: _shown(text) for name, text in args.items()}
        self.findings.append(Finding(code, where, shown))


def most_nodes(raw: bytes) -> int:
    """Return how many values these bytes can hold at most."""
    # Each value but the first takes one of these signs. A sign brings two at most, such
    # as a list and its first item; three is on the safe side.
    signs = len(raw) - len(raw.translate(None, b"\n,:?[{-"))
    return 1 + 3 * signs


def _shown(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"

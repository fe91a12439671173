"""Builds data and marks from the events of the YAML parser, and refuses two readings.

Depth and number of values are held while the events come in: libyaml takes minutes for
256 KiB of `[`, and whatever recursed on the result would crash.
"""

import re
from collections.abc import Callable, Mapping
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

_WORDS: Final = {"null": None, "true": True, "false": False}
# At most 15 digits: what a float holds exactly and every reader of JSON keeps.
_NUMBER = re.compile(r"0|-?[1-9][0-9]{0,14}|-?(?:0|[1-9][0-9]{0,8})\.[0-9]{1,6}")
_NUMBER_START = frozenset("-0123456789")
_NOT_TEXT = "…"
"""Stands in for a key that is no text; only the findings are used then."""
_SHOWN = 60


class Node(Protocol):
    """An event that begins a value."""

    start_mark: Mark
    anchor: str | None
    tag: str | None


class ScalarNode(Node, Protocol):
    """An event that is a whole value; its style is empty when it has no quotes."""

    value: str
    style: str


class Start(Protocol):
    """An event that begins a document."""

    start_mark: Mark
    version: object
    tags: object


class Events(Protocol):
    """A parser of YAML."""

    def get_event(self) -> object | None:
        """Return the next event, or None after the last."""


class EnoughError(Exception):
    """The text goes over a limit; the rest is not read."""


def plain(value: str) -> Scalar:
    """Return what a scalar without quotes means; never a date, octal or `yes`."""
    if value in _WORDS:
        return _WORDS[value]
    if value[:1] not in _NUMBER_START or not _NUMBER.fullmatch(value):
        return value
    number = float(value)
    # 5.0 and 5 are one number in JSON Schema; in Python one of the two is left as well.
    return int(number) if number.is_integer() else number


class Builder:
    """Data and marks of the events so far; `root` is whole when `findings` is empty.

    Marks stand in reading order: one for the root, one for each list item, and for each
    mapping entry that of its key.
    """

    def __init__(self, path: str, *, escapes: bool) -> None:
        self.root: Any = None
        self.marks: list[Mark] = []
        self.findings: list[Finding] = []
        self._path = path
        self._escapes = escapes
        self._nodes = 0
        self._here: Any = None
        # None inside a mapping: the next value is a key.
        self._key: str | None = None
        self._open: list[tuple[Any, str | None]] = []

    def take_all(self, parser: Events) -> None:
        """Build from every event of the parser."""
        take: Mapping[type, Callable[[Any], None]] = {
            events.StreamStartEvent: _pass,
            events.DocumentStartEvent: self._document,
            events.ScalarEvent: self._scalar,
            events.MappingStartEvent: self._mapping,
            events.SequenceStartEvent: self._sequence,
            events.MappingEndEvent: self._end,
            events.SequenceEndEvent: self._end,
            events.AliasEvent: self._alias,
            events.DocumentEndEvent: _pass,
            events.StreamEndEvent: self._finish,
        }
        next_event = parser.get_event
        while (event := next_event()) is not None:
            take[event.__class__](event)

    def _document(self, event: Start) -> None:
        if self.marks:
            self._report("yaml.second-document", event.start_mark)
            raise EnoughError
        if event.version or event.tags:
            self._report("yaml.directive", event.start_mark)

    def _finish(self, _event: Node) -> None:
        if not self.marks:
            self._report_empty()
        elif not self.findings and not isinstance(self.root, dict):
            self._report("yaml.not-a-mapping", self.marks[0])

    def _scalar(self, event: ScalarNode) -> None:
        self._node(event)
        if self._key is None and self._here.__class__ is dict:
            self._take_key(event)
        elif event.style:
            self._look_inside(event)
            self._put(event.value, event.start_mark)
        else:
            self._put(plain(event.value), event.start_mark)
            if not event.value:
                self._report_no_value()

    def _take_key(self, event: ScalarNode) -> None:
        key = event.value
        if event.style:
            self._look_inside(event)
        elif key == "<<":
            self._report("yaml.merge-key", event.start_mark)
        elif not key or not isinstance(plain(key), str):
            self._report("yaml.key-not-text", event.start_mark, key=key)
        if key in self._here:
            self._report("yaml.duplicate", event.start_mark, key=key)
        self._key = key
        self.marks.append(event.start_mark)

    def _mapping(self, event: Node) -> None:
        self._start(event, {})

    def _sequence(self, event: Node) -> None:
        self._start(event, [])

    def _start(self, event: Node, held: dict[str, Data] | list[Data]) -> None:
        self._node(event)
        key = None
        if self._key is None and self._here.__class__ is dict:
            self._report("yaml.key-not-text", event.start_mark, key=_NOT_TEXT)
            key = _NOT_TEXT
        else:
            self._put(held, event.start_mark)
        self._open.append((self._here, key))
        if len(self._open) > MAX_DEPTH:
            self._report("yaml.too-deep", event.start_mark, limit=str(MAX_DEPTH))
            raise EnoughError
        self._here = held
        self._key = None

    def _end(self, _event: Node) -> None:
        self._here, self._key = self._open.pop()

    def _alias(self, event: Node) -> None:
        self._report("yaml.alias", event.start_mark)
        if self._key is None and self._here.__class__ is dict:
            self._key = _NOT_TEXT
        else:
            self._put(None, event.start_mark)

    def _put(self, value: Data, mark: Mark) -> None:
        here = self._here
        if here.__class__ is dict:
            here[self._key] = value
            self._key = None
            return
        self.marks.append(mark)
        if here is None:
            self.root = value
        else:
            here.append(value)

    def _node(self, event: Node) -> None:
        self._nodes += 1
        if event.anchor is not None:
            self._report("yaml.anchor", event.start_mark)
        if event.tag is not None:
            self._report("yaml.tag", event.start_mark)
        if self._nodes > MAX_NODES:
            self._report("yaml.too-many", event.start_mark, limit=str(MAX_NODES))
            raise EnoughError

    def _look_inside(self, event: ScalarNode) -> None:
        # Only text in double quotes has escapes, which the look at the bytes passed.
        if self._escapes and event.style == '"':
            where = Location(self._path, position(event.start_mark))
            self.findings.extend(refused_in_value(event.value, where))

    def _report_no_value(self) -> None:
        if self._here is None:
            self._report_empty()
        else:
            self._report("yaml.no-value", self.marks[-1])

    def _report_empty(self) -> None:
        self.findings.append(
            Finding("yaml.empty", Location(self._path, Position(1, 1)))
        )

    def _report(self, code: str, mark: Mark, **args: str) -> None:
        where = Location(self._path, position(mark))
        shown = {name: _shown(text) for name, text in args.items()}
        self.findings.append(Finding(code, where, shown))


def _pass(_event: object) -> None:
    """Take an event that says nothing about the data."""


def _shown(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"

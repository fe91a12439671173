"""The second half of a list in a second process, its findings after those of the first.

A forked child starts in a few milliseconds and shares what is already loaded. Where
forking is not there or not safe, this process does the whole.
"""

import json
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from proeve.model.findings import Finding, Location, Position, Severity

Item = TypeVar("Item")


def in_two(
    look: Callable[[Sequence[Item]], Iterator[Finding]], items: Sequence[Item]
) -> Iterator[Finding]:
    """Return what `look` finds in the items, in their order."""
    if not sys.platform.startswith("linux") or threading.active_count() > 1:
        yield from look(items)
        return
    middle = len(items) // 2
    child, answer = _start(lambda: look(items[middle:]))
    try:
        yield from look(items[:middle])
        sent = _all_of(answer)
    finally:
        # Also when nobody wants the rest: a child that still writes then stops.
        os.close(answer)
        os.waitpid(child, 0)
    # A child that stopped early sent nothing; what stopped it then comes up here.
    yield from map(_unpacked, json.loads(sent)) if sent else look(items[middle:])


def _start(look: Callable[[], Iterator[Finding]]) -> tuple[int, int]:
    reading, writing = os.pipe()
    child = os.fork()
    if child:
        os.close(writing)
        return child, reading
    try:
        os.close(reading)
        sent = json.dumps([_packed(finding) for finding in look()])
        with os.fdopen(writing, "wb") as stream:
            stream.write(sent.encode())
    finally:
        # The child is a copy: none of the exit handlers or buffers are its own.
        os._exit(0)


def _all_of(answer: int) -> bytes:
    with os.fdopen(answer, "rb", closefd=False) as stream:
        return stream.read()


def _packed(finding: Finding) -> list[object]:
    where = finding.where
    at = where.position and (where.position.line, where.position.column)
    args = dict(finding.args)
    return [finding.code, where.path, at, where.pointer, args, finding.severity]


def _unpacked(packed: list[object]) -> Finding:
    match packed:
        case [str(code), str(path), at, list(pointer), dict(args), str(severity)]:
            position = Position(*at) if isinstance(at, list) else None
            where = Location(path, position, tuple(pointer))
            return Finding(code, where, args, Severity(severity))
    raise TypeError(packed)

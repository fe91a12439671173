"""Making some values in a second process, while this one makes others.

A forked child starts in a few milliseconds and shares what is already loaded. Where
forking is not there or not safe, this process makes them too, when they are asked for.
"""

import json
import os
import sys
import threading
from collections.abc import Callable, Hashable
from typing import TypeVar, cast

from proeve.model.encoding import codec, decoded, encoded

T = TypeVar("T")


def may_copy() -> bool:
    """Tell whether this process may be copied: not beside threads, nor under macOS."""
    return sys.platform == "linux" and threading.active_count() == 1


def aside(kind: type[T], make: Callable[[], T], *, apart: bool) -> Callable[[], T]:
    """Begin to make a value, if it may be `apart`; return how to get it, once."""
    if not apart or not may_copy():
        return make
    shape = cast("Hashable", kind)
    codec(shape)  # what cannot be sent is said here, and not in the child alone
    child, answer = _start(lambda: json.dumps(encoded(shape, make())).encode())

    def get() -> T:
        try:
            with os.fdopen(answer, "rb") as stream:
                sent = stream.read()
        finally:
            os.waitpid(child, 0)
        # A child that stopped early sent nothing; what stopped it then comes up here.
        return decoded(kind, json.loads(sent)) if sent else make()

    return get


def _start(make: Callable[[], bytes]) -> tuple[int, int]:
    reading, writing = os.pipe()
    child = os.fork()
    if child:
        os.close(writing)
        return child, reading
    try:
        os.close(reading)
        sent = make()
        with os.fdopen(writing, "wb") as stream:
            stream.write(sent)
    finally:
        # The child is a copy: none of the exit handlers or buffers are its own.
        os._exit(0)

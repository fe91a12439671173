"""Ending a command at its every write: killed, interrupted, or with the disk full.

The command runs in a child that is forked from this very process, so that nothing is
imported again. The child counts what it is about to do to the disk and, at the moment
that was asked for, meets its end. What must hold afterwards is in `killing_rules`.
"""

import errno
import io
import json
import os
import signal
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from enum import Enum

from proeve.history.objects import ObjectKind
from proeve.history.write import LooseStore

KILLED, INTERRUPTED, STOPPED = -signal.SIGKILL, 130, 3
_WRITES = frozenset(
    {
        *("os.rename", "os.remove", "os.link", "os.mkdir", "os.truncate", "os.chmod"),
        *("os.symlink", "os.rmdir", "shutil.copyfile", "subprocess.Popen"),
    }
)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
_CRASHED = 70


class End(Enum):
    """What happens to a command; the value is how it ends."""

    KILL = KILLED
    CTRL_C = INTERRUPTED
    FULL_DISK = STOPPED


def ran_until(moment: int, act: Callable[[], int], end: End = End.KILL) -> int:
    """Run in a child that meets its end at its so-manieth write; return how it ended.

    Zero or more is an exit code, `KILLED` the kill.
    """
    return _in_child(lambda: _Clock(moment, end).runs(act))


def writes_of(act: Callable[[], int]) -> tuple[str, ...]:
    """Return what a command does to the disk, in order, where nothing ends it."""
    read, write = os.pipe()

    def counted() -> int:
        clock = _Clock(0, End.KILL)
        code = clock.runs(act)
        os.write(write, json.dumps(clock.heard).encode())
        return code

    code = _in_child(counted)
    os.close(write)
    with os.fdopen(read, "rb") as told:
        said = told.read()
    assert code == 0, code
    return tuple(json.loads(said))


def sampled(total: int, wanted: int) -> tuple[int, ...]:
    """Return so many moments, spread from the first write to the last one."""
    if wanted >= total:
        return tuple(range(1, total + 1))
    step = (total - 1) / (wanted - 1)
    return tuple(dict.fromkeys(round(1 + number * step) for number in range(wanted)))


def _in_child(run: Callable[[], int]) -> int:
    child = os.fork()
    if child == 0:
        code = _CRASHED
        try:
            code = run()
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


class _Clock:
    """Counts the writes of this process, and ends it at one of them."""

    def __init__(self, moment: int, end: End) -> None:
        self.heard: list[str] = []
        self._moment = moment
        self._end = end

    def runs(self, act: Callable[[], int]) -> int:
        """Run something with every write counted."""
        # Neither the flushing to disk nor what libgit2 writes is heard by Python.
        flush, put = os.fsync, LooseStore.put

        def flushed(handle: int) -> None:
            self._tick("fsync")
            flush(handle)

        def kept(store: LooseStore, kind: ObjectKind, data: bytes) -> str:
            self._tick("object")
            return put(store, kind, data)

        os.fsync = flushed  # type: ignore[assignment]
        LooseStore.put = kept  # type: ignore[assignment, method-assign]
        sys.addaudithook(self._hear)
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
            return act()

    def _hear(self, event: str, args: tuple[object, ...]) -> None:
        if event in _WRITES or (event == "open" and _to_write(args)):
            self._tick(event)

    def _tick(self, what: str) -> None:
        self.heard.append(what)
        now = len(self.heard)
        if self._end is End.FULL_DISK:
            # It stays full; only taking something away still works.
            if 0 < self._moment <= now and what not in {"os.remove", "os.rmdir"}:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        elif now == self._moment and self._end is End.CTRL_C:
            raise KeyboardInterrupt
        elif now == self._moment:
            os.kill(os.getpid(), signal.SIGKILL)


def _to_write(args: tuple[object, ...]) -> bool:
    """Tell whether a file is opened to be written: path, mode and flags are heard."""
    flags = args[2]
    return isinstance(flags, int) and bool(flags & _WRITING)

"""Killing a deed at its every write: SIGKILL, in a child that shares what is loaded.

A child is forked from this very process, so that nothing is imported again; it counts
what it is about to do to the disk and kills itself at the moment that was asked for.
"""

import io
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout

from proeve.history.objects import ObjectKind
from proeve.history.write import LooseStore

KILLED = -signal.SIGKILL
MOST = 400
_WRITES = frozenset(
    {
        *("os.rename", "os.remove", "os.link", "os.mkdir", "os.truncate", "os.chmod"),
        *("os.symlink", "os.rmdir", "shutil.copyfile", "subprocess.Popen"),
    }
)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC


def ran_until(moment: int, act: Callable[[], int]) -> int:
    """Run in a child that is killed at its so-manieth write; return how it ended.

    Zero or more is an exit code, `KILLED` the kill.
    """
    child = os.fork()
    if child == 0:
        code = 70
        try:
            code = _counted(moment, act)
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def moments(act: Callable[[int], int]) -> Iterator[int]:
    """Yield each moment at which an act is killed, until it ends by itself.

    Raises when it then ended otherwise than well, or never.
    """
    for moment in range(1, MOST):
        code = act(moment)
        if code == 0:
            return
        assert code == KILLED, code
        yield moment
    raise AssertionError("it writes and writes")


def _counted(moment: int, act: Callable[[], int]) -> int:
    left = moment

    def count() -> None:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def hear(event: str, args: tuple[object, ...]) -> None:
        if event in _WRITES or (event == "open" and _to_write(args)):
            count()

    # Neither the flushing to disk nor what libgit2 writes is heard by Python's audit.
    flush, put = os.fsync, LooseStore.put

    def flushed(handle: int) -> None:
        count()
        flush(handle)

    def kept(store: LooseStore, kind: ObjectKind, data: bytes) -> str:
        count()
        return put(store, kind, data)

    os.fsync = flushed  # type: ignore[assignment]
    LooseStore.put = kept  # type: ignore[assignment, method-assign]
    sys.addaudithook(hear)
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        return act()


def _to_write(args: tuple[object, ...]) -> bool:
    """Tell whether a file is opened to be written: path, mode and flags are heard."""
    flags = args[2]
    return isinstance(flags, int) and bool(flags & _WRITING)

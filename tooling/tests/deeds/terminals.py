"""A real pseudo-terminal with the command in it, and somebody who types."""

import errno
import os
import pty
import select
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

ENDS = ("> ", "]: ")
"""How a prompt ends: of a form, of a question that click asks."""
_PATIENCE = 60.0
_GLANCE = 0.5


class Terminal:
    """One run of the command in a terminal of its own."""

    def __init__(
        self, *words: str | Path, more: Mapping[str, str] | None = None
    ) -> None:
        self._own, theirs = pty.openpty()
        command = (sys.executable, "-m", "proeve", "--lang", "en", *map(str, words))
        environment = {**os.environ, "PYTHONPATH": _tooling(), **(more or {})}
        self._program = subprocess.Popen(
            command,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=environment,
            start_new_session=True,
            preexec_fn=_take_terminal,  # noqa: PLW1509 - no threads here
        )
        os.close(theirs)
        self.seen = ""
        self._answered = 0

    def until_asked(self) -> str:
        """Read until the command asks something, and return what it said."""
        while not self.seen[self._answered :].endswith(ENDS) and self._read():
            pass
        return self.seen[self._answered :]

    def type(self, line: str) -> None:
        """Type a line at the prompt."""
        self._press(f"{line}\n".encode())

    def interrupt(self) -> None:
        """Press Ctrl-C at the prompt, as a person does: not while it appears.

        Between a prompt and the reading of keys a signal waits for the next one.
        """
        self.until_asked()
        time.sleep(_GLANCE)
        self._press(b"\x03")

    def _press(self, keys: bytes) -> None:
        self.until_asked()
        self._answered = len(self.seen)
        os.write(self._own, keys)

    def ended(self) -> int:
        """Read to the end and return the exit code."""
        while self._read():
            pass
        os.close(self._own)
        return self._program.wait(timeout=_PATIENCE)

    def _read(self) -> bool:
        """Read what is there now; False at the end."""
        ready, _, _ = select.select([self._own], [], [], _PATIENCE)
        if not ready:
            self._program.send_signal(signal.SIGKILL)
            self._program.wait()
            raise AssertionError(f"nothing more came after: {self.seen[-300:]}")
        try:
            read = os.read(self._own, 65536)
        except OSError as error:
            if error.errno != errno.EIO:
                raise
            return False
        self.seen += read.decode("utf-8", "replace").replace("\r\n", "\n")
        return bool(read)


def _take_terminal() -> None:
    import fcntl  # noqa: PLC0415 - in the child, before the command
    import termios  # noqa: PLC0415

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def _tooling() -> str:
    return str(Path(__file__).parents[2])

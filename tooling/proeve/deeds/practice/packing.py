"""A pack written by a process of its own, beside the one that signs and judges.

Compressing objects takes a fifth of the making of a large school, and nothing waits for
it before the end.
"""

import sys
import threading
from multiprocessing.connection import Connection
from multiprocessing.context import ForkContext, SpawnContext
from pathlib import Path

from proeve.errors import RepositoryError
from proeve.history.objects import ObjectKind
from proeve.history.write import PackStore, object_id

_BATCH = 400


class PackBeside:
    """Takes objects like any store; they are in the repository after `close`."""

    def __init__(self, objects: Path) -> None:
        context = _context()
        mine, theirs = context.Pipe()
        self._objects = mine
        self._batch: list[tuple[int, bytes]] = []
        self._process = context.Process(target=_pack, args=(objects, theirs))
        self._process.start()
        theirs.close()

    def put(self, kind: ObjectKind, data: bytes) -> str:
        """Keep an object and return its id."""
        self._batch.append((int(kind), data))
        if len(self._batch) >= _BATCH:
            self._hand_over()
        return object_id(kind, data)

    def close(self) -> None:
        """Finish the pack; raise when the other process could not."""
        self._hand_over()
        self._hand_over()  # an empty batch is the end
        self._process.join()
        if self._process.exitcode:
            raise _unwritten()

    def _hand_over(self) -> None:
        try:
            self._objects.send(self._batch)
        except OSError as error:
            raise _unwritten() from error
        self._batch = []


def _pack(objects: Path, batches: Connection) -> None:
    store = PackStore(objects)
    while batch := batches.recv():
        for kind, data in batch:
            store.put(ObjectKind(kind), data)
    store.close()


def _context() -> ForkContext | SpawnContext:
    """Return how to start: a copy of this one is quick, and unsafe beside threads."""
    alone = sys.platform == "linux" and threading.active_count() == 1
    return ForkContext() if alone else SpawnContext()


def _unwritten() -> RepositoryError:
    return RepositoryError(
        "De oefenschool kon niet worden weggeschreven; is de schijf vol?",
        "The practice school could not be written; is the disk full?",
    )

"""Making many things one by one, in a large school with several processes."""

import gc
import multiprocessing
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar, cast

from proeve.errors import RepositoryError
from proeve.site.aside import may_copy

J = TypeVar("J")
R = TypeVar("R")

_EACH = 20
_FEW = 60
_AHEAD = 3


def spread(
    make: Callable[[J], R], jobs: Sequence[J], workers: int
) -> Iterator[list[R]]:
    """Yield what is made of the jobs, in their order and some at a time."""
    batches = [jobs[at : at + _EACH] for at in range(0, len(jobs), _EACH)]
    if workers > 1 and len(jobs) > _FEW and may_copy():
        yield from _shared(make, batches, workers)
        return
    for batch in batches:
        yield [make(job) for job in batch]


def _shared(
    make: Callable[[J], R], batches: Sequence[Sequence[J]], workers: int
) -> Iterator[list[R]]:
    # The copies share what is here already; a collection would write to all of it.
    gc.freeze()
    pool = ProcessPoolExecutor(
        workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=_stand_on,
        initargs=(make,),
    )
    waiting: deque[Future[list[object]]] = deque()
    try:
        for batch in batches:
            waiting.append(pool.submit(_batch, batch))
            if len(waiting) >= workers * _AHEAD:
                yield cast("list[R]", waiting.popleft().result())
        while waiting:
            yield cast("list[R]", waiting.popleft().result())
    except BrokenProcessPool as error:
        raise RepositoryError(
            "Een hulpproces dat pagina's maakt, is gestopt. Is er genoeg geheugen?",
            "A worker that makes pages stopped. Is there enough memory?",
        ) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
        gc.unfreeze()


_MAKE: list[Callable[..., object]] = []


def _stand_on(make: Callable[..., object]) -> None:
    """Take how a thing is made into a new worker, which is a copy of this process."""
    _MAKE[:] = [make]


def _batch(jobs: Sequence[object]) -> list[object]:
    return [_MAKE[0](job) for job in jobs]

"""Worker processes whose results come back in the order of their jobs.

Only so many jobs are under way as keep the workers busy, so that results do not pile up
in memory when whoever takes them is slower.
"""

import multiprocessing
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.context import BaseContext
from typing import TypeVar

from proeve.errors import ProeveError, RepositoryError, TrustError
from proeve.history.refusals import refuse

Job = TypeVar("Job")
Result = TypeVar("Result")

_AHEAD = 2


def in_order(
    work: Callable[[Job], Result], jobs: Iterable[Job], workers: int
) -> Iterator[Result]:
    """Yield the result of each job in turn; `work` is a function of a module."""
    waiting: deque[Future[Result | _Stopped]] = deque()
    pool = ProcessPoolExecutor(workers, mp_context=_context())
    try:
        for job in jobs:
            waiting.append(pool.submit(_guarded, work, job))
            if len(waiting) >= workers * _AHEAD:
                yield _opened(waiting.popleft())
        while waiting:
            yield _opened(waiting.popleft())
    except BrokenProcessPool as error:
        raise refuse("worker") from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


class _Stopped:
    """A ProeveError on its way out of a worker: exceptions do not travel whole."""

    def __init__(self, error: ProeveError) -> None:
        self.kind = type(error).__name__
        self.nl = error.nl
        self.en = error.en


def _guarded(work: Callable[[Job], Result], job: Job) -> Result | _Stopped:
    try:
        return work(job)
    except ProeveError as error:
        return _Stopped(error)


def _opened(future: Future[Result | _Stopped]) -> Result:
    result = future.result()
    if isinstance(result, _Stopped):
        kinds = {kind.__name__: kind for kind in (RepositoryError, TrustError)}
        raise kinds.get(result.kind, ProeveError)(result.nl, result.en)
    return result


def _context() -> BaseContext:
    """Return a way to start processes: copying this one, where that is safe.

    A copy starts in a hundredth of the time. It is not safe beside other threads, nor
    under macOS, whose system libraries do not survive it.
    """
    safe = sys.platform == "linux" and threading.active_count() == 1
    return multiprocessing.get_context("fork" if safe else "spawn")

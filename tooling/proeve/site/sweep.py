"""Goes once along the exams that changed, and makes all that there is to make of each.

It keeps what is worked out of an exam and stamps its page in every edition. In a large
school several processes share this.
"""

import gc
import json
import multiprocessing
import sys
import threading
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from proeve.errors import RepositoryError
from proeve.model.shelf import Apart
from proeve.model.verdict import ExamVerdict, LedgerVerdict
from proeve.site.derived import DERIVATIONS
from proeve.site.edition import Edition
from proeve.site.frame import CutFrame
from proeve.site.output import Written, beside, calendar_of, write_file
from proeve.site.pages import exam_page, exam_path, group_titles
from proeve.site.ratings import Wordings, wordings_of
from proeve.site.record import Known, Line

_EACH = 20
_FEW = 60
_AHEAD = 3


class Target(NamedTuple):
    """The page of an exam in one edition, and what lies there and beside it."""

    edition: int
    key: str
    there: Known | None
    calendar: Known | None = None


class Job(NamedTuple):
    """An exam to go along; `inputs` is empty where nobody knows what it is made of."""

    group: str
    exam: str
    inputs: str
    targets: tuple[Target, ...]


class Swept(NamedTuple):
    """What came of one exam."""

    scope: str
    line: Line
    written: list[Written]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What every exam needs: where pages go, in which editions and shells."""

    folder: Path
    verdict: LedgerVerdict
    editions: tuple[tuple[str, Edition, CutFrame], ...]
    titles: Mapping[str, str]
    wordings: tuple[Wordings, ...]

    @classmethod
    def of(
        cls,
        folder: Path,
        verdict: LedgerVerdict,
        editions: tuple[tuple[str, Edition, CutFrame], ...],
    ) -> "Ground":
        """Prepare what the exams share."""
        return cls(
            folder=folder,
            verdict=verdict,
            editions=editions,
            titles=group_titles(verdict),
            wordings=tuple(
                wordings_of(verdict.registry, edition.language)
                for _, edition, _ in editions
            ),
        )

    def swept(self, job: Job) -> Swept:
        """Read one exam and make all of it."""
        exam = _exam(self.verdict.groups[job.group], job.exam)
        kept = [each.kept(exam, self.verdict.registry) for each in DERIVATIONS]
        line = Line(job.inputs, *exam.steady, json.dumps(kept, separators=(",", ":")))
        return Swept(
            exam.scope,
            line,
            [each for target in job.targets for each in self._page(exam, target)],
        )

    def _page(self, exam: ExamVerdict, target: Target) -> Iterator[Written]:
        above, edition, frame = self.editions[target.edition]
        title = self.titles[exam.state.group]
        page = exam_page(edition, exam, title, self.wordings[target.edition])
        path = page_file(above, exam.state.group, exam.state.id)
        content, key = frame.stamp(page), target.key
        if page.calendar:
            own = calendar_of(path)
            yield write_file(self.folder, own, key, page.calendar, target.calendar)
            key = beside(key)
        yield write_file(self.folder, path, key, content, target.there)


def page_file(above: str, group: str, exam: str) -> str:
    """Return the file of the page of an exam, in the folder of its edition."""
    return f"{above}{exam_path(group, exam)}.html"


def _exam(exams: Sequence[ExamVerdict], name: str) -> ExamVerdict:
    if isinstance(exams, Apart):
        found: ExamVerdict = exams.one(name)
        return found
    return next(exam for exam in exams if exam.state.id == name)


def sweep(ground: Ground, jobs: Sequence[Job], workers: int) -> Iterator[list[Swept]]:
    """Yield what came of the exams, some at a time."""
    batches = [jobs[at : at + _EACH] for at in range(0, len(jobs), _EACH)]
    if workers > 1 and len(jobs) > _FEW and _may_copy():
        yield from _shared(ground, batches, workers)
        return
    for batch in batches:
        yield [ground.swept(job) for job in batch]


def _may_copy() -> bool:
    """Tell whether this process may be copied: not beside threads, nor under macOS."""
    return sys.platform == "linux" and threading.active_count() == 1


def _shared(
    ground: Ground, batches: list[Sequence[Job]], workers: int
) -> Iterator[list[Swept]]:
    # The copies share what is here already; a collection would write to all of it.
    gc.freeze()
    pool = ProcessPoolExecutor(
        workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=_stand_on,
        initargs=(ground,),
    )
    waiting: deque[Future[list[Swept]]] = deque()
    try:
        for batch in batches:
            waiting.append(pool.submit(_batch, batch))
            if len(waiting) >= workers * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool as error:
        raise RepositoryError(
            "Een hulpproces dat pagina's maakt, is gestopt. Is er genoeg geheugen?",
            "A worker that makes pages stopped. Is there enough memory?",
        ) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
        gc.unfreeze()


_GROUND: list[Ground] = []


def _stand_on(ground: Ground) -> None:
    """Take what all exams need into a new worker, which is a copy of this process."""
    _GROUND[:] = [ground]


def _batch(jobs: Sequence[Job]) -> list[Swept]:
    return [_GROUND[0].swept(job) for job in jobs]

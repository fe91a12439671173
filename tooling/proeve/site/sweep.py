"""Goes once along the exams that changed, and makes all that there is to make of each.

It keeps what is worked out of an exam and stamps its page in every edition. In a large
school several processes share this.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from proeve.model.verdict import ExamVerdict, LedgerVerdict
from proeve.site.derivation import kept_text
from proeve.site.derived import DERIVATIONS
from proeve.site.edition import Edition
from proeve.site.frame import CutFrame
from proeve.site.opening import open_exam
from proeve.site.output import Written, beside, calendar_of, write_file
from proeve.site.pages import exam_page, exam_path, group_titles
from proeve.site.ratings import Wordings, wordings_of
from proeve.site.record import Known, Line
from proeve.site.spread import spread


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
        exam = open_exam(self.verdict, f"groups/{job.group}/{job.exam}")
        kept = kept_text(DERIVATIONS, exam, self.verdict.registry)
        line = Line(job.inputs, *exam.steady, kept)
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


def sweep(ground: Ground, jobs: Sequence[Job], workers: int) -> Iterator[list[Swept]]:
    """Yield what came of the exams, some at a time."""
    yield from spread(ground.swept, jobs, workers)

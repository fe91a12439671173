"""The reports of one school, each computed when it is first asked for."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from proeve.model.verdict import LedgerVerdict
from proeve.sight.agreement import agreement
from proeve.sight.flow import flow
from proeve.sight.late import late
from proeve.sight.leadtime import lead_time
from proeve.sight.lines import Line
from proeve.sight.progress import progress
from proeve.sight.results import results
from proeve.sight.school import School, school_of
from proeve.sight.tables import Report, ReportName

REPORTS: Mapping[ReportName, Callable[[School], Report]] = {
    ReportName.PROGRESS: progress,
    ReportName.LEAD_TIME: lead_time,
    ReportName.LATE: late,
    ReportName.RESULTS: results,
    ReportName.FLOW: flow,
    ReportName.AGREEMENT: agreement,
}

FOR_COMMITTEE = frozenset({ReportName.AGREEMENT})
"""Reports that only the committee and the exam office may see."""


class Sight:
    """What can be told of one verdict; nothing is computed twice."""

    def __init__(
        self, verdict: LedgerVerdict, lines: Callable[[], Sequence[Line]] | None = None
    ) -> None:
        """Look at nothing yet; `lines` fetches them where they are kept."""
        self._verdict = verdict
        self._lines = lines
        self._reports: dict[ReportName, Report] = {}

    @cached_property
    def school(self) -> School:
        """Every exam as a line."""
        return school_of(self._verdict, self._lines() if self._lines else None)

    def report(self, name: ReportName) -> Report:
        """Return one report."""
        if name not in self._reports:
            self._reports[name] = REPORTS[name](self.school)
        return self._reports[name]

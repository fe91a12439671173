"""Cumulative flow: at the end of each month, how many exams stood at each step."""

from collections import Counter
from collections.abc import Iterable

from proeve.process.table import MEI_12
from proeve.process.vocabulary import Needed
from proeve.sight.course import FINISHED, Stand
from proeve.sight.lines import Line
from proeve.sight.months import Months, months_of
from proeve.sight.school import School
from proeve.sight.tables import Column, Kind, Report, ReportName, Table

STEPS = tuple(step for step in MEI_12.steps if step.needed is not Needed.OPTIONAL)
"""Nothing waits for the optional step, so no exam stands at it."""
DONE = "finished"


def flow(school: School) -> Report:
    """Return where the exams stood at the end of each month, and where they stand.

    The last row is today, and equals what the judge says; the month still runs.
    """
    lines = school.counted
    months = months_of(
        (*(stand.at for line in lines for stand in line.course), school.now)
        if any(line.course for line in lines)
        else ()
    )
    rows = tuple(_rows(lines, months, school.now))
    return Report(
        name=ReportName.FLOW,
        figures={
            Column("opened"): sum(bool(line.course) for line in lines),
            Column(DONE): sum(line.step is None for line in lines if line.course),
            Column("months"): len(rows),
        },
        tables=(
            Table(
                id="month",
                columns=(
                    Column("month", Kind.MONTH),
                    *(Column(step.id.value) for step in STEPS),
                    Column(DONE),
                    Column("exams"),
                ),
                rows=rows,
            ),
        ),
    )


def _rows(
    lines: Iterable[Line], months: Months, now: int
) -> Iterable[tuple[str | int, ...]]:
    lines = tuple(line for line in lines if line.course)
    for name, end in zip(months.names, months.ends, strict=True):
        until = end if end <= now else None
        found = Counter(stand_at(line.course, until) for line in lines)
        stood = tuple(found[step.number] for step in STEPS)
        yield (name, *stood, found[FINISHED], sum(stood) + found[FINISHED])
        if until is None:
            return


def stand_at(course: tuple[Stand, ...], end: int | None) -> int:
    """Return the step at which an exam stood just before a moment; 0 before it began.

    Without a moment it is where the exam stands now.
    """
    stood = 0
    for stand in course:
        if end is None or stand.at < end:
            stood = stand.number
    return stood

"""Late and extended: what came in time, what did not, and what has more time."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import chain
from zoneinfo import ZoneInfo

from proeve.process.table import MEI_12
from proeve.process.vocabulary import StepId
from proeve.sight.lines import Line, Span
from proeve.sight.school import School
from proeve.sight.tables import (
    Cell,
    Column,
    Kind,
    Report,
    ReportName,
    Table,
    maybe_days,
    median,
)

_ZONE = ZoneInfo("Europe/Amsterdam")
_DAY_ALONE = len("2026-11-23")
_COUNTS = (
    Column("in-time"),
    Column("done-late"),
    Column("late-median", Kind.DAYS),
    Column("late-now"),
    Column("extended"),
)


def late(school: School) -> Report:
    """Return for each step with a deadline how it was kept, and who is late now."""
    lines = school.counted
    kept = _kept(lines)
    everything = tuple(chain.from_iterable(kept.values()))
    return Report(
        name=ReportName.LATE,
        figures=dict(zip(_COUNTS, _counts(everything, lines), strict=True)),
        tables=(_steps(kept, lines), _exams(lines)),
    )


def seconds_late(span: Span) -> int | None:
    """Return how far past its deadline a step was done; None without a deadline."""
    if span.deadline is None:
        return None
    return max(0, span.end - _end(span.deadline))


@lru_cache(maxsize=4096)
def _end(deadline: str) -> int:
    """Return the moment after which it is late: a day alone lasts until midnight."""
    if len(deadline) > _DAY_ALONE:
        return int(datetime.fromisoformat(deadline).timestamp())
    after = date.fromisoformat(deadline) + timedelta(days=1)
    return int(datetime(after.year, after.month, after.day, tzinfo=_ZONE).timestamp())


def _kept(lines: Iterable[Line]) -> Mapping[StepId, list[int]]:
    """Return how far past its deadline each step was done, where it had one."""
    found: dict[StepId, list[int]] = defaultdict(list)
    for line in lines:
        for span in line.spans:
            late = seconds_late(span)
            if late is not None:
                found[span.step].append(late)
    return found


def _counts(
    kept: Sequence[int], lines: Sequence[Line], step: StepId | None = None
) -> tuple[Cell, ...]:
    """Count what came in time and late, and what is late now, at one step or all."""
    past = [late for late in kept if late]
    return (
        len(kept) - len(past),
        len(past),
        maybe_days(median(past)),
        sum(line.overdue > 0 and step in (None, line.step) for line in lines),
        sum(step in (None, each) for line in lines for each in line.extended),
    )


def _steps(kept: Mapping[StepId, list[int]], lines: Sequence[Line]) -> Table:
    rows = (
        (step.id, *_counts(kept.get(step.id, ()), lines, step.id))
        for step in MEI_12.steps
    )
    return Table(
        id="step",
        columns=(Column("step", Kind.STEP), *_COUNTS),
        rows=tuple(row for row in rows if any(row[1:])),
    )


def _exams(lines: Sequence[Line]) -> Table:
    found = sorted(
        (line for line in lines if line.overdue > 0),
        key=lambda line: (-line.overdue, line.number),
    )
    return Table(
        id="exam",
        columns=(
            Column("exam", Kind.EXAM),
            Column("group", Kind.GROUP),
            Column("step", Kind.STEP),
            Column("deadline", Kind.DATE),
            Column("days-late", Kind.COUNT),
            Column("extended"),
        ),
        rows=tuple(
            (
                f"{line.group}/{line.id}",
                line.group,
                line.step,
                line.deadline,
                line.overdue,
                sum(step is line.step for step in line.extended),
            )
            for line in found
        ),
    )

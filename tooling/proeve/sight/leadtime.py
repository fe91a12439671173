"""Lead time: how long each step took, how long it is waited for now, and for whom."""

from collections import defaultdict
from collections.abc import Sequence

from proeve.process.table import MEI_12
from proeve.process.vocabulary import Approver, Needed, StepId
from proeve.sight.lines import Line
from proeve.sight.progress import grouped
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
    ninth_tenth,
)

_TOOK = (Column("median", Kind.DAYS), Column("ninth-tenth", Kind.DAYS))
_WAITS = (
    Column("waiting"),
    Column("waiting-median", Kind.DAYS),
    Column("waiting-longest", Kind.DAYS),
)


def lead_time(school: School) -> Report:
    """Return how long steps and whole exams take, and what is waited for now."""
    lines = school.counted
    whole = [length for line in lines if (length := to_result(line)) is not None]
    waits = _waits(lines, school.now)
    return Report(
        name=ReportName.LEAD_TIME,
        figures={
            Column("established"): len(whole),
            **dict(zip(_TOOK, _took(whole), strict=True)),
            **dict(zip(_WAITS, _waited([w for _, w in waits]), strict=True)),
        },
        tables=(
            _steps(lines, waits),
            _hats(waits),
            _qualifications(school, lines),
        ),
    )


def to_result(line: Line) -> int | None:
    """Return the seconds from the opening of an exam to its established result."""
    if line.opened is None or line.decided is None:
        return None
    return max(0, line.decided - line.opened)


def _took(lengths: Sequence[int]) -> tuple[Cell, ...]:
    return maybe_days(median(lengths)), maybe_days(ninth_tenth(lengths))


def _waited(lengths: Sequence[int]) -> tuple[Cell, ...]:
    longest = maybe_days(max(lengths, default=None))
    return len(lengths), maybe_days(median(lengths)), longest


def _waits(lines: Sequence[Line], now: int) -> list[tuple[Line, int]]:
    """Return the exams that somebody must go on with, and for how long already."""
    return [
        (line, max(0, now - line.since))
        for line in lines
        if line.step is not None and line.since is not None
    ]


def _steps(lines: Sequence[Line], waits: Sequence[tuple[Line, int]]) -> Table:
    took: dict[StepId, list[int]] = defaultdict(list)
    for line in lines:
        for span in line.spans:
            took[span.step].append(span.seconds)
    return Table(
        id="step",
        columns=(Column("step", Kind.STEP), Column("done"), *_TOOK, *_WAITS),
        rows=tuple(
            (
                step.id,
                len(took[step.id]),
                *_took(took[step.id]),
                *_waited([wait for line, wait in waits if line.step is step.id]),
            )
            for step in MEI_12.steps
            # The optional step runs beside the others, so it has no length of its own.
            if step.needed is not Needed.OPTIONAL
        ),
    )


def _hats(waits: Sequence[tuple[Line, int]]) -> Table:
    found: dict[tuple[str, Approver], list[int]] = defaultdict(list)
    for line, wait in waits:
        for hat in line.hats:
            found[type(hat).__name__, hat].append(wait)
    ordered = sorted(found.items(), key=lambda each: (-len(each[1]), each[0]))
    return Table(
        id="hat",
        columns=(Column("hat", Kind.WORD), *_WAITS),
        rows=tuple((hat, *_waited(found)) for (_, hat), found in ordered),
    )


def _qualifications(school: School, lines: Sequence[Line]) -> Table:
    found = grouped(lines, lambda line: (school.crebo(line),))
    rows = []
    for crebo in sorted(found):
        lengths = [each for line in found[crebo] if (each := to_result(line))]
        rows.append((crebo, len(lengths), *_took(lengths)))
    return Table(
        id="whole",
        columns=(Column("qualification", Kind.TEXT), Column("established"), *_TOOK),
        rows=tuple(rows),
    )

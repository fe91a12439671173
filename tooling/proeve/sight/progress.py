"""Progress: how many exams stand where, by group, company, assessor and more."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from proeve.process.table import MEI_12
from proeve.process.vocabulary import Phase
from proeve.sight.lines import Line
from proeve.sight.months import months_of
from proeve.sight.school import School
from proeve.sight.tables import Cell, Column, Kind, Report, ReportName, Table

FINISHED = "finished"
PHASES = tuple(Phase)
_PHASE_OF = {step.id: step.phase for step in MEI_12.steps}
_COUNTS = (
    Column("exams"),
    *(Column(f"phase-{phase}") for phase in PHASES),
    Column(FINISHED),
    Column("late"),
    Column("held-up"),
)
_Keys = Callable[[Line], Iterable[str]]


def progress(school: School) -> Report:
    """Return how many exams stand in each phase, told five ways."""
    lines = school.counted
    months = months_of(line.opened for line in lines if line.opened is not None)
    ways: dict[str, tuple[Kind, _Keys]] = {
        "group": (Kind.GROUP, lambda line: (line.group,)),
        "company": (Kind.NAME, lambda line: line.companies),
        "qualification": (Kind.TEXT, lambda line: (school.crebo(line),)),
        "period": (
            Kind.MONTH,
            lambda line: () if line.opened is None else (months.of(line.opened),),
        ),
    }
    if school.minimum is not None:
        ways["assessor"] = (Kind.NAME, _assessors)
    return Report(
        name=ReportName.PROGRESS,
        figures=dict(zip(_COUNTS, counts(lines), strict=True)),
        tables=tuple(_table(way, *told, lines) for way, told in ways.items()),
    )


def _assessors(line: Line) -> Iterable[str]:
    return dict.fromkeys(person for _, person in line.assessors)


def _table(way: str, kind: Kind, keys: _Keys, lines: Iterable[Line]) -> Table:
    rows = grouped(lines, keys)
    return Table(
        id=way,
        columns=(Column(way, kind), *_COUNTS),
        rows=tuple((key, *counts(rows[key])) for key in sorted(rows)),
    )


def grouped(lines: Iterable[Line], keys: _Keys) -> Mapping[str, list[Line]]:
    """Return the lines under each of their keys."""
    found: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        for key in keys(line):
            found[key].append(line)
    return found


def counts(lines: Iterable[Line]) -> tuple[Cell, ...]:
    """Return how many exams there are, stand in each phase, are late or held up."""
    lines = tuple(lines)
    phases = list(_phases(lines))
    return (
        len(lines),
        *(phases.count(phase) for phase in PHASES),
        phases.count(None),
        sum(line.overdue > 0 for line in lines),
        sum(line.held_up for line in lines),
    )


def _phases(lines: Iterable[Line]) -> Iterator[Phase | None]:
    for line in lines:
        yield None if line.step is None else _PHASE_OF[line.step]

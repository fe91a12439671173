"""Results and resits: what was established, at which attempt, and in which month."""

from collections import Counter
from collections.abc import Iterable, Mapping

from proeve.process.vocabulary import Outcome
from proeve.sight.lines import Line
from proeve.sight.months import months_of
from proeve.sight.progress import grouped
from proeve.sight.school import School
from proeve.sight.tables import Cell, Column, Kind, Report, ReportName, Table, share

OUTCOMES = tuple(outcome for outcome in Outcome if outcome is not Outcome.ANNULLED)
"""An exam that was opened by mistake is in no statistics (FIELD 1.1)."""
_PASSES = Column("pass-share", Kind.SHARE)
_COUNTS = (
    Column("ended"),
    *(Column(outcome.value) for outcome in OUTCOMES),
    _PASSES,
)


def results(school: School) -> Report:
    """Return the established results, told by qualification, attempt and month."""
    lines = [line for line in school.counted if line.outcome is not None]
    decided = [line for line in lines if line.decided is not None]
    months = months_of(line.decided for line in decided if line.decided is not None)
    by_qualification = grouped(
        lines, lambda line: (f"{school.crebo(line)} {line.instrument}".strip(),)
    )
    by_attempt = grouped(lines, lambda line: (str(line.attempt),))
    by_month = grouped(
        decided, lambda line: (months.of(line.decided),) if line.decided else ()
    )
    return Report(
        name=ReportName.RESULTS,
        figures={**dict(zip(_COUNTS, counts(lines), strict=True)), **_resits(school)},
        tables=(
            _table("qualification", Kind.CODE, by_qualification),
            _table("attempt", Kind.COUNT, by_attempt),
            _table("month", Kind.MONTH, by_month),
        ),
    )


def counts(lines: Iterable[Line]) -> tuple[Cell, ...]:
    """Return how many results there are of each kind, and the share that passed.

    The share is of those that passed or did not: who did not take part has no result.
    """
    found = Counter(line.outcome for line in lines)
    passed, failed = found[Outcome.PASSED], found[Outcome.NOT_PASSED]
    return (
        sum(found.values()),
        *(found[outcome] for outcome in OUTCOMES),
        share(passed, passed + failed),
    )


def _resits(school: School) -> dict[Column, Cell]:
    resits = [line for line in school.counted if line.resit]
    named = {line.resit_of for line in resits}
    failed = [one for one in school.counted if one.outcome is Outcome.NOT_PASSED]
    return {
        Column("resits"): len(resits),
        Column("resits-passed"): sum(one.outcome is Outcome.PASSED for one in resits),
        Column("without-resit"): sum(one.id not in named for one in failed),
        Column("annulled"): len(school.lines) - len(school.counted),
    }


def _table(way: str, kind: Kind, rows: Mapping[str, list[Line]]) -> Table:
    return Table(
        id=way,
        columns=(Column(way, kind), *_COUNTS),
        rows=tuple(
            (int(key) if kind is Kind.COUNT else key, *counts(rows[key]))
            for key in sorted(rows)
        ),
    )

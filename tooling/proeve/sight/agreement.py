"""Agreement: how far two assessors who judge apart find the same.

Only for the committee, only after a recorded decision, and only above a minimum number
of forms: it is about people at work (FIELD 5.2, D7).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from proeve.model.instrument import Instrument
from proeve.model.passing import MarksScale, OrdinalScale, Rating, Scale
from proeve.process.vocabulary import Part
from proeve.sight.lines import Line
from proeve.sight.ratings import Rated
from proeve.sight.school import School
from proeve.sight.tables import (
    Cell,
    Column,
    Kind,
    Report,
    ReportName,
    Table,
    hundredths,
    share,
)

NOT_DECIDED = "not-decided"
_SPLITS = (Part.FIRST_ASSESSOR, Part.SECOND_ASSESSOR)
_EXACT = Column("exact", Kind.SHARE)
_KAPPA = Column("kappa", Kind.KAPPA)

Pair = tuple[int, int]
"""The ranks that the first and the second assessor gave one criterion."""


def agreement(school: School) -> Report:
    """Return how far the assessors agree, or that nobody decided to have this told."""
    if school.minimum is None:
        return Report(name=ReportName.AGREEMENT, closed=NOT_DECIDED)
    lines = [line for line in school.counted if line.rated]
    every = [one for line in lines for one in line.rated]
    instruments = tuple(_instruments(school, lines))
    enough = [row for row in instruments if _number(row[2]) >= school.minimum]
    return Report(
        name=ReportName.AGREEMENT,
        figures={
            Column("exams"): len(lines),
            Column("criteria"): len(every),
            _EXACT: exact(every) if len(lines) >= school.minimum else None,
            Column("minimum"): school.minimum,
            Column("left-out"): len(instruments) - len(enough),
        },
        tables=(
            Table(
                id="instrument",
                columns=(
                    Column("instrument", Kind.CODE),
                    Column("scale", Kind.TEXT),
                    Column("exams"),
                    Column("criteria"),
                    _EXACT,
                    _KAPPA,
                ),
                rows=tuple(enough),
            ),
            _criteria(school, lines),
            _assessors(school, lines),
        ),
    )


def exact(rated: Sequence[Rated]) -> float | None:
    """Return the share of criteria to which both gave the same."""
    return share(sum(one.first == one.second for one in rated), len(rated))


def weighted_kappa(pairs: Iterable[Pair]) -> Fraction | None:
    """Return Cohen's kappa with quadratic weights, exactly.

    1 is full agreement, 0 what chance alone would give. There is none when chance
    would give full agreement, or without pairs. Source: J. Cohen, Weighted kappa,
    Psychological Bulletin 70 (1968), 213-220; with quadratic weights the number of
    ratings drops out.
    """
    found = Counter(pairs)
    number = found.total()
    first, second = Counter[int](), Counter[int]()
    for (one, other), times in found.items():
        first[one] += times
        second[other] += times
    apart = sum((a - b) ** 2 * times for (a, b), times in found.items())
    chance = sum((a - b) ** 2 * first[a] * second[b] for a in first for b in second)
    return 1 - Fraction(apart * number, chance) if chance else None


def ranks(instrument: Instrument | None, rated: Iterable[Rated]) -> Iterator[Pair]:
    """Yield both ranks of each criterion whose scale has an order of few ratings.

    Points have as many scales as maxima; only their exact agreement is told.
    """
    scales = scales_of(instrument)
    for one in rated:
        scale = scales.get(one.criterion)
        if isinstance(scale, OrdinalScale | MarksScale):
            first, second = _rank(scale, one.first), _rank(scale, one.second)
            if first is not None and second is not None:
                yield first, second


def scales_of(instrument: Instrument | None) -> Mapping[str, Scale]:
    """Return the scale of each criterion."""
    return {
        criterion.id: task.rule.scale
        for task in (instrument.core_tasks if instrument else ())
        for criterion in task.criteria
    }


def _rank(scale: OrdinalScale | MarksScale, rating: Rating) -> int | None:
    if not scale.has(rating):
        return None
    if isinstance(scale, OrdinalScale):
        return scale.rank(str(rating))
    return scale.rank(int(rating))


def _instruments(school: School, lines: Iterable[Line]) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each scale of each instrument: scales have no common distance."""
    for pinned, found in _by_instrument(lines):
        instrument = school.instruments.get(pinned)
        scales = scales_of(instrument)
        by_scale: dict[str, list[tuple[int, Rated]]] = defaultdict(list)
        for number, line in enumerate(found):
            for one in line.rated:
                scale = scales.get(one.criterion)
                by_scale[scale.id if scale else ""].append((number, one))
        for scale_id, numbered in sorted(by_scale.items()):
            rated = [one for _, one in numbered]
            yield (
                f"{pinned[0]} {pinned[1]}",
                scale_id,
                len({number for number, _ in numbered}),
                len(rated),
                exact(rated),
                hundredths(weighted_kappa(ranks(instrument, rated))),
            )


def _by_instrument(
    lines: Iterable[Line],
) -> Iterator[tuple[tuple[str, int], list[Line]]]:
    found: dict[tuple[str, int], list[Line]] = defaultdict(list)
    for line in lines:
        found[line.instrument, line.version].append(line)
    yield from sorted(found.items())


def _criteria(school: School, lines: Iterable[Line]) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for pinned, found in _by_instrument(lines):
        by_criterion: dict[str, list[Rated]] = defaultdict(list)
        for one in (one for line in found for one in line.rated):
            by_criterion[one.criterion].append(one)
        for criterion, rated in by_criterion.items():
            if school.minimum is not None and len(rated) >= school.minimum:
                kappa = weighted_kappa(ranks(school.instruments.get(pinned), rated))
                name = f"{pinned[0]} {pinned[1]}"
                counted = (len(rated), exact(rated), hundredths(kappa))
                rows.append((name, criterion, *counted))
    return Table(
        id="criterion",
        columns=(
            Column("instrument", Kind.CODE),
            Column("criterion", Kind.TEXT),
            Column("exams"),
            _EXACT,
            _KAPPA,
        ),
        rows=tuple(sorted(rows, key=lambda row: (_number(row[3]), row[:2]))),
    )


def _assessors(school: School, lines: Iterable[Line]) -> Table:
    """Return how each assessor compares with those they judged beside."""
    forms: dict[str, list[tuple[Line, bool]]] = defaultdict(list)
    for line in lines:
        for part, person in line.assessors:
            if part in _SPLITS:
                forms[person].append((line, part is Part.FIRST_ASSESSOR))
    rows = []
    for person, found in sorted(forms.items()):
        if school.minimum is not None and len(found) >= school.minimum:
            same, lower, higher = _compared(school, found)
            every = same + lower + higher
            rows.append(
                (
                    person,
                    len(found),
                    share(same, every),
                    share(lower, every),
                    share(higher, every),
                )
            )
    return Table(
        id="assessor",
        columns=(
            Column("assessor", Kind.NAME),
            Column("forms"),
            _EXACT,
            Column("lower", Kind.SHARE),
            Column("higher", Kind.SHARE),
        ),
        rows=tuple(rows),
    )


def _compared(
    school: School, found: Iterable[tuple[Line, bool]]
) -> tuple[int, int, int]:
    """Count the criteria rated the same, lower and higher than by the other."""
    told = Counter[int]()
    for line, is_first in found:
        instrument = school.instruments.get((line.instrument, line.version))
        for first, second in ranks(instrument, line.rated):
            own, other = (first, second) if is_first else (second, first)
            told[(own > other) - (own < other)] += 1
    return told[0], told[-1], told[1]


def _number(cell: Cell) -> float:
    return cell if isinstance(cell, int | float) else 0.0

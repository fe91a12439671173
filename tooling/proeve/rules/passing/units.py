"""The lines of work processes and core tasks: given from elsewhere, or derived."""

from math import ceil

from proeve.model.derivation import Basis, Layer, Line, Value
from proeve.model.instrument import CoreTask, Instrument, WorkProcess
from proeve.model.passing import MarksRule, OrdinalRule, PassRule, PointsRule, Rating
from proeve.rules.passing import marks, ordinal, points
from proeve.rules.passing.scope import Given, fits_unit
from proeve.rules.passing.sheet import Sheet, criterion_line, unsettled


def core_task_line(task: CoreTask, instrument: Instrument, sheet: Sheet) -> Line:
    """Return the line of a core task: given, derived, or why it is neither yet."""
    given = sheet.scope.given.get(task.code)
    if given is not None:
        return _given_task(task, given, instrument)
    below = tuple(
        _work_process(task, part, instrument, sheet) for part in task.work_processes
    )
    # One assessor's view derives a core task only where that assessor saw all of it.
    basis = basis_of(below)
    if basis is not Basis.DERIVED:
        return Line(layer=Layer.CORE_TASK, unit=task.code, basis=basis, below=below)
    return _derived_task(task.rule, task, below)


def _derived_task(rule: PassRule, task: CoreTask, below: tuple[Line, ...]) -> Line:
    if isinstance(rule, OrdinalRule):
        return ordinal.core_task(rule, task, below)
    if isinstance(rule, PointsRule):
        return points.core_task(rule, task, below)
    return marks.core_task(rule, task, below)


def _work_process(
    task: CoreTask, part: WorkProcess, instrument: Instrument, sheet: Sheet
) -> Line:
    given = sheet.scope.given.get(part.code)
    if given is not None:
        return _given_part(task, part, given, instrument)
    if not sheet.scope.covers(task, part):
        return Line(layer=Layer.WORK_PROCESS, unit=part.code, basis=Basis.MISSING)
    below = tuple(criterion_line(task.rule, one, sheet) for one in part.criteria)
    basis = unsettled(below)
    if basis is not None:
        return Line(layer=Layer.WORK_PROCESS, unit=part.code, basis=basis, below=below)
    return _derived_part(task.rule, part, below)


def _derived_part(rule: PassRule, part: WorkProcess, below: tuple[Line, ...]) -> Line:
    if isinstance(rule, OrdinalRule):
        return ordinal.work_process(rule, part, below)
    if isinstance(rule, PointsRule):
        return points.work_process(rule, part, below)
    return marks.work_process(rule, part, below)


def basis_of(lines: tuple[Line, ...]) -> Basis:
    """Return whether everything above these lines can be derived, or why not."""
    bases = {line.basis for line in lines}
    for basis in (Basis.MISSING, Basis.OTHER_ASSESSOR):
        if basis in bases:
            return basis
    return Basis.DERIVED


def _given_task(task: CoreTask, given: Given, instrument: Instrument) -> Line:
    rating = given.rating
    if rating is None and given.basis is Basis.EXEMPTED:
        rating = task.rule.results.least_passing
    if rating is None or not fits_unit(instrument, task.code, rating):
        return Line(layer=Layer.CORE_TASK, unit=task.code, basis=Basis.MISSING)
    return Line(
        layer=Layer.CORE_TASK,
        unit=task.code,
        basis=given.basis,
        rating=rating,
        passes=task.rule.results.passes(rating),
        source=given.source,
    )


def _given_part(
    task: CoreTask, part: WorkProcess, given: Given, instrument: Instrument
) -> Line:
    rating = given.rating
    if rating is None and given.basis is Basis.EXEMPTED:
        rating = _least_passing(task, part)
    if rating is None or not fits_unit(instrument, part.code, rating):
        return Line(layer=Layer.WORK_PROCESS, unit=part.code, basis=Basis.MISSING)
    value, passes = level_of(task, part, rating)
    return Line(
        layer=Layer.WORK_PROCESS,
        unit=part.code,
        basis=given.basis,
        rating=value,
        points=rating if isinstance(rating, int) else None,
        passes=passes,
        source=given.source,
    )


def _least_passing(task: CoreTask, part: WorkProcess) -> Rating | None:
    rule = task.rule
    if isinstance(rule, OrdinalRule | MarksRule):
        return rule.scale.least_passing
    levels = rule.work_process.levels if rule.work_process else ()
    passing = (one.fraction for one in levels if rule.results.passes(one.rating))
    share = next(passing, None)
    return None if share is None else ceil(share * part.maximum)


def level_of(
    task: CoreTask, part: WorkProcess, rating: Rating
) -> tuple[Value, bool | None]:
    """Return the value of a work process with this rating, and whether it passes."""
    rule = task.rule
    if isinstance(rule, OrdinalRule | MarksRule):
        return rating, rule.scale.passes(rating)
    if rule.work_process is None or not isinstance(rating, int):
        return rating, None
    level, _ = points.climb_part(rule.work_process, rating, part.maximum)
    return level, rule.results.passes(level)

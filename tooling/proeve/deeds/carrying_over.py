"""What a resit judges anew, and what it takes over from the attempt before it."""

from proeve.model.derivation import Basis, Derivation, Line
from proeve.model.instrument import Instrument
from proeve.model.passing import Rating
from proeve.rules.passing.scope import WHOLE, Given, Scope, fits_unit


def resit_scope(instrument: Instrument, derivation: Derivation, exam: str) -> Scope:
    """Return what a resit judges anew, and what it takes over from the earlier exam."""
    if instrument.resit_unit == "exam":
        return WHOLE
    units: set[str] = set()
    given: dict[str, Given] = {}
    for line in derivation.exam.below:
        parts = line.below if instrument.resit_unit == "work_process" else ()
        _divide(instrument, line, parts, exam, units, given)
    return Scope(units=frozenset(units), given=given)


def _divide(  # noqa: PLR0913, PLR0917 - two collections are filled side by side
    instrument: Instrument,
    line: Line,
    parts: tuple[Line, ...],
    exam: str,
    units: set[str],
    given: dict[str, Given],
) -> None:
    """Put a unit among those that are taken over, or it or its parts among the rest."""
    value = _carried(instrument, line)
    if line.passes is True and value is not None:
        given[line.unit] = Given(basis=Basis.CARRIED_OVER, rating=value, source=exam)
    elif parts and any(part.passes is False for part in parts):
        for part in parts:
            _divide(instrument, part, (), exam, units, given)
    else:
        units.add(line.unit)


def _carried(instrument: Instrument, line: Line) -> Rating | None:
    """Return the rating with which a unit can be carried over, if it has one."""
    for value in (line.rating, line.points):
        if isinstance(value, str | int) and fits_unit(instrument, line.unit, value):
            return value
    return None

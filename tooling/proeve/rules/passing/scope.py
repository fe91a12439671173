"""Which units an exam covers, and which it takes over from elsewhere.

A resit judges only the units in its scope; what was passed before is carried over with
its rating, and an exempted unit counts with the rating that its decision gave, or else
with the lowest one that passes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from proeve.model.derivation import Basis
from proeve.model.instrument import CoreTask, Instrument, WorkProcess
from proeve.model.passing import PointsRule, Rating
from proeve.model.records import Record, records_at, text_at, texts_at
from proeve.rules.passing.building import rating_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A unit that is not judged now: its rating, why, and where that was decided."""

    basis: Basis
    rating: Rating | None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """The units to be judged, all of them when None, and the units that are given."""

    units: frozenset[str] | None = None
    given: Mapping[str, Given] = field(default_factory=dict[str, Given])

    def covers(self, task: CoreTask, part: WorkProcess) -> bool:
        """Tell whether the criteria of this work process are judged in this exam."""
        if task.code in self.given or part.code in self.given:
            return False
        return self.units is None or bool(self.units & {task.code, part.code})

    def criteria(self, instrument: Instrument) -> tuple[str, ...]:
        """Return the ids of the criteria that are judged in this exam, in order."""
        return tuple(
            criterion.id
            for task in instrument.core_tasks
            for part in task.work_processes
            if self.covers(task, part)
            for criterion in part.criteria
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """The decision that stopped an exam for safety, and the criterion it names."""

    decision: str
    criterion: str = ""


WHOLE = Scope()
"""Every unit is judged and none is given."""


def scope_of(exam: Record) -> Scope:
    """Return the scope that the data of an `exam.yml` state."""
    carried = {
        text_at(one, "unit"): Given(
            basis=Basis.CARRIED_OVER,
            rating=rating_at(one, "rating"),
            source=text_at(one, "from"),
        )
        for one in records_at(exam, "carried_over")
    }
    exempted = {
        text_at(one, "unit"): Given(
            basis=Basis.EXEMPTED,
            rating=rating_at(one, "rating"),
            source=str(one.get("decision", "")),
        )
        for one in records_at(exam, "exempted")
    }
    return Scope(
        units=frozenset(texts_at(exam, "units")) if "units" in exam else None,
        given={**carried, **exempted},
    )


def fits_unit(instrument: Instrument, unit: str, rating: object) -> bool:
    """Tell whether a unit may have this rating; a unit that is unknown may."""
    for task in instrument.core_tasks:
        if unit == task.code:
            return task.rule.results.has(rating)
        for part in task.work_processes:
            if unit == part.code:
                return _fits_part(task, part, rating)
    return True


def _fits_part(task: CoreTask, part: WorkProcess, rating: object) -> bool:
    if isinstance(task.rule, PointsRule):
        return type(rating) is int and 0 <= rating <= part.maximum
    return task.rule.scale.has(rating)

"""An exam instrument: what is judged, by whom, in which scale and by which rule."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from proeve.model.passing import PassRule, Rating
from proeve.process.vocabulary import Part
from proeve.words.labels_text import Label


class JudgedBy(StrEnum):
    """Which assessor judges a criterion."""

    FIRST = "first"
    SECOND = "second"
    BOTH = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One thing that is judged; it is crucial when it has a minimum."""

    id: str
    text: Label
    minimum: Rating | None
    maximum: int
    seen_in: tuple[str, ...]
    judged_by: JudgedBy
    descriptors: Mapping[str, Label]

    @property
    def crucial(self) -> bool:
        """Whether a unit fails at once when this stays below its minimum."""
        return self.minimum is not None

    def is_for(self, part: Part) -> bool:
        """Tell whether this assessor judges it; a third one judges everything."""
        if self.judged_by is JudgedBy.FIRST:
            return part is not Part.SECOND_ASSESSOR
        if self.judged_by is JudgedBy.SECOND:
            return part is not Part.FIRST_ASSESSOR
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkProcess:
    """A part of a core task, with its criteria."""

    code: str
    title: Label
    criteria: tuple[Criterion, ...]

    @property
    def maximum(self) -> int:
        """The most points that it can have."""
        return sum(criterion.maximum for criterion in self.criteria)


@dataclass(frozen=True, slots=True, kw_only=True)
class CoreTask:
    """A core task or an elective, with the rule that makes its result."""

    code: str
    title: Label
    work_processes: tuple[WorkProcess, ...]
    rule: PassRule

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """All criteria, in order."""
        return tuple(
            criterion for part in self.work_processes for criterion in part.criteria
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One way in which the student is seen, with its own place and period."""

    kind: str
    title: Label
    place: str
    period: str
    within_days: int | None
    minutes: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RequiredEvidence:
    """One piece of evidence that the instrument asks for."""

    id: str
    kind: str
    title: Label
    units: tuple[str, ...]
    required: bool
    minimum: int | None
    no_people: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """One version of an exam instrument; a version never changes."""

    code: str
    version: int
    title: Label
    kind: str
    crebo: tuple[str, ...]
    level: int
    language: str
    licence: str
    visible_to_student: str
    hours: int
    maximum_hours: int | None
    assignment_types: tuple[str, ...]
    assignment: Label | None
    sides: Mapping[Part, str]
    forms: tuple[Form, ...]
    core_tasks: tuple[CoreTask, ...]
    required: Mapping[str, Rating]
    resit_unit: str
    required_evidence: tuple[RequiredEvidence, ...]

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """All criteria, in order."""
        return tuple(
            criterion for task in self.core_tasks for criterion in task.criteria
        )

    def units(self) -> Iterator[str]:
        """Yield the codes of the core tasks, each followed by its work processes."""
        for task in self.core_tasks:
            yield task.code
            for part in task.work_processes:
                yield part.code

    def task_of(self, criterion: str) -> CoreTask:
        """Return the core task in which a criterion stands."""
        return next(
            task
            for task in self.core_tasks
            if any(one.id == criterion for one in task.criteria)
        )

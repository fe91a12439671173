"""How long steps wait: the median, the longest, and how many were done."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import median_high

from proeve.process.table import MEI_12, Step
from proeve.process.vocabulary import Needed, StepId
from proeve.sight.lines import Line

_DAY = 86_400


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """One step over many exams, in whole days; `share` is of the longest median."""

    step: Step
    done: int
    median: int
    longest: int
    share: int


def waits_of(lines: Iterable[Line]) -> tuple[Wait, ...]:
    """Return the waiting time of each step that was done somewhere."""
    found = tuple(_waits(lines))
    most = max((median_high(days) for _, days in found), default=0) or 1
    return tuple(
        Wait(
            step=step,
            done=len(days),
            median=median_high(days),
            longest=max(days),
            share=100 * median_high(days) // most,
        )
        for step, days in found
    )


def _waits(lines: Iterable[Line]) -> Iterator[tuple[Step, list[int]]]:
    took: dict[StepId, list[int]] = {step.id: [] for step in MEI_12.steps}
    for line in lines:
        for span in line.spans:
            took[span.step].append(span.seconds // _DAY)
    for step in MEI_12.steps:
        days = took[step.id]
        # The optional step runs beside the others, so it has no length of its own.
        if days and step.needed is not Needed.OPTIONAL:
            yield step, days

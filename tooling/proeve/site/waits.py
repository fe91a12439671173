"""How long steps wait: the median, the longest, and how many were done."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import median_high

from proeve.process.table import MEI_12, Step
from proeve.site.taken import Taken


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """One step over many exams, in whole days; `share` is of the longest median."""

    step: Step
    done: int
    median: int
    longest: int
    share: int


def waits_of(taken: Iterable[Taken]) -> tuple[Wait, ...]:
    """Return the waiting time of each step that was done somewhere."""
    found = tuple(_waits(tuple(taken)))
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


def _waits(taken: tuple[Taken, ...]) -> Iterator[tuple[Step, list[int]]]:
    for at, step in enumerate(MEI_12.steps):
        days = [one.waits[at] for one in taken if at < len(one.waits)]
        known = [each for each in days if each is not None]
        if known:
            yield step, known

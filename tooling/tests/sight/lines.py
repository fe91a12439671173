"""Lines made by hand, for reports whose numbers can be counted on fingers."""

from dataclasses import replace

from proeve.model.verdict import StepState
from proeve.process.vocabulary import Outcome, Part, StepId
from proeve.sight.course import FINISHED, Stand
from proeve.sight.lines import Line, Span
from proeve.sight.ratings import Rated
from proeve.sight.school import Group, School

DAY = 86_400
START = 1_798_761_600
"""1 January 2027, 00:00 in UTC, when Dutch clocks say one."""
NOW = START + 100 * DAY

PLAIN = Line(
    group="a",
    id="26-0001-b",
    number="26-0001-b",
    title="Schakelkast",
    student="p-00000001",
    companies=("c-1",),
    instrument="emi",
    version=1,
    attempt=1,
    resit_of="",
    opened=START,
    step=StepId.EVIDENCE,
    state=StepState.OPEN,
    hats=(Part.STUDENT,),
    since=START + 90 * DAY,
    deadline="2027-04-01",
    overdue=0,
    held_up=False,
    outcome=None,
    closed=None,
    decided=None,
    assessors=((Part.FIRST_ASSESSOR, "p-90"), (Part.SECOND_ASSESSOR, "p-34")),
    spans=(),
    extended=(),
    course=(Stand(START, 1), Stand(START + 40 * DAY, 6)),
    rated=(),
)


def ended(outcome: Outcome, *, attempt: int = 1, resit_of: str = "") -> Line:
    """Return an exam that came to its end after fifty days."""
    return replace(
        PLAIN,
        id=f"26-{outcome}-{attempt}",
        step=None,
        state=StepState.DONE,
        hats=(),
        since=None,
        outcome=outcome,
        decided=START + 50 * DAY,
        attempt=attempt,
        resit_of=resit_of,
        course=(Stand(START, 1), Stand(START + 50 * DAY, FINISHED)),
    )


def span(step: StepId, days: int, deadline: str | None = None) -> Span:
    """Return a step that took so many days from the start."""
    return Span(step=step, start=START, end=START + days * DAY, deadline=deadline)


def rated(*ratings: tuple[str, str]) -> Line:
    """Return an exam in which both assessors gave these ratings."""
    each = tuple(
        Rated(criterion=f"c-{n}", first=first, second=second)
        for n, (first, second) in enumerate(ratings)
    )
    return replace(PLAIN, rated=each)


def school(*lines: Line, minimum: int | None = None) -> School:
    """Return a school of two groups with these exams."""
    return School(
        lines=lines,
        now=NOW,
        groups={
            "a": Group(title="Groep A", crebo="25267", cohort="2026"),
            "b": Group(title="Groep B", crebo="25268", cohort="2026"),
        },
        minimum=minimum,
    )

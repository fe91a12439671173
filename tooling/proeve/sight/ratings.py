"""What the first and the second assessor gave each criterion, once both are open.

As long as one form is still sealed nothing of either is known here.
"""

from dataclasses import dataclass

from proeve.model.document import Data
from proeve.model.exam import ExamState
from proeve.model.passing import Rating
from proeve.model.records import record_at, value_at

_BOTH = ("first", "second")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """One criterion that both judged."""

    criterion: str
    first: Rating
    second: Rating


def ratings_of(state: ExamState) -> tuple[Rated, ...]:
    """Return the criteria that both assessors judged."""
    opened = [state.document(f"forms/{stem}") for stem in _BOTH]
    if None in opened:
        return ()
    first, second = (record_at(form, "ratings") for form in opened)
    found = []
    for criterion in first:
        one = _rating(value_at(first, criterion, "rating"))
        other = _rating(value_at(second, criterion, "rating"))
        if one is not None and other is not None:
            found.append(Rated(criterion=criterion, first=one, second=other))
    return tuple(found)


def _rating(value: Data) -> Rating | None:
    usable = isinstance(value, str) or type(value) is int
    return value if usable and isinstance(value, (str, int)) else None

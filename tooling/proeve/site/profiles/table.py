"""The table of audience against data: the filter obeys it, the handbook prints it."""

from collections.abc import Mapping
from enum import StrEnum

from proeve.site.profiles.pages import Audience


class Datum(StrEnum):
    """A kind of data about exams and people."""

    NUMBERS = "numbers"
    EXAMS = "exams"
    NAMES = "names"
    JUDGEMENTS = "judgements"
    RESULTS = "results"
    CRITERIA = "criteria"
    DECISIONS = "decisions"
    FINDINGS = "findings"
    STATISTICS = "statistics"
    ANCHOR = "anchor"


class Extent(StrEnum):
    """How much of it an audience sees."""

    ALL = "all"
    OWN = "own"
    ESTABLISHED = "established"
    INSTRUMENT = "instrument"
    COURSE = "course"
    COUNTED = "counted"
    DECIDED = "decided"
    NONE = "none"


_ALL, _OWN, _NONE, _LATER, _COUNTED = (
    Extent.ALL,
    Extent.OWN,
    Extent.NONE,
    Extent.ESTABLISHED,
    Extent.COUNTED,
)
_COURSE, _BY_INSTRUMENT, _DECIDED = (
    Extent.COURSE,
    Extent.INSTRUMENT,
    Extent.DECIDED,
)

AUDIENCES = (
    Audience.PUBLIC,
    Audience.INTERNAL,
    Audience.COMMITTEE,
    Audience.GROUP,
    Audience.COMPANY,
    Audience.STUDENT,
    Audience.INSPECTOR,
)
"""The columns of the table below."""

_ROWS: Mapping[Datum, tuple[Extent, ...]] = {
    Datum.NUMBERS: (_COUNTED, _ALL, _ALL, _OWN, _OWN, _OWN, _ALL),
    Datum.EXAMS: (_NONE, _ALL, _ALL, _OWN, _OWN, _OWN, _ALL),
    Datum.NAMES: (_NONE, _ALL, _ALL, _OWN, _OWN, _OWN, _NONE),
    Datum.JUDGEMENTS: (_NONE, _ALL, _ALL, _LATER, _LATER, _LATER, _ALL),
    Datum.RESULTS: (_COUNTED, _ALL, _ALL, _LATER, _LATER, _LATER, _ALL),
    Datum.CRITERIA: (_NONE, _ALL, _ALL, _LATER, _LATER, _BY_INSTRUMENT, _ALL),
    Datum.DECISIONS: (_NONE, _ALL, _ALL, _COURSE, _COURSE, _OWN, _ALL),
    Datum.FINDINGS: (_NONE, _ALL, _ALL, _NONE, _NONE, _NONE, _ALL),
    Datum.STATISTICS: (_NONE, _NONE, _DECIDED, _NONE, _NONE, _NONE, _NONE),
    Datum.ANCHOR: (_ALL, _ALL, _ALL, _ALL, _ALL, _ALL, _ALL),
}


def extent(datum: Datum, audience: Audience) -> Extent:
    """Return how much of a kind of data an audience sees."""
    return _ROWS[datum][AUDIENCES.index(audience)]


def rows() -> tuple[tuple[Datum, tuple[Extent, ...]], ...]:
    """Return the whole table, a row for each kind of data."""
    return tuple((datum, _ROWS[datum]) for datum in Datum)

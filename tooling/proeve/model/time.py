"""Times that do not rest on a commit's date: tokens, receipts, attested arrivals.

A time says how it is known; that is shown wherever it is (PROTOCOL R34, TRUST 1.11).
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

RECEIPT = "proeve-receipt@v1"
"""Namespace of the receiver's word that an act came in at some moment."""
ARRIVAL = "proeve-arrival@v1"
"""Namespace of the exam office's word for the same, with the road it came by."""
CHECKPOINT = "proeve-checkpoint@v1"
"""Namespace of the receiver's word that the spine was so long at some moment."""
ARRIVALS = frozenset({RECEIPT, ARRIVAL})


class TimeBasis(StrEnum):
    """How a moment is known, the strongest first."""

    STAMP = "token"  # a pinned time-stamping service signed it
    RECEIPT = "receipt"  # the receiver signed it
    ATTESTED = "attested"  # somebody of the exam office saw it arrive
    COMMIT = "commit"  # the maker of the commit wrote it down; never believed


STRENGTH = tuple(TimeBasis)


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A moment in seconds since 1970 and whose word it is.

    `by` is a person with the `key` that said so, or the short name of a time-stamping
    service; `road` is how it arrived, where somebody attests that.
    """

    at: int
    basis: TimeBasis
    by: str = ""
    road: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkpoint:
    """The spine's first `length` commits existed at a moment.

    The same act stands here once for each time that is known of it: its own, a token's.
    """

    length: int
    act: str
    time: Time


def moment_of(text: str) -> int | None:
    """Return the seconds of `2026-03-20T17:00:00Z`, or None for a day that is none."""
    try:
        return int(datetime.fromisoformat(text).timestamp())
    except ValueError:
        return None

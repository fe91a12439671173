"""Months on the Dutch clock: every moment of a report falls in one of them."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

_ZONE = ZoneInfo("Europe/Amsterdam")
_MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Months:
    """A row of months without gaps; `starts` has one more, the end of the last."""

    names: tuple[str, ...]
    starts: tuple[int, ...]

    def of(self, at: int) -> str:
        """Return the month of a moment, such as `2026-11`."""
        return self.names[bisect_right(self.starts, at) - 1]

    @property
    def ends(self) -> tuple[int, ...]:
        """The first moment after each month."""
        return self.starts[1:]


def months_of(moments: Iterable[int]) -> Months:
    """Return all months from the first to the last of these moments."""
    known = sorted(moments)
    if not known:
        return Months(names=(), starts=())
    first, last = (_index(at) for at in (known[0], known[-1]))
    return Months(
        names=tuple(
            f"{index // _MONTHS:04d}-{index % _MONTHS + 1:02d}"
            for index in range(first, last + 1)
        ),
        starts=tuple(_start(index) for index in range(first, last + 2)),
    )


def _index(at: int) -> int:
    local = datetime.fromtimestamp(at, UTC).astimezone(_ZONE)
    return local.year * _MONTHS + local.month - 1


def _start(index: int) -> int:
    year, month = divmod(index, _MONTHS)
    return int(datetime(year, month + 1, 1, tzinfo=_ZONE).timestamp())

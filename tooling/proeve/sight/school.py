"""The whole school as lines: what every report is computed from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from proeve.model.instrument import Instrument
from proeve.model.registry import Registry
from proeve.model.verdict import LedgerVerdict
from proeve.process.vocabulary import Outcome
from proeve.sight.lines import Line, line_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """What a group's own file says of it."""

    title: str
    crebo: str
    cohort: str


@dataclass(frozen=True, slots=True, kw_only=True)
class School:
    """Every exam as a line, and what the registry says for reports.

    `minimum` is the number of forms below which nothing is told of assessors; without
    a recorded decision there is none, and nothing is told at all.
    """

    lines: tuple[Line, ...]
    now: int
    groups: Mapping[str, Group] = field(default_factory=dict[str, Group])
    instruments: Mapping[tuple[str, int], Instrument] = field(
        default_factory=dict[tuple[str, int], Instrument]
    )
    minimum: int | None = None

    @property
    def counted(self) -> tuple[Line, ...]:
        """The exams that count in reports: not those that were opened by mistake."""
        return tuple(one for one in self.lines if one.outcome is not Outcome.ANNULLED)

    def crebo(self, line: Line) -> str:
        """Return the qualification of an exam, which is its group's."""
        return self.groups[line.group].crebo


def school_of(verdict: LedgerVerdict, lines: Sequence[Line] | None = None) -> School:
    """Return the school of a verdict; `lines` where they are known already."""
    registry = verdict.registry
    if lines is None:
        lines = [line_of(exam, registry) for exam in verdict.exams]
    return School(
        lines=tuple(lines),
        now=verdict.now,
        groups=groups_of(verdict),
        instruments={
            pinned: version.rules
            for pinned, version in registry.instruments.items()
            if version.rules is not None
        },
        minimum=minimum_of(registry),
    )


def groups_of(verdict: LedgerVerdict) -> Mapping[str, Group]:
    """Return what each group's file says, also of a group without exams."""
    found = {}
    for group in sorted({*verdict.groups, *verdict.group_records}):
        record = verdict.group_records.get(group, {})
        said = {key: str(value) for key, value in record.items()}
        found[group] = Group(
            title=said.get("title", group),
            crebo=said.get("crebo", ""),
            cohort=said.get("cohort", ""),
        )
    return found


def minimum_of(registry: Registry) -> int | None:
    """Return the least number of forms that statistics on assessors need.

    There is none unless a committee of this school decided, on a day, to have them.
    """
    decided = registry.policy.assessor_statistics
    if decided is None or decided.committee not in registry.committees:
        return None
    return decided.minimum if _is_day(decided.decided_on) else None


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True

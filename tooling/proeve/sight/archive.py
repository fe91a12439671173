"""The archive: what was closed, how long it is kept and what starts that term."""

from dataclasses import dataclass
from enum import StrEnum

from proeve.model.exam import ExamState
from proeve.model.records import record_at, text_at
from proeve.model.registry import Registry
from proeve.model.verdict import ExamVerdict
from proeve.process.decisions import DecisionKind
from proeve.process.vocabulary import Outcome
from proeve.sight.clocks import kept_until


class Kept(StrEnum):
    """How the keeping of a closed dossier stands."""

    HELD = "held"
    WAITS = "waits"
    RUNS = "runs"
    OVER = "over"
    DESTROYED = "destroyed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Archived:
    """A closed dossier; `until` is empty while nothing says when keeping ends.

    `retention` is the class of the dossier, `trigger` what starts its `period` and
    `basis` what these rest on, all as `archive.yml` says them.
    """

    scope: str
    outcome: Outcome | None
    closed_on: str
    retention: str
    trigger: str
    period: str
    basis: str
    until: str
    held: bool
    destroyed_on: str

    def state(self, today: str) -> Kept:
        """Return how it stands on a day, given as `2027-01-31`."""
        if self.destroyed_on:
            return Kept.DESTROYED
        if self.held:
            return Kept.HELD
        if not self.until:
            return Kept.WAITS
        return Kept.RUNS if self.until >= today else Kept.OVER


def archived_of(exam: ExamVerdict, registry: Registry) -> Archived | None:
    """Return the closed dossier of an exam; None while it is open."""
    del registry
    state = exam.state
    archive = state.document("archive")
    if archive is None or exam.current is not None:
        return None
    retention = record_at(archive, "retention")
    until = kept_until(state)
    holds = _events(state, ("hold", "hold_released"))
    destroyed = _events(state, ("destroyed",))
    return Archived(
        scope=exam.scope,
        outcome=exam.outcome,
        closed_on=text_at(archive, "closed_on"),
        retention=text_at(retention, "class"),
        trigger=text_at(retention, "trigger"),
        period=text_at(retention, "period"),
        basis=text_at(retention, "basis"),
        until=until.isoformat() if until else "",
        held=bool(holds) and holds[-1][0] == "hold",
        destroyed_on=destroyed[-1][1] if destroyed else "",
    )


def _events(exam: ExamState, names: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return what happened to the keeping of a dossier: the event and its day."""
    events = (d.record for d in exam.decisions if d.kind is DecisionKind.RETENTION)
    found = ((text_at(each, "event"), text_at(each, "on")) for each in events)
    return [(event, on) for event, on in found if event in names]

"""The lines of a meeting come into their exams: one commit an exam, all or nothing.

A line about a text that has moved on, one with too few votes, and one that the judge
refuses drop out alone, and each says why.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from proeve.deeds.clone import Clone, Plan, rehearse_each
from proeve.deeds.exams import exam_named, role_for
from proeve.deeds.making import UnlawfulError
from proeve.deeds.meeting.ballots import Signed
from proeve.deeds.meeting.tabled import Line, Meeting, Vote
from proeve.deeds.signing import ActFile, Hand, Moment
from proeve.deeds.stating import Deed
from proeve.errors import ProeveError, UsageError
from proeve.model.findings import Finding
from proeve.process.vocabulary import Action, Approver, Part, Role
from proeve.rules.committees import check_member
from proeve.rules.rows import quorum_of
from proeve.rules.status import exam_verdict
from proeve.sight.meeting import items_of

_LANDERS = frozenset[Approver]({Role.ADMIN, Role.EXAM_COMMITTEE, Part.SCHOOL_CONTACT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """A line that does not land, and why: in words, or as the judge says it."""

    line: Line
    nl: str = ""
    en: str = ""
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Landing:
    """A line that can land, with the votes that count and the commit to make."""

    line: Line
    votes: tuple[str, ...]
    plan: Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Landed:
    """What becomes of every line of a meeting."""

    landings: tuple[Landing, ...]
    dropped: tuple[Dropped, ...]


def landings_of(
    clone: Clone,
    meeting: Meeting,
    signed: Sequence[Signed],
    hand: Hand,
    at: Moment,
) -> Landed:
    """Return which lines of a meeting can land now, and why others cannot."""
    landings: list[Landing] = []
    dropped: list[Dropped] = []
    for line in meeting.lines:
        try:
            landings.append(_landing(clone, line, signed, at[0]))
        except UsageError as error:
            dropped.append(Dropped(line=line, nl=error.nl, en=error.en))
    tried = rehearse_each(clone, [each.plan for each in landings], hand, at)
    kept: list[Landing] = []
    for landing, found in zip(landings, tried, strict=True):
        if isinstance(found, Deed):
            kept.append(landing)
        else:
            dropped.append(_dropped(landing.line, found))
    dropped.sort(key=lambda each: each.line.scope)
    return Landed(landings=tuple(kept), dropped=tuple(dropped))


def _dropped(line: Line, error: ProeveError) -> Dropped:
    found = error.findings if isinstance(error, UnlawfulError) else ()
    return Dropped(line=line, nl=error.nl, en=error.en, findings=found)


def _landing(clone: Clone, line: Line, signed: Sequence[Signed], now: int) -> Landing:
    """Return a line with the votes that count; raises UsageError for too few."""
    exam = exam_named(clone.state, line.scope)
    registry = clone.state.registry
    acts = {
        each.person: each.acts[line.scope] for each in signed if line.scope in each.acts
    }
    votes = {p: a for p, a in acts.items() if check_member(p, exam, registry) is None}
    needed = _needed(clone, line, now)
    if len(votes) < needed:
        raise UsageError(
            f"te weinig handtekeningen die tellen: {len(votes)} van {needed}.",
            f"too few signatures that count: {len(votes)} of {needed}.",
        )
    return Landing(
        line=line, votes=tuple(votes), plan=_plan(line, tuple(votes.values()))
    )


def _needed(clone: Clone, line: Line, now: int) -> int:
    """Return how many votes the line needs; raises when nothing waits for it."""
    exam, registry = exam_named(clone.state, line.scope), clone.state.registry
    items = items_of(exam_verdict(exam, registry, now), registry)
    found = next((item for item in items if item.what is line.what), None)
    if found is None:
        raise UsageError(
            "hier is niets meer te besluiten; het examen is intussen verder.",
            "nothing waits here any more; the exam has moved on since.",
        )
    if line.vote is Vote.AGREED:
        return found.needed
    return quorum_of(exam, registry, "decision")


def _plan(line: Line, acts: tuple[ActFile, ...]) -> Plan:
    def plan(clone: Clone, person: str) -> Deed:
        exam = exam_named(clone.state, line.scope)
        return Deed(
            scope=line.scope,
            actor=person,
            role=role_for(clone.state, exam, person, _LANDERS),
            action=Action.LAND,
            row=line.row,
            papers=line.papers,
            handed_in=acts,
        )

    return plan

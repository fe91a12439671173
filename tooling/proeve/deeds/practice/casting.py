"""Who plays in which exam, and when: every play before the curtain rises."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from proeve.deeds.carrying_over import resit_scope
from proeve.deeds.numbering import exam_number
from proeve.deeds.practice.cast import Group, Office, Persona
from proeve.deeds.practice.cues import Scene
from proeve.deeds.practice.days import plus
from proeve.deeds.practice.play import Play, Players
from proeve.deeds.practice.ratings import agreed_for, outcome_of
from proeve.deeds.practice.seeds import Seed
from proeve.deeds.practice.stories import Story
from proeve.deeds.practice.tasks import tasks_for
from proeve.model.derivation import Basis
from proeve.model.instrument import Instrument
from proeve.process.vocabulary import Outcome
from proeve.rules.pass_rule import WHOLE, Scope
from proeve.rules.passing.scope import Given
from proeve.words.say import Language

_BETWEEN_ATTEMPTS = 5
_YEAR = 175
_SPREAD = 85
_RECENT = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What all plays of one school share."""

    seed: Seed
    language: Language
    start: date
    office: Office


def cast_plays(
    frame: Frame, groups: Sequence[Group], stories: Sequence[Story], size: int
) -> tuple[Play, ...]:
    """Return a play for each story, `size` of them in each group."""
    starts = _starts(frame, stories)
    plays: list[Play] = []
    for serial, story in enumerate(stories):
        own = groups[serial // size]
        earlier = plays[-1] if story.follows and plays else None
        group = earlier.group if earlier else own
        plays.append(_play(frame, serial, story, group, starts[serial], earlier))
    return tuple(plays)


def _starts(frame: Frame, stories: Sequence[Story]) -> list[date]:
    """Return the first day of each story: it ends just now, or some time ago."""
    today, starts = plus(frame.start, _YEAR), list[date]()
    for serial, story in enumerate(stories):
        draws = frame.seed.draws("start", str(serial))
        ago = draws.randint(1, _SPREAD) if story.over else draws.randint(0, _RECENT)
        starts.append(plus(today, -(max(ago, story.rest) + story.length)))
        if story.follows:
            first = stories[serial - 1]
            latest = plus(starts[serial], -(first.length + _BETWEEN_ATTEMPTS))
            starts[serial - 1] = min(starts[serial - 1], latest)
    return starts


def _play(  # noqa: PLR0913, PLR0917 - a play is where everything comes together
    frame: Frame,
    serial: int,
    story: Story,
    group: Group,
    start: date,
    earlier: Play | None,
) -> Play:
    number = exam_number(frame.start.year, serial)
    instrument = group.pinned.instrument
    draws = frame.seed.draws("play", number)
    exempted = _exempted(instrument) if story.has(Scene.EXEMPT) else None
    scope = _scope(instrument, exempted, earlier)
    better = Outcome.PASSED
    second = story.has(Scene.APPEAL) or story.has(Scene.REVISE)
    return Play(
        number=number,
        serial=serial,
        attempt=earlier.attempt + 1 if earlier else 1,
        group=group,
        story=story,
        players=earlier.players if earlier else _players(frame, serial, group),
        task=draws.choice(tasks_for(instrument)),
        language=frame.language,
        start=start,
        scope=scope,
        agreed=agreed_for(instrument, scope, story.outcome, draws),
        reconsidered=(agreed_for(instrument, scope, better, draws) if second else {}),
        exempted=exempted,
        earlier=earlier,
    )


def _players(frame: Frame, serial: int, group: Group) -> Players:
    company = group.companies[serial % len(group.companies)]
    school = _in_turn(frame.office.assessors, serial)
    return Players(
        student=group.students[serial % len(group.students)],
        contact=group.contact,
        company=company,
        first=company.assessor,
        second=school[0],
        third=school[1],
        substitute=school[2],
    )


def _in_turn(people: Sequence[Persona], first: int) -> tuple[Persona, ...]:
    at = first % len(people)
    return (*people[at:], *people[:at])


def _scope(instrument: Instrument, exempted: str | None, earlier: Play | None) -> Scope:
    if earlier is not None:
        derivation = outcome_of(instrument, earlier.scope, earlier.agreed)
        reference = f"{earlier.group.id}/{earlier.number}"
        return resit_scope(instrument, derivation, reference)
    if exempted is not None:
        given = Given(basis=Basis.EXEMPTED, rating=None, source="1")
        return Scope(given={exempted: given})
    return WHOLE


def _exempted(instrument: Instrument) -> str:
    """Return a work process that can be exempted: the second one, if there are two."""
    parts = instrument.core_tasks[0].work_processes
    return parts[min(1, len(parts) - 1)].code

"""The exams of a practice school, interleaved as in a real one: scene after scene."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from proeve.deeds.making import Maker
from proeve.deeds.practice.cues import Scene
from proeve.deeds.practice.days import clock, plus, seconds
from proeve.deeds.practice.founding import School
from proeve.deeds.practice.play import Play, Stage
from proeve.deeds.practice.scenes import SCENES
from proeve.sealing import opening_key

Progress = Callable[[int, int], None]
"""Told how many scenes are done, and how many there are."""
Keep = Callable[[Iterable[bytes]], None]
"""Keeps files of evidence in the school's store, if it has one."""

_OPENING, _CLOSING = 8 * 60 + 20, 15 * 60
_BETWEEN = 25
_TELL_EVERY = 250


@dataclass(frozen=True, slots=True)
class Cued:
    """One scene of one play with the moment at which it is played."""

    at: datetime
    play: Play
    scene: Scene


def programme(plays: Iterable[Play], school: School) -> list[Cued]:
    """Return all scenes of all plays in the order in which they happen."""
    cued = [each for play in plays for each in _cues(play, school)]
    return sorted(cued, key=lambda each: (each.at, each.play.serial))


def perform(
    maker: Maker,
    school: School,
    cues: Sequence[Cued],
    progress: Progress,
    keep: Keep,
) -> None:
    """Play every scene: each becomes one commit that the judge has accepted."""
    key = opening_key(school.identity)
    for number, cue in enumerate(cues):
        stage = Stage(
            on=cue.at.date(),
            at=seconds(cue.at)[0],
            state=maker.state,
            seed=school.seed,
            office=school.office,
            opening_key=key,
            identity=school.identity,
            repo=school.repo,
        )
        deed = SCENES[cue.scene](cue.play, stage)
        keep(deed.stored)
        maker.make(deed, seconds(cue.at))
        if number % _TELL_EVERY == 0:
            progress(number, len(cues))
    progress(len(cues), len(cues))


def _cues(play: Play, school: School) -> Iterator[Cued]:
    draws = school.seed.draws("clock", play.number)
    day, minutes = play.start, draws.randint(_OPENING, _CLOSING)
    for scene, gap in play.story.cues:
        if gap:
            day, minutes = plus(day, gap), draws.randint(_OPENING, _CLOSING)
        else:
            minutes += _BETWEEN
        yield Cued(clock(day, minutes), play, scene)


def in_order(cues: Sequence[Cued]) -> bool:
    """Tell whether no scene comes before the one it follows in time."""
    return all(one.at <= other.at for one, other in pairwise(cues))

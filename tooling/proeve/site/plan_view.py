"""A student's core tasks against the exam plan of the cohort: what is there, what not.

A core task counts as the plan says: with all of its exams, the best, or the latest one.
Only an outcome that the committee established counts.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from proeve.model.records import Record, records_at, text_at, texts_at
from proeve.model.registry import Registry
from proeve.process.vocabulary import Outcome
from proeve.site.ratings import instrument_title, rating_words
from proeve.site.rows import Row
from proeve.site.taken import Taken
from proeve.words.say import Language

_THERE = frozenset({Outcome.PASSED, Outcome.EXEMPTED})
_AGAIN = frozenset({Outcome.NOT_PASSED, Outcome.NOT_TAKEN, Outcome.DECLARED_INVALID})


class Progress(StrEnum):
    """How far a student is with a core task or with one of its exams."""

    DONE = "done"
    BUSY = "busy"
    AGAIN = "again"
    TO_DO = "to-do"


@dataclass(frozen=True, slots=True, kw_only=True)
class Try:
    """One exam of the student, with the rating of the core task that is looked at."""

    row: Row
    taken: Taken
    rating: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Through:
    """One exam that the plan asks for, and the attempts at it, the first one first."""

    instrument: str
    title: str
    units: tuple[str, ...]
    tries: tuple[Try, ...]
    progress: Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class CoreTask:
    """One core task or elective of the plan."""

    code: str
    title: str
    combination: str
    throughs: tuple[Through, ...]
    progress: Progress


def core_tasks(
    plan: Record, tries: Sequence[Try], registry: Registry, language: Language
) -> Iterator[CoreTask]:
    """Yield each core task of a plan with how far the student is."""
    for task in records_at(plan, "core_tasks"):
        code, combination = text_at(task, "code"), text_at(task, "combination")
        throughs = tuple(
            _through(
                one,
                _rated(tries, code, registry, language),
                instrument_title(registry, text_at(one, "instrument"), language),
            )
            for one in records_at(task, "through")
        )
        yield CoreTask(
            code=code,
            title=text_at(task, "title"),
            combination=combination,
            throughs=throughs,
            progress=_together(throughs, combination),
        )


def _through(asked: Record, tries: Iterable[Try], title: str) -> Through:
    instrument, units = text_at(asked, "instrument"), texts_at(asked, "units")
    own = tuple(
        one
        for one in tries
        if one.row.facts.instrument == instrument and _about(one.taken, units)
    )
    return Through(
        instrument=instrument,
        title=title,
        units=units,
        tries=own,
        progress=_furthest(_progress(one) for one in own),
    )


def _about(taken: Taken, units: Sequence[str]) -> bool:
    """Tell whether an exam is about one of these units, or a part of one."""
    if not taken.units:
        return True
    own = (*taken.units, *taken.settled)
    return any(
        one == unit or one.startswith(f"{unit}-") or unit.startswith(f"{one}-")
        for one in own
        for unit in units
    )


def _progress(one: Try) -> Progress:
    row = one.row
    if row.outcome in _THERE and not row.provisional:
        return Progress.DONE
    if row.current is not None and not row.closed:
        return Progress.BUSY
    return Progress.AGAIN if row.outcome in _AGAIN else Progress.TO_DO


def _furthest(all_: Iterable[Progress]) -> Progress:
    return min(all_, key=tuple(Progress).index, default=Progress.TO_DO)


def _together(throughs: Sequence[Through], combination: str) -> Progress:
    states = [one.progress for one in throughs]
    if combination == "all":
        if set(states) == {Progress.DONE}:
            return Progress.DONE
        return _furthest(one for one in states if one is not Progress.DONE)
    if combination == "latest":
        tries = sorted((t for one in throughs for t in one.tries), key=_order)
        return _progress(tries[-1]) if tries else Progress.TO_DO
    return _furthest(states)


def _order(one: Try) -> tuple[int, str]:
    return one.row.facts.attempt, one.row.id


def _rated(
    tries: Sequence[Try], code: str, registry: Registry, language: Language
) -> Iterator[Try]:
    for one in sorted(tries, key=_order):
        rating = one.taken.ratings.get(code, "")
        facts = one.row.facts
        known = registry.instruments.get((facts.instrument, facts.version))
        if rating and known:
            rating = rating_words(known.record, code, rating, language)
        yield Try(row=one.row, taken=one.taken, rating=rating)

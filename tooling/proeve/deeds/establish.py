"""Establishing an assignment: the checklist, the deadlines, by whom and for whom."""

from datetime import date, timedelta

from proeve.deeds.clone import Clone
from proeve.deeds.forms.choosing import choices_in, members
from proeve.deeds.forms.form import Filled, Guided
from proeve.deeds.forms.questions import Choice, Guide, Hint
from proeve.deeds.showing import document_lines
from proeve.deeds.stating import Deed
from proeve.deeds.turns import Turn, Work, document_deed, turn_of
from proeve.model.document import Data
from proeve.model.ledger import State
from proeve.model.records import text_at
from proeve.process.vocabulary import RowId, StepId
from proeve.words.labels import label
from proeve.words.say import Language

_PATH = "establishment.yml"
_SATURDAY, _WEEK = 5, 7


def guide(clone: Clone, person: str, work: Work, language: Language) -> Guide:
    """Return the checklist to be asked one by one, with the policy's deadlines."""
    turn = turn_of(clone, person, work, RowId.ESTABLISH)
    exam, state = turn.exam, clone.state
    record = exam.document("exam") or {}
    committee = text_at(record, "committee")
    days = state.registry.policy.deadlines
    steps = [step for step in StepId if step in days]
    shown = [
        line
        for path in ("exam.yml", "assignment.yml")
        for line in document_lines(clone, exam, path, language)
    ]
    return Guide(
        kind="establishment",
        language=language,
        known={
            ("committee",): committee,
            ("by",): person,
            ("instrument",): record.get("instrument"),
        },
        offered={
            **(exam.document("establishment") or {}),
            "established_on": work.today,
            "present": [person],
            "deadlines": {
                step.value: deadline(work.today, days[step]) for step in steps
            },
        },
        choices=choices_in(exam, state, language),
        hints={
            ("present",): Hint(choices=members(exam, state)),
            ("on_behalf_of",): _namens(turn, person, state, committee),
            **{
                ("deadlines", step.value): Hint(title=label(step, language))
                for step in steps
            },
        },
        keys={("deadlines",): tuple(step.value for step in steps)},
        shown=tuple(shown),
    )


def _namens(turn: Turn, person: str, state: State, committee: str) -> Hint:
    """Return who is decided for: a mandated secretary decides on behalf of all."""
    found = state.registry.committees.get(committee)
    seats = [one for one in (found.members if found else ()) if one.person == person]
    mandated = any(one.capacity == "secretary" and one.mandated for one in seats)
    del turn
    return Hint(
        choices=(Choice(value=committee),),
        offered=committee if mandated else None,
    )


def deadline(today: str, days: int) -> Data:
    """Return the last day so many days from now; a weekend ends on its Monday."""
    day = date.fromisoformat(today) + timedelta(days=days)
    if day.weekday() >= _SATURDAY:
        day += timedelta(days=_WEEK - day.weekday())
    return day.isoformat()


def deed(clone: Clone, person: str, work: Work, data: Filled) -> Deed:
    """Return the establishment as filled in."""
    turn = turn_of(clone, person, work, RowId.ESTABLISH)
    return document_deed(turn, person, {_PATH: data})


FORM = Guided(guide, deed)

"""The answers to choose from in the forms of one exam: units, pieces, parts, people."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from proeve.deeds.forms.questions import Choice
from proeve.model.exam import ExamState
from proeve.model.instrument import Instrument
from proeve.model.ledger import State
from proeve.model.records import number_at, record_at, records_at, text_at
from proeve.process.vocabulary import Outcome, Part, Role, RowId, StepId
from proeve.words.labels import label
from proeve.words.say import Language

Choices = tuple[Choice, ...]


def instrument_rules(exam: ExamState, state: State) -> Instrument | None:
    """Return what the instrument that an exam pins means; None where it is unknown."""
    pinned = record_at(exam.document("exam"), "instrument")
    key = (text_at(pinned, "code"), number_at(pinned, "version"))
    found = state.registry.instruments.get(key)
    return found.rules if found else None


def labelled(values: Iterable[StrEnum], language: Language) -> Choices:
    """Return the words of a vocabulary as choices."""
    return tuple(Choice(value=v.value, label=label(v, language)) for v in values)


def choices_in(
    exam: ExamState, state: State, language: Language
) -> Mapping[str, Choices]:
    """Return the choices in an exam's forms, by the meaning of the field."""
    return {
        "unit": units(exam, state, language),
        "item_id": pieces(exam),
        "part": labelled(Part, language),
        "role": labelled(Role, language),
        "row": labelled(RowId, language),
        "step": labelled(StepId, language),
        "outcome": labelled(Outcome, language),
        "pseudonym": people(exam, language),
    }


def units(exam: ExamState, state: State, language: Language) -> Choices:
    """Return the core tasks and work processes of the exam's instrument."""
    rules = instrument_rules(exam, state)
    found: list[Choice] = []
    for task in rules.core_tasks if rules else ():
        title = task.title.in_language(language)
        found.append(Choice(value=task.code, label=title))
        for part in task.work_processes:
            own = part.title.in_language(language)
            found.append(Choice(value=part.code, label=own))
    return tuple(found)


def pieces(exam: ExamState) -> Choices:
    """Return the pieces of evidence that were handed in."""
    required = {
        text_at(one, "id"): text_at(one, "title")
        for one in records_at(exam.document("assignment"), "required_evidence")
    }
    return tuple(
        Choice(
            value=text_at(one, "id"),
            label=text_at(one, "title") or required.get(text_at(one, "for"), ""),
        )
        for one in records_at(exam.document("evidence"), "items")
    )


def people(exam: ExamState, language: Language) -> Choices:
    """Return who plays a part in the exam."""
    found: dict[str, str] = {}
    for part, players in exam.parts.items():
        for person in players:
            own = label(part, language)
            found[person] = f"{found[person]}, {own}" if person in found else own
    return tuple(Choice(value=one, label=said) for one, said in found.items())


def members(exam: ExamState, state: State) -> Choices:
    """Return the members of the exam's committee."""
    committee = state.registry.committees.get(
        text_at(exam.document("exam"), "committee")
    )
    seats = committee.members if committee else ()
    return tuple(Choice(value=one.person, label=one.capacity) for one in seats)

"""Establishing the result: the committee looks at the derivation and makes it count."""

from proeve.deeds.clone import Clone
from proeve.deeds.forms.choosing import choices_in, members
from proeve.deeds.forms.form import Filled, Guided
from proeve.deeds.forms.questions import Guide, Hint, Pointer
from proeve.deeds.outcomes import check_outcome, core_tasks, derivation_of, explained
from proeve.deeds.showing import document_lines
from proeve.deeds.stating import Deed
from proeve.deeds.turns import Work, document_deed, turn_of
from proeve.model.document import Data
from proeve.model.exam import ExamState
from proeve.model.ledger import State
from proeve.model.records import text_at
from proeve.process.vocabulary import Outcome, RowId
from proeve.words.say import Language

_PATH = "result.yml"


def guide(clone: Clone, person: str, work: Work, language: Language) -> Guide:
    """Return the form that proposes the outcome of the final assessment."""
    turn = turn_of(clone, person, work, RowId.RESULT)
    exam, state = turn.exam, clone.state
    final = exam.document("final-assessment") or {}
    found = derivation_of(exam, state)
    known: dict[Pointer, Data] = {
        ("committee",): text_at(exam.document("exam"), "committee"),
        ("by",): person,
        ("core_tasks",): core_tasks(found),
        ("computed",): (found.outcome or Outcome.NOT_PASSED).value,
    }
    if "overrule" in final:
        known["overrule",] = final["overrule"]
    seats = members(exam, state)
    aside: list[Data] = [each.value for each in seats if _plays(exam, each.value)]
    return Guide(
        kind="result",
        language=language,
        known=known,
        left=frozenset({("overrule",), ("counts_as_attempt",)}),
        offered={
            "outcome": text_at(final, "outcome"),
            "established_on": work.today,
            "present": [person],
            "recused": aside or None,
        },
        choices=choices_in(exam, state, language),
        hints={("present",): Hint(choices=seats), ("recused",): Hint(choices=seats)},
        shown=(
            *explained(exam, state, language),
            *document_lines(clone, exam, "final-assessment.yml", language),
        ),
    )


def _plays(exam: ExamState, person: object) -> bool:
    return any(person in people for people in exam.parts.values())


def deed(clone: Clone, person: str, work: Work, data: Filled) -> Deed:
    """Return the result; whether it counts as an attempt is the school's policy."""
    turn = turn_of(clone, person, work, RowId.RESULT)
    found = derivation_of(turn.exam, clone.state)
    check_outcome(turn.exam, data, found.outcome or Outcome.NOT_PASSED)
    whole = {"counts_as_attempt": counts(data, clone.state), **data}
    return document_deed(turn, person, {_PATH: whole})


def counts(data: Filled, state: State) -> bool:
    """Tell whether an outcome counts as an attempt in this school."""
    return text_at(data, "outcome") in state.registry.policy.attempts


FORM = Guided(guide, deed)

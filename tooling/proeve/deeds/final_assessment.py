"""The final assessment: what the pass rule makes of the consensus."""

from proeve.deeds.clone import Clone
from proeve.deeds.forms.choosing import choices_in
from proeve.deeds.forms.form import Filled, Guided
from proeve.deeds.forms.questions import Guide, Pointer
from proeve.deeds.outcomes import (
    check_outcome,
    core_tasks,
    decided_outcome,
    derivation_of,
    explained,
    overruling,
)
from proeve.deeds.stating import Deed
from proeve.deeds.turns import Work, document_deed, turn_of
from proeve.model.document import Data
from proeve.process.vocabulary import Outcome, RowId
from proeve.words.say import Language

_PATH = "final-assessment.yml"


def guide(clone: Clone, person: str, work: Work, language: Language) -> Guide:
    """Return the form in which all but a remark follows from the consensus."""
    turn = turn_of(clone, person, work, RowId.FINAL)
    exam, state = turn.exam, clone.state
    found = derivation_of(exam, state)
    computed = found.outcome or Outcome.NOT_PASSED
    known: dict[Pointer, Data] = {
        ("by",): person,
        ("core_tasks",): core_tasks(found),
        ("computed",): computed.value,
    }
    decision = overruling(exam)
    if decision is not None:
        known["outcome",] = decided_outcome(exam, computed).value
        known["overrule",] = decision.number
    if exam.stopped is not None:
        known["stop",] = exam.stopped
    return Guide(
        kind="final-assessment",
        language=language,
        known=known,
        left=frozenset({("overrule",), ("stop",)}),
        offered={
            "outcome": computed.value,
            **(exam.document("final-assessment") or {}),
        },
        choices=choices_in(exam, state, language),
        shown=explained(exam, state, language),
    )


def deed(clone: Clone, person: str, work: Work, data: Filled) -> Deed:
    """Return the final assessment; another outcome takes a decision first."""
    turn = turn_of(clone, person, work, RowId.FINAL)
    found = derivation_of(turn.exam, clone.state)
    check_outcome(turn.exam, data, found.outcome or Outcome.NOT_PASSED)
    return document_deed(turn, person, {_PATH: data})


FORM = Guided(guide, deed)

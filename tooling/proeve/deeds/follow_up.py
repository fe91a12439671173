"""What follows when an exam was not passed: a resit of what lacks, or otherwise."""

from proeve.deeds.clone import Clone
from proeve.deeds.forms.choosing import choices_in
from proeve.deeds.forms.form import Filled, Guided
from proeve.deeds.forms.questions import Choice, Guide, Hint
from proeve.deeds.outcomes import explained
from proeve.deeds.stating import Deed
from proeve.deeds.turns import Work, document_deed, turn_of
from proeve.model.derivation import Basis, Derivation, Layer
from proeve.model.document import Data
from proeve.model.exam import ExamState
from proeve.model.ledger import State
from proeve.model.records import Record, records_at, text_at
from proeve.process.vocabulary import RowId
from proeve.rules.dossier.checks import case_of
from proeve.rules.dossier.judging import derived
from proeve.words.say import Language

_PATH = "follow-up.yml"
_RESIT = "resit"


def guide(clone: Clone, person: str, work: Work, language: Language) -> Guide:
    """Return the form that offers a resit of the units that were not passed."""
    turn = turn_of(clone, person, work, RowId.FOLLOW_UP)
    exam, state = turn.exam, clone.state
    record = exam.document("exam") or {}
    units: list[Data] = [*_failed(exam, state)]
    return Guide(
        kind="follow-up",
        language=language,
        known={("committee",): text_at(record, "committee"), ("by",): person},
        offered={"decision": _RESIT, **(exam.document("follow-up") or {})},
        choices=choices_in(exam, state, language),
        hints={
            ("resit",): Hint(when=_is_resit, required=True),
            ("resit", "units"): Hint(offered=units or None),
            ("resit", "company"): Hint(choices=_companies(record)),
        },
        shown=explained(exam, state, language),
    )


def _is_resit(data: Record) -> bool:
    return text_at(data, "decision") == _RESIT


def _companies(exam: Record) -> tuple[Choice, ...]:
    listed = records_at(exam, "companies")
    return tuple(Choice(value=text_at(one, "company")) for one in listed)


def _failed(exam: ExamState, state: State) -> tuple[str, ...]:
    """Return the core tasks that were judged here and not passed."""
    found: Derivation | None = derived(case_of(exam, state))
    lines = found.exam.below if found else ()
    return tuple(
        line.unit
        for line in lines
        if line.layer is Layer.CORE_TASK
        and line.basis is Basis.DERIVED
        and line.passes is not True
    )


def deed(clone: Clone, person: str, work: Work, data: Filled) -> Deed:
    """Return the follow-up as decided."""
    turn = turn_of(clone, person, work, RowId.FOLLOW_UP)
    return document_deed(turn, person, {_PATH: data})


FORM = Guided(guide, deed)

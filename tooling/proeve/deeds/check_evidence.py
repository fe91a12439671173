"""Checking the evidence: is everything there, and is it the student's own work."""

from proeve.deeds.clone import Clone
from proeve.deeds.forms.choosing import choices_in, pieces
from proeve.deeds.forms.form import Filled, Guided
from proeve.deeds.forms.questions import Guide, Hint, Pointer
from proeve.deeds.showing import document_lines
from proeve.deeds.stating import Deed
from proeve.deeds.turns import Work, document_deed, turn_of
from proeve.errors import UsageError
from proeve.model.document import Data
from proeve.model.exam import ExamState
from proeve.model.records import flag_at
from proeve.process.vocabulary import RowId
from proeve.words.labels import label
from proeve.words.say import Language

_PATH = "evidence-check.yml"


def guide(clone: Clone, person: str, work: Work, language: Language) -> Guide:
    """Return the check: every piece by name, then whether all is complete and own."""
    turn = turn_of(clone, person, work, RowId.EVIDENCE_CHECK)
    exam, policy = turn.exam, clone.state.registry.policy
    names = tuple(str(each.value) for each in pieces(exam))
    known: dict[Pointer, Data] = {
        ("items", place, "id"): name for place, name in enumerate(names)
    }
    return Guide(
        kind="evidence-check",
        language=language,
        known=known,
        offered=exam.document("evidence-check") or {},
        choices=choices_in(exam, clone.state, language),
        hints={
            ("complete",): Hint(beside=(label(policy.completeness, language),)),
            ("authentic",): Hint(beside=(label(policy.authenticity, language),)),
            **_pieces(exam),
        },
        keys={("items",): names},
        shown=tuple(document_lines(clone, exam, "evidence.yml", language)),
    )


def _pieces(exam: ExamState) -> dict[Pointer, Hint]:
    return {
        ("items", place, "in_order"): Hint(beside=(f"{each.value}: {each.label}",))
        for place, each in enumerate(pieces(exam))
    }


def deed(clone: Clone, person: str, work: Work, data: Filled) -> Deed:
    """Return the check as filled in; what is not in order is returned, not approved."""
    turn = turn_of(clone, person, work, RowId.EVIDENCE_CHECK)
    if not (flag_at(data, "complete") and flag_at(data, "authentic")):
        raise UsageError(
            "Bewijs dat niet volledig of geen eigen werk is, gaat terug naar de "
            "student: `proeve return`.",
            "Evidence that is incomplete or not their own goes back to the student: "
            "`proeve return`.",
        )
    return document_deed(turn, person, {_PATH: data})


FORM = Guided(guide, deed)

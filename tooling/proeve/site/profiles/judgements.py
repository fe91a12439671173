"""Judgements and results: for some audiences only once the result is established.

Until then nothing of it is left in the exam: no form, no consensus, no outcome, no word
of a decision about it, and no step that follows from it.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from proeve.model.exam import Decision
from proeve.model.records import Record, text_at
from proeve.model.verdict import ExamVerdict, StepState, StepVerdict
from proeve.process.decisions import DecisionKind
from proeve.process.table import MEI_12
from proeve.process.vocabulary import Phase, RowId, StepId
from proeve.site.profiles.audience import Profile
from proeve.site.profiles.table import Datum, Extent, extent

V = TypeVar("V")

_DOCUMENTS = ("consensus.yml", "final-assessment.yml", "result.yml", "follow-up.yml")
_FORMS = "forms/"
_ABOUT = frozenset({DecisionKind.DISPUTE, DecisionKind.OVERRULE, DecisionKind.REVISION})
_JUDGING = frozenset(
    str(row)
    for step in MEI_12.steps
    if step.phase in (Phase.ASSESSMENT, Phase.CLOSING)
    for row in step.rows
)


def withheld(exam: ExamVerdict, profile: Profile) -> bool:
    """Tell whether nothing of a judgement may be seen of this exam yet."""
    if extent(Datum.JUDGEMENTS, profile.audience) is not Extent.ESTABLISHED:
        return False
    return not is_established(exam)


def is_established(exam: ExamVerdict) -> bool:
    """Tell whether the committee established the result, and it stands."""
    result = next(one for one in exam.steps if one.step is StepId.RESULT)
    return result.state is StepState.DONE and not exam.provisional


def is_judgement(path: str) -> bool:
    """Tell whether a file of an exam says what somebody found of the student."""
    return path in _DOCUMENTS or path.startswith(_FORMS)


def without_judgements(files: Mapping[str, V]) -> Mapping[str, V]:
    """Return files or documents without those that say a judgement."""
    return {path: each for path, each in files.items() if not is_judgement(path)}


def is_about_judgement(kind: DecisionKind | None) -> bool:
    """Tell whether the decision itself says something of a judgement."""
    return kind in _ABOUT


def unjudged(decision: Decision) -> Decision:
    """Return a decision without its words, where it is about a step of judging."""
    named = {text_at(decision.record, key) for key in ("row", "to")}
    if not named & _JUDGING:
        return decision
    return replace(decision, record=places_of(decision.record))


def places_of(record: Record) -> Record:
    """Return only where a decision leads and until when."""
    kept = ("row", "to", "step", "until")
    return {key: record[key] for key in kept if key in record}


def unjudged_step(step: StepVerdict) -> StepVerdict:
    """Return a step that does not tell what follows from a judgement."""
    if step.step is StepId.FOLLOW_UP and step.state is StepState.NOT_NEEDED:
        return replace(step, state=StepState.LOCKED)
    return step


def is_judging(row: RowId) -> bool:
    """Tell whether the row belongs to a step of judging, or to one after it."""
    return str(row) in _JUDGING

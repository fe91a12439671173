"""What the pass rule makes of a consensus, and which other outcome was decided."""

from proeve.deeds.judging_forms import rules_of
from proeve.errors import UsageError
from proeve.model.derivation import Derivation
from proeve.model.document import Data
from proeve.model.exam import Decision, ExamState
from proeve.model.ledger import State
from proeve.model.records import Record, number_at, record_at, text_at
from proeve.process.decisions import DecisionKind
from proeve.process.vocabulary import Outcome
from proeve.rules.dossier.checks import case_of
from proeve.rules.dossier.judging import derived
from proeve.rules.pass_rule import explain
from proeve.words.labels import label
from proeve.words.say import Language

_BESIDE = frozenset({Outcome.DECLARED_INVALID, Outcome.NOT_TAKEN})
"""Outcomes that other decisions lead to; they say nothing about ratings."""


def derivation_of(exam: ExamState, state: State) -> Derivation:
    """Return the derivation of an exam's result; raises while it has none."""
    found = derived(case_of(exam, state))
    if found is None or found.outcome is None:
        missing = ", ".join(found.missing) if found else ""
        raise UsageError(
            f"De uitslag is nog niet te berekenen{_lacks(missing)}.",
            f"The result cannot be derived yet{_lacks(missing)}.",
        )
    return found


def _lacks(missing: str) -> str:
    return f" ({missing})" if missing else ""


def explained(exam: ExamState, state: State, language: Language) -> tuple[str, ...]:
    """Return the derivation step by step, as `explain-result` shows it."""
    if exam.stopped is not None:
        return ()
    items = record_at(exam.document("consensus"), "items")
    record = exam.document("exam") or {}
    return tuple(explain(rules_of(exam, state), items, record, language))


def core_tasks(found: Derivation) -> dict[str, Data]:
    """Return the rating of each core task, as documents write it."""
    return {
        code: rating
        for code, rating in found.core_tasks.items()
        if isinstance(rating, str | int)
    }


def overruling(exam: ExamState) -> Decision | None:
    """Return the last decision for another outcome than the computed one."""
    found = [one for one in exam.decisions if one.kind is DecisionKind.OVERRULE]
    return found[-1] if found else None


def decided_outcome(exam: ExamState, computed: Outcome) -> Outcome:
    """Return the outcome that stands to be filed: as computed, or as decided."""
    decision = overruling(exam)
    said = text_at(decision.record, "outcome") if decision else ""
    return next((each for each in Outcome if each == said), computed)


def check_outcome(exam: ExamState, document: Record, computed: Outcome) -> None:
    """Raise for another outcome than the computed one without its decision."""
    outcome, decision = text_at(document, "outcome"), overruling(exam)
    if outcome in (computed, *_BESIDE):
        return
    cited = decision is not None and number_at(document, "overrule") == decision.number
    if (
        decision is not None
        and cited
        and text_at(decision.record, "outcome") == outcome
    ):
        return
    raise UsageError(
        f"De cesuur geeft: {label(computed, 'nl')}. Een andere uitslag vraagt eerst "
        "een besluit van de examencommissie: `proeve decide overrule`.",
        f"The pass rule gives: {label(computed, 'en')}. Another outcome first takes a "
        "decision of the exam committee: `proeve decide overrule`.",
    )

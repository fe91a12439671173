"""Attempts at one exam: which of them counts, by what the school decided."""

from collections.abc import Iterable

from proeve.model.exam import ExamState
from proeve.model.records import number_at, text_at
from proeve.model.registry import Registry
from proeve.process.vocabulary import Outcome
from proeve.rules.rows import outcome_of


def counting(
    exams: Iterable[ExamState], registry: Registry, *, best: bool
) -> frozenset[str]:
    """Return the scopes of the attempts that count, one a student and instrument.

    With `best` a pass counts, whatever came after it; else the last attempt does. What
    is no attempt by the school's policy never counts.
    """
    chosen: dict[tuple[str, str], ExamState] = {}
    for exam in sorted(exams, key=_attempt):
        outcome = outcome_of(exam, registry)
        if outcome is None or outcome not in _attempts(registry):
            continue
        key = _whose(exam)
        earlier = chosen.get(key)
        passed = earlier is not None and outcome_of(earlier, registry) is Outcome.PASSED
        if not (best and passed and outcome is not Outcome.PASSED):
            chosen[key] = exam
    return frozenset(exam.scope for exam in chosen.values())


def _attempts(registry: Registry) -> frozenset[Outcome]:
    return registry.policy.attempts | {Outcome.PASSED, Outcome.EXEMPTED}


def _attempt(exam: ExamState) -> tuple[int, str]:
    return number_at(exam.document("exam"), "attempt"), exam.scope


def _whose(exam: ExamState) -> tuple[str, str]:
    record = exam.document("exam")
    return text_at(record, "student"), text_at(record, "instrument", "code")

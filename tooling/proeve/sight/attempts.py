"""Attempts at one exam: which of them counts, by what the school decided."""

from collections.abc import Iterable

from proeve.model.records import number_at, text_at
from proeve.model.registry import Policy
from proeve.model.verdict import ExamVerdict
from proeve.process.vocabulary import Outcome


def counting(
    exams: Iterable[ExamVerdict], policy: Policy, *, best: bool
) -> frozenset[str]:
    """Return the scopes of the attempts that count, one a student and instrument.

    With `best` a pass counts, whatever came after it; else the last attempt does. What
    is no attempt by the school's policy never counts, but an exemption does.
    """
    chosen: dict[tuple[str, str], ExamVerdict] = {}
    known = policy.attempts | {Outcome.PASSED, Outcome.EXEMPTED}
    for exam in sorted(exams, key=_attempt):
        if exam.provisional or exam.outcome not in known:
            continue
        earlier = chosen.get(_whose(exam))
        passed = earlier is not None and earlier.outcome is Outcome.PASSED
        if not (best and passed and exam.outcome is not Outcome.PASSED):
            chosen[_whose(exam)] = exam
    return frozenset(exam.state.scope for exam in chosen.values())


def _attempt(exam: ExamVerdict) -> tuple[int, str]:
    return number_at(exam.state.document("exam"), "attempt"), exam.state.scope


def _whose(exam: ExamVerdict) -> tuple[str, str]:
    record = exam.state.document("exam")
    return text_at(record, "student"), text_at(record, "instrument", "code")

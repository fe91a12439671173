"""Which exams a verb is asked about: all, those of a group, or one."""

from collections.abc import Iterable

from proeve.deeds.clone import Clone
from proeve.errors import UsageError
from proeve.model.exam import ExamState
from proeve.model.records import text_at
from proeve.model.verdict import ExamVerdict
from proeve.rules.status import exam_verdict


def named(exam: ExamState, what: str | None) -> bool:
    """Tell whether a group, a scope or a number names this exam; nothing names all."""
    name = (what or "").removeprefix("exams/").removeprefix("groups/").strip("/")
    number = text_at(exam.document("exam"), "number")
    return name in {f"{exam.group}/{exam.id}", exam.id, number, exam.group, ""}


def verdicts(clone: Clone, what: str | None, now: int) -> list[ExamVerdict]:
    """Return where these exams stand; raises UsageError where there are none."""
    found: Iterable[ExamState] = (
        exam for exam in clone.state.exams() if named(exam, what)
    )
    exams = [exam_verdict(exam, clone.state.registry, now) for exam in found]
    if what is not None and not exams:
        raise UsageError(
            f"Er is geen groep of examen {what}.", f"There is no group or exam {what}."
        )
    return exams

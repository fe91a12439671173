"""Opening one exam of a verdict, without the others of its group."""

from proeve.model.shelf import Apart
from proeve.model.verdict import ExamVerdict, LedgerVerdict


def open_exam(verdict: LedgerVerdict, scope: str) -> ExamVerdict:
    """Return the exam of a scope, `groups/<group>/<exam>`."""
    _, group, name = scope.split("/")
    exams = verdict.groups[group]
    if isinstance(exams, Apart):
        found: ExamVerdict = exams.one(name)
        return found
    return next(exam for exam in exams if exam.state.id == name)

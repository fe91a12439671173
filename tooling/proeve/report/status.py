"""Whose move it is, exam by exam, and the command that makes it."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime

from proeve.model.exam import Approval
from proeve.model.verdict import ExamVerdict, Missing, StepState, StepVerdict
from proeve.process.decisions import DecisionKind
from proeve.process.table import MEI_12
from proeve.process.vocabulary import StepId
from proeve.report.findings import clean
from proeve.words.labels import label, road_words
from proeve.words.say import Language

_ARROW = "→"


def day(seconds: int | None) -> str:
    """Return the day of a moment, in UTC, as ISO 8601 writes it."""
    if seconds is None:
        return "-"
    return datetime.fromtimestamp(seconds, UTC).date().isoformat()


def command(exam: ExamVerdict, missing: Missing) -> str:
    """Return the deed that gives a missing approval."""
    return f"proeve {missing.verb} {exam.scope.removeprefix('groups/')}"


def turn(step: StepVerdict, language: Language) -> str:
    """Return who must act in a step, as parts and pseudonyms."""
    return "; ".join(
        f"{label(each.hat, language)} ({', '.join(each.people) or '?'})"
        for each in step.missing
    )


def exam_line(exam: ExamVerdict, language: Language) -> str:
    """Return one exam in one line: step, state, whose move, since when."""
    scope, step = exam.scope.removeprefix("groups/"), exam.current
    if step is None:
        ended = label(exam.outcome, language) if exam.outcome else ""
        return f"{scope}  {label(StepState.DONE, language)}  {ended}".rstrip()
    number = MEI_12.step(step.step).number
    parts = [
        scope,
        f"{number:>2} {label(step.step, language)}",
        label(step.state, language),
        turn(step, language),
        day(step.since),
    ]
    if step.overdue_days:
        parts.append(_late(step.overdue_days, language))
    return "  ".join(part for part in parts if part)


def _late(days: int, language: Language) -> str:
    if language == "nl":
        return f"{days} {'dag' if days == 1 else 'dagen'} te laat"
    return f"{days} {'day' if days == 1 else 'days'} late"


def arrival(exam: ExamVerdict, language: Language) -> str:
    """Return when the evidence came in, how that is known, and how late it was."""
    found = exam.handed_in
    if found is None:
        return ""
    moment = datetime.fromtimestamp(found.at, UTC).strftime("%Y-%m-%d %H:%M UTC")
    basis = " ".join(
        filter(None, (label(found.basis, language), road_words(found.road, language)))
    )
    late = f", {_late(exam.late_days, language)}" if exam.late else ""
    came = "ingeleverd" if language == "nl" else "handed in"
    return f"{came} {moment} ({basis}){late}"


def exam_lines(exam: ExamVerdict, language: Language) -> Iterator[str]:
    """Yield all steps of one exam, who approved them, and what to do next."""
    yield exam_line(exam, language)
    for step in exam.steps:
        number = MEI_12.step(step.step).number
        given = ", ".join(
            f"{label(one.hat, language)} {one.person}{_doubt(one, exam, language)}"
            for one in step.approvals
        )
        title, state = label(step.step, language), label(step.state, language)
        yield f"  {number:>2} {title:<36} {state:<24} {given}".rstrip()
        if step.step is StepId.EVIDENCE and exam.handed_in is not None:
            yield f"     {arrival(exam, language)}"
    if exam.current is not None:
        for missing in exam.current.missing:
            who = ", ".join(missing.people) or "?"
            hat, deed = label(missing.hat, language), command(exam, missing)
            yield f"  {_ARROW} {hat} ({who}): {deed}"
            if missing.refused is not None:
                refusal = label(DecisionKind.REFUSAL, language)
                yield f"    {refusal}: {clean(missing.refused)}"


def _doubt(one: Approval, exam: ExamVerdict, language: Language) -> str:
    """Return a mark behind an approval by a key that was lost or stolen."""
    if one not in exam.suspects:
        return ""
    return " (in twijfel)" if language == "nl" else " (in doubt)"


def exam_json(exam: ExamVerdict) -> str:
    """Return one exam's status as one JSON object."""
    step = exam.current
    return json.dumps(
        {
            "exam": exam.scope,
            "step": MEI_12.step(step.step).number if step else None,
            "state": step.state if step else StepState.DONE,
            "waiting_for": [
                {
                    "as": m.hat,
                    "row": m.row,
                    "people": m.people,
                    "verb": m.verb,
                    "refused": m.refused,
                }
                for m in (step.missing if step else ())
            ],
            "since": step.since if step else None,
            "deadline": step.deadline if step else None,
            "overdue_days": step.overdue_days if step else 0,
            "suspects": [
                {"row": one.row, "person": one.person} for one in exam.suspects
            ],
            "outcome": exam.outcome,
            "provisional": exam.provisional,
            "steps": {each.step: each.state for each in exam.steps},
            "handed_in": {
                "at": exam.handed_in.at,
                "basis": exam.handed_in.basis,
                "by": exam.handed_in.by,
                "road": exam.handed_in.road,
            }
            if exam.handed_in
            else None,
            "late_days": exam.late_days,
            "commit": exam.state.commit,
            "subject": exam.state.subject,
        },
        ensure_ascii=False,
    )

"""What the looking commands give a program: one JSON document, each with its schema.

The schemas lie in `report/schemas/`, are shipped with the tool and described in the
handbook; another shape is another version.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date

from proeve.model.exam import Approval
from proeve.model.findings import Finding, Position
from proeve.model.time import Time
from proeve.model.verdict import ExamVerdict, LedgerVerdict
from proeve.process.table import MEI_12
from proeve.process.vocabulary import StepId
from proeve.sight.brief import Brief
from proeve.sight.meeting import Item
from proeve.sight.story import Told
from proeve.sight.tasks import Task
from proeve.sight.telling import basis, sentence
from proeve.sight.today import Today
from proeve.words.say import Language, Say
from proeve.words.saying import sentence as said

Output = dict[str, object]


def output(name: str, values: Mapping[str, object]) -> Output:
    """Return a document with the name of its schema first."""
    return {"schema": f"proeve/output/{name}/v1", **values}


def status_output(exam: Brief, now: int) -> Output:
    """Return where one exam stands."""
    return output(
        "status",
        {
            "exam": exam.scope,
            "number": exam.number,
            "step": MEI_12.step(exam.current).number if exam.current else None,
            "state": exam.state,
            "waiting_for": [
                {
                    "as": task.hat,
                    "row": task.what,
                    "people": task.people,
                    "verb": task.verb,
                    "command": task.command,
                    "refused": task.refused,
                }
                for task in exam.awaited
            ],
            "since": exam.since,
            "deadline": exam.deadline,
            "overdue_days": exam.late_days(now),
            "paused": exam.paused,
            "suspects": [{"row": r, "person": person} for r, person in exam.suspects],
            "outcome": exam.outcome,
            "provisional": exam.provisional,
            "steps": dict(zip(StepId, exam.bar, strict=True)),
            "handed_in": _time(exam.handed_in),
            "late_days": exam.came_late,
            "commit": exam.commit,
            "subject": exam.subject,
        },
    )


def _time(time: Time | None) -> Output | None:
    """Return a moment with how it is known."""
    if time is None:
        return None
    return {"at": time.at, "basis": time.basis, "by": time.by, "road": time.road}


def task_values(task: Task, now: int) -> Output:
    """Return a task as a program gets it."""
    return {
        "exam": task.scope,
        "what": task.what,
        "as": task.hat,
        "people": task.people,
        "command": task.command,
        "since": task.since,
        "until": task.until,
        "late_days": task.late_days(now),
        "optional": task.optional,
        "paused": task.paused,
        "refused": task.refused,
    }


def next_output(person: str | None, tasks: Sequence[Task], now: int) -> Output:
    """Return what waits for somebody."""
    found = [task_values(task, now) for task in tasks]
    return output("next", {"person": person, "tasks": found})


def today_output(today: Today, now: int, language: Language) -> Output:
    """Return the answers to the ten questions of the day."""
    return output(
        "today",
        {
            "day": today.day.isoformat(),
            "since": today.since.isoformat(),
            "came_in": [
                {
                    "exam": each.scope,
                    "at": each.told.time.at,
                    "who": each.told.who,
                    "as": each.told.role,
                    "action": each.told.action,
                    "decision": each.told.decision,
                    "commit": each.told.commit,
                    "text": sentence(each.told, language),
                }
                for each in today.came_in
            ],
            "refused": [
                {
                    "exam": each.scope,
                    "commit": each.commit or None,
                    "task": task_values(each.task, now) if each.task else None,
                }
                for each in today.refused
            ],
            "stuck": [
                {
                    "exam": each.exam.scope,
                    "step": each.exam.current,
                    "state": each.exam.state,
                    "waiting_for": [task_values(task, now) for task in each.tasks],
                    "contacts": each.exam.contacts,
                    "silent_days": each.silent_days,
                    "late_days": each.late_days,
                }
                for each in today.stuck
            ],
            "week": [
                {**_plain_record(each.run), "gaps": _plain(each.gaps)}
                for each in today.week
            ],
            "agenda": _agenda(today.agenda),
            "untold": [task_values(task, now) for task in today.untold],
            "ending": _plain(today.ending),
            "cases": _plain(today.cases),
            "expiring": _plain(today.expiring),
            "order": _plain(today.order),
            "numbers": _plain(today.numbers),
        },
    )


def meeting_output(committee: str, agenda: Sequence[Item]) -> Output:
    """Return what one committee can decide."""
    return output("meeting", {"committee": committee, "agenda": _agenda(agenda)})


def _agenda(agenda: Sequence[Item]) -> list[Output]:
    return [{**_plain_record(each), "clean": each.clean} for each in agenda]


def log_output(exam: str, story: Sequence[Told], language: Language) -> Output:
    """Return the story of an exam."""
    return output(
        "log",
        {
            "exam": exam,
            "story": [
                {
                    "at": told.time.at,
                    "known_by": told.time.basis,
                    "who": told.who,
                    "as": told.role,
                    "step": told.step,
                    "action": told.action,
                    "decision": told.decision,
                    "said": told.said,
                    "files": told.files,
                    "text": sentence(told, language),
                    "time_basis": basis(told.time, language),
                    "proofs": [
                        {
                            "person": proof.person,
                            "as": proof.hat,
                            "row": proof.row,
                            "level": proof.level,
                            "via": proof.via,
                            "name": proof.name,
                            "at": proof.time.at,
                            "known_by": proof.time.basis,
                            "stands": proof.stands,
                        }
                        for proof in told.proofs
                    ],
                    "commit": told.commit,
                }
                for told in story
            ],
        },
    )


def finding_values(finding: Finding, language: Language) -> Output:
    """Return a finding as a program gets it."""
    say = said(finding.code, finding.args, language)
    at = finding.where.position or Position(1, 1)
    return {
        "where": str(finding.where),
        "path": finding.where.path,
        "line": at.line,
        "column": at.column,
        "commit": finding.where.commit,
        "code": finding.code,
        "severity": finding.severity,
        "message": say.text,
        "hint": say.hint,
    }


def verify_output(
    verdict: LedgerVerdict, findings: Iterable[Finding], language: Language
) -> Output:
    """Return the verdict on a history."""
    return output(
        "verify",
        {
            "environment": verdict.environment,
            "proved": verdict.proved,
            "trust_root": verdict.trust_root,
            "head": verdict.head,
            "length": verdict.length,
            "exams": verdict.exam_count,
            "judgements": [
                {"commit": j.commit, "standing": j.standing, "scopes": j.scopes}
                for j in verdict.judgements
            ],
            "findings": [finding_values(each, language) for each in findings],
        },
    )


def lint_output(files: int, findings: Iterable[Finding], language: Language) -> Output:
    """Return what is wrong with documents."""
    found = [finding_values(each, language) for each in findings]
    return output("lint", {"files": files, "findings": found})


def suspects_output(exams: Iterable[ExamVerdict]) -> Output:
    """Return the approvals in doubt."""
    found = [_suspect(exam, one) for exam in exams for one in exam.suspects]
    return output("suspects", {"suspects": found})


def _suspect(exam: ExamVerdict, one: Approval) -> Output:
    return {
        "exam": exam.scope,
        "row": one.row,
        "as": one.hat,
        "person": one.person,
        "commit": one.commit,
        "at": one.at,
    }


def explain_output(code: str, say: Say) -> Output:
    """Return the manual of a finding code."""
    values = {"code": code, "text": say.text, "hint": say.hint, "why": say.why}
    return output("explain", values)


def results_output(rows: Iterable[Mapping[str, str]]) -> Output:
    """Return established results, each by the names of the table's columns."""
    return output("results", {"results": [dict(row) for row in rows]})


def result_output(exam: str, lines: Sequence[str] | None) -> Output:
    """Return how the result of an exam is derived; null while it cannot be."""
    derivation = None if lines is None else list(lines)
    return output("explain-result", {"exam": exam, "derivation": derivation})


def _plain(value: object) -> object:
    """Return frozen values as JSON can hold them, by their own field names."""
    if is_dataclass(value):
        return _plain_record(value)
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def _plain_record(value: object) -> Output:
    if not is_dataclass(value):
        raise TypeError(type(value).__name__)
    return {
        "exam" if each.name == "scope" else each.name: _plain(getattr(value, each.name))
        for each in fields(value)
    }

"""What an evening came to, as the items of its minutes."""

from dataclasses import replace

from proeve.deeds.clone import Clone
from proeve.deeds.meeting.landing import Dropped, Landing
from proeve.deeds.meeting.tabled import Held, Line
from proeve.model.records import text_at
from proeve.process.vocabulary import Outcome
from proeve.report.minutes import Item


def line_item(clone: Clone, line: Line) -> Item:
    """Return what was decided in an exam."""
    paper = line.papers.get("result.yml")
    said = text_at(paper.data if paper else None, "outcome")
    return Item(
        exam=line.scope.removeprefix("groups/"),
        student=_student(clone, line.scope),
        about=line.what,
        vote=line.vote.value,
        outcome=next((each for each in Outcome if each == said), None),
        reason=line.reason,
        recused=line.recused,
    )


def landed_item(clone: Clone, landing: Landing) -> Item:
    """Return what landed, with who voted for it."""
    found = line_item(clone, landing.line)
    return replace(found, voted=landing.votes)


def dropped_item(clone: Clone, dropped: Dropped) -> Item:
    """Return what did not land, with why."""
    found = line_item(clone, dropped.line)
    return replace(found, nl=dropped.nl, en=dropped.en, findings=dropped.findings)


def held_item(clone: Clone, held: Held) -> Item:
    """Return what was left for later."""
    name = held.scope.removeprefix("groups/")
    return Item(exam=name, student=_student(clone, held.scope), about=held.what)


def _student(clone: Clone, scope: str) -> str:
    exam = clone.state.exam(scope)
    return text_at(exam.document("exam"), "student") if exam else ""

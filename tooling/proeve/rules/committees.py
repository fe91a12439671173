"""Committees: who votes in one, and who must stand aside in an exam of their own."""

from proeve.model.exam import ExamState
from proeve.model.registry import Registry
from proeve.rules.rows import committee_of


def check_member(person: str, exam: ExamState, registry: Registry) -> str | None:
    """Return why this person's vote does not count here, as a code, or nothing.

    A member who plays a part in the exam is recused (WEB 7.4.5a(5)); a secretary votes
    only when mandated.
    """
    committee = committee_of(exam, registry)
    if committee is None:
        return "committee.unknown"
    seats = [member for member in committee.members if member.person == person]
    if not seats:
        return "committee.no-seat"
    if not any(member.votes for member in seats):
        return "committee.no-vote"
    if any(person in people for people in exam.parts.values()):
        return "committee.recused"
    return None


def voters(exam: ExamState, registry: Registry) -> tuple[str, ...]:
    """Return the members whose vote counts in this exam."""
    committee = committee_of(exam, registry)
    return tuple(
        member.person
        for member in (committee.members if committee else ())
        if check_member(member.person, exam, registry) is None
    )

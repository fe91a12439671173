"""What a committee can decide this evening, exam by exam."""

from proeve.deeds.clone import Clone
from proeve.errors import UsageError
from proeve.process.vocabulary import Role
from proeve.rules.status import exam_verdict
from proeve.sight.meeting import Item, items_of


def committee_named(clone: Clone, name: str) -> str:
    """Return the committee that was named, or the only one; raises UsageError."""
    known = clone.state.registry.committees
    if name and name not in known:
        raise UsageError(
            f"{name} staat niet in het register.", f"{name} is not in the registry."
        )
    if not name and len(known) != 1:
        names = ", ".join(sorted(known)) or "-"
        raise UsageError(
            f"Zeg met --committee welke examencommissie vergadert: {names}.",
            f"Say with --committee which exam committee meets: {names}.",
        )
    return name or next(iter(known))


def agenda_of(clone: Clone, committee: str, now: int) -> tuple[Item, ...]:
    """Return what waits for a committee, in the order of the exams."""
    registry = clone.state.registry
    found = (
        item
        for exam in clone.state.exams()
        for item in items_of(exam_verdict(exam, registry, now), registry)
        if item.committee == committee
    )
    return tuple(sorted(found, key=lambda item: item.scope))


def voters_of(clone: Clone, item: Item) -> tuple[str, ...]:
    """Return the members who may vote on an item and who hold the committee's role."""
    name = item.scope.removeprefix("groups/")
    holds = clone.state.registry.holds
    return tuple(p for p in item.voters if holds(p, Role.EXAM_COMMITTEE, name))


def chair_first(clone: Clone, committee: str) -> tuple[str, ...]:
    """Return the members with a vote, the chair before the others."""
    found = clone.state.registry.committees[committee].members
    voting = [member for member in found if member.votes]
    voting.sort(key=lambda member: member.capacity != "chair")
    return tuple(dict.fromkeys(member.person for member in voting))

"""What decisions do to a result: which take it away, which one stands in its place."""

from proeve.model.exam import Decision, ExamState
from proeve.model.records import text_at
from proeve.process.decisions import DECISIONS, DecisionKind, Effect


def is_reset(decision: Decision) -> bool:
    """Tell whether the decision takes approvals away: a return, or a won appeal."""
    if decision.kind is DecisionKind.APPEAL:
        return text_at(decision.record, "outcome") == "annulled"
    return DECISIONS[decision.kind].effect is Effect.RESET


def revision_of(exam: ExamState) -> Decision | None:
    """Return the revision that stands in the place of the established result.

    A return or a won appeal takes the result away, and what revised it as well.
    """
    found: Decision | None = None
    for decision in exam.decisions:
        if is_reset(decision):
            found = None
        elif decision.kind is DecisionKind.REVISION:
            found = decision
    return found

"""What heals an approval in doubt: confirm it with a new key, or take its row back."""

from proeve.deeds.clone import Clone
from proeve.deeds.exams import exam_named
from proeve.deeds.stating import Deed
from proeve.errors import UsageError
from proeve.model.exam import Approval
from proeve.process.vocabulary import Action, Role, RowId
from proeve.rules.suspicion import suspects


def healing(clone: Clone, action: Action, scope: str, row: str, person: str) -> Deed:
    """Return the deed by which somebody heals a row of an exam."""
    exam = exam_named(clone.state, scope)
    found = [one for one in suspects(exam, clone.state.registry) if one.row == row]
    if not found:
        raise UsageError(
            f"In {scope} is in {row or 'geen enkele regel'} niets in twijfel.",
            f"Nothing is in doubt in {scope}, {row or 'any row'}.",
        )
    role = Role.EXAM_COMMITTEE if action is Action.VOID else _own(found, person).role
    return Deed(
        scope=exam.scope, actor=person, role=role, action=action, row=RowId(row)
    )


def _own(found: list[Approval], person: str) -> Approval:
    """Return the approval of this person; another's is not theirs to confirm."""
    own = next((one for one in found if one.person == person), None)
    if own is None:
        raise UsageError(
            f"Het akkoord in twijfel is niet van {person}.",
            f"The approval in doubt is not {person}'s.",
        )
    return own

"""The least assurance level of each row under both shipped policies (PROTOCOL R35)."""

from collections.abc import Iterable

from proeve.model.registry import Policy
from proeve.process.table import Row
from proeve.process.vocabulary import Action, Approver, Level, Part, Role, RowId

_COMPANY_OR_STUDENT = frozenset[Approver]({Part.STUDENT, Part.WORKPLACE_SUPERVISOR})
_ASSURED = frozenset({RowId.ESTABLISH, RowId.RESULT})
_TWO = 2


def least_level(row: Row, hat: Approver, role: Role, policy: Policy) -> Level:
    """Return the level that an approval in this row must have at least."""
    strict = policy.levels == "strict"
    if strict and (row.id in _ASSURED or row.action is Action.SEAL):
        return Level.A
    if row.id in _ASSURED:
        return Level.B
    return Level.D if row.id in policy.paper else least_of(hat, role)


def assured(row: RowId, levels: Iterable[Level]) -> bool:
    """Tell whether these levels, one a person, are together sure enough for a row.

    To establish an assignment or a result takes one own key, or two members who each
    approved in a merge review; one such review waits for the other.
    """
    found = tuple(levels)
    return row not in _ASSURED or Level.A in found or len(found) >= _TWO


def least_of(hat: Approver, role: Role) -> Level:
    """Return the least level of whoever speaks as this, where no row asks for more."""
    if hat in _COMPANY_OR_STUDENT or role is Role.WORKPLACE_ASSESSOR:
        return Level.C
    return Level.B

"""The least assurance level of each row under both shipped policies (PROTOCOL R35)."""

from proeve.process.table import Row
from proeve.process.vocabulary import Action, Approver, Level, Part, Role, RowId

_COMPANY_OR_STUDENT = frozenset[Approver]({Part.STUDENT, Part.WORKPLACE_SUPERVISOR})
_OWN_KEY = frozenset({RowId.ESTABLISH, RowId.RESULT})


def least_level(row: Row, hat: Approver, role: Role, policy: str) -> Level:
    """Return the level that an approval in this row must have at least."""
    if row.id in _OWN_KEY or (policy == "strict" and row.action is Action.SEAL):
        return Level.A
    return least_of(hat, role)


def least_of(hat: Approver, role: Role) -> Level:
    """Return the least level of whoever speaks as this, where no row asks for more."""
    if hat in _COMPANY_OR_STUDENT or role is Role.WORKPLACE_ASSESSOR:
        return Level.C
    return Level.B

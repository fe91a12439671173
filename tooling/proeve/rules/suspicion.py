"""Doubt: standing approvals that a lost or stolen key may have made without its owner.

Position on the spine ends a key; `since` looks back. Only trusted time can say that an
approval was there before that moment: a date in a commit cannot, so without trusted
time every approval by such a key is in doubt (TRUST 1.4).
"""

from proeve.model.exam import Approval, ExamState
from proeve.model.registry import Registry
from proeve.process.vocabulary import RowId
from proeve.rules.revoking import doubted_from
from proeve.rules.time import in_doubt, undoubted


def is_suspect(approval: Approval, exam: ExamState, registry: Registry) -> bool:
    """Tell whether somebody else than its owner may have made this approval."""
    if not in_doubt(approval.key, registry):
        return False
    kind, since = registry.lost[approval.key], registry.since.get(approval.key, "")
    there = undoubted(approval, exam, registry)
    return there is None or there > doubted_from(kind, since)


def suspects(exam: ExamState, registry: Registry) -> tuple[Approval, ...]:
    """Return the standing approvals that are in doubt, row by row."""
    if not registry.lost:
        return ()
    return tuple(
        approval
        for row in RowId
        for approval in exam.row(row).approvals
        if is_suspect(approval, exam, registry)
    )

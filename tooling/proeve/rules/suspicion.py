"""Doubt: standing approvals that a lost or stolen key may have made without its owner.

Position on the spine ends a key; `since` looks back. Only trusted time can say that an
approval was there before that moment: a date in a commit cannot, so without trusted
time every approval by such a key is in doubt (TRUST 1.4).
"""

from collections.abc import Mapping

from proeve.model.exam import Approval, ExamState
from proeve.model.registry import Registry
from proeve.process.vocabulary import RowId
from proeve.rules.revoking import doubted_from

Times = Mapping[str, float]
"""By which moment, as trusted time has it, the proof of an approval was there."""
NO_TIMES: Times = {}


def is_suspect(approval: Approval, registry: Registry, times: Times = NO_TIMES) -> bool:
    """Tell whether somebody else than its owner may have made this approval."""
    kind = registry.lost.get(approval.key)
    if kind is None or kind == "retired":
        return False
    there = times.get(approval.proof)
    doubted = doubted_from(kind, registry.since.get(approval.key, ""))
    return there is None or there > doubted


def suspects(
    exam: ExamState, registry: Registry, times: Times = NO_TIMES
) -> tuple[Approval, ...]:
    """Return the standing approvals that are in doubt, row by row."""
    if not registry.lost:
        return ()
    return tuple(
        approval
        for row in RowId
        for approval in exam.row(row).approvals
        if is_suspect(approval, registry, times)
    )

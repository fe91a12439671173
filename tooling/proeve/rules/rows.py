"""Rows: which text they bind, whether they are locked, frozen, done or not needed.

Source: PROTOCOL R5 to R8, R12 to R14.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from proeve.model.decided import revision_of
from proeve.model.digest import tree_digest
from proeve.model.exam import ExamState
from proeve.model.history import FileFact
from proeve.model.records import records_at, text_at
from proeve.model.registry import Committee, Policy, Registry
from proeve.process.decisions import DecisionKind
from proeve.process.table import MEI_12, PROCESSES, Row
from proeve.process.vocabulary import (
    Approver,
    Outcome,
    Part,
    Role,
    RowId,
)
from proeve.rules.levels import assured
from proeve.rules.time import established_on, time_blocks

_STOPPED = frozenset(
    {
        RowId.EVIDENCE,
        RowId.EVIDENCE_CHECK,
        RowId.SEAL_FIRST,
        RowId.SEAL_SECOND,
        RowId.UNSEAL,
        RowId.SEAL_THIRD,
        RowId.UNSEAL_THIRD,
        RowId.CONSENSUS,
    }
)
_FOLLOWED = frozenset({Outcome.NOT_PASSED, Outcome.NOT_TAKEN, Outcome.DECLARED_INVALID})
_QUORUM = {RowId.ESTABLISH: "establish", RowId.RESULT: "result"}
_CLOSED = {
    DecisionKind.WITHDRAWAL: Outcome.WITHDRAWN,
    DecisionKind.ANNULMENT: Outcome.ANNULLED,
}
_TWO_OF_THREE = 2


def matches(path: str, patterns: Iterable[str]) -> bool:
    """Tell whether a relative path is one of these files or lies in these folders."""
    return any(
        path == pattern or (pattern.endswith("/") and path.startswith(pattern))
        for pattern in patterns
    )


@lru_cache(maxsize=4096)
def bound_by(path: str, process: str) -> tuple[RowId, ...]:
    """Return the rows whose text a file of this path is part of."""
    rows = PROCESSES.get(process, MEI_12).rows.values()
    return tuple(row.id for row in rows if matches(path, row.text))


def text_of(row: Row, files: Mapping[str, FileFact]) -> str:
    """Return the digest of the row's text in these files (PROTOCOL R5)."""
    return tree_digest(
        {path: fact for path, fact in files.items() if matches(path, row.text)}
    )


def all_rows(exam: ExamState) -> Mapping[RowId, Row]:
    """Return the rows of the exam's process version."""
    return PROCESSES.get(exam.process, MEI_12).rows


def active(row: Row, exam: ExamState) -> bool:
    """Tell whether the row exists in this exam."""
    return not row.disputed or exam.dispute == "third_assessor"


def committee_of(exam: ExamState, registry: Registry) -> Committee | None:
    """Return the committee that the exam names."""
    return registry.committees.get(text_at(exam.document("exam"), "committee"))


def quorum_of(exam: ExamState, registry: Registry, kind: str) -> int:
    """Return how many members must stand for `establish`, `result` or `decision`."""
    committee = committee_of(exam, registry)
    own = committee.quorum.get(kind) if committee else None
    return own or registry.policy.quorum.get(kind, 1)


def _without_company(exam: ExamState) -> bool:
    """Tell whether the exam is held at school, with no company person in it."""
    record = exam.document("exam")
    return text_at(record, "place") == "school" and not any(
        text_at(company, "workplace_supervisor")
        for company in records_at(record, "companies")
    )


def approvers_of(
    row: Row, exam: ExamState, policy: Policy
) -> tuple[frozenset[Approver], ...]:
    """Return the sets of which one must stand each, as policy and disputes say."""
    sets = row.approvers
    if row.by_policy:
        named = dict.fromkeys((policy.completeness, policy.authenticity))
        sets = tuple(frozenset[Approver]({part}) for part in named)
    if row.id is RowId.CONSENSUS and exam.dispute:
        sets = _disputed(exam.dispute)
    if _without_company(exam):
        supervisor = frozenset[Approver]({Part.WORKPLACE_SUPERVISOR})
        sets = tuple(each for each in sets if each != supervisor)
    return sets


def _disputed(way: str) -> tuple[frozenset[Approver], ...]:
    if way == "first_decides":
        return (frozenset[Approver]({Part.FIRST_ASSESSOR}),)
    if way == "committee_decides":
        return (frozenset[Approver]({Role.EXAM_COMMITTEE}),)
    third = frozenset[Approver](
        {Part.FIRST_ASSESSOR, Part.SECOND_ASSESSOR, Part.THIRD_ASSESSOR}
    )
    return (third,)


def missing_hats(row: Row, exam: ExamState, registry: Registry) -> tuple[Approver, ...]:
    """Return the parts and roles whose approval is still awaited, one per set."""
    missing: list[Approver] = []
    for approvers in approvers_of(row, exam, registry.policy):
        if not any(stands(row, hat, exam, registry) for hat in approvers):
            missing.extend(sorted(approvers))
        elif _wants_two(row, exam) and _standing(row, exam) < _TWO_OF_THREE:
            given = {approval.hat for approval in exam.row(row.id).approvals}
            missing.extend(sorted(approvers - given))
    return tuple(missing)


def _wants_two(row: Row, exam: ExamState) -> bool:
    return row.id is RowId.CONSENSUS and exam.dispute == "third_assessor"


def _standing(row: Row, exam: ExamState) -> int:
    return len({approval.person for approval in exam.row(row.id).approvals})


def stands(row: Row, hat: Approver, exam: ExamState, registry: Registry) -> bool:
    """Tell whether the approval of one part or role stands in a row, or was waived."""
    state = exam.row(row.id)
    if hat in state.waived:
        return True
    people = {one.person: one.level for one in state.approvals if one.hat == hat}
    if hat is Role.EXAM_COMMITTEE:
        quorum = quorum_of(exam, registry, _QUORUM.get(row.id, "decision"))
        return len(people) >= quorum and assured(row.id, people.values())
    needed = exam.parts.get(hat, ()) if isinstance(hat, Part) else ()
    if len(needed) > 1:
        return people.keys() >= set(needed)
    return bool(people)


def done(row: RowId, exam: ExamState, registry: Registry) -> bool:
    """Tell whether all approvals that the row needs stand."""
    found = all_rows(exam)[row]
    if exam.row(row).refused:
        return False
    written = bool(exam.row(row).approvals) or found.writes[0] in exam.files
    return written and not missing_hats(found, exam, registry)


def begun(row: RowId, exam: ExamState) -> bool:
    """Tell whether any approval stands in the row."""
    return bool(exam.row(row).approvals)


def outcome_of(exam: ExamState, registry: Registry) -> Outcome | None:
    """Return how the exam ended, or nothing while it has not."""
    if exam.closed in _CLOSED:
        return _CLOSED[exam.closed]
    if not done(RowId.RESULT, exam, registry):
        return None
    revised = revision_of(exam)
    record = revised.record if revised else exam.document("result")
    said = text_at(record, "outcome")
    return next((outcome for outcome in Outcome if outcome == said), None)


def not_needed(row: RowId, exam: ExamState, registry: Registry) -> bool:
    """Tell whether the row will never have to be done in this exam."""
    if not active(all_rows(exam)[row], exam):
        return True
    if exam.closed is not None:
        return row is not RowId.ARCHIVE
    if exam.stopped is not None and row in _STOPPED:
        return True
    if row is RowId.FOLLOW_UP:
        outcome = outcome_of(exam, registry)
        return outcome is not None and outcome not in _FOLLOWED
    return False


def _ready(row: RowId, exam: ExamState, registry: Registry) -> bool:
    return done(row, exam, registry) or not_needed(row, exam, registry)


def needs_of(row: Row, exam: ExamState) -> tuple[RowId, ...]:
    """Return the rows that must be done first, as this exam's course has them."""
    needs = row.needs
    if row.id is RowId.CONSENSUS and exam.dispute == "third_assessor":
        needs = (*needs, RowId.UNSEAL_THIRD)
    if row.id is RowId.ARCHIVE:
        needs = (*needs, RowId.FOLLOW_UP)
    return needs


def unlocked(row: Row, exam: ExamState, registry: Registry) -> bool:
    """Tell whether everything that the row needs is done and nothing blocks it."""
    return all(
        _ready(need, exam, registry) for need in needs_of(row, exam)
    ) and not blocks_of(row, exam, registry)


def blocks_of(
    row: Row, exam: ExamState, registry: Registry
) -> tuple[DecisionKind, ...]:
    """Return the decisions that a person must take before the row opens (R34)."""
    if row.id is not RowId.EVIDENCE_CHECK:
        return ()
    wanted: list[DecisionKind] = []
    if early_start(exam):
        wanted.append(DecisionKind.ACCEPT_EARLY_START)
    wanted.extend(time_blocks(exam, registry))
    return tuple(kind for kind in wanted if kind not in exam.accepted)


def early_start(exam: ExamState) -> bool:
    """Tell whether the report names a day before the assignment was established."""
    established = established_on(exam)
    days = [
        text_at(day, "date") for day in records_at(exam.document("execution"), "days")
    ]
    return bool(established and days) and min(days) < established


def frozen(row: Row, exam: ExamState) -> tuple[RowId, ...]:
    """Return the rows whose standing approvals keep this row's text from changing."""
    return tuple(each for each in row.frozen_by if begun(each, exam))

"""The decisions aside from the straight way: each a document with a reason.

Source: PROTOCOL R13, R14; the fields of each kind are those of its schema.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from proeve.deeds.clone import Clone, Plan
from proeve.deeds.exams import exam_named, role_for
from proeve.deeds.stating import Deed, document
from proeve.errors import UsageError
from proeve.model.decided import is_reset
from proeve.model.document import Data
from proeve.model.exam import Decision, ExamState
from proeve.model.records import text_at
from proeve.process.decisions import DECISIONS, DecisionKind
from proeve.process.table import MEI_12
from proeve.process.vocabulary import Action, Part, Role, RowId
from proeve.rules.deciding import allowed_hats
from proeve.rules.effects import reset_row
from proeve.rules.seals import seal_row

_ROWS: Mapping[DecisionKind, RowId] = {
    DecisionKind.DISPUTE: RowId.CONSENSUS,
    DecisionKind.WITHDRAWAL: RowId.EXECUTION,
    DecisionKind.STOP: RowId.EXECUTION,
    DecisionKind.ANNULMENT: RowId.CREATE,
    DecisionKind.PAUSE: RowId.EXECUTION,
    DecisionKind.RESUME: RowId.EXECUTION,
    DecisionKind.ACCEPT_LATE: RowId.EVIDENCE,
    DecisionKind.ACCEPT_UNTIMED: RowId.EVIDENCE,
    DecisionKind.ACCEPT_EARLY_START: RowId.EXECUTION,
    DecisionKind.OVERRULE: RowId.FINAL,
    DecisionKind.REVISION: RowId.RESULT,
    DecisionKind.NOTICE: RowId.RESULT,
    DecisionKind.IRREGULARITY: RowId.CONSENSUS,
    DecisionKind.EXEMPTION: RowId.CREATE,
    DecisionKind.REQUEST: RowId.EVIDENCE,
    DecisionKind.COMPLAINT: RowId.RESULT,
    DecisionKind.RECONSIDERATION: RowId.RESULT,
    DecisionKind.APPEAL: RowId.CONSENSUS,
    DecisionKind.RETENTION: RowId.ARCHIVE,
}
"""The row that a decision is about where its maker names none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deciding:
    """A decision to be: its kind, the exam, its own fields, the day, who was there."""

    kind: DecisionKind
    exam: str
    fields: Mapping[str, Data]
    on: str
    present: tuple[str, ...] = ()
    worn: Role | None = None
    row: RowId | None = field(default=None)


def deciding(what: Deciding) -> Plan:
    """Return the plan that takes a decision on an exam, with the next number."""

    def plan(clone: Clone, person: str) -> Deed:
        exam = exam_named(clone.state, what.exam)
        draft = _draft(exam, what, person)
        hats = allowed_hats(draft, DECISIONS[what.kind])
        role = role_for(clone.state, exam, person, hats, what.worn)
        row = _row(exam, what, draft)
        data = _data(exam, what, (person, role), row)
        _refuse_again(exam, data)
        path = f"decisions/{draft.number}-{what.kind}.yml"
        return Deed(
            scope=exam.scope,
            actor=person,
            role=role,
            action=Action.DECIDE,
            row=row,
            papers={path: document(exam.scope, path, data)},
        )

    return plan


def _refuse_again(exam: ExamState, data: dict[str, Data]) -> None:
    """Raise for the last decision taken once more, as after an interrupted run."""
    last = exam.decisions[-1].record if exam.decisions else {}
    if last and {**data, "number": last.get("number")} == dict(last):
        raise UsageError(
            "Dit besluit staat er al precies zo; er is niets te doen.",
            "This decision stands there in these very words; there is nothing to do.",
        )


def _draft(exam: ExamState, what: Deciding, person: str) -> Decision:
    return Decision(
        number=len(exam.decisions) + 1,
        kind=what.kind,
        record=dict(what.fields),
        by=person,
        commit="",
        at=0,
    )


def _row(exam: ExamState, what: Deciding, draft: Decision) -> RowId:
    """Return the row that the decision is about."""
    if is_reset(draft):
        return reset_row(draft)
    return what.row or _ROWS.get(what.kind) or _named(exam, what)


def _named(exam: ExamState, what: Deciding) -> RowId:
    """Return the row that follows from a step, a part or an earlier decision."""
    fields = what.fields
    step = next((s for s in MEI_12.steps if s.id == fields.get("step")), None)
    if step is not None:
        return step.rows[0]
    part = next((part for part in Part if part == fields.get("part")), None)
    if part is not None:
        return seal_row(part) or RowId.ACQUIRE
    for key in ("decision", "refusal"):
        if key in fields:
            return _of_decision(exam, fields[key])
    raise UsageError(
        f"Zeg met --row waar het besluit over gaat: {', '.join(RowId)}.",
        f"Say with --row what the decision is about: {', '.join(RowId)}.",
    )


def _of_decision(exam: ExamState, number: Data) -> RowId:
    """Return the row of an earlier decision; raises UsageError if it is not there."""
    for each in exam.decisions:
        named = text_at(each.record, "row")
        if each.number == number and named in list(RowId):
            return RowId(named)
    known = [f"{each.number} {each.kind}" for each in exam.decisions]
    listed = ", ".join(known) or "-"
    raise UsageError(
        f"{exam.id} heeft geen besluit {number}; wel: {listed}.",
        f"{exam.id} has no decision {number}; it has: {listed}.",
    )


def _data(
    exam: ExamState, what: Deciding, who: tuple[str, Role], row: RowId
) -> dict[str, Data]:
    person, role = who
    data: dict[str, Data] = {
        "schema": f"proeve/decision-{what.kind}/v1",
        "number": len(exam.decisions) + 1,
        "kind": what.kind.value,
        "row": row.value,
        **what.fields,
        "by": person,
        "decided_on": what.on,
    }
    if role is Role.EXAM_COMMITTEE:
        data["committee"] = text_at(exam.document("exam"), "committee")
        data["present"] = [*dict.fromkeys((person, *what.present))]
    return data

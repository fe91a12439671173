"""Exams that stand anywhere in the twelve steps, built row by row without a history."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from proeve.model.document import Data
from proeve.model.exam import Approval, Decision, Event, ExamState, RowState
from proeve.model.history import FileFact
from proeve.model.records import Record
from proeve.model.registry import Registry
from proeve.model.verdict import ExamVerdict, StepState
from proeve.process.decisions import DecisionKind
from proeve.process.table import MEI_12
from proeve.process.vocabulary import (
    PART_ROLES,
    Action,
    Approver,
    Level,
    Part,
    Role,
    RowId,
)
from proeve.rules.effects import applied
from proeve.rules.parts import parts_of
from proeve.rules.registry import registry_with
from proeve.rules.status import exam_verdict
from tests.dossier import small

START = 1_788_220_800
"""The first of September 2026, midnight UTC; each row is approved a day later."""
DAY = 86_400
OTHER_MEMBER = "p-000000b2"

PERSON: Mapping[Approver, str] = {
    Part.STUDENT: small.STUDENT,
    Part.SCHOOL_CONTACT: small.CONTACT,
    Part.WORKPLACE_SUPERVISOR: small.SUPERVISOR,
    Part.FIRST_ASSESSOR: small.FIRST,
    Part.SECOND_ASSESSOR: small.SECOND,
    Part.THIRD_ASSESSOR: small.THIRD,
    Role.EXAM_COMMITTEE: small.MEMBER,
    Role.ADMIN: small.ADMIN,
}
STRAIGHT = tuple(row for row in RowId if not MEI_12.rows[row].disputed)
"""The rows of an exam without a dispute, in order."""

LETTERS = {
    StepState.LOCKED: "-",
    StepState.OPEN: "o",
    StepState.WAITING: "w",
    StepState.DONE: "D",
    StepState.SKIPPED: "s",
    StepState.NOT_NEEDED: "n",
    StepState.RETURNED: "R",
    StepState.BROKEN: "B",
}


@cache
def registry() -> Registry:
    """Return the usual registry."""
    return registry_of()


def registry_of(
    *members: str,
    quorum: Mapping[str, int] | None = None,
    school_quorum: Mapping[str, int] | None = None,
    **policy: Data,
) -> Registry:
    """Return a registry with this committee and this policy."""
    votes: Data = dict(quorum or {})
    policy["quorum"] = dict(school_quorum or {})
    records: dict[str, Record] = {
        **small.registry(),
        "school.yml": {"environment": "live", "name": "School", "policy": policy},
        f"committees/{small.COMMITTEE}.yml": small.committee(*members, quorum=votes),
    }
    path = f"instruments/{small.CODE}/1.yml"
    return registry_with(Registry(), records, {path: small.DIGEST})


def documents() -> dict[str, Record]:
    """Return every document that an exam can have on its straight way."""
    return {
        **small.documents(),
        "forms/first.seal.yml": {"part": "first", "assessor": small.FIRST},
        "forms/second.seal.yml": {"part": "second", "assessor": small.SECOND},
        "forms/third.seal.yml": {"part": "third", "assessor": small.THIRD},
        "forms/third.yml": small.form("third", small.THIRD),
        "follow-up.yml": {"decision": "none_wanted"},
        "archive.yml": {"outcome": "passed", "files": {}},
    }


def moment(row: RowId) -> int:
    """Return when a row is approved in these exams."""
    return START + tuple(RowId).index(row) * DAY


def approval(
    row: RowId, hat: Approver, *, person: str = "", at: int | None = None
) -> Approval:
    """Return one approval, of whoever plays the part."""
    role = hat if isinstance(hat, Role) else sorted(PART_ROLES[hat])[0]
    return Approval(
        row=row,
        hat=hat,
        role=Role(role),
        person=person or PERSON[hat],
        seq=1,
        text="",
        level=Level.A,
        via="commit",
        proof="",
        commit="",
        at=moment(row) if at is None else at,
    )


def row_state(row: RowId, *hats: Approver) -> RowState:
    """Return a row with the approvals of these hats, or of all that it needs."""
    wanted = hats or tuple(min(each) for each in MEI_12.rows[row].approvers)
    return RowState(
        seq=1,
        approvals=tuple(approval(row, hat) for hat in wanted),
        changed_at=moment(row),
    )


def exam(*rows: RowId, without: tuple[RowId, ...] = (), **changed: Record) -> ExamState:
    """Return the exam in which these rows are done.

    `changed` replaces documents: `establishment={...}` that of `establishment.yml`.
    """
    kept = [row for row in rows if row not in without]
    found: dict[str, Record] = {
        path: documents()[path]
        for row in kept
        for path in MEI_12.rows[row].writes
        if not path.endswith("/")
    }
    found |= {f"{_file(name)}.yml": record for name, record in changed.items()}
    return ExamState(
        scope=small.SCOPE,
        files={path: FileFact(path, 1, "") for path in found},
        documents=found,
        rows={row: row_state(row) for row in kept},
        parts=parts_of(found.get("exam.yml")),
        events=tuple(_event(row) for row in kept),
        commit="c0ffee",
    )


def _file(name: str) -> str:
    return name.replace("_", "-")


def _event(row: RowId) -> Event:
    state = row_state(row)
    return Event(
        commit="c0ffee",
        at=moment(row),
        actor=state.approvals[0].person,
        role=state.approvals[0].role,
        step=MEI_12.rows[row].step,
        action=Action.APPROVE,
        files=(),
        approvals=state.approvals,
    )


def until(row: RowId, **changed: Record) -> ExamState:
    """Return the exam in which everything up to and including a row is done.

    The appointment is left out, since nobody has to make one.
    """
    straight = STRAIGHT[: STRAIGHT.index(row) + 1]
    skipped = (RowId.APPOINTMENT, RowId.FOLLOW_UP)
    without = tuple(each for each in skipped if each is not row)
    return exam(*straight, without=without, **changed)


def half_done() -> ExamState:
    """Return an exam whose execution only the student approved."""
    state = row_state(RowId.EXECUTION, Part.STUDENT)
    return with_row(until(RowId.ESTABLISH), RowId.EXECUTION, state)


def with_row(found: ExamState, row: RowId, state: RowState) -> ExamState:
    """Return the exam with another state of one row."""
    return replace(found, rows={**found.rows, row: state})


def with_file(found: ExamState, path: str, record: Record | None = None) -> ExamState:
    """Return the exam with a document that nobody approved yet."""
    whole = {**found.documents, path: record or documents()[path]}
    return replace(
        found,
        documents=whole,
        files={**found.files, path: FileFact(path, 1, "")},
    )


def decided(
    found: ExamState, kind: DecisionKind, *, by: str = "", at: int = 0, **fields: Data
) -> ExamState:
    """Return the exam after one more decision."""
    number = len(found.decisions) + 1
    person = by or small.MEMBER
    record: Record = {
        "number": number,
        "kind": kind,
        "by": person,
        "reason": "Zo besloten.",
        **{name.rstrip("_"): value for name, value in fields.items()},
    }
    decision = Decision(
        number=number, kind=kind, record=record, by=person, commit="", at=at
    )
    return applied(found, decision)


def verdict(
    found: ExamState, *, known: Registry | None = None, now: int = START
) -> ExamVerdict:
    """Return where an exam stands."""
    return exam_verdict(found, known or registry(), now)


def bar(found: ExamState, known: Registry | None = None) -> str:
    """Return the states of the twelve steps as twelve letters."""
    steps = verdict(found, known=known).steps
    return "".join(LETTERS[each.state] for each in steps)


def waits(found: ExamState, known: Registry | None = None) -> list[str]:
    """Return whose move it is in the current step: `row: hat: verb`."""
    current = verdict(found, known=known).current
    missing = current.missing if current is not None else ()
    return [f"{each.row}: {each.hat}: {each.verb}" for each in missing]

"""Verdicts made by hand, with exams at every step, for the tests of the site."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from proeve.model.document import Data
from proeve.model.exam import Approval, Decision, Event, ExamState, RowState
from proeve.model.findings import Finding, Location, Severity
from proeve.model.ledger import Judgement, Standing
from proeve.model.registry import Registry
from proeve.model.verdict import (
    ExamVerdict,
    LedgerVerdict,
    Missing,
    StepState,
    StepVerdict,
)
from proeve.process.decisions import DecisionKind
from proeve.process.table import MEI_12, Row, Step
from proeve.process.vocabulary import (
    Action,
    Approver,
    Level,
    Outcome,
    Part,
    Role,
    RowId,
    StepId,
)
from tests.site.papers import (
    PEOPLE as PEOPLE,
)
from tests.site.papers import (
    consensus,
    exam_record,
    instrument,
    played,
)
from tests.site.papers import (
    form as form,
)
from tests.site.papers import (
    person as person,
)

START = 1_756_720_800
DAY = 86_400
NOW = START + 40 * DAY
ASSIGNMENT = "Schakelkast monteren en testen"
VERBS: Mapping[RowId, str] = {
    RowId.ESTABLISH: "establish",
    RowId.SEAL_FIRST: "seal",
    RowId.SEAL_SECOND: "seal",
    RowId.UNSEAL: "unseal",
    RowId.RESULT: "establish-result",
    RowId.ARCHIVE: "archive",
}


def oid(*parts: object) -> str:
    """Return something that looks like a commit id."""
    return hashlib.sha1("-".join(map(str, parts)).encode()).hexdigest()  # noqa: S324


def _documents(number: str, step: int) -> dict[str, Mapping[str, Data]]:
    documents: dict[str, Mapping[str, Data]] = {
        "exam.yml": exam_record(number),
        "assignment.yml": {"title": ASSIGNMENT},
    }
    opened, agreed = 9, 10
    if step >= opened:
        documents["forms/first.yml"] = form()
        documents["forms/second.yml"] = form(worse=True)
    if step >= agreed:
        documents["consensus.yml"] = consensus()
    return documents


def _approvals(name: str, row: Row, at: int) -> tuple[Approval, ...]:
    return tuple(
        _approval(name, row, sorted(hats, key=str)[0], at + 600 * n)
        for n, hats in enumerate(row.approvers)
    )


def _approval(name: str, row: Row, hat: Approver, at: int) -> Approval:
    who, role, level = played(hat)
    act = level is Level.C
    return Approval(
        row=row.id,
        hat=hat,
        role=role,
        person=who,
        seq=1,
        text="sha256:" + oid(name, row.id)[:40] + "0" * 24,
        level=level,
        via="act" if act else "commit",
        proof=oid("act", name, row.id, hat) if act else oid(name, row.id, hat),
        commit=oid(name, row.id, hat),
        at=at,
    )


def _missing(row: Row) -> tuple[Missing, ...]:
    return tuple(
        Missing(
            row=row.id,
            hat=sorted(hats, key=str)[0],
            people=(person(sorted(hats, key=str)[0]),),
            verb=VERBS.get(row.id, "approve"),
        )
        for hats in row.approvers
    )


def _rows(step: Step) -> tuple[Row, ...]:
    rows = (MEI_12.rows[row] for row in step.rows)
    return tuple(row for row in rows if not row.disputed)


def _step(name: str, step: Step, at: int) -> StepVerdict:
    if step.number > at:
        return StepVerdict(step=step.id, state=StepState.LOCKED)
    since = START + step.number * 3 * DAY
    if step.number < at:
        if step.id is StepId.FOLLOW_UP:
            return StepVerdict(step=step.id, state=StepState.NOT_NEEDED)
        approvals = tuple(
            approval
            for row in _rows(step)
            for approval in _approvals(name, row, since + DAY)
        )
        return StepVerdict(
            step=step.id,
            state=StepState.DONE,
            approvals=approvals,
            since=since,
            done_at=since + DAY,
        )
    rows = _rows(step)[:2] if step.id is StepId.ASSESSMENT else _rows(step)[:1]
    missing = tuple(each for row in rows for each in _missing(row))
    return StepVerdict(
        step=step.id,
        state=StepState.WAITING if step.number % 2 == 0 else StepState.OPEN,
        missing=missing[1:] if len(missing) > 1 and step.number % 2 == 0 else missing,
        approvals=_approvals(name, rows[0], since + DAY)[:1]
        if len(missing) > 1 and step.number % 2 == 0
        else (),
        since=since,
        deadline="2025-10-20",
    )


def _event(approval: Approval) -> Event:
    row = MEI_12.rows[approval.row]
    landed = approval.via == "act"
    return Event(
        commit=approval.commit,
        at=approval.at,
        actor=person(Part.SCHOOL_CONTACT) if landed else approval.person,
        role=Role.SCHOOL_CONTACT if landed else approval.role,
        step=row.step,
        action=Action.LAND if landed else row.action,
        files=row.writes[:1],
        approvals=(approval,),
    )


def exam_at(number: int, *, group: str = "emi-2026-a", serial: int = 1) -> ExamVerdict:
    """Return an exam whose current step has this number; 13 is a finished one."""
    name = f"pvb-{serial:04d}"
    shown = f"26-{serial:04d}-k"
    steps = tuple(_step(name, step, number) for step in MEI_12.steps)
    approvals = tuple(each for step in steps for each in step.approvals)
    result = 10
    state = ExamState(
        scope=f"groups/{group}/{name}",
        documents=_documents(shown, number),
        rows={each.row: RowState(seq=1) for each in approvals},
        events=tuple(_event(approval) for approval in approvals),
        commit=approvals[-1].commit if approvals else oid(name),
        subject="sha256:" + "b" * 64,
    )
    return ExamVerdict(
        state=state,
        steps=steps,
        current=steps[number - 1] if number <= len(steps) else None,
        outcome=Outcome.PASSED if number > result else None,
        provisional=False,
    )


def with_step(exam: ExamVerdict, step: StepVerdict) -> ExamVerdict:
    """Return the exam with its current step replaced."""
    steps = tuple(step if each.step is step.step else each for each in exam.steps)
    return replace(exam, steps=steps, current=step)


def late(exam: ExamVerdict, days: int) -> ExamVerdict:
    """Return the exam with its current step past its deadline."""
    assert exam.current is not None
    due = datetime.fromtimestamp(NOW - days * DAY, UTC).date().isoformat()
    return with_step(exam, replace(exam.current, overdue_days=days, deadline=due))


def decided(exam: ExamVerdict, kind: DecisionKind, reason: str) -> ExamVerdict:
    """Return the exam with a decision taken by the committee."""
    decision = Decision(
        number=1,
        kind=kind,
        record={"reason": reason, "row": "acquire", "until": "2025-11-01"},
        by=person(Role.EXAM_COMMITTEE),
        commit=oid("decision", exam.state.id),
        at=START + 20 * DAY,
    )
    return replace(exam, state=replace(exam.state, decisions=(decision,)))


def held_up(exam: ExamVerdict) -> ExamVerdict:
    """Return the exam with a commit after it that is not lawful."""
    commit = oid("bad", exam.state.id)
    finding = Finding(
        code="rows.frozen",
        where=Location(f"exams/{exam.scope}/assignment.yml", commit=commit),
        args={"file": "assignment.yml"},
    )
    return replace(
        exam, state=replace(exam.state, held_up=(commit,)), findings=(finding,)
    )


def _valid(count: int) -> tuple[Judgement, ...]:
    commits = (oid("good", n) for n in range(count))
    return tuple(
        Judgement(commit=commit, standing=Standing.VALID, scopes=())
        for commit in commits
    )


def _last(findings: tuple[Finding, ...]) -> Judgement:
    return Judgement(
        commit=oid("last"),
        standing=Standing.INVALID if findings else Standing.VALID,
        scopes=("groups/emi-2026-a/pvb-0001",),
        findings=findings,
    )


def verdict(
    *exams: ExamVerdict,
    environment: str = "practice",
    name: str = "MBO De Schakel",
    findings: tuple[Finding, ...] = (),
) -> LedgerVerdict:
    """Return a ledger with these exams."""
    groups: dict[str, tuple[ExamVerdict, ...]] = {}
    for exam in exams:
        groups[exam.state.group] = (*groups.get(exam.state.group, ()), exam)
    pinned = instrument()
    return LedgerVerdict(
        environment=environment,
        trust_root="sha256:" + "c" * 64,
        head=oid("head"),
        length=57,
        now=NOW,
        proved=environment != "sample",
        registry=Registry(
            name=name,
            environment=environment,
            instruments={(pinned.code, pinned.version): pinned},
        ),
        groups=groups,
        group_records={
            group: {
                "title": f"Eerste monteur {group[-1].upper()}",
                "crebo": "25267",
                "cohort": "2026",
            }
            for group in groups
        },
        judgements=(*_valid(56), _last(findings)),
        findings=findings,
    )


def school() -> LedgerVerdict:
    """Return a school with exams at every step and in several ways aside."""
    straight = tuple(exam_at(number, serial=number) for number in range(1, 14))
    other = "emi-2026-b"
    returned = exam_at(2, group=other, serial=21)
    assert returned.current is not None
    note = Finding(
        code="exam.untimed",
        where=Location("exams/groups/emi-2026-b/pvb-0024/evidence.yml"),
        severity=Severity.NOTE,
    )
    return verdict(
        *straight,
        decided(
            with_step(returned, replace(returned.current, state=StepState.RETURNED)),
            DecisionKind.RETURN,
            "De opdracht dekt werkproces 3 nog niet.",
        ),
        late(exam_at(7, group=other, serial=22), 6),
        late(exam_at(3, group=other, serial=23), 1),
        replace(exam_at(6, group=other, serial=24), untimed=True, findings=(note,)),
        held_up(exam_at(5, group=other, serial=25)),
        replace(
            exam_at(10, group=other, serial=26),
            outcome=Outcome.NOT_PASSED,
            provisional=True,
        ),
        findings=(
            Finding(
                code="rows.frozen",
                where=Location("exams/groups/emi-2026-b/pvb-0025/assignment.yml"),
                args={"file": "assignment.yml"},
            ),
        ),
    )


def many(count: int) -> LedgerVerdict:
    """Return a school with many exams, 25 in a group."""
    return verdict(
        *(exam_at(n % 13 + 1, group=f"g-{n // 25:03d}", serial=n) for n in range(count))
    )

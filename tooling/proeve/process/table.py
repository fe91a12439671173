"""The twelve steps and the rows beneath them: who approves what, and which text.

No labels stand here; those are in `words.labels`, in Dutch and in English. An exam
names the version of its process, so that an archived exam is judged by the table of
its day.
Sources: DESIGN section 4, PROTOCOL R10, R12.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from proeve.process.vocabulary import (
    ASSESSORS,
    Action,
    Approver,
    Needed,
    Part,
    Phase,
    Role,
    RowId,
    StepId,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One of the twelve steps."""

    number: int
    id: StepId
    phase: Phase
    needed: Needed
    rows: tuple[RowId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of PROTOCOL R12.

    `approvers` holds sets: of each set one must stand. `writes` and `text` are path
    patterns relative to the exam's folder; a pattern that ends in `/` is the folder.
    `by_policy` says that the school's policy may name other parts than `approvers`.
    `disputed` rows exist only after a dispute that brings in a third assessor.
    """

    id: RowId
    step: StepId
    action: Action
    approvers: tuple[frozenset[Approver], ...]
    writes: tuple[str, ...]
    text: tuple[str, ...]
    needs: tuple[RowId, ...]
    frozen_by: tuple[RowId, ...]
    by_policy: bool = False
    disputed: bool = False


def _each(*approvers: Approver) -> tuple[frozenset[Approver], ...]:
    return tuple(frozenset({approver}) for approver in approvers)


def _any(*approvers: Approver) -> tuple[frozenset[Approver], ...]:
    return (frozenset(approvers),)


_CONTACT, _SUPERVISOR = Part.SCHOOL_CONTACT, Part.WORKPLACE_SUPERVISOR
_FIRST, _SECOND, _THIRD = ASSESSORS
_COMMITTEE = Role.EXAM_COMMITTEE
_SEALS = (RowId.SEAL_FIRST, RowId.SEAL_SECOND)

_STEPS = tuple(
    Step(number=number, id=step, phase=phase, needed=needed, rows=rows)
    for number, (step, phase, needed, rows) in enumerate(
        (
            (StepId.CREATE, Phase.PREPARATION, Needed.ALWAYS, (RowId.CREATE,)),
            (StepId.ACQUIRE, Phase.PREPARATION, Needed.ALWAYS, (RowId.ACQUIRE,)),
            (StepId.ESTABLISH, Phase.PREPARATION, Needed.ALWAYS, (RowId.ESTABLISH,)),
            (
                StepId.APPOINTMENT,
                Phase.PREPARATION,
                Needed.OPTIONAL,
                (RowId.APPOINTMENT,),
            ),
            (StepId.EXECUTION, Phase.EXECUTION, Needed.ALWAYS, (RowId.EXECUTION,)),
            (StepId.EVIDENCE, Phase.EXECUTION, Needed.ALWAYS, (RowId.EVIDENCE,)),
            (
                StepId.EVIDENCE_CHECK,
                Phase.ASSESSMENT,
                Needed.ALWAYS,
                (RowId.EVIDENCE_CHECK,),
            ),
            (
                StepId.ASSESSMENT,
                Phase.ASSESSMENT,
                Needed.ALWAYS,
                (*_SEALS, RowId.UNSEAL, RowId.SEAL_THIRD, RowId.UNSEAL_THIRD),
            ),
            (StepId.CONSENSUS, Phase.ASSESSMENT, Needed.ALWAYS, (RowId.CONSENSUS,)),
            (
                StepId.RESULT,
                Phase.ASSESSMENT,
                Needed.ALWAYS,
                (RowId.FINAL, RowId.RESULT),
            ),
            (
                StepId.FOLLOW_UP,
                Phase.CLOSING,
                Needed.IF_NOT_PASSED,
                (RowId.FOLLOW_UP,),
            ),
            (StepId.ARCHIVE, Phase.CLOSING, Needed.ALWAYS, (RowId.ARCHIVE,)),
        ),
        start=1,
    )
)

_ROWS = (
    Row(
        id=RowId.CREATE,
        step=StepId.CREATE,
        action=Action.APPROVE,
        approvers=_each(_CONTACT),
        writes=("exam.yml", "assignment.yml"),
        text=("exam.yml",),
        needs=(),
        frozen_by=(RowId.ESTABLISH,),
    ),
    Row(
        id=RowId.ACQUIRE,
        step=StepId.ACQUIRE,
        action=Action.APPROVE,
        approvers=_each(_CONTACT, _SUPERVISOR, Part.STUDENT),
        writes=("assignment.yml",),
        text=("exam.yml", "assignment.yml"),
        needs=(RowId.CREATE,),
        frozen_by=(RowId.ESTABLISH,),
    ),
    Row(
        id=RowId.ESTABLISH,
        step=StepId.ESTABLISH,
        action=Action.APPROVE,
        approvers=_each(_COMMITTEE),
        writes=("establishment.yml",),
        text=("exam.yml", "assignment.yml", "establishment.yml"),
        needs=(RowId.ACQUIRE,),
        frozen_by=(RowId.ESTABLISH,),
    ),
    Row(
        id=RowId.APPOINTMENT,
        step=StepId.APPOINTMENT,
        action=Action.APPROVE,
        approvers=_any(_CONTACT, _SUPERVISOR),
        writes=("appointments.yml",),
        text=("appointments.yml",),
        needs=(RowId.ESTABLISH,),
        frozen_by=_SEALS,
    ),
    Row(
        id=RowId.EXECUTION,
        step=StepId.EXECUTION,
        action=Action.APPROVE,
        approvers=_each(Part.STUDENT, _SUPERVISOR),
        writes=("execution.yml",),
        text=("establishment.yml", "execution.yml"),
        needs=(RowId.ESTABLISH,),
        frozen_by=(RowId.EVIDENCE,),
    ),
    Row(
        id=RowId.EVIDENCE,
        step=StepId.EVIDENCE,
        action=Action.APPROVE,
        approvers=_each(Part.STUDENT),
        writes=("evidence.yml", "evidence/"),
        text=("establishment.yml", "evidence.yml", "evidence/"),
        needs=(RowId.EXECUTION,),
        frozen_by=(RowId.EVIDENCE,),
    ),
    Row(
        id=RowId.EVIDENCE_CHECK,
        step=StepId.EVIDENCE_CHECK,
        action=Action.APPROVE,
        approvers=_each(_FIRST, _SECOND),
        writes=("evidence-check.yml",),
        text=("evidence.yml", "evidence-check.yml"),
        needs=(RowId.EVIDENCE,),
        frozen_by=_SEALS,
        by_policy=True,
    ),
    Row(
        id=RowId.SEAL_FIRST,
        step=StepId.ASSESSMENT,
        action=Action.SEAL,
        approvers=_each(_FIRST),
        writes=("forms/first.seal.yml",),
        text=("evidence-check.yml", "forms/first.seal.yml"),
        needs=(RowId.EVIDENCE_CHECK,),
        frozen_by=(RowId.UNSEAL,),
    ),
    Row(
        id=RowId.SEAL_SECOND,
        step=StepId.ASSESSMENT,
        action=Action.SEAL,
        approvers=_each(_SECOND),
        writes=("forms/second.seal.yml",),
        text=("evidence-check.yml", "forms/second.seal.yml"),
        needs=(RowId.EVIDENCE_CHECK,),
        frozen_by=(RowId.UNSEAL,),
    ),
    Row(
        id=RowId.UNSEAL,
        step=StepId.ASSESSMENT,
        action=Action.UNSEAL,
        approvers=_any(_COMMITTEE, _FIRST, _SECOND),
        writes=("forms/first.yml", "forms/second.yml"),
        text=(
            "forms/first.seal.yml",
            "forms/second.seal.yml",
            "forms/first.yml",
            "forms/second.yml",
        ),
        needs=_SEALS,
        frozen_by=(RowId.UNSEAL,),
    ),
    Row(
        id=RowId.SEAL_THIRD,
        step=StepId.ASSESSMENT,
        action=Action.SEAL,
        approvers=_each(_THIRD),
        writes=("forms/third.seal.yml",),
        text=("evidence-check.yml", "forms/third.seal.yml"),
        needs=(RowId.UNSEAL,),
        frozen_by=(RowId.UNSEAL_THIRD,),
        disputed=True,
    ),
    Row(
        id=RowId.UNSEAL_THIRD,
        step=StepId.ASSESSMENT,
        action=Action.UNSEAL,
        approvers=_any(_COMMITTEE, _THIRD),
        writes=("forms/third.yml",),
        text=("forms/third.seal.yml", "forms/third.yml"),
        needs=(RowId.SEAL_THIRD,),
        frozen_by=(RowId.UNSEAL_THIRD,),
        disputed=True,
    ),
    Row(
        id=RowId.CONSENSUS,
        step=StepId.CONSENSUS,
        action=Action.APPROVE,
        approvers=_each(_FIRST, _SECOND),
        writes=("consensus.yml",),
        text=("forms/first.yml", "forms/second.yml", "consensus.yml"),
        needs=(RowId.UNSEAL,),
        frozen_by=(RowId.FINAL,),
    ),
    Row(
        id=RowId.FINAL,
        step=StepId.RESULT,
        action=Action.APPROVE,
        approvers=_each(_FIRST),
        writes=("final-assessment.yml",),
        text=("consensus.yml", "final-assessment.yml"),
        needs=(RowId.CONSENSUS,),
        frozen_by=(RowId.RESULT,),
    ),
    Row(
        id=RowId.RESULT,
        step=StepId.RESULT,
        action=Action.APPROVE,
        approvers=_each(_COMMITTEE),
        writes=("result.yml",),
        text=("final-assessment.yml", "result.yml"),
        needs=(RowId.FINAL,),
        frozen_by=(RowId.RESULT,),
    ),
    Row(
        id=RowId.FOLLOW_UP,
        step=StepId.FOLLOW_UP,
        action=Action.APPROVE,
        approvers=_each(_COMMITTEE),
        writes=("follow-up.yml",),
        text=("result.yml", "follow-up.yml"),
        needs=(RowId.RESULT,),
        frozen_by=(RowId.ARCHIVE,),
    ),
    Row(
        id=RowId.ARCHIVE,
        step=StepId.ARCHIVE,
        action=Action.APPROVE,
        approvers=_each(Role.ADMIN),
        writes=("archive.yml",),
        text=("archive.yml",),
        needs=(RowId.RESULT,),
        frozen_by=(RowId.ARCHIVE,),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Process:
    """One version of the process rules: twelve steps and the rows beneath them."""

    version: str
    steps: tuple[Step, ...]
    rows: Mapping[RowId, Row]

    def step(self, step: StepId) -> Step:
        """Return the step with this id."""
        return next(each for each in self.steps if each.id is step)


MEI_12 = Process(version="mei-12/1", steps=_STEPS, rows={row.id: row for row in _ROWS})

PROCESSES: Mapping[str, Process] = {MEI_12.version: MEI_12}

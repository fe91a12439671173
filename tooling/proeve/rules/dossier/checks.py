"""Which rule looks at which documents; asked for a change, or for a whole dossier."""

from collections.abc import Callable, Iterator
from functools import lru_cache

from proeve.model.exam import ExamState
from proeve.model.findings import Finding
from proeve.model.ledger import State
from proeve.process.vocabulary import Action, RowId
from proeve.rules.dossier.case import Case, Fault, Faults, fault
from proeve.rules.dossier.closing import check_archive, check_archived_outcome
from proeve.rules.dossier.evidence import (
    check_evidence,
    check_evidence_check,
    check_handed_in,
    check_stored,
)
from proeve.rules.dossier.exam import (
    check_attempt,
    check_instrument_pinned,
    check_known,
    check_number,
    check_separations,
    check_sides,
)
from proeve.rules.dossier.judging import (
    check_consensus,
    check_final,
    check_forms,
    check_result,
    check_use,
)
from proeve.rules.dossier.preparation import (
    check_appointments,
    check_assignment,
    check_establishment,
)
from proeve.rules.move import Move
from proeve.rules.rows import matches, outcome_of

_EXAM = ("exam.yml",)
_PARTS = ("exam.yml", "decisions/")

RULES: tuple[tuple[tuple[str, ...], Callable[[Case], Faults]], ...] = (
    (_EXAM, check_number),
    (_PARTS, check_known),
    (("exam.yml", "establishment.yml"), check_instrument_pinned),
    (_EXAM, check_sides),
    (_PARTS, check_separations),
    (_EXAM, check_attempt),
    (_EXAM, check_use),
    (("assignment.yml",), check_assignment),
    (("establishment.yml",), check_establishment),
    (("appointments.yml",), check_appointments),
    (("evidence.yml",), check_evidence),
    (("evidence.yml", "evidence/"), check_stored),
    (("evidence-check.yml",), check_evidence_check),
    (("forms/first.yml", "forms/second.yml", "forms/third.yml"), check_forms),
    (("consensus.yml",), check_consensus),
    (("final-assessment.yml",), check_final),
    (("result.yml",), check_result),
    (("archive.yml",), check_archive),
    (("archive.yml",), check_archived_outcome),
)
"""Each rule with the files whose change asks for it."""


def check_changed(move: Move, exam: ExamState) -> Iterator[Finding]:
    """Report what the documents that this move changed do not mean rightly."""
    case = case_of(exam, move.state)
    if case.document("exam") is None:
        return  # its rows already say that nothing can stand here yet
    asked = sorted({i for path in move.changed for i in asked_by(path)})
    rules = [RULES[index][1] for index in asked]
    if _hands_in(move):
        rules.append(check_handed_in)
    for rule in rules:
        for each in rule(case):
            yield move.finding(each.code, each.path, *each.pointer, **each.args)


def _hands_in(move: Move) -> bool:
    """Tell whether somebody says here that the evidence is all there."""
    return any(
        voice.statement.action is Action.APPROVE
        and voice.address is not None
        and voice.address[0].id is RowId.EVIDENCE
        for voice in move.voices
    )


@lru_cache(maxsize=4096)
def asked_by(path: str) -> tuple[int, ...]:
    """Return which of the rules a change of this file asks for."""
    return tuple(i for i, (files, _) in enumerate(RULES) if matches(path, files))


def check_case(case: Case) -> Iterator[Fault]:
    """Report everything that the documents of one exam do not mean rightly."""
    if case.document("exam") is None:
        yield fault("exam.absent", "exam.yml")
        return
    for files, rule in RULES:
        if any(matches(path, files) for path in case.files):
            yield from rule(case)
    if "evidence.yml" in case.files:
        yield from check_handed_in(case)


def case_of(exam: ExamState, state: State) -> Case:
    """Return the case of an exam in the state before its transition."""
    group = state.groups.get(exam.group)
    return Case(
        scope=exam.scope,
        documents=exam.documents,
        files=exam.files,
        parts=exam.parts,
        registry=state.registry,
        decisions=exam.decisions,
        numbers=state.numbers,
        students=group.students if group else frozenset(),
        stopped=exam.stopped,
        outcome=outcome_of(exam, state.registry),
    )

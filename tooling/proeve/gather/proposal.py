"""A proposal: what a branch would add to the ledger, judged before it lands (R28).

Signed commits are judged as they are. What a branch holds unsigned is judged by the
shape and meaning of its documents: the approvals that it lacks are waited for, and only
what no approval could make lawful now is a finding.
"""

from dataclasses import dataclass, replace
from pathlib import Path

from proeve.gather.documents import judge_documents
from proeve.gather.history import (
    JudgingReader,
    Ledger,
    files_at,
    judge_ledger,
    located,
    open_ledger,
    verdict_of,
)
from proeve.gather.pin import hold_to_pin
from proeve.history.objects import ObjectKind
from proeve.history.transitions import transitions
from proeve.judge import step
from proeve.model.findings import Finding, Severity
from proeve.model.history import UNCONFIRMED, Transition
from proeve.model.ledger import Standing, State
from proeve.model.verdict import LedgerVerdict
from proeve.rules.proposing import check_proposed


@dataclass(frozen=True, slots=True)
class Proposal:
    """The ledger as it would be, and what stands in the way."""

    verdict: LedgerVerdict
    findings: tuple[Finding, ...]


def judge_proposal(  # noqa: PLR0913 - each says what to judge, and is a keyword
    path: Path,
    *,
    base: str,
    rev: str,
    now: int,
    trust_root: str | None = None,
    pins: Path | None = None,
) -> Proposal:
    """Judge what `rev` adds to `base`; law, people and keys are those of the base.

    The base is held to its pin, if a folder of pins is given; no pin moves.
    """
    ledger = open_ledger(path, base, trust_root)
    if pins is not None:
        hold_to_pin(ledger, pins, trust_root)
    proposed = ledger.objects.head(rev)
    if ledger.is_sample:
        return _documents_only(ledger, proposed, now)
    state, judgements = judge_ledger(ledger)
    before = verdict_of(ledger, state, judgements, now)
    reader = JudgingReader(ledger.repo, ledger.environment)
    findings: list[Finding] = []
    for each in transitions(path, proposed, reader=reader, since=ledger.head):
        state, found = _would(state, each)
        findings += [located(ledger.objects, finding) for finding in found]
    after = verdict_of(replace(ledger, head=proposed), state, (), now)
    verdict = replace(before, groups=after.groups, head=proposed)
    return Proposal(verdict, tuple(findings))


def _would(state: State, transition: Transition) -> tuple[State, list[Finding]]:
    """Return the state after a commit if it is lawful, and what is not lawful in it."""
    after, judgement = step(state, transition)
    if judgement.standing is Standing.VALID:
        return after, []
    findings = [_waits(finding) for finding in judgement.findings]
    unsigned = all(each.code in UNCONFIRMED for each in judgement.findings)
    return state, [*findings, *(check_proposed(state, transition) if unsigned else ())]


def _waits(finding: Finding) -> Finding:
    """Return a lack of signature as something that is waited for."""
    if finding.code in UNCONFIRMED:
        return replace(finding, severity=Severity.NOTE)
    return finding


def _documents_only(ledger: Ledger, proposed: str, now: int) -> Proposal:
    files = {
        path: ledger.objects.raw(oid, ObjectKind.BLOB)
        for path, oid in files_at(ledger.objects, proposed).items()
        if path.startswith("exams/")
    }
    found = judge_documents(files)
    verdict = verdict_of(replace(ledger, head=proposed), found.state, (), now)
    return Proposal(replace(verdict, proved=False), found.findings)

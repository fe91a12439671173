"""Verdicts on a whole ledger, from exams that stand somewhere in the twelve steps."""

from proeve.model.exam import ExamState
from proeve.model.findings import Finding
from proeve.model.ledger import Judgement, Standing
from proeve.model.verdict import LedgerVerdict
from tests.dossier import small
from tests.status.exams import START, registry, verdict

ROOT = f"proeve:r-{'7f' * 16}:sha256:{'ab' * 32}"
HEAD = "0123456789abcdef0123456789abcdef01234567"


def ledger(
    *exams: ExamState,
    environment: str = "live",
    proved: bool = True,
    findings: tuple[Finding, ...] = (),
    standings: tuple[Standing, ...] = (),
    now: int = START,
) -> LedgerVerdict:
    """Return the verdict on a ledger of one group with these exams."""
    return LedgerVerdict(
        environment=environment,
        trust_root=ROOT if proved else "",
        head=HEAD,
        length=len(standings),
        now=now,
        proved=proved,
        registry=registry(),
        groups={small.GROUP: tuple(verdict(each, now=now) for each in exams)},
        group_records={},
        judgements=tuple(
            Judgement(commit=HEAD, standing=each, scopes=()) for each in standings
        ),
        findings=findings,
    )

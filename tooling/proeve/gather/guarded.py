"""Judging with what this user's machine knows from before: the pin.

Reports and pages judge what lies there; `proeve verify` also asks whether history went
back since the last time.
"""

from pathlib import Path

from proeve.gather.history import (
    judge_ledger,
    judge_repository,
    open_ledger,
    verdict_of,
)
from proeve.gather.pin import hold_to_pin, move_pin
from proeve.model.verdict import LedgerVerdict


def verify(  # noqa: PLR0913 - each says what to judge, and is a keyword
    path: Path,
    *,
    now: int,
    pins: Path,
    rev: str = "main",
    trust_root: str | None = None,
    workers: int = 2,
) -> LedgerVerdict:
    """Judge the ledger at a revision, held to its pin; then move the pin there."""
    ledger = open_ledger(path, rev, trust_root)
    hold_to_pin(ledger, pins, trust_root)
    if ledger.is_sample:
        return judge_repository(path, rev=rev, now=now, workers=workers)
    state, judgements = judge_ledger(ledger, workers=workers)
    move_pin(ledger, state, pins)
    return verdict_of(ledger, state, judgements, now)

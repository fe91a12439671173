"""What a refusal looks like: the codes that each kind of attack must be met with.

One table for all attack tests, so that a renamed code is one line here.
"""

from proeve.model.ledger import Judgement, Standing
from tests.judging.sim import ExamSim

# The statement and the chain
BASE = "statement.base"
SUBJECT = "statement.subject"
REPO = "statement.other-repository"
STEP = "statement."
SEQ = "rows.stale"
TEXT = "rows.other-text"
EMPTY = "rows.empty"
REPLAYED = "statement.replayed"
# The rows
LOCKED = "rows.locked"
FROZEN = "rows.frozen"
ARCHIVED = "rows.archived"
FOREIGN = "rows.not-writable"
NO_ROW = "parts.no-say"
UNCOVERED = "rows.not-writable"
# Who
ROLE = "parts."
OFFICE = "registry.not-an-admin"
KEY = "people."
ACTOR = "people.not-the-actor"
PARTS = "parts."
TWICE = "rows.twice"
LANDING = "parts.may-not-land"
SEPARATION = "separation."
COMMITTEE = "committee."
# Seals and forms
SEALS = "seals."
HALF = "rows.nothing-to-approve"
# Scopes and files
SCOPE = "scope."
DELETED = "rows.deleted"
ACTS = "history.act-changed"
UNSIGNED = "signature.none"
# Decisions
DECISION = "decisions."
# The registry
REGISTRY = "registry."
GENESIS = "history."
HOLDER = "registry.not-a-root-holder"


def refused(judgement: Judgement, *families: str) -> None:
    """Hold that a commit is invalid and that one of these codes says why."""
    found = [finding.code for finding in judgement.findings]
    assert judgement.standing is Standing.INVALID, found
    assert any(code.startswith(families) for code in found), (found, families)


def accepted(judgement: Judgement) -> None:
    """Hold that a commit is lawful."""
    found = [(each.code, dict(each.args)) for each in judgement.findings]
    assert judgement.standing is Standing.VALID, found


def all_accepted(sim: ExamSim) -> None:
    """Hold that every commit of the ledger was lawful, in its order."""
    for judgement in sim.books.judgements:
        accepted(judgement)

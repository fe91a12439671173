"""What the receiver attests: reviews, parcels and papers, each as TRUST 1.9 has it.

Every line can be said otherwise by naming it, so that each attack is one word.
"""

from dataclasses import replace

from proeve.model.document import Data
from proeve.model.ledger import Judgement
from tests.judging import paper, people, school
from tests.judging.attacks import accepted
from tests.judging.changes import Changes
from tests.judging.ledger import Lines, Signed, sign_act
from tests.judging.objects import SshKey, key_of
from tests.judging.sim import ExamSim
from tests.judging.speaker import Speaker
from tests.receiver.branches import Branch, branch

SEEN = "2026-03-02T09:00:00Z"


def attest(act: Signed, extra: Lines, key: SshKey | None = None) -> Signed:
    """Return the receiver's word for what somebody would have signed."""
    key = key or key_of(people.RECEIVER)
    made = sign_act(act.said, key, kind="proeve-receiver", extra=extra)
    return replace(made, row=act.row, files=act.files)


def _with(lines: Lines, otherwise: dict[str, str]) -> Lines:
    assert otherwise.keys() <= dict(lines).keys(), otherwise
    return tuple((name, otherwise.get(name, value)) for name, value in lines)


def review(act: Signed, seen: Branch, /, **otherwise: str) -> Signed:
    """Return a review on the forge by the act's actor, of a branch."""
    lines = (
        ("kind", "review"),
        ("forge", "gitea"),
        ("host", people.FORGE),
        ("repo_id", "12"),
        ("pr", "17"),
        ("review", "223344"),
        ("reviewer_id", str(people.account_of(act.said.actor))),
        ("state", "APPROVED"),
        ("reviewed_commit", seen.oid),
        ("submitted", SEEN),
    )
    return attest(act, _with(lines, otherwise))


def parcel(act: Signed, /, **otherwise: str) -> Signed:
    """Return what came by a personal link and a code."""
    lines = (
        ("kind", "parcel"),
        ("link", paper.file_digest(b"https://proeve.example/a-link")),
        ("channel", "sms"),
        ("received", SEEN),
    )
    return attest(act, _with(lines, otherwise))


def on_paper(act: Signed, /, **otherwise: str) -> Signed:
    """Return a paper that two people at school answer for."""
    lines = (
        ("kind", "paper"),
        ("transcriber", people.CONTACT),
        ("countersigner", people.TEACHER),
        ("scan", paper.file_digest(b"a scan")),
    )
    return attest(act, _with(lines, otherwise))


def unpacked(
    sim: ExamSim, who: Speaker, action: str, row: str, changes: Changes | None = None
) -> Judgement:
    """Let the receiver land somebody's parcel, with the unpacked commit beside it."""
    act = who.act(action, row, changes)
    beside = branch(sim).commit(changes or {})
    return sim.receiver.by_merge(beside).lands(parcel(act))


def proposed(sim: ExamSim, changes: Changes, by: str = people.RECEIVER) -> Branch:
    """Return a branch on which somebody put these changes up for review."""
    return branch(sim).commit(changes, by)


def with_policy(sim: ExamSim, **policy: Data) -> None:
    """Let the school change its policy."""
    changed = {"school.yml": school.settings(policy=dict(policy))}
    act = sim.second_root.whole_act("registry", changed)
    accepted(sim.root.changes("registry", changed, act))

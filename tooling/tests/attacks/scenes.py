"""The lawful scenes that attacks change: each with the sim before it and its twin."""

from dataclasses import dataclass

from tests.attacks.staging import on_top
from tests.judging import papers, people, school
from tests.judging.changes import Changes
from tests.judging.ledger import Signed, written
from tests.judging.objects import File, key_of
from tests.judging.people import Doc
from tests.judging.real import Raw
from tests.judging.reference import after
from tests.judging.sim import ExamSim
from tests.receiver.attested import proposed, review
from tests.receiver.branches import Branch
from tests.receiver.test_reference_with_receiver import after as by_receiver

HERE = f"exams/{people.EXAM}"
ASSIGNMENT = f"{HERE}/assignment.yml"
CHANGED = File(written(papers.assignment("Nieuw")))
CHANGE: Changes = {"assignment.yml": CHANGED}
CHECK: Changes = {"evidence-check.yml": papers.evidence_check()}
NEW = "p-00000077"
NEW_PATH = f"people/00/{NEW}.yml"


@dataclass(slots=True)
class Scene:
    """A lawful change of the assignment, as bytes to be spoiled and as its twin."""

    raw: Raw
    before: ExamSim
    twin: ExamSim


def change() -> Scene:
    """Return the contact's change of the assignment, on top of row 8."""
    before = after(8)
    twin = before.fork()
    twin.contact.approves("acquire", CHANGE)
    return Scene(on_top(before, twin, {ASSIGNMENT: CHANGED}), before, twin)


def changed(sim: ExamSim, **spoiled: str) -> ExamSim:
    """Return a sim in which the contact has changed the assignment."""
    sim.contact.approves("acquire", CHANGE, **spoiled)  # type: ignore[arg-type] # lines
    return sim


def revoked_key(who: str, kind: str = "retired") -> dict[str, Doc]:
    """Return the revocation of somebody's key."""
    return {
        "revocations/1.yml": {
            "schema": "proeve/revocation/v1",
            "number": 1,
            "key": key_of(who).text,
            "kind": kind,
            "reason": "Uit dienst.",
        }
    }


def without_key_of(who: str, sim: ExamSim | None = None) -> ExamSim:
    """Return the example in which the admin has revoked somebody's key."""
    sim = sim or after(8)
    sim.admin.changes("registry", revoked_key(who))
    return sim


def by_two(sim: ExamSim, changes: Changes) -> ExamSim:
    """Let an admin change the registry with a committee member beside them."""
    act = sim.committee.whole_act("registry", changes)
    sim.admin.changes("registry", changes, act)
    return sim


def by_two_super_admins(sim: ExamSim, changes: Changes) -> ExamSim:
    """Let two super admins change the registry."""
    act = sim.second_root.whole_act("registry", changes)
    sim.root.changes("registry", changes, act)
    return sim


def grant(who: str, role: str) -> Changes:
    """Return one grant."""
    return {"grants/00/g-00000400.yml": school.grant(0x400, who, role)}


def reviewed(
    branch: Branch | None = None, check: Changes | None = None, **otherwise: str
) -> ExamSim:
    """Return row 22: one assessor signs, the other's review on the forge is landed."""
    sim = by_receiver(21)
    seen = branch or proposed(sim, CHECK)
    first, second = approvals(sim, check or CHECK)
    sim.receiver.by_merge(seen).lands(first, review(second, seen, **otherwise))
    return sim


def approvals(sim: ExamSim, check: Changes) -> tuple[Signed, Signed]:
    """Return what both assessors say of a check of the evidence."""
    first = sim.first.act("approve", "evidence_check", check)
    return first, sim.second.act("approve", "evidence_check", check)

"""Every step against every role: who may do what, and that nobody else may.

The table is typed over from the paper; each cell is a commit that is judged.
"""

from collections.abc import Callable

import pytest

from proeve.model.ledger import Judgement, Standing
from tests.judging import papers, people
from tests.judging.changes import Content
from tests.judging.reference import after
from tests.judging.sim import ExamSim
from tests.judging.speaker import Speaker

SPEAKERS: dict[str, Callable[[ExamSim], Speaker]] = {
    "super_admin": lambda sim: sim.root,
    "admin": lambda sim: sim.admin,
    "teacher": lambda sim: sim.who(people.TEACHER, "teacher"),
    "school_contact": lambda sim: sim.contact,
    "exam_committee": lambda sim: sim.committee,
    "school_assessor": lambda sim: sim.second,
    "workplace_supervisor": lambda sim: sim.supervisor,
    "workplace_assessor": lambda sim: sim.first,
    "student": lambda sim: sim.student,
    "receiver": lambda sim: sim.receiver,
}

Deed = Callable[[ExamSim, Speaker], Judgement]


def _approves(row: str, **files: Callable[[ExamSim, Speaker], people.Doc]) -> Deed:
    def deed(sim: ExamSim, speaker: Speaker) -> Judgement:
        made: dict[str, Content] = {}
        for name, make in files.items():
            made[f"{name.replace('_', '-')}.yml"] = make(sim, speaker)
        return speaker.approves(row, made)

    return deed


def _hands_in(sim: ExamSim, speaker: Speaker) -> Judgement:
    del sim
    files: dict[str, Content] = {
        "evidence.yml": papers.evidence(),
        papers.PROOF_PATH: papers.PROOF,
    }
    return speaker.approves("evidence", files)


def _seals(sim: ExamSim, speaker: Speaker) -> Judgement:
    part = "first" if speaker.person == sim.first.person else "second"
    return speaker.seals(part)


def _archives(sim: ExamSim, speaker: Speaker) -> Judgement:
    return speaker.approves("archive", {"archive.yml": papers.archive(sim.files)})


CELLS: dict[str, tuple[int, Deed, frozenset[str]]] = {
    "1 create": (
        5,
        _approves(
            "create",
            exam=lambda sim, _: sim.cast.exam(),
            assignment=lambda *_: papers.assignment("Eerste tekst"),
        ),
        frozenset({"school_contact"}),
    ),
    "2 acquire": (
        12,
        _approves("acquire", assignment=lambda *_: papers.assignment("Nieuw")),
        frozenset({"school_contact", "workplace_supervisor", "student"}),
    ),
    "3 establish": (
        15,
        _approves(
            "establish",
            establishment=lambda _, who: papers.establishment(by=who.person),
        ),
        frozenset({"exam_committee"}),
    ),
    "4 appointment": (
        16,
        _approves("appointment", appointments=lambda *_: papers.appointments()),
        frozenset({"school_contact", "workplace_supervisor"}),
    ),
    "5 execution": (
        17,
        _approves("execution", execution=lambda *_: papers.execution()),
        frozenset({"student", "workplace_supervisor"}),
    ),
    "6 evidence": (20, _hands_in, frozenset({"student"})),
    "7 evidence_check": (
        21,
        _approves("evidence_check", evidence_check=lambda *_: papers.evidence_check()),
        frozenset({"school_assessor", "workplace_assessor"}),
    ),
    "8 assessment": (
        22,
        _seals,
        frozenset({"school_assessor", "workplace_assessor"}),
    ),
    "9 consensus": (
        25,
        _approves("consensus", consensus=lambda *_: papers.consensus()),
        frozenset({"school_assessor", "workplace_assessor"}),
    ),
    "10a final assessment": (
        27,
        _approves("final", final_assessment=lambda _, who: papers.final(by=who.person)),
        frozenset({"workplace_assessor"}),
    ),
    "10b result": (
        28,
        _approves("result", result=lambda _, who: papers.result(by=who.person)),
        frozenset({"exam_committee"}),
    ),
    "11 follow_up, after a pass": (
        29,
        _approves("follow_up", follow_up=lambda *_: papers.follow_up()),
        frozenset(),
    ),
    "12 archive": (29, _archives, frozenset({"admin"})),
}


@pytest.mark.parametrize("role", SPEAKERS)
@pytest.mark.parametrize("cell", CELLS)
def test_a_step_is_done_by_its_own_roles_and_by_no_other(cell: str, role: str) -> None:
    moment, deed, lawful = CELLS[cell]
    sim = after(moment)
    judgement = deed(sim, SPEAKERS[role](sim))
    codes = [finding.code for finding in judgement.findings]
    expected = Standing.VALID if role in lawful else Standing.INVALID
    assert judgement.standing is expected, codes

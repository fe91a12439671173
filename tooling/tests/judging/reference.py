"""PROTOCOL section 7: one exam's life in thirty commits, with acts for attestations.

Each row of the table is one function; `DONE` and `SEQ` are typed over from the table.
"""

from collections.abc import Callable, Mapping
from functools import cache

from tests.judging import papers, people, school
from tests.judging.cast import Cast
from tests.judging.changes import Changes
from tests.judging.sim import ExamSim, opened

A = papers.assignment
FIRST_DAYS = papers.execution(hours=4, finished=False)
TOOLING = {
    "schemas/exam.schema.json": b"{}\n",
    "mkdocs.yml": b"site_name: Voorbeeldschool\n",
    ".github/workflows/exams.yml": b"on: push\n",
    ".gitattributes": b"exams/** -text\n",
}


def _row_1(sim: ExamSim) -> None:
    sim.root.changes("registry", school.registry())


def _row_2(sim: ExamSim) -> None:
    sim.root.brings(sim.second_root.confirms(), sim.admin.confirms())


def _row_3(sim: ExamSim) -> None:
    act = sim.second_root.whole_act("tooling", TOOLING)
    sim.root.changes("tooling", TOOLING, act)


def _row_4(sim: ExamSim) -> None:
    act = sim.committee.whole_act("registry", school.outsiders())
    sim.admin.changes("registry", school.outsiders(), act)


def _row_5(sim: ExamSim) -> None:
    sim.contact.changes(f"groups/{people.GROUP}", {"group.yml": school.group()})


def _row_6(sim: ExamSim) -> None:
    sim.contact.approves(
        "create", {"exam.yml": sim.cast.exam(), "assignment.yml": A("Nog leeg")}
    )


def _row_7(sim: ExamSim) -> None:
    sim.contact.lands(
        sim.supervisor.act(
            "write", "acquire", {"assignment.yml": A("Van de begeleider")}
        )
    )


def _row_8(sim: ExamSim) -> None:
    sim.receiver.by_merge().lands(
        sim.student.act("write", "acquire", {"assignment.yml": A("Ook van de student")})
    )


def _row_9(sim: ExamSim) -> None:
    sim.contact.approves("acquire")


def _row_10(sim: ExamSim) -> None:
    sim.receiver.by_merge().lands(sim.student.act("approve", "acquire"))


def _row_11(sim: ExamSim) -> None:
    sim.contact.lands(sim.supervisor.act("approve", "acquire"))


def _row_12(sim: ExamSim) -> None:
    sim.committee.decides("return", "acquire", to="acquire", row="acquire")


def _row_13(sim: ExamSim) -> None:
    sim.contact.approves("acquire", {"assignment.yml": A("Verbeterd")})


def _row_14(sim: ExamSim) -> None:
    sim.contact.lands(sim.supervisor.act("approve", "acquire"))


def _row_15(sim: ExamSim) -> None:
    sim.receiver.by_merge().lands(sim.student.act("approve", "acquire"))


def _row_16(sim: ExamSim) -> None:
    sim.committee.approves("establish", {"establishment.yml": papers.establishment()})


def _row_17(sim: ExamSim) -> None:
    sim.contact.approves("appointment", {"appointments.yml": papers.appointments()})


def _row_18(sim: ExamSim) -> None:
    sim.receiver.by_merge().lands(
        sim.student.act("write", "execution", {"execution.yml": FIRST_DAYS})
    )


def _row_19(sim: ExamSim) -> None:
    sim.receiver.by_merge().lands(
        sim.student.act("approve", "execution", {"execution.yml": papers.execution()})
    )


def _row_20(sim: ExamSim) -> None:
    sim.contact.lands(sim.supervisor.act("approve", "execution"))


def _row_21(sim: ExamSim) -> None:
    handed_in: Changes = {
        "evidence.yml": papers.evidence(),
        papers.PROOF_PATH: papers.PROOF,
    }
    sim.receiver.by_merge().lands(sim.student.act("approve", "evidence", handed_in))


def _row_22(sim: ExamSim) -> None:
    check = {"evidence-check.yml": papers.evidence_check()}
    sim.receiver.by_merge().lands(
        sim.first.act("approve", "evidence_check", check),
        sim.second.act("approve", "evidence_check", check),
    )


def _rows_23_and_24(sim: ExamSim) -> tuple[ExamSim, ExamSim]:
    """Return the sims after both rows: the act of 24 is signed before 23 lands."""
    act = sim.first.sealing("first")
    sim.second.seals("second")
    one_sealed = sim.fork()
    sim.receiver.lands(act)
    return one_sealed, sim


def _row_25(sim: ExamSim) -> None:
    sim.committee.unseals(opened(sim))


def _row_26(sim: ExamSim) -> None:
    sim.second.approves("consensus", {"consensus.yml": papers.consensus()})


def _row_27(sim: ExamSim) -> None:
    sim.contact.lands(sim.first.act("approve", "consensus"))


def _row_28(sim: ExamSim) -> None:
    sim.contact.lands(
        sim.first.act(
            "approve",
            "final",
            {"final-assessment.yml": papers.final(by=sim.first.person)},
        )
    )


def _row_29(sim: ExamSim) -> None:
    sim.committee.approves("result", {"result.yml": papers.result()})


def _row_30(sim: ExamSim) -> None:
    sim.admin.approves("archive", {"archive.yml": papers.archive(sim.files)})


ROWS: Mapping[int, Callable[[ExamSim], None]] = {
    1: _row_1,
    2: _row_2,
    3: _row_3,
    4: _row_4,
    5: _row_5,
    6: _row_6,
    7: _row_7,
    8: _row_8,
    9: _row_9,
    10: _row_10,
    11: _row_11,
    12: _row_12,
    13: _row_13,
    14: _row_14,
    15: _row_15,
    16: _row_16,
    17: _row_17,
    18: _row_18,
    19: _row_19,
    20: _row_20,
    21: _row_21,
    22: _row_22,
    25: _row_25,
    26: _row_26,
    27: _row_27,
    28: _row_28,
    29: _row_29,
    30: _row_30,
}
LAST = 30

SEQ: Mapping[int, int] = dict(
    enumerate(
        # 1..5 outside exams, then 6..30, column Seq of the table
        (
            *(1, 1, 1, 2, 1, 1, 2, 3, 3, 3, 3, 4, 5, 5, 5, 6),
            *(2, 3, 4, 4, 3, 3, 3, 3, 4, 3, 3, 3, 3, 2),
        ),
        start=1,
    )
)
"""The column Seq."""

_UP_TO_4 = ("create", "acquire", "establish", "appointment")
DONE: Mapping[int, tuple[str, ...]] = {
    **dict.fromkeys((6, 7, 8, 9, 10), ("create",)),
    11: ("create", "acquire"),
    **dict.fromkeys((12, 13, 14), ("create",)),
    15: ("create", "acquire"),
    16: _UP_TO_4[:3],
    **dict.fromkeys((17, 18, 19), _UP_TO_4),
    20: (*_UP_TO_4, "execution"),
    21: (*_UP_TO_4, "execution", "evidence"),
    **dict.fromkeys(
        (22, 23, 24), (*_UP_TO_4, "execution", "evidence", "evidence_check")
    ),
}
_BY_25 = (*DONE[22], "assessment")
DONE = {
    **DONE,
    **dict.fromkeys((25, 26), _BY_25),
    **dict.fromkeys((27, 28), (*_BY_25, "consensus")),
    29: (*_BY_25, "consensus", "result"),
    30: (*_BY_25, "consensus", "result", "archive"),
}
"""The column 'then': the steps that are done after each commit of the exam."""


@cache
def _history() -> Mapping[int, ExamSim]:
    sim, found = ExamSim(), {}
    for number in range(1, LAST + 1):
        if number == 23:
            found[23], found[24] = _rows_23_and_24(sim.fork())
            sim = found[24]
        elif number != 24:
            sim = sim.fork()
            ROWS[number](sim)
            found[number] = sim
    return found


def after(number: int) -> ExamSim:
    """Return a sim of one's own in which the first rows of the example have landed."""
    return _history()[number].fork()


def play(sim: ExamSim, until: int, start: int = 6) -> ExamSim:
    """Let the rows of the example happen in this sim's exam, with its own cast."""
    for number in range(start, until + 1):
        if number == 23:
            _rows_23_and_24(sim)
        elif number != 24:
            ROWS[number](sim)
    return sim


def with_cast(cast: Cast, until: int) -> ExamSim:
    """Return the example played by other people, from the opening of the exam."""
    return play(after(5).with_cast(cast), until)


def with_second_exam(number: int, until: int = 6) -> ExamSim:
    """Return the example after some row, with another exam beside it."""
    sim = after(number)
    play(sim.beside(), until)
    return sim

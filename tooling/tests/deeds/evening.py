"""A committee of three with ten exams to establish; one member assesses in the last."""

from pathlib import Path

from proeve.deeds.clone import do, open_clone
from proeve.deeds.stating import Deed, document
from proeve.history.pens import open_pen
from proeve.model.document import Data
from proeve.process.vocabulary import Action, Role, RowId
from tests.deeds.walking import (
    GROUP,
    NOW,
    School,
    declare,
    enrol,
    exam_doc,
    founded,
    keygen,
    named,
    registered,
)
from tests.judging import papers
from tests.judging.people import COMMITTEE, Doc
from tests.judging.school import grant

MEMBERS = ("chair", "member", "assessing")
NUMBERS = tuple(papers.exam_number(26, number) for number in range(101, 111))
LAST = NUMBERS[-1]
_AGREE = (
    ("contact", Role.SCHOOL_CONTACT),
    ("supervisor", Role.WORKPLACE_SUPERVISOR),
    ("student", Role.STUDENT),
)


def evening(home: Path) -> School:
    """Return the school, with all ten assignments agreed on by the three parties."""
    made = founded(home)
    for name in MEMBERS[1:]:
        made.keys[name] = keygen(home / "keys" / name)
        enrol(made, name, "exam_committee")
    named(made)
    _seat(made)
    for number, name in enumerate(NUMBERS, start=101):
        second = "assessing" if name == LAST else "assessor"
        _agreed(made, number, second)
    return made


def _seat(made: School) -> None:
    clone = open_clone(made.folder)
    board = clone.record(f"committees/{COMMITTEE}.yml")
    assert board is not None
    seats: list[Data] = [
        {
            "person": made.people[name],
            "capacity": "chair" if name == "chair" else "member",
            "from": "2025-08-01",
            "mandated": False,
        }
        for name in MEMBERS
    ]
    wider: Doc = {
        **board,
        "members": seats,
        "quorum": {"establish": 2, "result": 1, "decision": 2},
    }
    who = made.people["assessing"]
    right = grant(0x711, who, "school_assessor")
    docs: dict[str, Doc] = {
        f"committees/{COMMITTEE}.yml": wider,
        "grants/00/g-00000711.yml": right,
    }
    registered(made, "founder", "second", docs)
    declare(made, "assessing")


def _agreed(made: School, number: int, second: str) -> None:
    """Open an exam and have its assignment agreed on."""
    scope = f"groups/{GROUP}/{papers.exam_number(26, number)}"
    texts = {"exam.yml": exam_doc(made, number, second)}
    texts["assignment.yml"] = papers.assignment()
    files = {path: document(scope, path, doc) for path, doc in texts.items()}
    clone = open_clone(made.folder)
    for who, role, row in (
        ("contact", Role.SCHOOL_CONTACT, RowId.CREATE),
        *((who, role, RowId.ACQUIRE) for who, role in _AGREE),
    ):
        hand = clone.hand(open_pen(made.keys[who]))
        deed = Deed(
            scope=scope,
            actor=hand.person,
            role=role,
            action=Action.APPROVE,
            row=row,
            papers=files if row is RowId.CREATE else {},
        )
        clone = do(clone, deed, hand, NOW)

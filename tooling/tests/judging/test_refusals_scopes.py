"""R18 and R19: one scope a commit, and a bad commit that holds up only its own."""

import pytest

from proeve.model.ledger import Judgement, Standing
from tests.judging import papers, people, school
from tests.judging.attacks import (
    PARTS,
    ROLE,
    SCOPE,
    SEQ,
    UNSIGNED,
    accepted,
    refused,
)
from tests.judging.changes import Changes
from tests.judging.reference import after, play, with_second_exam
from tests.judging.sim import ExamSim

HERE = f"/exams/{people.EXAM}/assignment.yml"
THERE = f"/exams/{people.OTHER_EXAM}/assignment.yml"
CHANGED = papers.assignment("Anders")
CHANGE = {"assignment.yml": CHANGED}
GROUP = f"groups/{people.GROUP}"


def unconfirmed(judgement: Judgement) -> None:
    found = [finding.code for finding in judgement.findings]
    assert judgement.standing is Standing.UNCONFIRMED, found
    assert UNSIGNED in found


def _held_up(sim: ExamSim) -> tuple[bool, bool]:
    return bool(sim.exam.held_up), bool(sim.beside().exam.held_up)


@pytest.mark.parametrize(
    "path",
    [
        THERE,
        f"/exams/registry/people/00/{people.CONTACT}.yml",
        "/exams/registry/grants/00/g-00000fff.yml",
        f"/exams/{GROUP}/group.yml",
        "/mkdocs.yml",
        "/schemas/exam.schema.json",
    ],
)
def test_an_exam_changes_with_nothing_else(path: str) -> None:
    sim = with_second_exam(8)
    other = CHANGED if path == THERE else school.grant(0xFFF, people.CONTACT, "admin")
    refused(sim.contact.writes("acquire", {**CHANGE, path: other}), SCOPE)


def test_two_exams_in_one_commit_hold_up_both() -> None:
    sim = with_second_exam(8)
    refused(sim.contact.writes("acquire", {**CHANGE, THERE: CHANGED}), SCOPE)
    assert _held_up(sim) == (True, True)


def test_an_act_of_another_exam_beside_this_one_is_refused() -> None:
    sim = with_second_exam(8, until=8)
    act = sim.beside().student.act("approve", "acquire")
    refused(sim.contact.writes("acquire", {**CHANGE, f"/{act.path}": act.data}), SCOPE)


def test_registry_and_tooling_do_not_change_together() -> None:
    sim = after(5)
    both: Changes = {
        "companies/c-115.yml": school.company("c-115"),
        "/mkdocs.yml": b"site_name: X\n",
    }
    act = sim.committee.whole_act("registry", both)
    refused(sim.admin.changes("registry", both, act), SCOPE)


def test_an_unsigned_commit_is_unconfirmed() -> None:
    sim = after(8)
    unconfirmed(sim.contact.with_key(None).writes("acquire", CHANGE))


def test_an_unsigned_commit_holds_up_only_its_own_exam() -> None:
    sim = with_second_exam(8)
    unconfirmed(sim.contact.with_key(None).writes("acquire", CHANGE))
    assert _held_up(sim) == (True, False)
    play(sim.beside(), 15, start=7)
    assert all(
        judgement.standing is Standing.VALID for judgement in sim.books.judgements[-9:]
    )


def test_an_invalid_commit_holds_up_only_its_own_exam() -> None:
    sim = with_second_exam(8)
    refused(sim.contact.writes("acquire", CHANGE, seq=99), SEQ)
    assert _held_up(sim) == (True, False)
    accepted(sim.beside().contact.writes("acquire", CHANGE))


@pytest.mark.parametrize("signed", [True, False], ids=["invalid", "unsigned"])
def test_nothing_is_valid_in_an_exam_that_is_held_up(*, signed: bool) -> None:
    sim = after(8)
    contact = sim.contact if signed else sim.contact.with_key(None)
    contact.writes("acquire", CHANGE, seq=99)
    judgement = sim.contact.approves("acquire")
    assert judgement.standing is not Standing.VALID


def test_an_exam_that_is_held_up_shows_its_last_lawful_state() -> None:
    sim = after(9)
    before = sim.exam
    sim.contact.with_key(None).writes("acquire", CHANGE)
    assert sim.exam.files == before.files
    assert sim.exam.rows == before.rows
    assert sim.exam.documents == before.documents
    assert sim.exam.held_up == (sim.last.commit,)


def test_an_unsigned_commit_over_two_exams_holds_up_both_and_no_third() -> None:
    sim = with_second_exam(8)
    third = sim.beside(f"{GROUP}/pvb-0044", sim.cast)
    accepted(
        third.contact.approves("create", {"exam.yml": papers.exam(number=44), **CHANGE})
    )
    sim.contact.with_key(None).writes("acquire", {**CHANGE, THERE: CHANGED})
    assert _held_up(sim) == (True, True)
    accepted(
        third.contact.writes("acquire", {"assignment.yml": papers.assignment("C")})
    )


def test_an_unsigned_registry_leaves_the_last_lawful_one_in_force() -> None:
    sim = after(8)
    number = 0x300
    grant = school.grant(number, people.TEACHER, "school_contact", people.GROUP)
    path = f"grants/00/g-{number:08x}.yml"
    unconfirmed(sim.admin.with_key(None).changes("registry", {path: grant}))
    accepted(sim.contact.approves("acquire"))
    teacher = sim.who(people.TEACHER, "school_contact")
    refused(
        teacher.changes(GROUP, {"group.yml": school.group(title="Van mij")}),
        ROLE,
        PARTS,
    )


def test_nothing_is_valid_in_a_registry_that_is_held_up() -> None:
    sim = after(8)
    company = {"companies/c-115.yml": school.company("c-115")}
    unconfirmed(sim.admin.with_key(None).changes("registry", company))
    other = {"companies/c-116.yml": school.company("c-116")}
    act = sim.committee.whole_act("registry", other)
    assert sim.admin.changes("registry", other, act).standing is not Standing.VALID


def test_unsigned_tooling_holds_up_no_exam() -> None:
    sim = after(8)
    unconfirmed(
        sim.root.with_key(None).changes("tooling", {"mkdocs.yml": b"site_name: X\n"})
    )
    accepted(sim.contact.approves("acquire"))


def test_an_unsigned_group_file_holds_up_no_exam() -> None:
    sim = after(8)
    unconfirmed(
        sim.contact.with_key(None).changes(
            GROUP, {"group.yml": school.group(title="X")}
        )
    )
    accepted(sim.contact.approves("acquire"))
    assert (
        sim.contact.changes(GROUP, {"group.yml": school.group(title="Y")}).standing
        is not Standing.VALID
    )


def test_a_changed_group_changes_no_running_exam() -> None:
    sim = after(8)
    before = sim.exam
    accepted(sim.contact.changes(GROUP, {"group.yml": school.group(title="Klas B")}))
    assert sim.exam == before


def test_a_group_is_changed_by_its_contact_or_an_admin() -> None:
    group = {"group.yml": school.group(title="Klas C")}
    accepted(after(8).admin.changes(GROUP, group))
    accepted(after(8).contact.changes(GROUP, group))


@pytest.mark.parametrize("name", ["student", "committee", "supervisor", "second"])
def test_a_group_is_changed_by_nobody_else(name: str) -> None:
    group = {"group.yml": school.group(title="Klas C")}
    refused(getattr(after(8), name).changes(GROUP, group), PARTS, ROLE)


def test_a_group_is_not_changed_by_the_contact_of_another() -> None:
    sim = after(8)
    other = sim.who(people.OTHER_CONTACT, "school_contact")
    group = {"group.yml": school.group(title="Klas C")}
    refused(other.changes(GROUP, group), ROLE, PARTS)


@pytest.mark.parametrize("seq", [0, 1, 3])
def test_a_group_counts_its_own_seq(seq: int) -> None:
    group = {"group.yml": school.group(title="Klas C")}
    refused(after(8).contact.changes(GROUP, group, seq=seq), SEQ)


def test_a_number_belongs_to_one_exam() -> None:
    sim = after(8)
    again = {"exam.yml": papers.exam(number=42), **CHANGE}
    refused(
        sim.beside().contact.approves("create", again), "exam.", "dossier.", "scope."
    )


def test_two_exams_go_on_side_by_side_without_staleness() -> None:
    sim = with_second_exam(8, until=8)
    mine = sim.supervisor.act("approve", "acquire")
    theirs = sim.beside().supervisor.act("approve", "acquire")
    accepted(sim.beside().contact.lands(theirs))
    accepted(sim.contact.lands(mine))

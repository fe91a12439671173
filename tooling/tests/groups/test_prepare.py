"""The exams of a whole group in one go, and what is not known left open."""

import pytest
from stdnum.iso7064 import mod_37_36

from proeve.deeds.numbering import exam_number, free_numbers, last_serial
from proeve.directory.entries import Directory, Entry, EntryKind
from proeve.directory.planning import read_planning
from proeve.model.records import record_at, records_at, text_at, texts_at
from proeve.model.verdict import ExamVerdict, StepState
from proeve.process.vocabulary import Role
from tests.cli.running import Ran
from tests.groups.schools import STUDENTS, Desk, listed, stands

pytestmark = pytest.mark.slow
GROUP = "nieuw-a"
CODE = "ei2-pvb1-b1-k1"
OPENED = [CODE, "--from", "2027-02-01", "--until", "2027-02-05"]


@pytest.fixture
def group(desk: Desk) -> Desk:
    """Return a school that has read a group in."""
    crebo = desk.verdict.registry.instruments[CODE, 1].record["crebo"]
    assert isinstance(crebo, list)
    assert desk.new_group(desk.file(listed()), "--crebo", str(crebo[0])).code == 0
    return desk


def prepares(desk: Desk, *more: str, by: str = "", names: bool = True) -> Ran:
    """Prepare the group as its contact person, with the names or without."""
    directory = ("--directory", str(desk.names)) if names else ()
    identity = ("--identity", str(desk.key(desk.one(Role.ADMIN)))) if names else ()
    words = ("prepare", GROUP, *directory, *identity, "--instrument", *OPENED, *more)
    return desk.runs(*words, by=by or desk.one(Role.SCHOOL_CONTACT))


def exams(desk: Desk) -> list[ExamVerdict]:
    return [*desk.verdict.groups.get(GROUP, ())]


def test_every_student_gets_an_exam_with_a_number_to_read_out(group: Desk) -> None:
    before = group.head()
    ran = prepares(group)
    assert ran.code == 0, ran.err
    made = exams(group)
    assert len(made) == STUDENTS
    for exam in made:
        record = exam.state.document("exam")
        assert mod_37_36.is_valid(text_at(record, "number").replace("-", "").upper())
        assert texts_at(record, "still_open") == ("first_assessor", "second_assessor")
        (company,) = records_at(record, "companies")
        assert text_at(company, "from") == "2027-01-14"
        assert text_at(company, "workplace_supervisor").startswith("p-")
        schedule = record_at(exam.state.document("assignment"), "schedule")
        assert text_at(schedule, "from") == "2027-02-01"
        assert exam.current is not None
        assert exam.current.state is StepState.WAITING
    commits = group.git("rev-list", "--count", f"{before}..HEAD")
    assert int(commits) == STUDENTS
    assert ran.out.count("First assessor") >= STUDENTS
    assert group.runs("verify").code == 0


def test_a_second_run_makes_no_second_exam(group: Desk) -> None:
    assert prepares(group).code == 0
    head = group.head()
    again = prepares(group)
    assert (again.code, "there already" in again.out) == (0, True)
    assert group.head() == head


def test_who_became_known_is_filled_in_and_the_exam_approved(group: Desk) -> None:
    student = group.verdict.group_records[GROUP]["students"]
    assert isinstance(student, list)
    who = str(student[0])
    assert prepares(group, "--student", who, names=False).code == 0
    (exam,) = exams(group)
    assert texts_at(exam.state.document("exam"), "still_open") == (
        "company",
        "workplace_supervisor",
        "first_assessor",
        "second_assessor",
    )
    first, second = group.people[Role.SCHOOL_ASSESSOR][:2]
    some = prepares(group, "--student", who, "--first", first)
    assert some.code == 0, some.out
    (exam,) = exams(group)
    record = exam.state.document("exam")
    assert texts_at(record, "still_open") == ("second_assessor",)
    assert text_at(record_at(record, "first_assessor"), "declaration")
    whole = prepares(group, "--student", who, "--first", first, "--second", second)
    assert (whole.code, "separation.same-side" in whole.out) == (1, True)


def test_an_exam_that_is_whole_is_approved_at_once(group: Desk) -> None:
    registry = group.verdict.registry
    assessor = next(
        who
        for who, person in registry.people.items()
        if person.side == "company" and person.declarations
    )
    school = group.people[Role.SCHOOL_ASSESSOR][0]
    ran = prepares(group, "--first", assessor, "--second", school)
    assert ran.code == 0, ran.out
    assert all(exam.steps[0].state is StepState.DONE for exam in exams(group))


def test_a_planning_names_people_and_days(group: Desk) -> None:
    school = group.people[Role.SCHOOL_ASSESSOR][0]
    rows = "studentnummer;begindatum;einddatum;tweede beoordelaar\r\n"
    rows += f"100000;1-3-2027;5-3-2027;{school}\r\n"
    plan = group.file(rows, "planning.csv")
    assert prepares(group, "--planning", str(plan)).code == 0
    dates = {
        text_at(exam.state.document("assignment"), "schedule", "from")
        for exam in exams(group)
    }
    assert dates == {"2027-02-01", "2027-03-01"}


def test_a_planning_that_is_not_in_order_makes_nothing(group: Desk) -> None:
    before = group.head()
    rows = "studentnummer;begindatum;eerste beoordelaar\r\n999;x;Niemand\r\n"
    plan = group.file(rows, "planning.csv")
    ran = prepares(group, "--planning", str(plan))
    assert ran.code == 1
    assert [line.split(" ")[1] for line in ran.lines if "planning.csv" in line] == [
        "csv.no-student",
        "csv.bad-date",
        "csv.no-person",
    ]
    stands(before, group)


def test_a_planning_needs_to_say_which_student() -> None:
    found = read_planning("p.csv", b"begindatum\r\n1-1-2027", Directory(), frozenset())
    assert [each.code for each in found.findings] == ["csv.no-column"]


def test_two_people_of_one_name_are_nobody() -> None:
    twins = Directory().with_entries(
        Entry(id=f"p-0000000{n}", kind=EntryKind.SCHOOL, name="Sam") for n in (1, 2)
    )
    rows = b"kenmerk;eerste beoordelaar\r\np-1;Sam"
    found = read_planning("p.csv", rows, twins, frozenset({"p-1"}))
    assert [each.code for each in found.findings] == ["csv.no-person"]


def test_an_administrator_prepares_no_exam(group: Desk) -> None:
    before = group.head()
    ran = prepares(group, by=group.one(Role.ADMIN))
    assert (ran.code, "parts.not-yours" in ran.out) == (1, True)
    stands(before, group)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("prepare", "geen-groep"), "There is no group geen-groep."),
        (("prepare", GROUP), "--instrument"),
        (("prepare", GROUP, "--instrument", CODE), "--from"),
        (("prepare", GROUP, "--instrument", f"{CODE}/7"), "established"),
        (("prepare", GROUP, "--instrument", "las3-pvb1"), "qualification"),
        (("prepare", GROUP, "--student", "p-00000000"), "not in this group"),
        (("prepare", GROUP, "--directory", "absent.age"), "cannot be read"),
        (
            ("prepare", GROUP, "--instrument", *OPENED, "--first", "p-00000000"),
            "not in the registry",
        ),
    ],
)
def test_what_cannot_be_meant_is_said_in_one_sentence(
    group: Desk, words: tuple[str, ...], said: str
) -> None:
    before = group.head()
    ran = group.runs(*words, by=group.one(Role.SCHOOL_CONTACT))
    assert ran.code == 2
    assert said in ran.err
    assert len(ran.err.strip().splitlines()) == 1
    stands(before, group)


def test_numbers_go_on_where_the_year_stands() -> None:
    taken = {exam_number(2026, serial) for serial in (0, 4)}
    assert last_serial(2026, taken) == 5
    assert last_serial(2027, taken) == 0
    free = free_numbers(2026, taken)
    assert [next(free)[:7] for _ in range(4)] == [
        "26-0002",
        "26-0003",
        "26-0004",
        "26-0006",
    ]


def test_work_that_ends_before_it_begins_is_refused(group: Desk) -> None:
    before = group.head()
    ran = prepares(group, "--until", "2027-01-31")
    assert ran.code == 2
    assert "lies before the first" in ran.err
    assert group.head() == before


def test_a_version_that_is_not_there_is_named(group: Desk) -> None:
    ran = prepares(group, "--instrument", f"{CODE}/99")
    assert ran.code == 2
    assert f"{CODE}/99 is not established" in ran.err

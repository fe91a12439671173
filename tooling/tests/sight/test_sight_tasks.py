"""What waits for whom, most urgent first, with the command that does it."""

from dataclasses import replace

import pytest

from proeve.model.exam import ExamState
from proeve.process.decisions import DecisionKind
from proeve.process.vocabulary import Action, Approver, Part, Role, RowId
from proeve.sight.tasks import Task, is_for, most_urgent, tasks_of
from tests.dossier import small
from tests.status.exams import DAY, START, decided, until, verdict

NAME = f"{small.GROUP}/pvb-1"
LATE = {"establishment": small.establishment(deadlines={"evidence": "2026-09-10"})}


def _tasks(exam: ExamState) -> list[Task]:
    return list(tasks_of(verdict(exam)))


def _whats(exam: ExamState) -> list[str]:
    return [task.what for task in _tasks(exam)]


def test_a_task_names_the_command_that_does_it() -> None:
    (task,) = [t for t in _tasks(until(RowId.EXECUTION)) if not t.optional]
    assert task.command == f"proeve evidence submit {NAME}"
    assert (task.hat, task.people) == (Part.STUDENT, (small.STUDENT,))


def test_an_optional_step_is_a_task_that_need_not_be_done() -> None:
    optional = {t.what: t.optional for t in _tasks(until(RowId.ESTABLISH))}
    assert optional == {RowId.APPOINTMENT: True, RowId.EXECUTION: False}


def test_the_student_has_to_be_told_a_result() -> None:
    (task,) = [t for t in _tasks(until(RowId.RESULT)) if t.what is DecisionKind.NOTICE]
    assert task.people == (small.CONTACT,)
    assert task.command == f"proeve notice {NAME}"


def test_who_was_told_is_not_told_again() -> None:
    told = decided(until(RowId.RESULT), DecisionKind.NOTICE, told_on="2026-09-20")
    assert DecisionKind.NOTICE not in _whats(told)


def test_a_revised_result_has_to_be_told_again() -> None:
    told = decided(until(RowId.RESULT), DecisionKind.NOTICE, told_on="2026-09-20")
    revised = decided(told, DecisionKind.REVISION, outcome="not_passed")
    assert DecisionKind.NOTICE in _whats(revised)


def test_an_open_case_waits_for_whoever_handles_it() -> None:
    found = decided(
        until(RowId.RESULT),
        DecisionKind.COMPLAINT,
        received_on="2026-09-20",
        about="conduct",
        status="received",
        handled_by=[small.MEMBER],
        decide_before="2026-09-25",
    )
    (task,) = [t for t in _tasks(found) if t.what is DecisionKind.COMPLAINT]
    assert task.people == (small.MEMBER,)
    assert task.command == f"proeve record complaint {NAME}"
    assert task.late_days(START + 26 * DAY) == 2


def test_a_decided_case_waits_for_nobody() -> None:
    found = until(RowId.RESULT)
    for status in ("received", "decided"):
        found = decided(
            found,
            DecisionKind.COMPLAINT,
            status=status,
            received_on="2026-09-20",
            about="conduct",
        )
    assert DecisionKind.COMPLAINT not in _whats(found)


def test_a_substitution_waits_to_be_ratified() -> None:
    found = decided(
        until(RowId.EVIDENCE_CHECK),
        DecisionKind.SUBSTITUTION,
        part="second_assessor",
        from_=small.SECOND,
        to=small.THIRD,
    )
    assert DecisionKind.RATIFICATION in _whats(found)
    number = found.decisions[-1].number
    ratified = decided(found, DecisionKind.RATIFICATION, decision=number)
    assert DecisionKind.RATIFICATION not in _whats(ratified)


def test_an_approval_in_doubt_waits_for_whoever_gave_it() -> None:
    found = verdict(until(RowId.ACQUIRE))
    doubted = found.state.row(RowId.ACQUIRE).approvals[0]
    (task,) = [
        t
        for t in tasks_of(replace(found, suspects=(doubted,)))
        if t.what is Action.REAFFIRM
    ]
    assert task.people == (doubted.person,)
    assert task.command == f"proeve reaffirm {NAME} acquire"


def test_a_refusal_comes_with_its_task() -> None:
    found = decided(
        until(RowId.CREATE), DecisionKind.REFUSAL, row="acquire", approver="student"
    )
    refused = {t.hat: t.refused for t in _tasks(found)}
    assert refused[Part.STUDENT] == "Zo besloten."


def test_late_comes_first_then_the_nearest_day_then_the_longest_wait() -> None:
    def task(name: str, until: str | None = None, since: int = 0) -> Task:
        return Task(
            scope=f"groups/g/{name}",
            what=RowId.EVIDENCE,
            hat=Part.STUDENT,
            people=(),
            verb="approve",
            until=until,
            since=since,
        )

    optional = replace(task("optional", "2026-09-02"), optional=True)
    late, later = task("late", "2026-08-20"), task("later", "2026-08-30")
    soon, far = task("soon", "2026-09-10"), task("far", "2026-10-10")
    old, new = task("old", since=1), task("new", since=2)
    expected = (late, later, soon, far, old, new, optional)
    assert most_urgent(reversed(expected), START) == expected


def test_what_lies_still_is_never_late() -> None:
    found = replace(until(RowId.EXECUTION, **LATE), paused=True)
    assert [t.late_days(START + 90 * DAY) for t in _tasks(found)] == [0]


@pytest.mark.parametrize(
    ("person", "hat", "mine"),
    [
        (small.FIRST, None, True),
        (small.SECOND, None, False),
        (small.FIRST, Part.FIRST_ASSESSOR, True),
        (small.FIRST, Role.WORKPLACE_ASSESSOR, True),
        (small.FIRST, Role.STUDENT, False),
        (None, Role.WORKPLACE_ASSESSOR, True),
        (None, None, True),
    ],
)
def test_a_task_is_for_a_person_in_a_role(
    person: str | None, hat: Approver | None, *, mine: bool
) -> None:
    tasks = _tasks(until(RowId.EVIDENCE_CHECK))
    (task,) = [t for t in tasks if t.hat is Part.FIRST_ASSESSOR]
    assert is_for(task, person, hat) is mine

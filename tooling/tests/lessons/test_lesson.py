"""A lesson: the others do what is theirs, in whatever order the learner does theirs."""

import pytest

from proeve.deeds.approve import Agreeing, approve
from proeve.deeds.clone import Clone, do
from proeve.deeds.practice.lesson import (
    LEARNERS,
    Wishes,
    lesson_record,
    wishes_of,
)
from proeve.deeds.practice.others import Lesson, Standing, go_on
from proeve.deeds.refuse import Refusing, refuse
from proeve.deeds.turns import Work
from proeve.errors import UsageError
from proeve.gather.history import failing, judge_repository
from proeve.process.vocabulary import Action, Role, RowId
from tests.lessons.conftest import AT, DAY, Begun

pytestmark = pytest.mark.slow
NO = Refusing(reason="De klus is te klein.", row="acquire")

FIRST_TURN = {
    Role.EXAM_COMMITTEE: RowId.ESTABLISH,
    Role.SCHOOL_ASSESSOR: RowId.EVIDENCE_CHECK,
    Role.WORKPLACE_SUPERVISOR: RowId.ACQUIRE,
    Role.WORKPLACE_ASSESSOR: RowId.EVIDENCE_CHECK,
    Role.STUDENT: RowId.ACQUIRE,
    Role.ADMIN: RowId.ARCHIVE,
}
"""Where each is first awaited; who is missing here begins, or is never awaited."""


def agreed(lesson: Lesson, clone: Clone, row: RowId) -> Clone:
    work = Work(exam=lesson.play.folder, today=DAY.isoformat())
    deed = approve(clone, lesson.me.id, work, Agreeing(row=row))
    return do(clone, deed, lesson.me.signer, AT)


def in_order(standing: Standing) -> bool:
    return not failing(judge_repository(standing.clone.folder).findings)


@pytest.mark.parametrize("role", FIRST_TURN)
def test_the_others_play_until_the_learner_is_awaited(role: Role, begun: Begun) -> None:
    lesson, clone = begun(role)
    standing = go_on(lesson, clone, AT)
    assert FIRST_TURN[role] in {task.what for task in standing.mine}
    assert lesson.me.id not in {deed.actor for deed in standing.done}
    assert in_order(standing)


@pytest.mark.parametrize("role", [Role.TEACHER, Role.SUPER_ADMIN])
def test_who_is_never_awaited_sees_all_twelve_steps(role: Role, begun: Begun) -> None:
    standing = go_on(*begun(role), AT)
    assert standing.over
    rows = {deed.row for deed in standing.done}
    assert rows == set(RowId) - {
        RowId.SEAL_THIRD,
        RowId.UNSEAL_THIRD,
        RowId.FOLLOW_UP,
    }
    assert standing.done[-1].row is RowId.ARCHIVE
    assert in_order(standing)


def test_a_contact_person_begins(begun: Begun) -> None:
    standing = go_on(*begun(Role.SCHOOL_CONTACT), AT)
    assert (standing.opened, standing.done) == (False, ())


def test_a_second_time_nothing_is_done(begun: Begun) -> None:
    lesson, clone = begun(Role.STUDENT)
    standing = go_on(lesson, clone, AT)
    assert go_on(lesson, standing.clone, AT).done == ()


def test_after_the_learner_s_deed_the_others_go_on(begun: Begun) -> None:
    lesson, clone = begun(Role.STUDENT)
    before = go_on(lesson, clone, AT)
    after = go_on(lesson, agreed(lesson, before.clone, RowId.ACQUIRE), AT)
    assert [deed.row for deed in after.done] == [RowId.ESTABLISH, RowId.APPOINTMENT]
    assert {task.what for task in after.mine} == {RowId.EXECUTION}


def test_a_refused_assignment_is_written_anew_and_agreed_again(begun: Begun) -> None:
    lesson, clone = begun(Role.STUDENT)
    clone = go_on(lesson, clone, AT).clone
    work = Work(exam=lesson.play.folder, today=DAY.isoformat())
    deed = refuse(clone, lesson.me.id, work, NO)
    standing = go_on(lesson, do(clone, deed, lesson.me.signer, AT), AT)
    assert standing.done[0].actor == lesson.play.players.contact.id
    assert "assignment.yml" in standing.done[0].papers
    (task,) = standing.mine
    assert (task.what, task.refused) == (RowId.ACQUIRE, None)


def test_every_deed_of_the_others_is_their_own_commit(begun: Begun) -> None:
    standing = go_on(*begun(Role.TEACHER), AT)
    assert Action.LAND not in {deed.action for deed in standing.done}


@pytest.mark.parametrize("role", LEARNERS)
def test_a_lesson_is_the_same_after_it_was_written_down(role: Role) -> None:
    wishes = Wishes(seed="x", exams=3, language="en", start=DAY, role=role, day=DAY)
    assert wishes_of(lesson_record(wishes)) == wishes


@pytest.mark.parametrize("record", [{}, {"role": "cook"}, {"start": "yesterday"}])
def test_a_spoiled_lesson_is_one_sentence(record: dict[str, str]) -> None:
    with pytest.raises(UsageError, match="--as"):
        wishes_of(record)

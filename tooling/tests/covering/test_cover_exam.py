"""Covers in an exam: what a forge's button left, made lawful or taken back (R19)."""

import pytest

from proeve.model.ledger import Standing
from proeve.process.vocabulary import Action
from tests.covering.covering import (
    CHANGE,
    CHANGED,
    covers,
    held,
    put_back,
    same_but_for_the_story,
    unlawful_cover,
)
from tests.judging import papers, people
from tests.judging.attacks import accepted, refused
from tests.judging.objects import key_of
from tests.judging.reference import after, play, with_second_exam
from tests.judging.sim import ExamSim

EXAM = people.EXAM
NOT = "scope.not-covered"


def _squashed(row: int = 8) -> ExamSim:
    """Return an exam whose contact changed the text by a button of the forge."""
    sim = after(row)
    sim.contact.with_key(None).writes("acquire", CHANGE)
    assert sim.last.standing is Standing.UNCONFIRMED
    return sim


def _spoilt() -> ExamSim:
    sim = after(8)
    refused(sim.contact.writes("acquire", CHANGE, seq=99), "rows.stale")
    return sim


# One lawful transition.


def test_a_squash_is_made_lawful_by_the_act_of_its_writer() -> None:
    sim = after(8)
    act = sim.contact.act("write", "acquire", CHANGE)
    sim.contact.with_key(None).writes("acquire", CHANGE)
    accepted(covers(sim.admin, EXAM, {}, act))
    assert not held(sim)
    lawful = after(8)
    accepted(lawful.contact.writes("acquire", CHANGE))
    same_but_for_the_story(sim, lawful)
    assert sim.exam.events[-1].action is Action.COVER


def test_an_act_that_came_in_the_squash_itself_counts() -> None:
    sim = after(8)
    act = sim.contact.act("approve", "acquire", CHANGE)
    with_act = {**CHANGE, f"/{act.path}": act.data}
    made = sim.books.ledger
    sim.contact.with_key(None).approves("acquire", CHANGE, act)
    assert made.files[act.path].data == act.data == with_act[f"/{act.path}"]
    accepted(covers(sim.receiver, EXAM, {}))
    assert sim.standing("acquire") == {people.CONTACT}


def test_two_squashes_are_one_transition() -> None:
    sim = after(8)
    act = sim.contact.act("approve", "acquire", CHANGE)
    other = {"assignment.yml": papers.assignment("Nog niet")}
    sim.contact.with_key(None).writes("acquire", other)
    sim.contact.with_key(None).writes("acquire", CHANGE)
    accepted(covers(sim.receiver, EXAM, {}, act))
    lawful = after(8)
    accepted(lawful.contact.approves("acquire", CHANGE))
    same_but_for_the_story(sim, lawful)
    assert len(sim.books.state.covered) == 2


def test_after_a_cover_the_exam_goes_on() -> None:
    sim = after(8)
    act = sim.contact.act("approve", "acquire", CHANGE)
    sim.contact.with_key(None).writes("acquire", CHANGE)
    accepted(covers(sim.receiver, EXAM, {}, act))
    play(sim, 11, start=10)
    assert "acquire" in sim.done()


def test_what_nobody_approved_is_not_covered() -> None:
    sim = _squashed()
    before = sim.books.state
    unlawful_cover(sim, before, covers(sim.admin, EXAM, {}), NOT)
    assert held(sim)
    assert sim.last.standing is Standing.UNCONFIRMED


def test_an_act_on_another_text_covers_nothing() -> None:
    sim = after(8)
    other = {"assignment.yml": papers.assignment("Iets anders")}
    act = sim.contact.act("approve", "acquire", other)
    sim.contact.with_key(None).writes("acquire", CHANGE)
    before = sim.books.state
    unlawful_cover(
        sim, before, covers(sim.admin, EXAM, {}, act), NOT, "rows.other-text"
    )


def test_an_act_of_an_earlier_turn_covers_nothing() -> None:
    sim = after(8)
    act = sim.contact.act("approve", "acquire", CHANGE, seq=3)
    sim.contact.with_key(None).writes("acquire", CHANGE)
    before = sim.books.state
    unlawful_cover(sim, before, covers(sim.admin, EXAM, {}, act), NOT, "rows.stale")


def test_an_act_of_who_may_not_write_covers_nothing() -> None:
    sim = after(8)
    act = sim.second.act("approve", "acquire", CHANGE)
    sim.contact.with_key(None).writes("acquire", CHANGE)
    before = sim.books.state
    judgement = covers(sim.admin, EXAM, {}, act)
    unlawful_cover(sim, before, judgement, NOT, "parts.no-say")


def test_a_frozen_text_is_not_changed_by_a_cover() -> None:
    sim = after(16)
    act = sim.contact.act("approve", "acquire", CHANGE)
    sim.contact.with_key(None).writes("acquire", CHANGE)
    before = sim.books.state
    unlawful_cover(sim, before, covers(sim.admin, EXAM, {}, act), NOT, "rows.frozen")


def test_a_step_is_not_skipped_by_a_cover() -> None:
    sim = after(8)
    establishment = {"establishment.yml": papers.establishment()}
    act = sim.committee.act("approve", "establish", establishment)
    sim.committee.with_key(None).approves("establish", establishment)
    before = sim.books.state
    judgement = covers(sim.admin, EXAM, {}, act, row="establish")
    unlawful_cover(sim, before, judgement, NOT, "rows.locked")


def test_the_lost_signatures_of_a_run_do_not_count() -> None:
    sim = _squashed()
    held_back = sim.contact.approves("acquire", seq=4)
    assert [each.code for each in held_back.findings] == ["scope.held-up"]
    before = sim.books.state
    unlawful_cover(sim, before, covers(sim.admin, EXAM, {}), NOT)
    assert sim.standing("acquire") == set()


def test_a_later_cover_still_works_after_one_that_failed() -> None:
    sim = after(8)
    act = sim.contact.act("approve", "acquire", CHANGE)
    sim.contact.with_key(None).writes("acquire", CHANGE)
    assert covers(sim.admin, EXAM, {}).standing is Standing.UNCONFIRMED
    accepted(covers(sim.admin, EXAM, {}, act))


# Restoring.


@pytest.mark.parametrize("name", ["admin", "root", "receiver"])
def test_the_last_lawful_text_is_put_back(name: str) -> None:
    sim = _squashed()
    before = after(8)
    accepted(covers(getattr(sim, name), EXAM, put_back(sim, before, EXAM)))
    same_but_for_the_story(sim, before)
    play(sim, 11, start=9)
    assert "acquire" in sim.done()


def test_after_an_invalid_commit_the_last_lawful_text_is_put_back() -> None:
    sim = _spoilt()
    before = after(8)
    accepted(covers(sim.admin, EXAM, put_back(sim, before, EXAM)))
    same_but_for_the_story(sim, before)


def test_a_text_put_back_in_two_commits_is_put_back() -> None:
    sim = _spoilt()
    before = after(8)
    back = put_back(sim, before, EXAM)
    sim.contact.with_key(None).writes("acquire", back)
    accepted(covers(sim.admin, EXAM, {}))


def test_what_an_invalid_commit_wrote_never_becomes_lawful() -> None:
    sim = after(8)
    act = sim.contact.act("write", "acquire", CHANGE)
    refused(sim.contact.writes("acquire", CHANGE, seq=99), "rows.stale")
    before = sim.books.state
    judgement = covers(sim.admin, EXAM, {}, act)
    unlawful_cover(sim, before, judgement, NOT, "scope.restore-only")


def test_one_invalid_commit_among_unsigned_ones_leaves_restoring_only() -> None:
    sim = after(8)
    act = sim.contact.act("write", "acquire", CHANGE)
    sim.contact.with_key(None).writes("acquire", CHANGE)
    stranger = sim.contact.with_key(key_of("a stranger"))
    refused(
        stranger.writes("acquire", {"assignment.yml": papers.assignment("X")}),
        "people.",
    )
    sim.contact.with_key(None).writes("acquire", CHANGE)
    before = sim.books.state
    unlawful_cover(
        sim, before, covers(sim.admin, EXAM, {}, act), NOT, "scope.restore-only"
    )


def test_half_a_restoring_restores_nothing() -> None:
    sim = after(17)
    both = {**CHANGE, "appointments.yml": papers.appointments(90)}
    sim.contact.with_key(None).writes("acquire", both)
    back = put_back(sim, after(17), EXAM)
    half = {"assignment.yml": back["assignment.yml"]}
    before = sim.books.state
    unlawful_cover(sim, before, covers(sim.admin, EXAM, half), NOT)
    rest = put_back(sim, after(17), EXAM)
    accepted(covers(sim.admin, EXAM, rest))


def test_a_restoring_brings_nothing_new() -> None:
    sim = _spoilt()
    more = {**put_back(sim, after(8), EXAM), "appointments.yml": papers.appointments()}
    before = sim.books.state
    unlawful_cover(sim, before, covers(sim.admin, EXAM, more), NOT)


def test_an_exam_that_began_unlawfully_is_taken_away_altogether() -> None:
    sim = after(5)
    first = {"exam.yml": sim.cast.exam(), **CHANGE}
    sim.contact.with_key(None).approves("create", first)
    accepted(covers(sim.admin, EXAM, dict.fromkeys(first), row="create"))
    assert sim.books.state.exam(EXAM) is None
    play(sim, 8)
    assert sim.done() == ("create",)


def test_an_act_that_a_bad_commit_brought_is_taken_away_and_can_land_later() -> None:
    sim = after(9)
    act = sim.student.act("approve", "acquire")
    stranger = sim.receiver.with_key(key_of("a stranger"))
    refused(stranger.lands(act), "people.")
    accepted(covers(sim.admin, EXAM, put_back(sim, after(9), EXAM)))
    accepted(sim.receiver.lands(act))
    assert people.STUDENT in sim.standing("acquire")


def test_an_act_that_stays_behind_after_a_restoring_approves_nothing() -> None:
    sim = after(9)
    act = sim.student.act("approve", "acquire")
    stranger = sim.receiver.with_key(key_of("a stranger"))
    refused(stranger.lands(act), "people.")
    accepted(covers(sim.admin, EXAM, {}))
    assert sim.standing("acquire") == {people.CONTACT}


def test_an_act_that_a_bad_commit_deleted_is_put_back() -> None:
    sim = after(10)
    (path,) = (
        p
        for p in sim.books.ledger.files
        if p.startswith(f"exams/{EXAM}/acts/") and p not in after(9).books.ledger.files
    )
    refused(sim.contact.approves("acquire", {f"/{path}": None}), "history.act-changed")
    accepted(covers(sim.admin, EXAM, put_back(sim, after(10), EXAM)))
    same_but_for_the_story(sim, after(10))


def test_a_cover_deletes_no_act_that_stood_lawfully() -> None:
    sim = after(10)
    path = next(
        p for p in sim.books.ledger.files if p.startswith(f"exams/{EXAM}/acts/")
    )
    sim.contact.with_key(None).writes("acquire", CHANGE)
    back = {**put_back(sim, after(10), EXAM), f"/{path}": None}
    before = sim.books.state
    unlawful_cover(sim, before, covers(sim.admin, EXAM, back), "history.act-changed")


# Who covers, and what they say.


@pytest.mark.parametrize("name", ["contact", "committee", "student", "second"])
def test_nobody_with_a_part_in_the_exam_covers_it(name: str) -> None:
    sim = _squashed()
    before = sim.books.state
    judgement = covers(getattr(sim, name), EXAM, put_back(sim, after(8), EXAM))
    unlawful_cover(sim, before, judgement, "scope.may-not-cover")
    assert judgement.standing is Standing.INVALID


def test_a_pretended_admin_covers_nothing() -> None:
    sim = _squashed()
    before = sim.books.state
    pretender = sim.contact.as_("admin")
    judgement = covers(pretender, EXAM, put_back(sim, after(8), EXAM))
    unlawful_cover(sim, before, judgement, "scope.may-not-cover")


def test_an_unsigned_cover_covers_nothing() -> None:
    sim = _squashed()
    before = sim.books.state
    judgement = covers(sim.admin.with_key(None), EXAM, put_back(sim, after(8), EXAM))
    unlawful_cover(sim, before, judgement, "signature.none")
    accepted(covers(sim.admin, EXAM, {}))


def test_what_is_not_held_up_is_not_covered() -> None:
    refused(covers(after(8).admin, EXAM, {}), "scope.nothing-to-cover")


@pytest.mark.parametrize(
    ("line", "value", "code"),
    [
        ("text", "sha256:" + "0" * 64, "rows.other-text"),
        ("base", "sha256:" + "0" * 64, "statement.base"),
        ("subject", "sha256:" + "0" * 64, "statement.subject"),
        ("seq", 99, "rows.stale"),
        ("step", "thirteenth", "statement.no-such-step"),
    ],
)
def test_a_cover_says_what_it_restores(line: str, value: object, code: str) -> None:
    sim = _squashed()
    before = sim.books.state
    spoiled = {line: value}
    judgement = covers(
        sim.admin,
        EXAM,
        put_back(sim, after(8), EXAM),
        spoiled=spoiled,  # type: ignore[arg-type] # one line of a statement
    )
    unlawful_cover(sim, before, judgement, code)


def test_a_cover_of_one_exam_leaves_the_other_held_up() -> None:
    sim = with_second_exam(8)
    there = f"/exams/{people.OTHER_EXAM}/assignment.yml"
    sim.contact.with_key(None).writes("acquire", {**CHANGE, there: CHANGED})
    back = put_back(sim, with_second_exam(8), EXAM)
    accepted(covers(sim.admin, EXAM, back))
    assert not held(sim)
    assert held(sim, people.OTHER_EXAM)
    back = put_back(sim, with_second_exam(8), people.OTHER_EXAM)
    accepted(covers(sim.beside().admin, people.OTHER_EXAM, back))
    assert not held(sim, people.OTHER_EXAM)


def test_a_cover_of_one_exam_touches_no_other() -> None:
    sim = with_second_exam(8)
    sim.contact.with_key(None).writes("acquire", CHANGE)
    there = f"/exams/{people.OTHER_EXAM}/assignment.yml"
    both = {**put_back(sim, with_second_exam(8), EXAM), there: CHANGED}
    refused(covers(sim.admin, EXAM, both), "scope.mixed")
    assert held(sim)


@pytest.mark.parametrize("action", ["cover", "land"])
def test_nobody_covers_by_an_act(action: str) -> None:
    sim = after(9)
    act = sim.admin.act(action, "acquire", text="-")
    refused(sim.receiver.lands(act), "statement.no-such-action")

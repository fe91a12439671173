"""The judge is a fold: pure, in order, and the same from any point on."""

from functools import cache

import pytest

from proeve.judge import step
from proeve.model.history import Transition
from proeve.model.ledger import Judgement, Standing, State
from tests.judging import papers, people, school
from tests.judging.attacks import accepted
from tests.judging.people import Doc
from tests.judging.reference import LAST, after, play, with_second_exam
from tests.judging.sim import ExamSim


def _judged(transitions: tuple[Transition, ...]) -> tuple[State, list[Judgement]]:
    state, found = State(), []
    for transition in transitions:
        state, judgement = step(state, transition)
        found.append(judgement)
    return state, found


@cache
def _busy() -> ExamSim:
    """Return a ledger with two exams, one of them held up, one returned."""
    sim = with_second_exam(28, until=16)
    sim.committee.decides("return", "consensus", to="consensus")
    other = sim.beside()
    other.contact.with_key(None).writes(
        "appointment", {"appointments.yml": papers.appointments()}
    )
    sim.second.approves("consensus")
    other.contact.approves("appointment", {"appointments.yml": papers.appointments(60)})
    return sim


@pytest.mark.parametrize("length", range(1, LAST + 1))
def test_every_prefix_judged_from_scratch_gives_the_folded_state(length: int) -> None:
    sim = after(length)
    state, judgements = _judged(after(LAST).transitions[:length])
    assert sim.transitions == after(LAST).transitions[:length]
    assert state == sim.books.state
    assert judgements == sim.books.judgements


def test_a_busy_ledger_judged_from_scratch_gives_the_folded_state() -> None:
    sim = _busy()
    standings = {judgement.standing for judgement in sim.books.judgements}
    assert {Standing.VALID, Standing.UNCONFIRMED} <= standings
    for length in range(1, len(sim.transitions) + 1):
        _, judgements = _judged(sim.transitions[:length])
        assert judgements == sim.books.judgements[:length]
    assert _judged(sim.transitions)[0] == sim.books.state


def test_judging_changes_no_earlier_state() -> None:
    state = State()
    for transition in _busy().transitions:
        before = repr(state)
        then, _ = step(state, transition)
        assert repr(state) == before
        state = then


def test_judging_twice_says_the_same_twice() -> None:
    state = State()
    for transition in _busy().transitions:
        first, second = step(state, transition), step(state, transition)
        assert first == second
        state = first[0]


def _swapped(sim: ExamSim, one: int, other: int) -> list[Judgement]:
    """Judge the same statements with two of them in the other's place."""
    line = list(sim.transitions)
    line[one], line[other] = line[other], line[one]
    return _judged(tuple(line))[1]


COMMUTING = (8, 9, 13)
"""Rows 9 to 11, and 14 and 15: approvals of one text land in any order."""


@pytest.mark.parametrize("place", [p for p in range(5, LAST - 1) if p not in COMMUTING])
def test_no_other_neighbours_can_be_swapped(place: int) -> None:
    sim = after(LAST)
    judgements = _swapped(sim, place, place + 1)
    assert [each.standing for each in judgements] != [Standing.VALID] * LAST


@pytest.mark.parametrize("place", COMMUTING)
def test_approvals_of_one_text_can_be_swapped(place: int) -> None:
    judgements = _swapped(after(LAST), place, place + 1)
    assert [each.standing for each in judgements] == [Standing.VALID] * LAST


def test_the_same_final_tree_in_another_order_gets_another_verdict() -> None:
    lawful = after(15)
    accepted(lawful.committee.approves("establish", _established()))
    accepted(lawful.contact.approves("appointment", _appointed()))
    other = after(15)
    early = other.contact.approves("appointment", _appointed())
    late = other.committee.approves("establish", _established())
    assert lawful.files == other.files
    assert early.standing is Standing.INVALID
    assert late.standing is not Standing.VALID


def _established() -> dict[str, Doc]:
    return {"establishment.yml": papers.establishment()}


def _appointed() -> dict[str, Doc]:
    return {"appointments.yml": papers.appointments()}


def test_independent_commits_may_land_in_either_order() -> None:
    states = []
    for names in (("contact", "supervisor"), ("supervisor", "contact")):
        sim = after(8)
        for name in names:
            accepted(getattr(sim, name).approves("acquire"))
        states.append(sim.standing("acquire"))
    assert states[0] == states[1]


def test_a_later_rule_never_reopens_what_was_judged() -> None:
    sim = after(16)
    changed = {"school.yml": school.settings(policy={"levels": "strict"})}
    act = sim.second_root.whole_act("registry", changed)
    accepted(sim.root.changes("registry", changed, act))
    assert sim.standing("establish") == {people.OFFICE}
    play(sim, 20, start=17)
    accepted(sim.last)

"""Each rule is switched off in turn: then an attack passes that it alone kept out.

Where none passes, another rule keeps the same attacks out as well. The table says
which, so that nobody takes the second away in the belief that the first is enough.
"""

from collections.abc import Iterator, Mapping

import pytest

from proeve.words.codes import ALL
from tests.judging import papers, people
from tests.judging.reference import after, play
from tests.rules_off import beside
from tests.rules_off.recording import NO_ANSWER, Codes, Refusal, recorded
from tests.rules_off.switching import switched_off

pytestmark = pytest.mark.slow

ELSEWHERE = {
    "yaml": "what is no document at all; tests/reading",
    "schema": "what does not fit its schema; tests/reading",
    "path": "where no document belongs; tests/reading",
    "instrument": "whether an instrument means something; tests/passing",
    "passing": "whether ratings and results add up; tests/passing",
    "csv": "what is wrong with a table of a class; tests/groups",
    "policy": "what is told of a school's settings; tests/groups",
    "push": "what the hook refuses of a push; tests/guard",
    "store": "what is no evidence, or is not kept as it was; tests/evidence",
}
"""Families that judge one document or one push, and not a history."""

TOLD_ONLY = {"exam.untimed", "time.late", "time.late-accepted", "time.token-not-judged"}
"""What a reader is told and nobody is refused for: `rows.blocked` refuses."""

BACKED: Mapping[str, Codes] = {
    code: frozenset(others)
    for code, others in {
        # Who has no seat has no vote either.
        "committee.no-seat": ("committee.no-vote",),
        # Without an exam nobody plays a part in it.
        "decisions.no-exam": ("decisions.not-yours",),
        # A row that nothing returns to is nobody's to return to.
        "decisions.no-return": ("decisions.not-yours",),
        # A group that is not there has no students.
        "exam.no-group": ("exam.not-in-group",),
        # Nobody is declared an expert for an instrument that is not there.
        "exam.no-instrument": ("separation.expertise",),
        # The walk along first parents ends at a commit without any.
        "history.second-genesis": ("rows.other-text",),
        # A cover that covers nothing says so beside the reason, never instead of it.
        "scope.not-covered": ("rows.other-text",),
        "scope.restore-only": ("scope.not-covered",),
        # A form cannot be opened before its step, nor come in by another one.
        "seals.not-sealed": ("rows.locked",),
        # Who plays a part in the exam is recused, whatever it is.
        "separation.agreed-it": ("committee.recused",),
        "separation.assessed-it": ("committee.recused",),
        # An act of no known kind has no namespace in which its signature could be good.
        "statement.kind": ("statement.act-unsigned",),
        # A time that no known service gave is nobody's to vouch for.
        "time.token-bad": ("time.token-unknown-service", "rows.blocked"),
        "time.token-unknown-service": tuple(NO_ANSWER),
        # A step that is not there cannot be judged at all.
        "statement.no-such-step": tuple(NO_ANSWER),
    }.items()
}
"""Rules whose attacks all meet another one too: what is left of the nearest attack."""

BEHIND = {"committee.unknown": "exam.no-committee"}
"""Rules that can be met only where another one is off; that one is held by attacks."""

CODES = sorted(
    code
    for code in ALL
    if code.partition(".")[0] not in ELSEWHERE and code not in TOLD_ONLY
)
HELD = [code for code in CODES if code not in {*BACKED, *BEHIND}]
BY_READING = ("history.", "signature.", "statement.")


@pytest.fixture(scope="module")
def attacks(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[Refusal]]:
    """Return the attacks by the codes that they meet, those that meet few first."""
    folder = tmp_path_factory.mktemp("attacks")
    found: dict[str, list[Refusal]] = {code: [] for code in ALL}
    for each in (*recorded(folder), *beside.refusals(folder)):
        for code in each.codes & set(found):
            found[code].append(each)
    for refusals in found.values():
        refusals.sort(key=lambda each: len(each.codes))
    return found


def _left(attacks: list[Refusal], code: str) -> Iterator[Codes]:
    """Yield what still keeps each attack out while a rule is off."""
    with switched_off(code):
        for each in attacks:
            yield each.without(code)


@pytest.mark.parametrize("code", HELD)
def test_an_attack_passes_where_the_rule_is_off(
    code: str, attacks: Mapping[str, list[Refusal]]
) -> None:
    assert attacks[code], "no attack meets this rule"
    assert any(not left for left in _left(attacks[code], code))


@pytest.mark.parametrize("code", BACKED)
def test_another_rule_holds_the_same_attacks(
    code: str, attacks: Mapping[str, list[Refusal]]
) -> None:
    left = set(_left(attacks[code], code))
    assert frozenset() not in left
    assert BACKED[code] in left


def test_a_rule_behind_another_is_met_where_that_one_is_off() -> None:
    sim = after(5)
    exam = sim.cast.exam(committee="ec-nergens-9")
    with switched_off(BEHIND["committee.unknown"]):
        papers_of = {"exam.yml": exam, "assignment.yml": papers.assignment()}
        sim.contact.approves("create", papers_of)
        play(sim, 11, start=7)
        done = papers.establishment(by=people.OFFICE, committee="ec-nergens-9")
        found = sim.committee.approves("establish", {"establishment.yml": done})
    assert "committee.unknown" in {each.code for each in found.findings}


@pytest.mark.parametrize("code", CODES)
def test_a_rule_that_is_off_was_found_in_the_code(code: str) -> None:
    with switched_off(code) as places:
        assert places or code.startswith(BY_READING)


def _codes_of_an_early_establishment() -> set[str]:
    early = {"establishment.yml": papers.establishment()}
    judgement = after(10).committee.approves("establish", early)
    return {each.code for each in judgement.findings}


def test_a_rule_that_was_off_is_on_again() -> None:
    assert _codes_of_an_early_establishment() == {"rows.locked"}
    with switched_off("rows.locked"):
        assert _codes_of_an_early_establishment() == set()
    assert _codes_of_an_early_establishment() == {"rows.locked"}


def test_the_tables_name_rules_that_are_there() -> None:
    named = {*BACKED, *BEHIND, *BEHIND.values(), *TOLD_ONLY}
    held_by = {each for codes in BACKED.values() for each in codes - NO_ANSWER}
    assert named | held_by <= set(ALL)
    assert held_by <= {*HELD, *BACKED}

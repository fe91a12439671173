"""Every rating set gives the result that was worked out by hand, sum by sum."""

from collections import Counter

import pytest

from proeve.rules.pass_rule import evaluate
from tests.passing.rating_sets import RatingSet, ratings_of, sample
from tests.passing.table_numbers import NUMBERS
from tests.passing.table_third import THIRD
from tests.passing.table_words import WORDS

TABLE = (*NUMBERS, *WORDS)

NO_RATINGS = {
    10: "what the company cannot offer is agreed on before anything is rated",
    13: "who leaves is withdrawn by a decision; the pass rule is never asked",
    15: "an establishment is withdrawn before a form exists, so nothing was rated",
}


def test_every_case_of_the_domain_has_six_sets_or_a_reason() -> None:
    sets = Counter(each.case for each in (*TABLE, *THIRD))
    assert set(sets) | set(NO_RATINGS) == set(range(1, 16))
    assert not set(sets) & set(NO_RATINGS)
    assert min(sets.values()) >= 6


def test_every_case_has_a_set_at_the_fraction_and_one_just_under() -> None:
    found = {(each.case, each.boundary) for each in (*TABLE, *THIRD)}
    for case in set(range(1, 16)) - set(NO_RATINGS):
        assert {(case, "at"), (case, "under")} <= found


@pytest.mark.parametrize("each", TABLE, ids=lambda each: each.id)
def test_a_rating_set_gives_the_result_worked_out_by_hand(each: RatingSet) -> None:
    instrument = sample(each.instrument)
    derivation = evaluate(
        instrument,
        ratings_of(instrument, each.ratings),
        scope=each.scope,
        judged_by=each.judged_by,
        stop=each.stop,
    )
    shown = {
        line.unit: " | ".join(applied.arithmetic for applied in line.applied)
        for line in derivation.exam.walk()
    }
    assert {unit: shown[unit] for unit in each.steps} == each.steps
    assert derivation.core_tasks == each.tasks
    assert derivation.missing == each.missing
    assert derivation.outcome == each.outcome

"""After a dispute two of three decide, criterion by criterion, and never a mean."""

import pytest

from proeve.rules.pass_rule import evaluate
from proeve.rules.passing.forms import two_of_three
from tests.passing.rating_sets import ratings_of, sample
from tests.passing.table_third import THIRD, Third


@pytest.mark.parametrize("each", THIRD, ids=lambda each: each.name)
def test_two_of_three_make_the_agreed_ratings_and_the_result(each: Third) -> None:
    instrument = sample("ei2")
    first, second, third = (
        ratings_of(instrument, form) for form in (each.first, each.second, each.third)
    )
    both = {
        name: two_of_three(first[name], second[name], third[name]) for name in first
    }
    agreed = {name: rating for name, rating in both.items() if rating is not None}
    assert agreed == ratings_of(instrument, each.agreed)
    derivation = evaluate(instrument, agreed)
    shown = {
        line.unit: " | ".join(applied.arithmetic for applied in line.applied)
        for line in derivation.exam.walk()
    }
    assert {unit: shown[unit] for unit in each.steps} == each.steps
    assert derivation.core_tasks == each.tasks
    assert derivation.outcome == each.outcome

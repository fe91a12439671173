"""Weighted kappa against sums by hand and against another implementation's values."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proeve.sight.agreement import weighted_kappa

Pairs = list[tuple[int, int]]
PAIRS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=40)


def test_kappa_is_the_sum_that_can_be_done_by_hand() -> None:
    # Four forms on O, V, G: O-O, V-V, V-G, G-G. One step apart once: 1 of 4.
    # By chance: first gives O 1, V 2, G 1; second O 1, V 1, G 2. Squared distances:
    # O: 1*(0*1 + 1*1 + 4*2) = 9;  V: 2*(1*1 + 0*1 + 1*2) = 6;  G: 1*(4*1 + 1*1) = 5.
    # That is 20 of 16, so kappa is 1 - (1/4) / (20/16) = 1 - 4/20.
    assert weighted_kappa([(0, 0), (1, 1), (1, 2), (2, 2)]) == Fraction(4, 5)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("0121022110", "0111122010", 0.7272727272727273),
        ("0011223332", "0112233310", 0.5528455284552845),
        ("1111111100", "1111110000", 0.5454545454545454),
        ("0202", "2020", -1.0),
    ],
)
def test_kappa_equals_cohen_kappa_score_of_scikit_learn(
    first: str, second: str, expected: float
) -> None:
    # Each expected value is what sklearn.metrics.cohen_kappa_score printed with
    # weights="quadratic" and all ratings of the scale as labels.
    pairs = zip(map(int, first), map(int, second), strict=True)
    assert float(weighted_kappa(pairs) or 0) == pytest.approx(expected, abs=1e-12)


def test_there_is_no_kappa_where_chance_explains_everything() -> None:
    assert weighted_kappa([]) is None
    assert weighted_kappa([(1, 1)] * 12) is None


@given(PAIRS)
def test_kappa_lies_between_minus_one_and_one(pairs: Pairs) -> None:
    kappa = weighted_kappa(pairs)
    assert kappa is None or -1 <= kappa <= 1


@given(PAIRS)
def test_kappa_is_the_same_whoever_is_called_first(pairs: Pairs) -> None:
    assert weighted_kappa(pairs) == weighted_kappa((b, a) for a, b in pairs)


@given(PAIRS)
def test_unused_ratings_of_the_scale_change_nothing(pairs: Pairs) -> None:
    assert weighted_kappa(pairs) == weighted_kappa((a + 3, b + 3) for a, b in pairs)

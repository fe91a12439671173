"""The model's values as JSON: what is read can only be a value of its type."""

from dataclasses import dataclass
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proeve.gather.memory.prefix import Prefix
from proeve.model.encoding import UnfitError, any_decoded, codec, encoded
from proeve.model.exam import ExamState
from proeve.model.ledger import Judgement, State
from proeve.process.vocabulary import Approver, Part, Role

pytestmark = pytest.mark.slow

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=12)
        | st.dictionaries(st.text(max_size=4), inner, max_size=4)
    ),
    max_leaves=40,
)


@pytest.mark.parametrize("hat", [Part.STUDENT, Role.STUDENT])
def test_a_part_and_a_role_of_one_name_stay_apart(hat: Approver) -> None:
    assert hat.value == "student"
    found = any_decoded(Approver, encoded(Approver, hat))
    assert type(found) is type(hat)


def test_a_fraction_stays_exact() -> None:
    assert any_decoded(Fraction, encoded(Fraction, Fraction(1, 3))) == Fraction(1, 3)


@given(value=ANYTHING)
@pytest.mark.parametrize("kind", [Prefix, ExamState, Judgement, State])
def test_anything_else_does_not_fit(kind: type, value: object) -> None:
    with pytest.raises(UnfitError):
        any_decoded(kind, value)


@given(value=ANYTHING, at=st.integers(0, 11))
def test_a_value_in_the_wrong_place_does_not_fit_or_is_of_its_type(
    value: object, at: int
) -> None:
    whole = encoded(ExamState, ExamState(scope="groups/a/b"))
    assert isinstance(whole, list)
    whole[at] = value
    try:
        found = any_decoded(ExamState, whole)
    except UnfitError:
        return
    assert isinstance(found, ExamState)


def test_a_type_without_a_way_is_refused_when_it_is_met() -> None:
    @dataclass(frozen=True)
    class Strange:
        what: complex

    with pytest.raises(TypeError):
        codec(Strange)


def test_the_whole_state_of_the_model_has_a_way() -> None:
    assert any_decoded(State, encoded(State, State())) == State()

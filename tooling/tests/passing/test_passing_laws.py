"""What holds for every instrument: raising a rating never harms; nothing crashes."""

from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from proeve.model.derivation import Basis, Value
from proeve.model.document import Data, Document
from proeve.model.passing import MarksScale, OrdinalScale, Rating
from proeve.process.documents import KINDS
from proeve.process.vocabulary import Outcome, Part
from proeve.reading import schemas
from proeve.rules.pass_rule import Scope, Stop, evaluate, instrument_of, scope_of
from proeve.rules.passing.checking import check_instrument, faults
from proeve.rules.passing.scope import Given
from proeve.rules.passing.telling import told
from tests.passing.random_instruments import instruments, ratings, scale_of

pytestmark = pytest.mark.slow

SLOW = settings(
    max_examples=120, suppress_health_check=[HealthCheck.too_slow], deadline=None
)
ORDER = (None, Outcome.NOT_PASSED, Outcome.PASSED)


@given(data=st.data())
@SLOW
def test_a_random_instrument_fits_its_schema_and_means_something(
    data: st.DataObject,
) -> None:
    made = data.draw(instruments())
    kind, path = KINDS["instrument"], "exams/registry/instruments/toeval/1.yml"
    document = Document(kind=kind, path=path, data=made, marks={})
    assert schemas.check(document) == ()
    assert list(check_instrument(document)) == []


@given(data=st.data())
@SLOW
def test_raising_one_rating_never_turns_a_pass_into_a_fail(data: st.DataObject) -> None:
    instrument = instrument_of(data.draw(instruments()))
    low = data.draw(ratings(instrument))
    task = data.draw(st.sampled_from(instrument.core_tasks))
    criterion = data.draw(st.sampled_from(task.criteria))
    scale = scale_of(task.rule, criterion)
    if low[criterion.id] not in scale[:-1]:
        return  # it cannot be raised, or it is not applicable
    better = scale[scale.index(low[criterion.id]) + 1 :]
    high: dict[str, Rating] = {**low, criterion.id: data.draw(st.sampled_from(better))}
    before, after = evaluate(instrument, low), evaluate(instrument, high)
    assert ORDER.index(after.outcome) >= ORDER.index(before.outcome)
    results = task.rule.results
    for code, rating in before.core_tasks.items():
        if code == task.code:
            raised = after.core_tasks[code]
            assert rank(results, raised) >= rank(results, rating)


def rank(scale: OrdinalScale | MarksScale, rating: Value) -> Fraction:
    if isinstance(scale, OrdinalScale):
        return Fraction(scale.rank(str(rating)))
    return Fraction(rating)


@given(data=st.data())
@SLOW
def test_no_ratings_whatever_make_it_crash(data: st.DataObject) -> None:
    made = data.draw(instruments())
    assert list(faults(made)) == []
    instrument = instrument_of(made)
    whatever = data.draw(ratings(instrument, whole=False))
    units = st.sampled_from(list(instrument.units()))
    exam: dict[str, Data] = data.draw(
        st.fixed_dictionaries(
            {},
            optional={
                "units": st.lists(units, min_size=1, max_size=3),
                "carried_over": st.lists(
                    st.fixed_dictionaries(
                        {
                            "unit": units,
                            "rating": st.sampled_from(("V", "X", 7, 0, 99)),
                            "from": st.just("g/26-0001-x"),
                        }
                    ),
                    max_size=2,
                ),
                "exempted": st.lists(
                    st.fixed_dictionaries({"unit": units, "decision": st.just(1)}),
                    max_size=2,
                ),
            },
        )
    )
    part = data.draw(st.sampled_from((None, *Part)))
    stop = data.draw(st.sampled_from((None, Stop(decision="1"))))
    derivation = evaluate(
        instrument, whatever, scope=scope_of(exam), judged_by=part, stop=stop
    )
    for language in ("nl", "en"):
        assert list(told(instrument, derivation, language))


@given(data=st.data())
@SLOW
def test_a_missing_rating_is_never_a_fail(data: st.DataObject) -> None:
    instrument = instrument_of(data.draw(instruments()))
    whole = data.draw(ratings(instrument))
    gone = data.draw(st.sampled_from(sorted(whole)))
    derivation = evaluate(
        instrument, {name: one for name, one in whole.items() if name != gone}
    )
    assert derivation.outcome is None
    assert gone in derivation.missing


@given(data=st.data())
@SLOW
def test_whole_ratings_always_give_a_result_for_every_core_task(
    data: st.DataObject,
) -> None:
    instrument = instrument_of(data.draw(instruments()))
    derivation = evaluate(instrument, data.draw(ratings(instrument)))
    if not derivation.missing:  # all that is not applicable leaves nothing judged
        assert derivation.outcome in (Outcome.PASSED, Outcome.NOT_PASSED)
        for task in instrument.core_tasks:
            assert task.rule.results.has(derivation.core_tasks[task.code])


@given(data=st.data())
@SLOW
def test_carrying_over_what_was_passed_changes_no_result(data: st.DataObject) -> None:
    instrument = instrument_of(data.draw(instruments()))
    whole = data.draw(ratings(instrument))
    first = evaluate(instrument, whole)
    passed = {
        unit: rating
        for unit, rating in first.to_carry_over.items()
        if not isinstance(rating, Fraction)  # exact means are never carried over
    }
    given_units = {
        unit: Given(basis=Basis.CARRIED_OVER, rating=rating, source="g/26-0001-x")
        for unit, rating in passed.items()
        if data.draw(st.booleans())
    }
    again = evaluate(instrument, whole, scope=Scope(given=given_units))
    assert again.core_tasks == first.core_tasks
    assert again.outcome == first.outcome

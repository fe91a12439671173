"""Forms, consensus, results and exams that do not fit their instrument are found."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from proeve.model.document import Data
from proeve.model.instrument import Instrument
from proeve.process.vocabulary import Part
from proeve.rules.pass_rule import WHOLE, Stop, evaluate, scope_of
from proeve.rules.passing.exams import check_exam, check_sides
from proeve.rules.passing.fault import Fault
from proeve.rules.passing.forms import check_consensus, check_form, check_outcome
from proeve.words.codes import ALL, passing
from tests.passing.rating_sets import ratings_of, sample

Entry = dict[str, Data]
GOOD = "V V V; V V; V V V; V V"
BOTH = (Part.FIRST_ASSESSOR, Part.SECOND_ASSESSOR)


def shown(faults: Iterable[Fault]) -> list[str]:
    """Code and pointer of each, after making its sentences in both languages."""
    lines: list[str] = []
    for fault in faults:
        for language in ("nl", "en"):
            say = ALL[fault.code].in_language(language)
            assert "{" not in (say.text + say.hint).format_map(fault.args)
        lines.append(f"{'/'.join(map(str, fault.pointer))} {fault.code}")
    return lines


def form_of(instrument: Instrument, written: str = GOOD, part: str = "first") -> Entry:
    ratings: Entry = {
        name: {"rating": rating}
        for name, rating in ratings_of(instrument, written).items()
    }
    return {"part": part, "ratings": ratings}


def consensus_of(instrument: Instrument, written: str = GOOD) -> Entry:
    items: Entry = {
        name: {"first": "V", "second": "V", "agreed": rating}
        for name, rating in ratings_of(instrument, written).items()
    }
    return {"items": items}


def forms_of(instrument: Instrument) -> dict[Part, Entry]:
    return {part: form_of(instrument) for part in BOTH}


def changed(document: Entry, key: str, name: str, entry: Data) -> Entry:
    inner = document[key]
    assert isinstance(inner, dict)
    return {**document, key: {**inner, name: entry}}


def without(document: Entry, key: str, name: str) -> Entry:
    inner = document[key]
    assert isinstance(inner, dict)
    return {**document, key: {one: inner[one] for one in inner if one != name}}


def test_a_form_with_exactly_its_criteria_is_in_order() -> None:
    instrument = sample("ei2")
    assert shown(check_form(instrument, form_of(instrument), WHOLE)) == []


def test_a_form_without_one_of_its_criteria_is_not() -> None:
    instrument = sample("ei2")
    form = without(form_of(instrument), "ratings", "W2-C1")
    faults = shown(check_form(instrument, form, WHOLE))
    assert faults == ["ratings passing.criterion-missing"]


def test_a_form_with_a_criterion_of_its_own_is_not() -> None:
    instrument = sample("ei2")
    form = changed(form_of(instrument), "ratings", "W9-C9", {"rating": "V"})
    faults = shown(check_form(instrument, form, WHOLE))
    assert faults == ["ratings/W9-C9 passing.criterion-foreign"]


@pytest.mark.parametrize("rating", ["X", 7, 7.5, True, None, "NVT"])
def test_a_rating_that_the_scale_has_not_is_found(rating: Data) -> None:
    instrument = sample("ei2")
    form = changed(form_of(instrument), "ratings", "W1-C1", {"rating": rating})
    faults = shown(check_form(instrument, form, WHOLE))
    assert faults == ["ratings/W1-C1/rating passing.rating-off-scale"]


@pytest.mark.parametrize("rating", [0, 11, 6.0, 6.5, "V", True])
def test_a_mark_is_a_whole_number_from_one_to_ten(rating: Data) -> None:
    instrument = sample("mt4")
    written = "V V V; V V V V V; 7 7; 7 7 7"
    form = form_of(instrument, written, part="third")
    form = changed(form, "ratings", "P1-W1-C1", {"rating": rating})
    faults = shown(check_form(instrument, form, WHOLE))
    assert faults == ["ratings/P1-W1-C1/rating passing.rating-off-scale"]


@pytest.mark.parametrize(("points", "fits"), [(0, True), (1, True), (2, False)])
def test_points_stay_below_the_criterions_own_maximum(
    points: int, *, fits: bool
) -> None:
    instrument = sample("las3")
    form = form_of(instrument, "6 5; 6 6 6 6; 1 6")
    form = changed(form, "ratings", "W3-C1", {"rating": points})
    assert (shown(check_form(instrument, form, WHOLE)) == []) is fits


def test_each_assessor_gets_the_criteria_of_that_assessor_only() -> None:
    instrument = sample("mt4")
    practice = form_of(instrument, "V V .; V V V V .; . 7; . 7 7")
    school = form_of(instrument, ". . V; V . V . V; 7 7; 7 7 7", part="second")
    third = form_of(instrument, "V V V; V V V V V; 7 7; 7 7 7", part="third")
    for form in (practice, school, third):
        assert shown(check_form(instrument, form, WHOLE)) == []
    swapped = {**practice, "part": "second"}
    codes = {line.split()[1] for line in shown(check_form(instrument, swapped, WHOLE))}
    assert codes == {"passing.criterion-missing", "passing.criterion-foreign"}


def test_a_resit_asks_only_for_the_units_in_its_scope() -> None:
    instrument = sample("ei2")
    carried: list[Data] = [
        {"unit": f"B1-K1-W{number}", "rating": "V", "from": "ei2/26-0001-x"}
        for number in (1, 2, 3)
    ]
    scope = scope_of({"units": ["B1-K1-W4"], "carried_over": carried})
    assert shown(check_form(instrument, form_of(instrument, "; ; ; V V"), scope)) == []
    assert len(shown(check_form(instrument, form_of(instrument), scope))) == 8


def test_not_applicable_needs_a_reason() -> None:
    instrument = sample("k0262")
    form = form_of(instrument, "NVT V V; V V V")
    faults = shown(check_form(instrument, form, WHOLE))
    assert faults == ["ratings/W1-C1 passing.reason-missing"]
    entry: Data = {"rating": "NVT", "note": "Geen leverancier bij deze klus"}
    explained = changed(form, "ratings", "W1-C1", entry)
    assert shown(check_form(instrument, explained, WHOLE)) == []


def test_a_crucial_criterion_cannot_be_left_out_even_with_a_reason() -> None:
    instrument = sample("k0262")
    form = form_of(instrument, "V V V; V V V")
    entry: Data = {"rating": "NVT", "note": "Niet gezien"}
    form = changed(form, "ratings", "W1-C2", entry)
    faults = shown(check_form(instrument, form, WHOLE))
    assert faults == ["ratings/W1-C2/rating passing.rating-off-scale"]


def consensus_faults(consensus: Entry) -> list[str]:
    instrument = sample("ei2")
    forms = forms_of(instrument)
    return shown(check_consensus(instrument, consensus, WHOLE, forms))


def test_a_consensus_that_repeats_both_forms_is_in_order() -> None:
    assert consensus_faults(consensus_of(sample("ei2"))) == []


def test_a_consensus_covers_every_criterion() -> None:
    consensus = without(consensus_of(sample("ei2")), "items", "W4-C2")
    assert consensus_faults(consensus) == ["items passing.criterion-missing"]


def test_a_consensus_does_not_misquote_a_form() -> None:
    item: Data = {"first": "G", "second": "V", "agreed": "V", "reason": "Samen gezien"}
    consensus = changed(consensus_of(sample("ei2")), "items", "W1-C1", item)
    faults = consensus_faults(consensus)
    assert faults == ["items/W1-C1/first passing.rating-misquoted"]


def test_a_third_voice_that_has_no_form_is_a_misquote() -> None:
    item: Data = {"first": "V", "second": "V", "third": "V", "agreed": "V"}
    consensus = changed(consensus_of(sample("ei2")), "items", "W1-C1", item)
    faults = consensus_faults(consensus)
    assert faults == ["items/W1-C1/third passing.rating-misquoted"]


def test_agreeing_on_another_rating_than_was_given_needs_a_reason() -> None:
    item: Data = {"first": "V", "second": "V", "agreed": "G"}
    consensus = changed(consensus_of(sample("ei2")), "items", "W1-C1", item)
    faults = consensus_faults(consensus)
    assert faults == ["items/W1-C1 passing.reason-missing"]


def test_an_agreed_rating_stands_on_the_scale() -> None:
    item: Data = {"first": "V", "second": "V", "agreed": 6.5, "reason": "Gemiddeld"}
    consensus = changed(consensus_of(sample("ei2")), "items", "W1-C1", item)
    faults = consensus_faults(consensus)
    assert faults == ["items/W1-C1/agreed passing.rating-off-scale"]


def outcome_faults(document: Entry, written: str = GOOD) -> list[str]:
    instrument = sample("ei2")
    derivation = evaluate(instrument, ratings_of(instrument, written))
    return shown(check_outcome(document, derivation))


PASSED: Entry = {
    "computed": "passed",
    "outcome": "passed",
    "core_tasks": {"B1-K1": "V"},
}


def test_a_result_that_says_what_is_computed_is_in_order() -> None:
    assert outcome_faults(PASSED) == []


def test_what_is_called_computed_is_computed() -> None:
    faults = outcome_faults({**PASSED, "computed": "not_passed"})
    assert faults == ["computed passing.computed-differs"]


def test_another_outcome_needs_a_decision() -> None:
    other: Entry = {**PASSED, "outcome": "not_passed"}
    assert outcome_faults(other) == ["outcome passing.outcome-without-decision"]
    assert outcome_faults({**other, "overrule": 3}) == []


def test_another_rating_of_a_core_task_is_found() -> None:
    faults = outcome_faults({**PASSED, "core_tasks": {"B1-K1": "G"}})
    assert faults == ["core_tasks/B1-K1 passing.core-task-differs"]


def test_a_core_task_left_out_of_the_result_is_found() -> None:
    faults = outcome_faults({**PASSED, "core_tasks": {}})
    assert faults == ["core_tasks/B1-K1 passing.core-task-differs"]


def test_there_is_no_result_while_a_rating_lacks() -> None:
    faults = outcome_faults(PASSED, "V V V; V .; V V V; V V")
    assert faults == ["computed passing.result-without-ratings"]


def test_a_stopped_exam_is_computed_as_not_passed() -> None:
    derivation = evaluate(sample("ei2"), {}, stop=Stop(decision="2"))
    stopped: Entry = {"computed": "not_passed", "outcome": "not_passed", "stop": 2}
    assert shown(check_outcome({**stopped, "core_tasks": {}}, derivation)) == []
    faults = shown(check_outcome(PASSED, derivation))
    assert faults == [
        "computed passing.computed-differs",
        "outcome passing.outcome-without-decision",
    ]


def test_a_type_of_assignment_that_the_instrument_does_not_allow() -> None:
    faults = shown(check_exam(sample("k0262"), {"type": "standard"}))
    assert faults == ["type passing.assignment-type"]


SCOPES: tuple[tuple[Entry, list[str]], ...] = (
    ({}, []),
    ({"units": ["B1-K1"]}, []),
    (
        {"units": ["B1-K7"]},
        ["units/0 passing.unit-unknown"] + 4 * ["units passing.unit-left-out"],
    ),
    (
        {"units": ["B1-K1-W4", "B1-K1"]},
        ["units/1 passing.unit-twice"],
    ),
    (
        {"units": ["B1-K1"], "exempted": [{"unit": "B1-K1-W1", "decision": 1}]},
        ["exempted/0/unit passing.unit-twice"],
    ),
    (
        {
            "units": ["B1-K1-W3", "B1-K1-W4"],
            "exempted": [{"unit": "B1-K1-W1", "decision": 1}],
        },
        ["units passing.unit-left-out"],
    ),
    (
        {"carried_over": [{"unit": "B1-K1-W1", "rating": 7, "from": "a/26-0001-x"}]},
        ["carried_over/0/rating passing.rating-off-scale"],
    ),
    (
        {"carried_over": [{"unit": "B1-K1-W1", "rating": "O", "from": "a/26-0001-x"}]},
        ["carried_over/0/rating passing.carried-over-not-passed"],
    ),
)  # fmt: skip


@pytest.mark.parametrize(("scope", "expected"), SCOPES)
def test_every_unit_is_judged_or_carried_over_or_exempted_once(
    scope: Entry, expected: list[str]
) -> None:
    exam: Entry = {"type": "own_company", **scope}
    assert shown(check_exam(sample("ei2"), exam)) == expected


@pytest.mark.parametrize(
    ("name", "units", "found"),
    [
        ("ei2", ["B1-K1-W4"], False),
        ("mt4", ["P1-K1"], False),
        ("mt4", ["P1-K1-W2"], True),
        ("k0262", ["K0262"], True),
    ],
)
def test_a_resit_is_not_smaller_than_the_instrument_allows(
    name: str, units: list[Data], *, found: bool
) -> None:
    exam: Entry = {"type": "own_company", "units": units, "resit_of": {"exam": "x"}}
    codes = [fault.code for fault in check_exam(sample(name), exam)]
    assert ("passing.resit-too-small" in codes) is found


def test_an_assessor_from_the_other_side_than_the_instrument_asks() -> None:
    exam: Entry = {
        "first_assessor": {"person": "p-00000001", "side": "school"},
        "second_assessor": {"person": "p-00000002", "side": "school"},
    }
    faults = shown(check_sides(sample("mt4"), exam))
    assert faults == ["first_assessor/side passing.assessor-side"]
    assert shown(check_sides(sample("ei2"), exam)) == []


def test_every_code_about_ratings_is_named_in_a_test_here() -> None:
    text = Path(__file__).read_text(encoding="utf-8")
    for code in passing.CODES:
        assert f"{code.code}" in text

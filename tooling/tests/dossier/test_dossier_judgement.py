"""What forms, consensus, final assessment and result must mean together."""

from dataclasses import replace

import pytest

from proeve.model.document import Data
from proeve.model.findings import Pointer
from proeve.process.decisions import DecisionKind
from tests.dossier import small
from tests.dossier.cases import Documents, case, decision, documents, spoiled, told

FIRST, SECOND = "forms/first.yml", "forms/second.yml"
FINAL, RESULT = "final-assessment.yml", "result.yml"

FAULTS: dict[str, tuple[str, Pointer, Data, list[str]]] = {
    "a form of another part": (
        FIRST,
        ("part",),
        "second",
        ["form.other-part forms/first.yml /part"],
    ),
    "a form of another assessor": (
        SECOND,
        ("assessor",),
        small.THIRD,
        ["form.other-assessor forms/second.yml /assessor"],
    ),
    "a form of another text of the instrument": (
        SECOND,
        ("instrument", "digest"),
        small.OTHER_DIGEST,
        ["exam.other-instrument forms/second.yml /instrument/digest"],
    ),
    "a rating that the scale does not know": (
        FIRST,
        ("ratings", "W1-C1", "rating"),
        "X",
        [
            "passing.rating-off-scale forms/first.yml /ratings/W1-C1/rating",
            "passing.rating-misquoted consensus.yml /items/W1-C1/first",
        ],
    ),
    "a consensus that misquotes an assessor": (
        "consensus.yml",
        ("items", "W1-C2", "second"),
        "G",
        [
            "passing.rating-misquoted consensus.yml /items/W1-C2/second",
            "passing.reason-missing consensus.yml /items/W1-C2",
        ],
    ),
    "a result that does not count though it is an attempt": (
        RESULT,
        ("counts_as_attempt",),
        False,
        ["result.attempt result.yml /counts_as_attempt"],
    ),
    "a result that cites a decision that is not there": (
        RESULT,
        ("overrule",),
        1,
        ["result.no-such-decision result.yml /overrule"],
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_in_a_judgement_is_told_with_its_place(name: str) -> None:
    path, pointer, value, expected = FAULTS[name]
    assert told(case(spoiled(path, pointer, value))) == expected


def test_a_sealed_form_is_of_whoever_sealed_it() -> None:
    found = documents()
    found["forms/second.seal.yml"] = {"part": "second", "assessor": small.THIRD}
    assert told(case(found)) == ["form.other-assessor forms/second.yml /assessor"]
    found[SECOND]["assessor"] = small.THIRD
    assert told(case(found)) == []


def test_a_substituted_assessor_gives_the_form() -> None:
    swap = decision(
        1,
        DecisionKind.SUBSTITUTION,
        part="second_assessor",
        to=small.THIRD,
        **{"from": small.SECOND},
    )
    found = documents()
    assert told(case(found, decisions=(swap,))) == [
        "form.other-assessor forms/second.yml /assessor"
    ]
    found[SECOND]["assessor"] = small.THIRD
    assert told(case(found, decisions=(swap,))) == []


def test_another_outcome_needs_a_decision_that_says_so() -> None:
    found = _overruled()
    said = decision(1, DecisionKind.OVERRULE, outcome="not_passed")
    assert told(case(found, decisions=(said,))) == []
    other = decision(1, DecisionKind.OVERRULE, outcome="not_taken")
    assert told(case(found, decisions=(other,))) == [
        "result.no-such-decision final-assessment.yml /overrule",
        "result.no-such-decision result.yml /overrule",
    ]


def test_a_decision_of_another_kind_overrules_nothing() -> None:
    notice = decision(1, DecisionKind.NOTICE, outcome="not_passed")
    assert told(case(_overruled(), decisions=(notice,))) == [
        "result.no-such-decision final-assessment.yml /overrule",
        "result.no-such-decision result.yml /overrule",
    ]


def test_another_outcome_without_a_decision_is_told() -> None:
    found = documents()
    found[RESULT]["outcome"] = "not_passed"
    assert told(case(found)) == ["passing.outcome-without-decision result.yml /outcome"]


def test_after_a_stop_the_final_assessment_cites_it() -> None:
    found = documents()
    for name in (FIRST, SECOND, "consensus.yml"):
        found.pop(name)
    found[FINAL] = _failed(small.final())
    found[RESULT] = _failed(small.result())
    stop = decision(1, DecisionKind.STOP)
    stopped = replace(case(found, decisions=(stop,)), stopped=1)
    assert "result.stop-not-cited final-assessment.yml" in told(stopped)
    found[FINAL]["stop"] = 1
    assert told(stopped) == []


def _overruled() -> Documents:
    found = documents()
    for name in (FINAL, RESULT):
        found[name] |= {"outcome": "not_passed", "overrule": 1}
    return found


def _failed(document: small.Doc) -> small.Doc:
    return {
        **document,
        "core_tasks": {},
        "outcome": "not_passed",
        "computed": "not_passed",
    }

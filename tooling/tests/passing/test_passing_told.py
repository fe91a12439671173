"""The way to a result is told step by step, in both languages and in its own order."""

from string import Formatter

import pytest

from proeve.model.derivation import AppliedRule, Basis
from proeve.model.document import Data
from proeve.rules.pass_rule import Stop, evaluate, explain
from proeve.rules.passing.telling import told
from proeve.words.passing_words import BASES, RULES
from tests.passing.rating_sets import ratings_of, sample

LINES_NL = """\
Pijpleiding lassen en beproeven (las3-pvb1)
  B1-K1 Maakt lasverbindingen
    B1-K1-W1 Bereidt het laswerk voor
      B1-K1-W1: V (voldoende), 12 punten, meegenomen uit las3-a/26-0003-q.
    B1-K1-W2 Last de naden
      W2-N1 Naad 1, onder de hand: 6.
      W2-N2 Naad 2, uit de zij: 6.
      W2-N3 Naad 3, stapelend: 6.
      W2-N4 Naad 4, boven het hoofd: 6.
      Punten: 6 + 6 + 6 + 6 = 24.
      Voor V: ten minste 1/2 van de punten: 24/40 = 3/5 >= 1/2. Gehaald.
      B1-K1-W2: V (voldoende), 24 punten.
    B1-K1-W3 Beproeft en levert op
      W3-C1 Het proefstuk is dicht bij de lekproef: 0.
        Cruciaal criterium W3-C1: 0 < 1. Niet gehaald.
      W3-C2 Legt lasgegevens en afwijkingen vast: 9.
      Punten: 0 + 9 = 9.
      Cruciaal criterium W3-C1 blijft onder zijn minimum (0 < 1): zo is dit \
onderdeel niet gehaald.
      B1-K1-W3: O (onvoldoende), 9 punten.
    Punten: 12 + 24 + 9 = 45.
    Cruciaal criterium W3-C1 blijft onder zijn minimum (0 < 1): zo is dit \
onderdeel niet gehaald.
    B1-K1: O (onvoldoende), 45 punten.
  Elke kerntaak of elk keuzedeel is genoeg: 0/1 < 1/1. Niet gehaald.
Examen: Niet behaald."""

LINES_EN = """\
Elective sustainable work in engineering (k0262-keuzedeel)
  K0262 Works sustainably in engineering
    K0262-W1 Examines the own work for waste
      W1-C1 Shows the energy and material of a job: not applicable.
      W1-C2 Minds the rules for waste and dangerous substances: V (sufficient).
        Crucial criterion W1-C2: V >= V. Met.
      W1-C3 Asks suppliers about origin and reuse: V (sufficient).
      For V: nothing is below O: V >= O. Met.
      For V: at least 2/3 of the criteria with a rating is V or better: \
2/2 = 1 >= 2/3. Met.
      For RV: nothing is below V: V >= V. Met.
      For RV: at least 2/3 of the criteria is RV or better: 0/3 = 0 < 2/3. Not met.
      K0262-W1: V (sufficient).
    K0262-W2 Carries out an improvement
      W2-C1 Proposes an improvement that is feasible: V (sufficient).
      W2-C2 Carries out the improvement and shows the result: there is no rating yet.
      W2-C3 Looks back on what it brought: V (sufficient).
      K0262-W2: there is no rating yet.
    K0262: there is no rating yet.
There is no outcome yet.
This is still missing: W2-C2."""


def items(name: str, written: str) -> dict[str, Data]:
    ratings = ratings_of(sample(name), written)
    return {criterion: {"agreed": rating} for criterion, rating in ratings.items()}


def test_a_result_is_told_in_dutch() -> None:
    exam: dict[str, Data] = {
        "carried_over": [
            {"unit": "B1-K1-W1", "rating": 12, "from": "las3-a/26-0003-q"}
        ],
    }
    agreed = items("las3", "; 6 6 6 6; 0 9")
    assert "\n".join(explain(sample("las3"), agreed, exam, "nl")) == LINES_NL


def test_what_lacks_is_told_in_english() -> None:
    agreed = items("k0262", "NVT V V; V . V")
    assert "\n".join(explain(sample("k0262"), agreed, {}, "en")) == LINES_EN


def test_a_mean_an_exemption_and_a_stop_are_told() -> None:
    exam: dict[str, Data] = {"exempted": [{"unit": "B1-K1", "decision": 4}]}
    agreed = items("mt4", "; ; 6 7; 4 5 6")
    lines = explain(sample("mt4"), agreed, exam, "nl", stop=Stop(decision="5"))
    text = "\n".join(lines)
    assert "B1-K1: V (voldoende), vrijgesteld met besluit 4." in text
    assert "een half naar boven: (1×13/2 + 2×5)/3 = 11/2 -> 6." in text
    assert "Het examen is om de veiligheid gestopt: besluit 5, criterium -." in text
    assert lines[-1] == "Examen: Niet behaald."


def test_every_rule_and_every_basis_has_its_words() -> None:
    assert set(AppliedRule) <= set(RULES)
    assert set(BASES) == set(Basis)


@pytest.mark.parametrize("name", RULES)
def test_both_languages_show_the_same_things(name: str) -> None:
    dutch, english = (
        {field for _, field, _, _ in Formatter().parse(text) if field}
        for text in (RULES[name].nl, RULES[name].en)
    )
    assert dutch == english


def test_telling_a_result_ends_with_it() -> None:
    instrument = sample("mt4")
    ratings = ratings_of(instrument, "V V V; V V V V V; 7 7; 7 7 7")
    lines = list(told(instrument, evaluate(instrument, ratings), "en"))
    assert lines[-1] == "Exam: Passed."

"""The four sample instruments show what an instrument can say, in both languages."""

import pytest

from proeve.model.instrument import Instrument, JudgedBy
from proeve.model.passing import MarksRule, OrdinalRule, PointsRule
from proeve.process.vocabulary import Part
from proeve.words.labels_text import Label
from tests.passing.rating_sets import CODES, ROOT, sample


@pytest.fixture(params=CODES)
def instrument(request: pytest.FixtureRequest) -> Instrument:
    return sample(str(request.param))


def labels(instrument: Instrument) -> list[Label]:
    found = [instrument.title, *(form.title for form in instrument.forms)]
    for task in instrument.core_tasks:
        found += [task.title, *(part.title for part in task.work_processes)]
        for criterion in task.criteria:
            found += [criterion.text, *criterion.descriptors.values()]
    return found + [one.title for one in instrument.required_evidence]


def test_every_text_is_there_in_both_languages(instrument: Instrument) -> None:
    same = [label.nl for label in labels(instrument) if label.nl == label.en]
    assert same in ([], ["Portfolio"])


def test_it_is_invented_and_says_so(instrument: Instrument) -> None:
    path = f"exams/registry/instruments/{instrument.code}/1.yml"
    text = (ROOT / path).read_text(encoding="utf-8")
    assert instrument.licence == "sample-content"
    assert "source_status: illustrative" in text
    assert all(crebo.startswith("0000") for crebo in instrument.crebo)


def test_its_first_line_leads_an_editor_to_its_schema(instrument: Instrument) -> None:
    folder = ROOT / "exams/registry/instruments" / instrument.code
    first = (folder / "1.yml").read_text(encoding="utf-8").splitlines()[0]
    reference = first.removeprefix("# yaml-language-server: $schema=")
    assert (folder / reference).resolve() == ROOT / "schemas/instrument.schema.json"


def test_every_work_process_has_evidence(instrument: Instrument) -> None:
    named = {unit for one in instrument.required_evidence for unit in one.units}
    for task in instrument.core_tasks:
        for part in task.work_processes:
            assert {task.code, part.code} & named


@pytest.mark.parametrize("name", ["ei2", "mt4"])
def test_a_whole_exam_has_eight_to_fifteen_criteria(name: str) -> None:
    assert 8 <= len(sample(name).criteria) <= 15


def test_one_exam_has_a_rule_of_its_own_for_each_core_task() -> None:
    rules = [type(task.rule) for task in sample("mt4").core_tasks]
    assert rules == [OrdinalRule, MarksRule]
    assert isinstance(sample("las3").core_tasks[0].rule, PointsRule)


def test_practice_judges_behaviour_and_school_judges_documents() -> None:
    instrument = sample("mt4")
    assert instrument.sides == {
        Part.FIRST_ASSESSOR: "company",
        Part.SECOND_ASSESSOR: "school",
    }
    for criterion in instrument.criteria:
        if criterion.judged_by is JudgedBy.FIRST:
            assert criterion.seen_in == ("observation",)
        if criterion.judged_by is JudgedBy.SECOND:
            assert criterion.seen_in == ("evidence",)


def test_forms_of_one_exam_have_their_own_place_and_period() -> None:
    places = {(form.place, form.period) for form in sample("mt4").forms}
    assert places == {("company", "during_execution"), ("school", "after_execution")}


def test_an_elective_is_a_portfolio_without_an_assignment() -> None:
    instrument = sample("k0262")
    assert instrument.kind == "elective"
    assert instrument.assignment_types == ("portfolio",)
    assert instrument.assignment is None

"""An average of ratings in words cannot be written down, and nothing depends on one."""

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import get_args, get_type_hints

from hypothesis import given
from hypothesis import strategies as st

from proeve.model import passing
from proeve.model.instrument import CoreTask, Instrument
from proeve.model.passing import (
    MarksRule,
    OrdinalRule,
    OrdinalScale,
    ScaleValue,
    WeightedMean,
)
from proeve.rules.pass_rule import evaluate
from proeve.words.labels_text import Label
from tests.passing.rating_sets import ROOT, sample

NUMERIC = {"weighted_mean", "weights", "mean", "average", "points", "rounding", "value"}


def reached(kind: type) -> Iterator[type]:
    """A type and every dataclass that its fields lead to."""
    yield kind
    for hint in get_type_hints(kind).values():
        for inner in (hint, *get_args(hint)):
            if is_dataclass(inner) and isinstance(inner, type):
                yield from reached(inner)


def keys_of(schema: dict[str, object], name: str) -> Iterator[str]:
    """Every property that may stand somewhere in a definition."""
    found = schema["$defs"]
    assert isinstance(found, dict)
    waiting: list[object] = [found[name]]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            properties = node.get("properties", {})
            yield from properties
            target = str(node.get("$ref", ""))
            if target.startswith("#/$defs/"):
                waiting.append(found[target.removeprefix("#/$defs/")])
            waiting.extend(node.values())
        elif isinstance(node, list):
            waiting.extend(node)


def test_no_rule_for_words_has_a_mean_in_its_type() -> None:
    assert WeightedMean not in set(reached(OrdinalRule))
    assert WeightedMean in set(reached(MarksRule))


def test_a_rating_in_words_has_no_number_in_its_type() -> None:
    hints = get_type_hints(ScaleValue)
    assert {field.name for field in fields(ScaleValue)} == {"code", "label", "passes"}
    assert int not in hints.values()
    assert not hasattr(passing, "OrdinalMean")


def test_the_schema_of_a_rule_for_words_has_no_number_to_average() -> None:
    schema = json.loads((ROOT / "schemas/instrument.schema.json").read_text())
    assert not NUMERIC & set(keys_of(schema, "ordinal_rule"))
    assert {"weighted_mean", "rounding"} <= set(keys_of(schema, "marks_rule"))


def stretched(instrument: Instrument) -> Instrument:
    """The same instrument with ratings nobody uses put between the others."""
    tasks: list[CoreTask] = []
    for task in instrument.core_tasks:
        rule = task.rule
        assert isinstance(rule, OrdinalRule)
        values: list[ScaleValue] = []
        for number, value in enumerate(rule.scale.values):
            between = ScaleValue(
                code=f"X{number}", label=Label("x", "x"), passes=value.passes
            )
            values.extend((value, between, replace(between, code=f"Y{number}")))
        scale = OrdinalScale(
            id="wide", values=tuple(values), not_applicable=rule.scale.not_applicable
        )
        tasks.append(replace(task, rule=replace(rule, scale=scale)))
    return replace(instrument, core_tasks=tuple(tasks))


@given(
    ratings=st.fixed_dictionaries(
        {one.id: st.sampled_from("OVG") for one in sample("ei2").criteria}
    )
)
def test_only_the_order_of_words_counts_and_never_a_distance(
    ratings: dict[str, str],
) -> None:
    # An average would shift when more room lies between voldoende and goed.
    instrument = sample("ei2")
    assert evaluate(stretched(instrument), ratings) == evaluate(instrument, ratings)

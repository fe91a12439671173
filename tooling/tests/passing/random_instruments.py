"""Random instruments as data, of every kind of rule, and ratings that fit them."""

from collections.abc import Mapping
from typing import Literal

from hypothesis import strategies as st

from proeve.model.document import Data
from proeve.model.instrument import Criterion, Instrument
from proeve.model.passing import OrdinalRule, PassRule, PointsRule, Rating

CODES = ("S", "O", "V", "RV", "G")
SCALES: list[Data] = [
    {
        "id": "vijf",
        "ordinal": {
            "values": [
                {"code": code, "label": {"nl": code}, "rank": rank, "passes": rank > 1}
                for rank, code in enumerate(CODES)
            ],
            "not_applicable": {"code": "NVT", "label": {"nl": "nvt"}},
        },
    },
    {"id": "punten", "points": {"maximum": 6}},
    {"id": "cijfer", "marks": {"pass_mark": 6}},
]
Kind = Literal["ordinal", "points", "marks"]
OF_KIND: Mapping[Kind, str] = {"ordinal": "vijf", "points": "punten", "marks": "cijfer"}
EFFECTS = st.sampled_from(("work_process_fails", "core_task_fails", "exam_fails"))
MINIMUM: Mapping[Kind, st.SearchStrategy[Data]] = {
    "ordinal": st.sampled_from(CODES),
    "points": st.integers(0, 4),
    "marks": st.integers(1, 10),
}
PASSING = CODES[2:]
WHOLE = ("half_up", "down")


def fractions() -> st.SearchStrategy[str]:
    tops = st.integers(1, 9)
    return tops.flatmap(lambda top: st.integers(top, 10).map(lambda n: f"{top}/{n}"))


@st.composite
def conditions(
    draw: st.DrawFn, of: tuple[str, ...], units: list[str]
) -> dict[str, Data]:
    """At least one condition of a level, each of which may be asked."""
    named: dict[str, st.SearchStrategy[Data]] = {
        "all_at_least": st.sampled_from(CODES),
        "none_below": st.sampled_from(CODES),
        "share_at_least": st.fixed_dictionaries(
            {
                "rating": st.sampled_from(CODES),
                "of": st.sampled_from(of),
                "fraction": fractions(),
            }
        ),
        "required": st.dictionaries(
            st.sampled_from(units), st.sampled_from(CODES), min_size=1, max_size=2
        ),
    }
    keys = draw(st.sets(st.sampled_from(sorted(named)), min_size=1))
    return {key: draw(named[key]) for key in sorted(keys)}


@st.composite
def ladders(draw: st.DrawFn, of: tuple[str, ...], units: list[str]) -> dict[str, Data]:
    ratings = draw(st.sets(st.sampled_from(PASSING), min_size=1))
    levels: list[Data] = [
        {"rating": code, **draw(conditions(of, units))}
        for code in CODES
        if code in ratings
    ]
    return {"levels": levels, "else": draw(st.sampled_from(CODES[:2]))}


@st.composite
def points_ladders(draw: st.DrawFn, most: int, *, by_share: bool) -> dict[str, Data]:
    ratings = sorted(draw(st.sets(st.integers(6, 10), min_size=1, max_size=3)))
    if by_share:
        tenths = st.sets(
            st.integers(1, 10), min_size=len(ratings), max_size=len(ratings)
        )
        limits: list[Data] = [f"{tenth}/10" for tenth in sorted(draw(tenths))]
    else:
        # With fewer points than levels there is no room for that many thresholds.
        points = st.sets(st.integers(0, most), min_size=1, max_size=len(ratings))
        limits = [*sorted(draw(points))]
    key = "fraction" if by_share else "points"
    levels: list[Data] = [
        {"rating": rating, key: limit}
        for rating, limit in zip(ratings, limits, strict=False)
    ]
    return {"levels": levels, "else": draw(st.integers(1, 5))}


@st.composite
def combinations(
    draw: st.DrawFn, roundings: tuple[str, ...], units: list[str]
) -> dict[str, Data]:
    weights = st.fixed_dictionaries({unit: st.integers(1, 5) for unit in units})
    rounding = st.sampled_from(roundings)
    mean: st.SearchStrategy[Data] = st.one_of(
        st.fixed_dictionaries({"rounding": rounding}),
        st.fixed_dictionaries({"rounding": rounding, "weights": weights}),
    )
    ways: st.SearchStrategy[Data] = st.one_of(
        st.just({"lowest": True}), mean.map(lambda one: {"weighted_mean": one})
    )
    cap: st.SearchStrategy[Data] = st.fixed_dictionaries(
        {"mark": st.integers(1, 10), "at_most": st.integers(1, 5)}
    )
    made = {"mark": draw(ways)}
    return {**made, "none_below": draw(cap)} if draw(st.booleans()) else made


@st.composite
def rules(
    draw: st.DrawFn, kind: Kind, ids: list[str], parts: list[str]
) -> dict[str, Data]:
    rule: dict[str, Data] = {"crucial": {"effect": draw(EFFECTS)}}
    if kind == "ordinal":
        rule["work_process"] = draw(ladders(("criteria", "judged"), ids))
        rule["core_task"] = draw(ladders(("work_processes",), parts))
    elif kind == "points":
        rule["results"] = "cijfer"
        rule["work_process"] = draw(points_ladders(10, by_share=True))
        rule["core_task"] = draw(points_ladders(6 * len(ids), by_share=False))
    else:
        rule["crucial"] = {"effect": draw(EFFECTS), "at_most": draw(st.integers(1, 5))}
        rule["core_task"] = draw(combinations(WHOLE, parts))
        exact = "lowest" not in str(rule["core_task"])
        roundings = ("none", *WHOLE) if exact else WHOLE
        rule["work_process"] = draw(combinations(roundings, ids))
    return rule


@st.composite
def core_tasks(draw: st.DrawFn, code: str) -> dict[str, Data]:
    kind: Kind = draw(st.sampled_from(("ordinal", "points", "marks")))
    sizes = draw(st.lists(st.integers(1, 4), min_size=1, max_size=3))
    parts: list[Data] = []
    for number, size in enumerate(sizes, start=1):
        criteria: list[Data] = []
        for index in range(size):
            criterion: dict[str, Data] = {
                "id": f"{code}-W{number}-C{index}",
                "text": {"nl": "Doet iets"},
                "judged_by": ["observation"],
                "judged_by_assessor": draw(
                    st.sampled_from(("first", "second", "both"))
                ),
                "descriptors": _descriptors(kind),
            }
            if draw(st.integers(0, 3)) == 0:
                criterion |= {"crucial": True, "minimum": draw(MINIMUM[kind])}
            criteria.append(criterion)
        parts.append(
            {"code": f"{code}-W{number}", "title": {"nl": "Deel"}, "criteria": criteria}
        )
    ids = [f"{code}-W{n}-C{c}" for n, size in enumerate(sizes, 1) for c in range(size)]
    codes = [f"{code}-W{number}" for number in range(1, len(sizes) + 1)]
    return {
        "code": code,
        "title": {"nl": "Kerntaak"},
        "scale": OF_KIND[kind],
        "work_processes": parts,
        "pass_rule": {kind: draw(rules(kind, ids, codes))},
    }


def _descriptors(kind: Kind) -> Data:
    if kind == "ordinal":
        return {code: {"nl": code} for code in CODES}
    return {"1": {"nl": "Een"}}


@st.composite
def instruments(draw: st.DrawFn) -> dict[str, Data]:
    """The data of an instrument with one or two core tasks of any kind."""
    names = draw(st.sampled_from((["B1-K1"], ["B1-K1", "P1-K1"])))
    return {
        "schema": "proeve/instrument/v1",
        "code": "toeval",
        "version": 1,
        "title": {"nl": "Toeval"},
        "kind": "core_tasks",
        "crebo": ["00001"],
        "level": 2,
        "language": "nl",
        "licence": "sample-content",
        "source_status": "illustrative",
        "visible_to_student": "never",
        "duration_hours": {"guideline": 8},
        "assignment_types": ["own_company"],
        "forms": [
            {
                "kind": "observation",
                "title": {"nl": "Observatie"},
                "place": "company",
                "period": "during_execution",
            }
        ],
        "scales": SCALES,
        "core_tasks": [draw(core_tasks(name)) for name in names],
        "pass_rule": {
            "evaluate_on": "consensus",
            "order": ["crucial", "work_process", "core_task", "exam"],
            "exam": {"passed_if": "every_core_task_passes"},
        },
        "resit": {"unit": "core_task"},
        "required_evidence": [],
    }


def scale_of(rule: PassRule, criterion: Criterion) -> tuple[Rating, ...]:
    """Every rating that a criterion may have, worst first; not applicable is none."""
    if isinstance(rule, OrdinalRule):
        return rule.scale.codes
    if isinstance(rule, PointsRule):
        return tuple(range(criterion.maximum + 1))
    return tuple(range(1, 11))


@st.composite
def ratings(
    draw: st.DrawFn, instrument: Instrument, *, whole: bool = True
) -> dict[str, Rating]:
    """Ratings for an instrument; with gaps and foreign values unless they are whole."""
    drawn: dict[str, Rating] = {}
    for task in instrument.core_tasks:
        for criterion in task.criteria:
            choices: tuple[Rating, ...] = scale_of(task.rule, criterion)
            if isinstance(task.rule, OrdinalRule) and not criterion.crucial:
                choices = (*choices, "NVT")
            if not whole:
                choices = (*choices, "", "X", -1, 11)
            chosen = draw(st.sampled_from(choices))
            if chosen != "":
                drawn[criterion.id] = chosen
    return drawn

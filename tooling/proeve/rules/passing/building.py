"""From the data of an instrument to its frozen values.

The data fits its schema and `checking.check_instrument` found nothing in it.
"""

from collections.abc import Mapping
from fractions import Fraction

from proeve.model.instrument import (
    CoreTask,
    Criterion,
    Form,
    Instrument,
    JudgedBy,
    RequiredEvidence,
    WorkProcess,
)
from proeve.model.passing import (
    Cap,
    Effect,
    MarksCombination,
    MarksRule,
    MarksScale,
    OrdinalLadder,
    OrdinalLevel,
    OrdinalRule,
    OrdinalScale,
    PartLadder,
    PartThreshold,
    PassRule,
    PointsLadder,
    PointsRule,
    PointsScale,
    Rating,
    ResultScale,
    Rounding,
    Scale,
    ScaleValue,
    Share,
    ShareOf,
    Threshold,
    WeightedMean,
)
from proeve.model.records import (
    Record,
    flag_at,
    number_at,
    numbers_at,
    record_at,
    records_at,
    text_at,
    texts_at,
)
from proeve.process.vocabulary import Part
from proeve.words.labels_text import Label


def instrument_of(data: Record) -> Instrument:
    """Return the instrument that these data describe."""
    scales = {text_at(one, "id"): scale_of(one) for one in records_at(data, "scales")}
    return Instrument(
        code=text_at(data, "code"),
        version=number_at(data, "version"),
        title=_label(record_at(data, "title")),
        kind=text_at(data, "kind"),
        crebo=texts_at(data, "crebo"),
        level=number_at(data, "level"),
        language=text_at(data, "language"),
        licence=text_at(data, "licence"),
        visible_to_student=text_at(data, "visible_to_student"),
        hours=number_at(data, "duration_hours", "guideline"),
        maximum_hours=number_at(data, "duration_hours", "maximum") or None,
        assignment_types=texts_at(data, "assignment_types"),
        assignment=(
            _label(record_at(data, "assignment")) if "assignment" in data else None
        ),
        sides=_sides(record_at(data, "assessors")),
        forms=tuple(_form(one) for one in records_at(data, "forms")),
        core_tasks=tuple(_task(one, scales) for one in records_at(data, "core_tasks")),
        required=_ratings(record_at(data, "pass_rule", "exam", "required")),
        resit_unit=text_at(data, "resit", "unit"),
        required_evidence=tuple(
            _evidence(one) for one in records_at(data, "required_evidence")
        ),
    )


def scale_of(record: Record) -> Scale:
    """Return one scale: in words, in points or in marks."""
    name = text_at(record, "id")
    if "ordinal" in record:
        return _ordinal_scale(name, record_at(record, "ordinal"))
    if "points" in record:
        return PointsScale(id=name, maximum=number_at(record, "points", "maximum"))
    return MarksScale(id=name, pass_mark=number_at(record, "marks", "pass_mark"))


def rating_at(record: Record, key: str) -> Rating | None:
    """Return the rating under a key, or None."""
    value = record.get(key)
    return value if isinstance(value, str) or type(value) is int else None


def _label(record: Record) -> Label:
    dutch = text_at(record, "nl")
    return Label(dutch, text_at(record, "en") or dutch)


def _ratings(record: Record) -> dict[str, Rating]:
    found = {key: rating_at(record, key) for key in record}
    return {key: rating for key, rating in found.items() if rating is not None}


def _codes(record: Record) -> dict[str, str]:
    return {key: text_at(record, key) for key in record}


def _sides(record: Record) -> dict[Part, str]:
    parts = {"first": Part.FIRST_ASSESSOR, "second": Part.SECOND_ASSESSOR}
    return {parts[key]: text_at(record, key) for key in record}


def _form(record: Record) -> Form:
    return Form(
        kind=text_at(record, "kind"),
        title=_label(record_at(record, "title")),
        place=text_at(record, "place"),
        period=text_at(record, "period"),
        within_days=number_at(record, "within_days") or None,
        minutes=number_at(record, "minutes") or None,
    )


def _evidence(record: Record) -> RequiredEvidence:
    return RequiredEvidence(
        id=text_at(record, "id"),
        kind=text_at(record, "kind"),
        title=_label(record_at(record, "title")),
        units=texts_at(record, "units"),
        required=flag_at(record, "required"),
        minimum=number_at(record, "minimum") or None,
        no_people=flag_at(record, "no_people"),
    )


def _ordinal_scale(name: str, record: Record) -> OrdinalScale:
    return OrdinalScale(
        id=name,
        values=tuple(
            ScaleValue(
                code=text_at(value, "code"),
                label=_label(record_at(value, "label")),
                passes=flag_at(value, "passes"),
            )
            for value in records_at(record, "values")
        ),
        not_applicable=text_at(record, "not_applicable", "code") or None,
    )


def _task(record: Record, scales: Mapping[str, Scale]) -> CoreTask:
    scale = scales[text_at(record, "scale")]
    rule = record_at(record, "pass_rule", kind_of(scale))
    return CoreTask(
        code=text_at(record, "code"),
        title=_label(record_at(record, "title")),
        work_processes=tuple(
            WorkProcess(
                code=text_at(part, "code"),
                title=_label(record_at(part, "title")),
                criteria=tuple(
                    _criterion(one, scale, rule) for one in records_at(part, "criteria")
                ),
            )
            for part in records_at(record, "work_processes")
        ),
        rule=_rule(rule, scale, scales),
    )


def kind_of(scale: Scale) -> str:
    """Return the key under which the rule for this scale stands."""
    if isinstance(scale, OrdinalScale):
        return "ordinal"
    return "points" if isinstance(scale, PointsScale) else "marks"


def _rule(rule: Record, scale: Scale, scales: Mapping[str, Scale]) -> PassRule:
    if isinstance(scale, OrdinalScale):
        return _ordinal(rule, scale)
    if isinstance(scale, MarksScale):
        return _marks(rule, scale)
    results = {
        name: one for name, one in scales.items() if not isinstance(one, PointsScale)
    }
    return _points(rule, scale, results[text_at(rule, "results")])


def _criterion(record: Record, scale: Scale, rule: Record) -> Criterion:
    minimum = rating_at(record, "minimum")
    if minimum is None:
        minimum = rating_at(record_at(rule, "crucial"), "minimum")
    maximum = scale.maximum if isinstance(scale, PointsScale) else 0
    return Criterion(
        id=text_at(record, "id"),
        text=_label(record_at(record, "text")),
        minimum=minimum if flag_at(record, "crucial") else None,
        maximum=number_at(record, "maximum") or maximum,
        seen_in=texts_at(record, "judged_by"),
        judged_by=JudgedBy(text_at(record, "judged_by_assessor") or "both"),
        descriptors={
            key: _label(record_at(record, "descriptors", key))
            for key in record_at(record, "descriptors")
        },
    )


def _effect(rule: Record) -> Effect | None:
    named = text_at(rule, "crucial", "effect")
    return Effect(named) if named else None


def _ordinal(rule: Record, scale: OrdinalScale) -> OrdinalRule:
    return OrdinalRule(
        scale=scale,
        effect=_effect(rule),
        work_process=_ladder(record_at(rule, "work_process")),
        core_task=_ladder(record_at(rule, "core_task")),
    )


def _ladder(record: Record) -> OrdinalLadder:
    return OrdinalLadder(
        levels=tuple(_level(level) for level in records_at(record, "levels")),
        floor=text_at(record, "else"),
    )


def _level(record: Record) -> OrdinalLevel:
    share = record_at(record, "share_at_least")
    return OrdinalLevel(
        rating=text_at(record, "rating"),
        all_at_least=text_at(record, "all_at_least") or None,
        share=_share(share) if share else None,
        none_below=text_at(record, "none_below") or None,
        required=_codes(record_at(record, "required")),
    )


def _share(record: Record) -> Share:
    written = text_at(record, "fraction")
    return Share(
        rating=text_at(record, "rating"),
        of=ShareOf(text_at(record, "of")),
        fraction=Fraction(written),
        written=written,
    )


def _points(rule: Record, scale: PointsScale, results: ResultScale) -> PointsRule:
    ladder = record_at(rule, "work_process")
    return PointsRule(
        scale=scale,
        results=results,
        effect=_effect(rule),
        work_process=_part_ladder(ladder, results) if ladder else None,
        core_task=_thresholds(record_at(rule, "core_task"), results),
    )


def _part_ladder(record: Record, results: ResultScale) -> PartLadder:
    levels = (
        PartThreshold(
            rating=rating_at(level, "rating") or results.least_passing,
            fraction=Fraction(text_at(level, "fraction")),
            written=text_at(level, "fraction"),
        )
        for level in records_at(record, "levels")
    )
    return PartLadder(levels=tuple(levels), floor=rating_at(record, "else") or 1)


def _thresholds(record: Record, results: ResultScale) -> PointsLadder:
    levels = (
        Threshold(
            rating=rating_at(level, "rating") or results.least_passing,
            points=number_at(level, "points"),
            none_below=rating_at(level, "none_below"),
        )
        for level in records_at(record, "levels")
    )
    return PointsLadder(levels=tuple(levels), floor=rating_at(record, "else") or 1)


def _marks(rule: Record, scale: MarksScale) -> MarksRule:
    return MarksRule(
        scale=scale,
        effect=_effect(rule),
        at_most=number_at(rule, "crucial", "at_most"),
        work_process=_combination(record_at(rule, "work_process")),
        core_task=_combination(record_at(rule, "core_task")),
    )


def _combination(record: Record) -> MarksCombination:
    mean = record_at(record, "mark", "weighted_mean")
    cap = record_at(record, "none_below")
    return MarksCombination(
        mean=(
            WeightedMean(
                weights=numbers_at(mean, "weights"),
                rounding=Rounding(text_at(mean, "rounding")),
            )
            if mean
            else None
        ),
        none_below=(
            Cap(mark=number_at(cap, "mark"), at_most=number_at(cap, "at_most"))
            if cap
            else None
        ),
    )

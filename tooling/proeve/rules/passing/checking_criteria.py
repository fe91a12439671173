"""The criteria of a core task: ratings on the scale, forms and minimums that exist."""

from collections.abc import Iterator

from proeve.model.findings import Pointer
from proeve.model.passing import OrdinalScale, PointsScale, Scale
from proeve.model.records import (
    Record,
    flag_at,
    number_at,
    record_at,
    records_at,
    texts_at,
)
from proeve.rules.passing.building import kind_of
from proeve.rules.passing.fault import Fault


def check_criteria(
    task: Record, scale: Scale, forms: frozenset[str], way: Pointer
) -> Iterator[Fault]:
    """Report criteria that do not fit their scale, their forms or the rule."""
    rule = record_at(task, "pass_rule", kind_of(scale))
    for place, part in enumerate(records_at(task, "work_processes")):
        for index, criterion in enumerate(records_at(part, "criteria")):
            pointer = (*way, "work_processes", place, "criteria", index)
            yield from _seen_in(criterion, forms, pointer)
            yield from _minimum(criterion, scale, rule, pointer)
            yield from _maximum(criterion, scale, pointer)
            yield from _descriptors(criterion, scale, pointer)


def known(scale: Scale, maximum: int) -> str:
    """Return the ratings of a scale as text."""
    return f"0-{maximum}" if isinstance(scale, PointsScale) else scale.written


def on_scale(scale: Scale, rating: object, maximum: int) -> bool:
    """Tell whether this is a rating of the scale, with this maximum for points."""
    if isinstance(scale, PointsScale):
        return type(rating) is int and 0 <= rating <= maximum
    return scale.has(rating)


def maximum_of(criterion: Record, scale: Scale) -> int:
    """Return the most points that a criterion can have, 0 where there are none."""
    own = number_at(criterion, "maximum")
    return own or (scale.maximum if isinstance(scale, PointsScale) else 0)


def _seen_in(
    criterion: Record, forms: frozenset[str], pointer: Pointer
) -> Iterator[Fault]:
    for index, form in enumerate(texts_at(criterion, "judged_by")):
        if form not in forms:
            yield Fault(
                "instrument.form-unknown",
                (*pointer, "judged_by", index),
                {"form": form},
            )


def _minimum(
    criterion: Record, scale: Scale, rule: Record, pointer: Pointer
) -> Iterator[Fault]:
    own = criterion.get("minimum")
    if not flag_at(criterion, "crucial"):
        if own is not None:
            yield Fault("instrument.minimum-not-crucial", (*pointer, "minimum"), {})
        return
    if "crucial" not in rule:
        yield Fault("instrument.crucial-without-effect", (*pointer, "crucial"), {})
        return
    shared = record_at(rule, "crucial").get("minimum")
    minimum = shared if own is None else own
    maximum = maximum_of(criterion, scale)
    if minimum is None:
        yield Fault("instrument.crucial-without-minimum", (*pointer, "crucial"), {})
    elif not on_scale(scale, minimum, maximum):
        place = "crucial" if own is None else "minimum"
        args = {"rating": str(minimum), "known": known(scale, maximum)}
        yield Fault("instrument.rating-unknown", (*pointer, place), args)


def _maximum(criterion: Record, scale: Scale, pointer: Pointer) -> Iterator[Fault]:
    if "maximum" in criterion and not isinstance(scale, PointsScale):
        yield Fault("instrument.maximum-without-points", (*pointer, "maximum"), {})


def _descriptors(criterion: Record, scale: Scale, pointer: Pointer) -> Iterator[Fault]:
    described = record_at(criterion, "descriptors")
    maximum = maximum_of(criterion, scale)
    for key in described:
        rating = int(key) if key.isdigit() else key
        if not on_scale(scale, rating, maximum):
            args = {"rating": key, "known": known(scale, maximum)}
            yield Fault(
                "instrument.rating-unknown", (*pointer, "descriptors", key), args
            )
    missing = scale.codes if isinstance(scale, OrdinalScale) else ()
    for code in missing:
        if code not in described:
            way = (*pointer, "descriptors")
            yield Fault("instrument.descriptor-missing", way, {"rating": code})

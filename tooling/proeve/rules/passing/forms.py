"""Forms, consensus, final assessment and result against the instrument.

A form names exactly its criteria with ratings of the scale; the consensus names all of
them, repeats what each assessor rated and gives a reason where it differs; what is
called computed is what the pass rule computes.
"""

from collections.abc import Iterator, Mapping

from proeve.model.derivation import Basis, Derivation
from proeve.model.findings import Pointer
from proeve.model.instrument import Criterion, Instrument
from proeve.model.passing import PassRule, Rating
from proeve.model.records import Record, record_at, text_at
from proeve.process.vocabulary import Outcome, Part
from proeve.rules.passing.checking_criteria import known
from proeve.rules.passing.fault import Fault
from proeve.rules.passing.scope import Scope
from proeve.rules.passing.sheet import fits, not_applicable

ASSESSORS: Mapping[str, Part] = {
    "first": Part.FIRST_ASSESSOR,
    "second": Part.SECOND_ASSESSOR,
    "third": Part.THIRD_ASSESSOR,
}


def criteria_for(
    instrument: Instrument, scope: Scope, part: Part | None
) -> tuple[Criterion, ...]:
    """Return the criteria of a form, or of the consensus where no part is named."""
    inside = frozenset(scope.criteria(instrument))
    return tuple(
        criterion
        for criterion in instrument.criteria
        if criterion.id in inside and (part is None or criterion.is_for(part))
    )


def check_form(instrument: Instrument, form: Record, scope: Scope) -> Iterator[Fault]:
    """Report a form that names other criteria than its own, or other ratings."""
    part = ASSESSORS.get(text_at(form, "part"))
    ratings = record_at(form, "ratings")
    yield from check_ratings(instrument, ratings, scope, part)


def check_ratings(
    instrument: Instrument, ratings: Record, scope: Scope, part: Part | None
) -> Iterator[Fault]:
    """Report what is not in order in the `ratings` of the form of this part."""
    expected = {one.id: one for one in criteria_for(instrument, scope, part)}
    yield from _exactly(expected, ratings, ("ratings",))
    for name, criterion in expected.items():
        if name not in ratings:
            continue
        entry, way = record_at(ratings, name), ("ratings", name)
        rule = instrument.task_of(name).rule
        yield from _rating(rule, criterion, entry.get("rating"), (*way, "rating"))
        if not_applicable(rule, criterion, entry.get("rating")) and not text_at(
            entry, "note"
        ):
            yield Fault("passing.reason-missing", way, {"criterion": name})


def check_consensus(
    instrument: Instrument,
    consensus: Record,
    scope: Scope,
    forms: Mapping[Part, Record],
) -> Iterator[Fault]:
    """Report a consensus that leaves out, invents or misquotes a rating.

    `forms` holds the data of the opened form of each assessor.
    """
    items = record_at(consensus, "items")
    expected = {one.id: one for one in criteria_for(instrument, scope, None)}
    yield from _exactly(expected, items, ("items",))
    for name, criterion in expected.items():
        if name in items:
            item = record_at(items, name)
            rule = instrument.task_of(name).rule
            way = ("items", name)
            yield from _rating(rule, criterion, item.get("agreed"), (*way, "agreed"))
            yield from _quoted(item, name, forms)
            yield from _reasoned(item, name, rule, criterion)


def two_of_three(first: Rating, second: Rating, third: Rating) -> Rating | None:
    """Return what two of three assessors rated alike; None where all three differ."""
    if first in (second, third):
        return first
    return second if second == third else None


def check_outcome(document: Record, derivation: Derivation) -> Iterator[Fault]:
    """Report a final assessment or result that is not what the pass rule computes.

    Another outcome than the computed one stands only with the decision that it cites;
    an exam that was stopped is computed as not passed.
    """
    if derivation.outcome is None:
        missing = ", ".join(derivation.missing) or "-"
        yield Fault(
            "passing.result-without-ratings", ("computed",), {"missing": missing}
        )
        return
    computed = text_at(document, "computed")
    if computed != derivation.outcome:
        args = {"written": computed, "computed": derivation.outcome.value}
        yield Fault("passing.computed-differs", ("computed",), args)
    if "overrule" in document:
        return
    outcome = text_at(document, "outcome")
    if outcome != derivation.outcome and outcome not in _BESIDE:
        args = {"written": outcome, "computed": derivation.outcome.value}
        yield Fault("passing.outcome-without-decision", ("outcome",), args)
    if derivation.exam.basis is not Basis.STOPPED:
        yield from _core_tasks(record_at(document, "core_tasks"), derivation)


_BESIDE = frozenset({Outcome.DECLARED_INVALID, Outcome.NOT_TAKEN})
"""Outcomes that say nothing about ratings; other decisions lead to them."""


def _core_tasks(written: Record, derivation: Derivation) -> Iterator[Fault]:
    for code in sorted({*written, *derivation.core_tasks}):
        computed = derivation.core_tasks.get(code)
        if written.get(code) != computed:
            args = {
                "core_task": code,
                "written": str(written.get(code, "-")),
                "computed": "-" if computed is None else str(computed),
            }
            yield Fault("passing.core-task-differs", ("core_tasks", code), args)


def _exactly(
    expected: Mapping[str, Criterion], found: Record, way: Pointer
) -> Iterator[Fault]:
    for name in expected:
        if name not in found:
            yield Fault("passing.criterion-missing", way, {"criterion": name})
    for name in found:
        if name not in expected:
            yield Fault("passing.criterion-foreign", (*way, name), {"criterion": name})


def _rating(
    rule: PassRule, criterion: Criterion, rating: object, way: Pointer
) -> Iterator[Fault]:
    if fits(rule, criterion, rating) or not_applicable(rule, criterion, rating):
        return
    args = {
        "rating": str(rating),
        "unit": criterion.id,
        "known": known(rule.scale, criterion.maximum),
    }
    yield Fault("passing.rating-off-scale", way, args)


def _quoted(item: Record, name: str, forms: Mapping[Part, Record]) -> Iterator[Fault]:
    for key, part in ASSESSORS.items():
        own = record_at(forms.get(part), "ratings", name).get("rating")
        if item.get(key) != own:
            yield Fault(
                "passing.rating-misquoted",
                ("items", name, key),
                {
                    "criterion": name,
                    "part": part.value,
                    "written": str(item.get(key, "-")),
                    "own": "-" if own is None else str(own),
                },
            )


def _reasoned(
    item: Record, name: str, rule: PassRule, criterion: Criterion
) -> Iterator[Fault]:
    rated = {str(item[key]) for key in ASSESSORS if key in item}
    differs = bool(rated - {str(item.get("agreed"))})
    aside = not_applicable(rule, criterion, item.get("agreed"))
    if (differs or aside) and not text_at(item, "reason"):
        yield Fault("passing.reason-missing", ("items", name), {"criterion": name})

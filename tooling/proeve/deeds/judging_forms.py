"""What the forms of steps 8 and 9 share: criteria, descriptors, ratings to choose."""

from collections.abc import Iterator

from proeve.deeds.forms.choosing import instrument_rules
from proeve.deeds.forms.questions import Ask, Choice, Hint
from proeve.errors import UsageError
from proeve.model.exam import ExamState
from proeve.model.instrument import Criterion, Instrument
from proeve.model.ledger import State
from proeve.model.passing import OrdinalRule, PassRule, PointsRule
from proeve.model.records import Record, records_at, text_at, texts_at
from proeve.process.vocabulary import Part
from proeve.rules.pass_rule import scope_of
from proeve.rules.passing.forms import criteria_for
from proeve.words.say import Language

_BEST_MARK = 10


def rules_of(exam: ExamState, state: State) -> Instrument:
    """Return the instrument by which an exam is judged."""
    rules = instrument_rules(exam, state)
    if rules is None:
        raise UsageError(
            "Het instrument van dit examen staat niet in het register.",
            "The instrument of this exam is not in the registry.",
        )
    return rules


def criteria_of(
    exam: ExamState, state: State, part: Part | None
) -> tuple[Criterion, ...]:
    """Return the criteria that a part judges in this exam, or all of them."""
    scope = scope_of(exam.document("exam") or {})
    return criteria_for(rules_of(exam, state), scope, part)


def rating_hint(rules: Instrument, criterion: Criterion, language: Language) -> Hint:
    """Return how one criterion is rated: what it says, and each rating described."""
    rule = rules.task_of(criterion.id).rule
    title = f"{criterion.id} {criterion.text.in_language(language)}"
    beside = (_above(rules, criterion, language),)
    if isinstance(rule, OrdinalRule):
        return Hint(
            title=title,
            beside=beside,
            ask=Ask.CHOICE,
            choices=tuple(_ordinal(rule, criterion, language)),
        )
    least, most = _range(rule, criterion)
    return Hint(
        title=title,
        beside=(*beside, *_described(criterion, language)),
        ask=Ask.WHOLE,
        least=least,
        most=most,
    )


def _above(rules: Instrument, criterion: Criterion, language: Language) -> str:
    """Return the work process in which a criterion stands."""
    for part in rules.task_of(criterion.id).work_processes:
        if criterion in part.criteria:
            return f"{part.code} {part.title.in_language(language)}"
    return ""


def _ordinal(
    rule: OrdinalRule, criterion: Criterion, language: Language
) -> Iterator[Choice]:
    for value in rule.scale.values:
        said = value.label.in_language(language)
        own = criterion.descriptors.get(value.code)
        more = f": {own.in_language(language)}" if own else ""
        yield Choice(value=value.code, label=f"{said}{more}")
    aside = rule.scale.not_applicable
    if aside is not None and not criterion.crucial:
        yield Choice(value=aside, label=_ASIDE[language])


_ASIDE = {"nl": "niet van toepassing", "en": "not applicable"}


def _described(criterion: Criterion, language: Language) -> Iterator[str]:
    for value, own in criterion.descriptors.items():
        yield f"{value}: {own.in_language(language)}"


def _range(rule: PassRule, criterion: Criterion) -> tuple[int, int]:
    if isinstance(rule, PointsRule):
        return 0, criterion.maximum
    return 1, _BEST_MARK


def evidence_for(
    exam: ExamState, rules: Instrument, criterion: Criterion
) -> tuple[str, ...]:
    """Return the pieces that were handed in for the unit of a criterion."""
    task = rules.task_of(criterion.id)
    codes = {p.code for p in task.work_processes if criterion in p.criteria}
    units = codes | {task.code}
    asked: list[Record] = [
        *records_at(exam.document("assignment"), "required_evidence")
    ]
    wanted = {text_at(a, "id") for a in asked if units & set(texts_at(a, "units"))}
    return tuple(
        text_at(item, "id")
        for item in records_at(exam.document("evidence"), "items")
        if text_at(item, "for") in wanted
    )

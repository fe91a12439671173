"""Tells a derivation step by step, in the order in which it was made."""

from collections.abc import Iterator, Mapping

from proeve.model.derivation import Applied, AppliedRule, Derivation, Layer, Line
from proeve.model.instrument import Instrument
from proeve.model.passing import OrdinalScale
from proeve.words.labels import label
from proeve.words.labels_text import Label
from proeve.words.passing_words import (
    EXAM,
    LACKS,
    NO_OUTCOME,
    POINTS,
    applied_sentence,
    basis_words,
)
from proeve.words.say import Language

_INDENT = {
    Layer.EXAM: "",
    Layer.CORE_TASK: "  ",
    Layer.WORK_PROCESS: "    ",
    Layer.CRITERION: "      ",
}


def told(
    instrument: Instrument, derivation: Derivation, language: Language
) -> Iterator[str]:
    """Yield the lines that tell how the result came about, the result last."""
    names = _names(instrument)
    yield f"{instrument.title.in_language(language)} ({instrument.code})"
    for task, line in zip(instrument.core_tasks, derivation.exam.below, strict=True):
        scale = task.rule.results
        words = scale if isinstance(scale, OrdinalScale) else None
        yield from _line(line, names, words, language)
    for applied in derivation.exam.applied:
        yield "  " + _above(applied, language)
    if derivation.outcome is None:
        yield NO_OUTCOME.in_language(language)
        if derivation.missing:
            units = ", ".join(derivation.missing)
            yield LACKS.in_language(language).format(units=units)
    else:
        outcome = label(derivation.outcome, language)
        yield f"{EXAM.in_language(language)}: {outcome}."


def _names(instrument: Instrument) -> Mapping[str, Label]:
    names: dict[str, Label] = {}
    for task in instrument.core_tasks:
        names[task.code] = task.title
        for part in task.work_processes:
            names[part.code] = part.title
            names.update({one.id: one.text for one in part.criteria})
    return names


def _line(
    line: Line,
    names: Mapping[str, Label],
    words: OrdinalScale | None,
    language: Language,
) -> Iterator[str]:
    indent = _INDENT[line.layer]
    title = names[line.unit].in_language(language)
    value = basis_words(
        line.basis.value, _value(line, words, language), line.source, language
    )
    if line.layer is Layer.CRITERION:
        yield f"{indent}{line.unit} {title}: {value}."
        for applied in line.applied:
            yield f"{indent}  {_applied(applied, language)}"
        return
    yield f"{indent}{line.unit} {title}"
    for below in line.below:
        yield from _line(below, names, words, language)
    for applied in line.applied:
        yield f"{indent}  {_above(applied, language)}"
    yield f"{indent}  {line.unit}: {value}."


def _value(line: Line, words: OrdinalScale | None, language: Language) -> str:
    value = str(line.rating)
    for one in words.values if words else ():
        if one.code == line.rating:
            value = f"{one.code} ({one.label.in_language(language)})"
    if line.points is not None and line.points != line.rating:
        wording = POINTS.in_language(language)
        return wording.format(value=value, points=line.points)
    return value


def _above(applied: Applied, language: Language) -> str:
    # Below a criterion the sentence is about itself, above it about what it does.
    if applied.rule is AppliedRule.CRUCIAL:
        args = {**applied.args, "arithmetic": applied.arithmetic}
        return applied_sentence("knocked_out", args, language, holds=False)
    return _applied(applied, language)


def _applied(applied: Applied, language: Language) -> str:
    args = {**applied.args, "arithmetic": applied.arithmetic, "level": applied.level}
    return applied_sentence(applied.rule.value, args, language, holds=applied.holds)

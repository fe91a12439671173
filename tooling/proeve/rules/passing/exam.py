"""The last step: from core tasks to the exam, or what still lacks."""

from proeve.model.derivation import (
    Applied,
    AppliedRule,
    Basis,
    Derivation,
    Layer,
    Line,
)
from proeve.model.instrument import Instrument
from proeve.model.passing import Effect
from proeve.process.vocabulary import Outcome
from proeve.rules.passing.scope import Stop
from proeve.rules.passing.sheet import at_least, knocked_out


def concluded(instrument: Instrument, tasks: tuple[Line, ...]) -> Derivation:
    """Return the result of an exam of which every core task has its rating."""
    applied = (*_exam_crucial(instrument, tasks), _every(tasks))
    applied = (*applied, *_required(instrument, tasks))
    holds = all(one.holds for one in applied)
    outcome = Outcome.PASSED if holds else Outcome.NOT_PASSED
    if holds and all(line.basis is Basis.EXEMPTED for line in tasks):
        outcome = Outcome.EXEMPTED
    exam = Line(
        layer=Layer.EXAM,
        unit="",
        basis=Basis.DERIVED,
        rating=outcome.value,
        passes=holds,
        applied=applied,
        below=tasks,
    )
    return Derivation(exam=exam, outcome=outcome, missing=())


def _exam_crucial(
    instrument: Instrument, tasks: tuple[Line, ...]
) -> tuple[Applied, ...]:
    return tuple(
        applied
        for task, line in zip(instrument.core_tasks, tasks, strict=True)
        if task.rule.effect is Effect.EXAM_FAILS
        for applied in knocked_out((line,))
    )


def _every(tasks: tuple[Line, ...]) -> Applied:
    count, total = sum(line.passes is True for line in tasks), len(tasks)
    holds = count == total
    return Applied(
        rule=AppliedRule.EVERY_CORE_TASK,
        holds=holds,
        arithmetic=f"{count}/{total}" + ("" if holds else f" < {total}/{total}"),
    )


def _required(instrument: Instrument, tasks: tuple[Line, ...]) -> tuple[Applied, ...]:
    shown: list[Applied] = []
    for task, line in zip(instrument.core_tasks, tasks, strict=True):
        asked = instrument.required.get(task.code)
        if asked is None:
            continue
        holds = at_least(task.rule.results, line.rating, asked)
        shown.append(
            Applied(
                rule=AppliedRule.REQUIRED,
                holds=holds,
                arithmetic=f"{line.rating} {'>=' if holds else '<'} {asked}",
                args={"unit": task.code, "rating": str(asked)},
            )
        )
    return tuple(shown)


def stopped(stop: Stop, tasks: tuple[Line, ...]) -> Derivation:
    """Return the result of an exam that was stopped for safety: not passed."""
    exam = Line(
        layer=Layer.EXAM,
        unit="",
        basis=Basis.STOPPED,
        rating=Outcome.NOT_PASSED.value,
        passes=False,
        source=stop.decision,
        applied=(
            Applied(
                rule=AppliedRule.STOPPED,
                holds=False,
                arithmetic="",
                args={"decision": stop.decision, "unit": stop.criterion or "-"},
            ),
        ),
        below=tasks,
    )
    return Derivation(exam=exam, outcome=Outcome.NOT_PASSED, missing=())


def missing(exam: Line) -> tuple[str, ...]:
    """Return the criteria, or the whole units, of which the rating lacks."""
    return tuple(
        line.unit
        for line in exam.walk()
        if line.unit
        and line.basis is Basis.MISSING
        and not any(one.basis is Basis.MISSING for one in line.below)
    )

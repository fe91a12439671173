"""The pass rule (cesuur): from the ratings of the consensus to the result of an exam.

The order is fixed: crucial criteria, work processes, core tasks, exam. A rating that is
missing is not a fail: then there is no outcome yet, and the derivation says what lacks.
"""

from collections.abc import Mapping

from proeve.model.derivation import Basis, Derivation, Layer, Line
from proeve.model.instrument import Instrument
from proeve.model.passing import Rating
from proeve.model.records import Record, record_at
from proeve.process.vocabulary import Part
from proeve.rules.passing.building import instrument_of, rating_at
from proeve.rules.passing.exam import concluded, missing, stopped
from proeve.rules.passing.scope import WHOLE, Scope, Stop, scope_of
from proeve.rules.passing.sheet import Sheet
from proeve.rules.passing.telling import told
from proeve.rules.passing.units import basis_of, core_task_line
from proeve.words.say import Language

__all__ = ["WHOLE", "Scope", "Stop", "evaluate", "explain", "instrument_of", "scope_of"]


def evaluate(
    instrument: Instrument,
    ratings: Mapping[str, Rating],
    *,
    scope: Scope = WHOLE,
    judged_by: Part | None = None,
    stop: Stop | None = None,
) -> Derivation:
    """Derive the result step by step from the ratings of the criteria.

    With `judged_by` only the criteria of that assessor count: what one assessor saw,
    to be shown beside the consensus. A stopped exam is not passed, whatever is rated.
    """
    sheet = Sheet(ratings=ratings, scope=scope, judged_by=judged_by)
    tasks = tuple(
        core_task_line(one, instrument, sheet) for one in instrument.core_tasks
    )
    if stop is not None:
        return stopped(stop, tasks)
    basis = basis_of(tasks)
    if basis is not Basis.DERIVED:
        exam = Line(layer=Layer.EXAM, unit="", basis=basis, below=tasks)
        return Derivation(exam=exam, outcome=None, missing=missing(exam))
    return concluded(instrument, tasks)


def explain(
    instrument: Instrument,
    consensus_items: Record,
    exam: Record,
    language: Language,
    *,
    stop: Stop | None = None,
) -> list[str]:
    """Tell step by step how the consensus of an exam becomes its result."""
    ratings = agreed(consensus_items)
    derivation = evaluate(instrument, ratings, scope=scope_of(exam), stop=stop)
    return list(told(instrument, derivation, language))


def agreed(consensus_items: Record) -> dict[str, Rating]:
    """Return the agreed rating of each criterion in the `items` of a consensus."""
    found = {
        criterion: rating_at(record_at(consensus_items, criterion), "agreed")
        for criterion in consensus_items
    }
    return {key: rating for key, rating in found.items() if rating is not None}


def rated(form_ratings: Record) -> dict[str, Rating]:
    """Return the rating of each criterion in the `ratings` of a form."""
    found = {
        criterion: rating_at(record_at(form_ratings, criterion), "rating")
        for criterion in form_ratings
    }
    return {key: rating for key, rating in found.items() if rating is not None}

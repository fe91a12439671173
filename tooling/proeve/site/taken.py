"""What an exam says of its student and its companies, for the pages about those."""

from collections.abc import Mapping
from dataclasses import dataclass

from proeve.model.records import record_at, records_at, text_at, texts_at
from proeve.model.registry import Registry
from proeve.model.verdict import ExamVerdict
from proeve.process.vocabulary import Part
from proeve.site.derivation import Derivation
from proeve.site.exam_view import is_provisional


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """One exam from the side of its student.

    `units` are those that it is about, all of the instrument's if there are none;
    `settled` are those that it takes over or that were exempted. `ratings` of core
    tasks are there only once the committee has established them.
    """

    units: tuple[str, ...]
    settled: tuple[str, ...]
    ratings: Mapping[str, str]
    people: tuple[tuple[Part, str], ...]


def taken_of(exam: ExamVerdict, registry: Registry) -> Taken:
    """Return what an exam says of its student and its companies."""
    del registry
    record, result = exam.state.document("exam"), exam.state.document("result")
    established = exam.outcome is not None and not is_provisional(exam)
    return Taken(
        units=texts_at(record, "units"),
        settled=tuple(
            text_at(one, "unit")
            for key in ("carried_over", "exempted")
            for one in records_at(record, key)
        ),
        ratings={
            code: str(rating)
            for code, rating in record_at(result, "core_tasks").items()
            if established
        },
        people=tuple(
            (part, person) for part in Part for person in exam.state.parts.get(part, ())
        ),
    )


TAKEN: Derivation[Taken] = Derivation("taken", taken_of, Taken)

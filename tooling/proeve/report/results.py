"""Established results as rows for a student system: one exam, one row."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from proeve.directory.entries import Directory, Entry, EntryKind
from proeve.model.decided import revision_of
from proeve.model.document import Data
from proeve.model.exam import ExamState
from proeve.model.records import number_at, record_at, text_at
from proeve.model.verdict import ExamVerdict
from proeve.sight.cases import told_on
from proeve.words.labels import label
from proeve.words.results import NO, RESULT_COLUMNS, YES
from proeve.words.say import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultRow:
    """One established result; `ticked` is the day on which it was entered, or empty."""

    exam: str
    ticked: str
    cells: tuple[str, ...]

    @property
    def values(self) -> Mapping[str, str]:
        """What stands in each column, by the column's own name."""
        return dict(zip(RESULT_COLUMNS, self.cells, strict=True))


def headings(language: Language) -> tuple[str, ...]:
    """Return the headings of the table."""
    return tuple(each.in_language(language) for each in RESULT_COLUMNS.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known beside the exams: qualifications of groups, attempts, names.

    `entered` has the day on which the result of an exam, as it stands, was entered.
    """

    entered: Mapping[str, str]
    crebo: Mapping[str, str]
    counting: frozenset[str]
    directory: Directory
    language: Language


def result_rows(exams: Iterable[ExamVerdict], known: Known) -> tuple[ResultRow, ...]:
    """Return a row for each result that stands; a provisional one is none."""
    return tuple(
        _row(exam, known)
        for exam in sorted(exams, key=lambda each: each.state.scope)
        if exam.outcome is not None and not exam.provisional
    )


def _row(exam: ExamVerdict, known: Known) -> ResultRow:
    state, outcome, language = exam.state, exam.outcome, known.language
    name = state.scope.removeprefix("groups/")
    day = known.entered.get(name, "")
    cells = _cells(state, known) | {
        "outcome": label(outcome, language) if outcome else "",
        "code": str(outcome or ""),
        "revised": _yes(_revised(state), language),
        "counts": _yes(state.scope in known.counting, language),
        "entered": day,
    }
    told = tuple(cells[column] for column in RESULT_COLUMNS)
    return ResultRow(exam=name, ticked=day, cells=told)


def _cells(state: ExamState, known: Known) -> dict[str, str]:
    record, result = state.document("exam"), state.document("result")
    revised = revision_of(state)
    tasks = record_at(revised.record, "core_tasks") if revised else {}
    student = text_at(record, "student")
    unknown = Entry(id=student, kind=EntryKind.STUDENT)
    entry = known.directory.entries.get(student, unknown)
    return {
        "number": entry.number,
        "name": entry.name,
        "student": student,
        "group": state.group,
        "exam": text_at(record, "number"),
        "crebo": known.crebo.get(state.group, ""),
        "instrument": text_at(record, "instrument", "code"),
        "attempt": str(number_at(record, "attempt") or ""),
        "core_tasks": _tasks(tasks or record_at(result, "core_tasks")),
        "established": text_at(result, "established_on"),
        "told": told_on(state) or "",
    }


def _tasks(found: Mapping[str, Data]) -> str:
    return " ".join(f"{code}={rating}" for code, rating in sorted(found.items()))


def _revised(state: ExamState) -> bool:
    return revision_of(state) is not None


def _yes(said: bool, language: Language) -> str:  # noqa: FBT001 - it is what is said
    return (YES if said else NO).in_language(language)

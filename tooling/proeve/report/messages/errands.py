"""Who must hear what now: from the verdicts, one errand a person and exam."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from proeve.model.exam import ExamState
from proeve.model.records import text_at
from proeve.model.verdict import ExamVerdict, Missing, StepState, StepVerdict
from proeve.process.decisions import DecisionKind
from proeve.process.vocabulary import Part, RowId
from proeve.sight.cases import untold_since


class ErrandKind(StrEnum):
    """Why somebody hears of an exam."""

    TURN = "turn"
    RETURNED = "returned"
    REFUSED = "refused"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """One thing that one person must do in one exam."""

    person: str
    kind: ErrandKind
    exam: str
    number: str
    title: str
    row: RowId
    student: str
    contact: str
    deadline: str = ""
    late: bool = False
    reason: str = ""


def errands(exams: Iterable[ExamVerdict]) -> Iterator[Errand]:
    """Yield what people must do, exam by exam; a paused exam asks nobody."""
    for exam in exams:
        if exam.state.paused or exam.state.closed is not None:
            continue
        if untold_since(exam) is not None:
            yield from _notices(exam)
        elif exam.current is not None:
            for missing in exam.current.missing:
                yield from _turns(exam, exam.current, missing)


def by_person(found: Iterable[Errand]) -> Mapping[str, tuple[Errand, ...]]:
    """Return each person's errands, the most urgent first."""
    people: dict[str, dict[tuple[str, RowId], Errand]] = {}
    for each in found:
        people.setdefault(each.person, {}).setdefault((each.exam, each.row), each)
    return {
        who: tuple(sorted(own.values(), key=_urgency))
        for who, own in sorted(people.items())
    }


def _urgency(errand: Errand) -> tuple[bool, str, str]:
    return not errand.late, errand.deadline or "9", errand.exam


def _notices(exam: ExamVerdict) -> Iterator[Errand]:
    for person in exam.state.parts.get(Part.SCHOOL_CONTACT, ()):
        yield _errand(exam.state, person, ErrandKind.NOTICE, RowId.RESULT)


def _turns(exam: ExamVerdict, step: StepVerdict, missing: Missing) -> Iterator[Errand]:
    kind, reason = ErrandKind.TURN, ""
    if missing.refused:
        kind, reason = ErrandKind.REFUSED, missing.refused
    elif step.state is StepState.RETURNED:
        kind, reason = ErrandKind.RETURNED, _reason(exam.state)
    for person in missing.people:
        yield _errand(
            exam.state,
            person,
            kind,
            missing.row,
            reason=reason,
            deadline=step.deadline or "",
            late=step.overdue_days > 0,
        )


def _reason(exam: ExamState) -> str:
    returns = [each for each in exam.decisions if each.kind is DecisionKind.RETURN]
    return text_at(returns[-1].record, "reason") if returns else ""


def _errand(  # noqa: PLR0913 - what the exam does not say itself
    exam: ExamState,
    person: str,
    kind: ErrandKind,
    row: RowId,
    *,
    reason: str = "",
    deadline: str = "",
    late: bool = False,
) -> Errand:
    record = exam.document("exam")
    return Errand(
        person=person,
        kind=kind,
        exam=exam.scope.removeprefix("groups/"),
        number=text_at(record, "number"),
        title=text_at(exam.document("assignment"), "title"),
        row=row,
        student=text_at(record, "student"),
        contact=next(iter(exam.parts.get(Part.SCHOOL_CONTACT, ())), ""),
        deadline=deadline[:10],
        late=late,
        reason=reason,
    )

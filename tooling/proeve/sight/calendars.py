"""What stands in calendars: appointments, deadlines, appeal terms and keeping dates."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from proeve.model.days import date_of
from proeve.model.exam import ExamState
from proeve.model.records import Record, number_at, records_at, text_at, texts_at
from proeve.model.verdict import ExamVerdict, StepState
from proeve.process.decisions import DecisionKind
from proeve.process.table import MEI_12
from proeve.process.vocabulary import Part, RowId, StepId
from proeve.sight.brief import Brief
from proeve.sight.cases import LODGE, decide_by
from proeve.sight.clocks import kept_until
from proeve.sight.ics import Entry
from proeve.sight.tasks import Task, times_set
from proeve.words import calendar_words as words
from proeve.words.labels import label
from proeve.words.say import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """For whom a calendar is written, and the names that may stand in it."""

    repo: str
    language: Language
    names: Mapping[str, str] = field(default_factory=dict[str, str])


_ANYBODY = Reader(repo="", language="nl")


def entries_of(exams: Iterable[ExamVerdict], reader: Reader) -> tuple[Entry, ...]:
    """Return the events of exams, in the order of their ids."""
    found = [each for exam in exams for each in _exam_entries(exam, reader)]
    return tuple(sorted(found, key=lambda each: each.uid))


def of_person(entries: Iterable[Entry], person: str) -> tuple[Entry, ...]:
    """Return the events that concern one person."""
    return tuple(each for each in entries if person in each.people)


def is_planned(exam: ExamVerdict) -> bool:
    """Tell whether an exam that is not over has anything for a calendar.

    One that was called off has: its appointments are struck out.
    """
    over = exam.current is None and exam.state.closed is None
    return not over and next(_exam_entries(exam, _ANYBODY), None) is not None


def _exam_entries(exam: ExamVerdict, reader: Reader) -> Iterator[Entry]:
    yield from _appointments(exam.state, reader)
    yield from _deadlines(exam, reader)
    yield from _appeals(exam.state, reader)
    yield from _retention(exam.state, reader)


def _entry(  # noqa: PLR0913 - one field each of what differs
    exam: ExamState,
    reader: Reader,
    what: str,
    start: datetime | date,
    people: Iterable[str],
    *,
    title: str,
    sequence: int,
    cancelled: bool = False,
) -> Entry:
    """Return an event; one that is called off has changed once more."""
    number = text_at(exam.document("exam"), "number")
    name = reader.names.get(_student(exam), "")
    return Entry(
        uid=_uid(exam.id, what, reader),
        sequence=sequence + cancelled,
        start=start,
        changed=_changed(exam),
        title=_title(title, name, number, reader),
        exam=exam.scope,
        people=frozenset(people),
        cancelled=cancelled,
    )


def _student(exam: ExamState) -> str:
    return text_at(exam.document("exam"), "student")


def _appointments(exam: ExamState, reader: Reader) -> Iterator[Entry]:
    sequence = exam.row(RowId.APPOINTMENT).seq
    for each in records_at(exam.document("appointments"), "appointments"):
        people = _attending(exam, each)
        kind = words.APPOINTMENTS[text_at(each, "kind")]
        base = _entry(
            exam,
            reader,
            text_at(each, "id"),
            datetime.fromisoformat(text_at(each, "start")),
            people,
            title=kind.in_language(reader.language),
            sequence=sequence,
            cancelled=exam.closed is not None,
        )
        yield _placed(base, each, reader, people)


def _placed(
    base: Entry, record: Record, reader: Reader, people: Sequence[str]
) -> Entry:
    place = words.PLACES[text_at(record, "place")].in_language(reader.language)
    company = reader.names.get(text_at(record, "company"), "")
    names = ", ".join(filter(None, map(reader.names.get, people)))
    told = f"{words.WITH.in_language(reader.language)}: {names}" if names else ""
    return replace(
        base, minutes=number_at(record, "minutes"), place=company or place, about=told
    )


def _changed(exam: ExamState) -> int:
    """Return when the exam last went on."""
    return exam.events[-1].at if exam.events else 0


def _attending(exam: ExamState, record: Record) -> tuple[str, ...]:
    wanted = texts_at(record, "attendees")
    parts = (part for part in Part if part in wanted)
    return tuple(who for part in parts for who in exam.parts.get(part, ()))


def entries_of_tasks(
    tasks: Iterable[Task], briefs: Mapping[str, Brief], reader: Reader
) -> tuple[Entry, ...]:
    """Return the last days of tasks, each as it stands in the calendar of its exam.

    Who has both calendars sees it once: two tasks of one step have one last day too.
    """
    found = dict[str, Entry]()
    for task in tasks:
        day, brief = date_of(task.until or ""), briefs[task.scope]
        if day is not None:
            entry = Entry(
                uid=_uid(_id_of(task.scope), task.event, reader),
                sequence=task.moved,
                changed=brief.latest,
                start=day,
                title=_title(_of_task(task, reader.language), "", brief.number, reader),
                exam=task.scope,
            )
            found[entry.uid] = entry
    return tuple(found[uid] for uid in sorted(found))


def _of_task(task: Task, language: Language) -> str:
    if task.what is DecisionKind.APPEAL:
        return words.APPEAL_DECISION.in_language(language)
    return _due(task.step or task.what, language)


def _due(what: StrEnum, language: Language) -> str:
    return f"{words.DEADLINE.in_language(language)}: {label(what, language)}"


def _id_of(scope: str) -> str:
    return scope.rpartition("/")[2]


def _uid(exam: str, what: str, reader: Reader) -> str:
    return f"{exam}-{what}@{reader.repo}.proeve.invalid"


def _title(what: str, name: str, number: str, reader: Reader) -> str:
    whose = f"{words.EXAM.in_language(reader.language)} {number}"
    return " · ".join(part for part in (what, name, whose) if part)


def _deadlines(exam: ExamVerdict, reader: Reader) -> Iterator[Entry]:
    """Yield the last day of each step that is not done; what is over needs no day."""
    for step in exam.steps:
        day = date_of(step.deadline or "")
        if day is None or step.state is StepState.DONE:
            continue
        yield _entry(
            exam.state,
            reader,
            f"deadline-{step.step}",
            day,
            _doing(exam.state, step.step),
            title=_due(step.step, reader.language),
            sequence=times_set(exam.state, step.step),
            cancelled=exam.state.closed is not None
            or step.state is StepState.NOT_NEEDED,
        )


def _doing(exam: ExamState, step: StepId) -> Iterator[str]:
    """Yield who has a say in a step, and the contact person, who follows it."""
    rows = (MEI_12.rows[row] for row in MEI_12.step(step).rows)
    hats = {hat for row in rows for one_of in row.approvers for hat in one_of}
    for part in (*Part,):
        if part in hats or part is Part.SCHOOL_CONTACT:
            yield from exam.parts.get(part, ())


def _appeals(exam: ExamState, reader: Reader) -> Iterator[Entry]:
    """Yield the last day to lodge an appeal, and the day to decide on each lodged."""
    people = [
        who
        for part in (Part.STUDENT, Part.SCHOOL_CONTACT)
        for who in exam.parts.get(part, ())
    ]
    told = [each for each in exam.decisions if each.kind is DecisionKind.NOTICE]
    for notice in told:
        if date_of(text_at(notice.record, "told_on")) is None:
            continue  # these readers are not told the day
        start = date.fromisoformat(text_at(notice.record, "told_on")) + LODGE
        what, title = f"appeal-{notice.number}", words.APPEAL
        yield _entry(
            exam,
            reader,
            what,
            start,
            people,
            title=title.in_language(reader.language),
            sequence=0,
        )
    for appeal in exam.decisions:
        day = decide_by(exam, appeal) if appeal.kind is DecisionKind.APPEAL else None
        if day is None:
            continue
        yield _entry(
            exam,
            reader,
            f"appeal-decision-{appeal.number}",
            date.fromisoformat(day),
            people[-1:],
            title=words.APPEAL_DECISION.in_language(reader.language),
            sequence=0,
        )


def _retention(exam: ExamState, reader: Reader) -> Iterator[Entry]:
    """Yield the day on which the keeping period ends, once its trigger is known."""
    kept = kept_until(exam)
    if kept is None:
        return
    events = [each for each in exam.decisions if each.kind is DecisionKind.RETENTION]
    yield Entry(
        uid=_uid(exam.id, "retention", reader),
        sequence=len(events),
        changed=_changed(exam),
        start=kept,
        title=f"{words.RETENTION.in_language(reader.language)} · {exam.id}",
        exam=exam.scope,
        people=frozenset(exam.parts.get(Part.SCHOOL_CONTACT, ())),
    )

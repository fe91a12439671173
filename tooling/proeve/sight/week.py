"""The week: which exams run now, who is there, what is lacking, who could step in."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from proeve.model.days import date_of
from proeve.model.exam import ExamState
from proeve.model.records import record_at, records_at, text_at, texts_at
from proeve.model.registry import Registry
from proeve.model.verdict import ExamVerdict
from proeve.process.vocabulary import ASSESSORS, PART_ROLES, Part, RowId

_NEEDED = (Part.WORKPLACE_SUPERVISOR, Part.FIRST_ASSESSOR, Part.SECOND_ASSESSOR)


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """One appointment of an exam; `outcome` is empty while it is still to come."""

    kind: str
    start: str
    minutes: int
    place: str
    attendees: tuple[str, ...]
    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """The conduct of one exam: its days, its people, and who is lacking.

    `lacking` are the parts that nobody plays yet; `still_open` is what `exam.yml` says
    is unknown.
    """

    scope: str
    student: str
    start: str
    until: str
    place: str
    company: str
    assessors: tuple[str, ...]
    lacking: tuple[Part, ...]
    still_open: tuple[str, ...]
    paused: bool
    appointments: tuple[Appointment, ...]

    def falls_in(self, monday: date, sunday: date) -> bool:
        """Tell whether the conduct or an appointment of it falls in these days."""
        start, end = date_of(self.start), date_of(self.until)
        if start is not None and start <= sunday and (end or start) >= monday:
            return True
        return any(True for _ in self.meetings(monday, sunday))

    def meetings(self, monday: date, sunday: date) -> Iterator[Appointment]:
        """Yield the appointments in these days that were not moved away."""
        for each in self.appointments:
            day = date_of(each.start)
            if day is not None and monday <= day <= sunday and each.outcome != "moved":
                yield each


def run_of(exam: ExamVerdict) -> Run | None:
    """Return the conduct of an exam; None when it is over or was never to be."""
    state = exam.state
    over = state.closed is not None or state.stopped is not None
    if over or state.row(RowId.SEAL_FIRST).approvals:
        return None
    record, assignment = state.document("exam"), state.document("assignment")
    schedule = record_at(assignment, "schedule")
    companies = records_at(record, "companies")
    return Run(
        scope=exam.scope,
        student=text_at(record, "student"),
        start=text_at(schedule, "from"),
        until=text_at(schedule, "until"),
        place=text_at(record, "place"),
        company=text_at(companies[-1], "company") if companies else "",
        assessors=tuple(p for part in ASSESSORS for p in state.parts.get(part, ())),
        lacking=tuple(_lacking(state)),
        still_open=texts_at(record, "still_open"),
        paused=state.paused,
        appointments=tuple(_appointments(state)),
    )


def _lacking(exam: ExamState) -> Iterator[Part]:
    at_school = text_at(exam.document("exam"), "place") == "school"
    for part in _NEEDED:
        if not exam.parts.get(part):
            if part is Part.WORKPLACE_SUPERVISOR and at_school:
                continue
            yield part


def _appointments(exam: ExamState) -> Iterator[Appointment]:
    for each in records_at(exam.document("appointments"), "appointments"):
        minutes = each.get("minutes")
        yield Appointment(
            kind=text_at(each, "kind"),
            start=text_at(each, "start"),
            minutes=minutes if isinstance(minutes, int) else 0,
            place=text_at(each, "place"),
            attendees=texts_at(each, "attendees"),
            outcome=text_at(each, "outcome"),
        )


def who_could(
    part: Part, exam: ExamState, registry: Registry, day: date
) -> tuple[str, ...]:
    """Return who could play a part: the role, a valid declaration, no other part here.

    A declaration of expertise is asked of assessors only, for the exam's programme.
    """
    scope = exam.scope.removeprefix("groups/")
    taken = {person for people in exam.parts.values() for person in people}
    found = (
        person
        for person in sorted(registry.people)
        if person not in taken
        and any(registry.holds(person, role, scope) for role in PART_ROLES[part])
    )
    if part not in ASSESSORS:
        return tuple(found)
    crebo = _programme(exam, registry)
    return tuple(p for p in found if _is_expert(p, crebo, registry, day))


def _programme(exam: ExamState, registry: Registry) -> frozenset[str]:
    pinned = record_at(exam.document("exam"), "instrument")
    version = pinned.get("version")
    key = (text_at(pinned, "code"), version if isinstance(version, int) else 0)
    found = registry.instruments.get(key)
    return frozenset(texts_at(found.record, "crebo")) if found else frozenset()


def _is_expert(
    person: str, crebo: frozenset[str], registry: Registry, day: date
) -> bool:
    today = day.isoformat()
    return any(
        crebo & set(each.crebo) and each.start <= today <= (each.until or today)
        for each in registry.people[person].declarations
    )

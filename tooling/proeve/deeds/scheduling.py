"""Step 4: appointments of an exam, made, moved, and what became of them."""

from dataclasses import dataclass

from proeve.deeds.clone import Clone
from proeve.deeds.exams import exam_named
from proeve.deeds.stating import Deed, document
from proeve.errors import UsageError
from proeve.model.document import Data
from proeve.model.exam import ExamState
from proeve.model.records import records_at, text_at
from proeve.process.vocabulary import Action, Part, Role, RowId

Fields = dict[str, Data]
_PATH = "appointments.yml"


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentWish:
    """An appointment to make; `start` has its offset from UTC."""

    kind: str
    start: str
    minutes: int
    place: str
    attendees: tuple[str, ...]
    company: str = ""

    def record(self, name: str) -> Fields:
        """Return the appointment under a name."""
        data: Fields = {
            "id": name,
            "kind": self.kind,
            "start": self.start,
            "minutes": self.minutes,
            "place": self.place,
        }
        if self.company:
            data["company"] = self.company
        return data | {"attendees": [*self.attendees]}


def scheduled(
    clone: Clone, scope: str, wish: AppointmentWish, person: str, role: Role | None
) -> Deed:
    """Return the deed by which an exam gets one more appointment."""
    exam = exam_named(clone.state, scope)
    known = _appointments(exam)
    if any(wish.record(text_at(each, "id")) == each for each in known):
        raise _stands_there()
    taken = {text_at(each, "id") for each in known}
    name = next(f"a{n}" for n in range(1, len(known) + 2) if f"a{n}" not in taken)
    return _deed(exam, [*known, wish.record(name)], person, role)


def rescheduled(
    clone: Clone, scope: str, changed: Fields, person: str, role: Role | None
) -> Deed:
    """Return the deed by which the appointment that `changed` names is changed."""
    exam, name = exam_named(clone.state, scope), str(changed["id"])
    known = _appointments(exam)
    if all(text_at(each, "id") != name for each in known):
        raise UsageError(
            f"Dit examen heeft geen afspraak {name}.",
            f"This exam has no appointment {name}.",
        )
    if any({**each, **changed} == each for each in known):
        raise _stands_there()
    after: list[Fields] = []
    for each in known:
        mine = text_at(each, "id") == name
        moved = mine and "start" in changed
        was: Fields = {"moved_from": each["start"]} if moved else {}
        after.append({**each, **was, **changed} if mine else each)
    return _deed(exam, after, person, role)


def _stands_there() -> UsageError:
    return UsageError(
        "Deze afspraak staat er al zo.", "This appointment stands there like that."
    )


def _appointments(exam: ExamState) -> list[Fields]:
    listed = records_at(exam.document("appointments"), "appointments")
    return [dict(each) for each in listed]


def _deed(
    exam: ExamState, appointments: list[Fields], person: str, role: Role | None
) -> Deed:
    listed: list[Data] = [*appointments]
    data: Fields = {"schema": "proeve/appointments/v1", "appointments": listed}
    return Deed(
        scope=exam.scope,
        actor=person,
        role=role or _role(exam, person),
        action=Action.APPROVE,
        row=RowId.APPOINTMENT,
        papers={_PATH: document(exam.scope, _PATH, data)},
    )


def _role(exam: ExamState, person: str) -> Role:
    """Return the role in which somebody plans here."""
    own = exam.parts.get(Part.WORKPLACE_SUPERVISOR, ())
    return Role.WORKPLACE_SUPERVISOR if person in own else Role.SCHOOL_CONTACT

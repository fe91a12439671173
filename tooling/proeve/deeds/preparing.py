"""Step 1 for a whole group: an exam for each student, from one instrument and planning.

What is not known yet is left open and named in `still_open`; a later run fills in what
has become known. A student who has an exam with this instrument gets no second one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from proeve.deeds.clone import Clone, Plan
from proeve.deeds.numbering import free_numbers, last_serial
from proeve.deeds.registry import person_path
from proeve.deeds.stating import Deed, document
from proeve.errors import UsageError
from proeve.model.document import Data
from proeve.model.exam import ExamState
from proeve.model.instrument import Instrument, RequiredEvidence
from proeve.model.ledger import State
from proeve.model.records import Record, records_at, text_at, texts_at
from proeve.model.registry import Instrument as Version
from proeve.process.decisions import DecisionKind
from proeve.process.table import MEI_12
from proeve.process.vocabulary import Action, Part, Role, RowId
from proeve.words.labels_text import Label
from proeve.words.say import Language

Fields = dict[str, Data]
_ASSESSORS = (Part.FIRST_ASSESSOR, Part.SECOND_ASSESSOR)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What all exams of one run share; what is empty comes from the group."""

    group: str
    year: int
    starts: str = ""
    until: str = ""
    instrument: str = ""
    version: int = 0
    committee: str = ""
    language: str = ""
    place: str = ""
    type: str = ""
    title: str = ""
    description: str = ""
    after: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """One student with the people of their exam, as far as they are known."""

    student: str
    company: str = ""
    supervisor: str = ""
    placed_from: str = ""
    placed_until: str = ""
    first: str = ""
    second: str = ""
    starts: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preparation:
    """One exam that would be made or completed: for whom, and what stays open."""

    seat: Seat
    number: str
    still_open: tuple[str, ...]
    fresh: bool
    plan: Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class _Base:
    """A group with the instrument, committee and language of its exams."""

    frame: Frame
    record: Record
    version: Version
    rules: Instrument
    committee: str

    @property
    def language(self) -> Language:
        """The language of the exam's texts."""
        return "en" if self.spoken == "en" else "nl"

    @property
    def spoken(self) -> str:
        """The language in which the exam is taken."""
        own = text_at(self.record, "defaults", "language")
        return self.frame.language or own or self.rules.language or "nl"

    def chosen(self, field: str, given: str, otherwise: str) -> str:
        """Return what was given, or the group's default, or something else."""
        return given or text_at(self.record, "defaults", field) or otherwise


def preparations(
    clone: Clone, frame: Frame, seats: Sequence[Seat]
) -> tuple[Preparation, ...]:
    """Return the exams that these students still lack or that can be completed."""
    base = _base(clone, frame)
    state = clone.state
    after = max(frame.after, last_serial(frame.year, state.numbers))
    numbers = free_numbers(frame.year, state.numbers, after)
    found: list[Preparation] = []
    for seat in seats:
        known = _exam_of(state, frame.group, seat.student, base.rules.code)
        if known is None:
            found.append(_new(base, seat, next(numbers)))
        else:
            found.extend(_more(base, seat, known))
    return tuple(found)


def students_of(state: State, group: str) -> tuple[str, ...]:
    """Return the students of a group in its own order; raises UsageError for none."""
    return texts_at(_group(state, group), "students")


def _group(state: State, group: str) -> Record:
    found = state.groups.get(group)
    if found is None or found.record is None:
        raise UsageError(f"Er is geen groep {group}.", f"There is no group {group}.")
    return found.record


def _base(clone: Clone, frame: Frame) -> _Base:
    record = _group(clone.state, frame.group)
    code = frame.instrument or text_at(record, "defaults", "instrument")
    version = _version(clone.state, code, frame.version)
    if version.rules is None:
        raise UsageError(
            f"Instrument {code} is niet in orde; `proeve lint` zegt waarom.",
            f"Instrument {code} is not in order; `proeve lint` says why.",
        )
    crebo = text_at(record, "crebo")
    if crebo not in version.rules.crebo:
        raise UsageError(
            f"Instrument {code} is niet voor kwalificatie {crebo}.",
            f"Instrument {code} is not for qualification {crebo}.",
        )
    own = frame.committee or text_at(record, "defaults", "committee")
    return _Base(
        frame=frame,
        record=record,
        version=version,
        rules=version.rules,
        committee=own or _only_committee(clone.state),
    )


def _version(state: State, code: str, number: int) -> Version:
    """Return the version asked for, or the newest that is established."""
    found = [
        each
        for (own, version), each in sorted(state.registry.instruments.items())
        if own == code and each.established and number in (0, version)
    ]
    if not found:
        named = f"{code}/{number}" if number else code or "?"
        raise UsageError(
            f"{named} is niet vastgesteld; kies een instrument met --instrument.",
            f"{named} is not established; choose an instrument with --instrument.",
        )
    return found[-1]


def _only_committee(state: State) -> str:
    if len(state.registry.committees) != 1:
        raise UsageError(
            "Zeg met --committee welke examencommissie vaststelt.",
            "Say with --committee which exam committee establishes.",
        )
    return next(iter(state.registry.committees))


def _exam_of(state: State, group: str, student: str, code: str) -> ExamState | None:
    """Return the student's exam with this instrument, unless it was annulled."""
    found = state.groups.get(group)
    for exam in found.exams.values() if found else ():
        record = exam.document("exam")
        if (
            text_at(record, "student") == student
            and text_at(record, "instrument", "code") == code
            and exam.closed is not DecisionKind.ANNULMENT
        ):
            return exam
    return None


def _new(base: _Base, seat: Seat, number: str) -> Preparation:
    def plan(clone: Clone, person: str) -> Deed:
        free = _free(clone.state, base.frame.year, number)
        data = _exam(clone, base, seat, free, person)
        return _deed(base, free, person, data, _assignment(base, seat))

    return Preparation(
        seat=seat,
        number=number,
        still_open=tuple(_open(base, seat)),
        fresh=True,
        plan=plan,
    )


def _free(state: State, year: int, number: str) -> str:
    """Return the number, or the next one if somebody took it meanwhile."""
    taken = state.numbers
    if number not in taken:
        return number
    return next(free_numbers(year, taken, last_serial(year, taken)))


def _more(base: _Base, seat: Seat, exam: ExamState) -> Iterator[Preparation]:
    """Yield what completes an exam, if something that was open is known now."""
    record = exam.document("exam") or {}
    was, still = set(texts_at(record, "still_open")), set(_open(base, seat))
    if not was - still or exam.row(RowId.CREATE).approvals:
        return

    def plan(clone: Clone, person: str) -> Deed:
        filled = _exam(clone, base, seat, exam.id, person)
        data = {**record, **_known_now(filled, was - still)}
        data.pop("still_open", None)
        left = [each for each in texts_at(record, "still_open") if each in still]
        return _deed(base, exam.id, person, data | _still(left), {})

    left = tuple(each for each in texts_at(record, "still_open") if each in still)
    yield Preparation(
        seat=seat, number=exam.id, still_open=left, fresh=False, plan=plan
    )


def _known_now(filled: Fields, now: set[str]) -> Fields:
    companies = {"company", Part.WORKPLACE_SUPERVISOR.value}
    fields = {"companies" if each in companies else each for each in now}
    return {name: filled[name] for name in fields if name in filled}


def _still(left: Sequence[str]) -> Fields:
    return {"still_open": [*left]} if left else {}


def _deed(
    base: _Base, number: str, person: str, exam: Fields, assignment: Fields
) -> Deed:
    scope = f"groups/{base.frame.group}/{number}"
    papers = {"exam.yml": document(scope, "exam.yml", exam)}
    if assignment:
        papers["assignment.yml"] = document(scope, "assignment.yml", assignment)
    return Deed(
        scope=scope,
        actor=person,
        role=Role.SCHOOL_CONTACT,
        action=Action.WRITE if exam.get("still_open") else Action.APPROVE,
        row=RowId.CREATE,
        papers=papers,
    )


def _open(base: _Base, seat: Seat) -> Iterator[str]:
    """Yield the names of the parts that nobody has yet."""
    at_company = base.chosen("place", base.frame.place, "company") == "company"
    if at_company and not seat.company:
        yield "company"
    if at_company and not seat.supervisor:
        yield Part.WORKPLACE_SUPERVISOR.value
    for part, who in zip(_ASSESSORS, (seat.first, seat.second), strict=True):
        if not who:
            yield part.value


def _exam(clone: Clone, base: _Base, seat: Seat, number: str, contact: str) -> Fields:
    frame, rules = base.frame, base.rules
    data: Fields = {
        "schema": "proeve/exam/v1",
        "number": number,
        "process": MEI_12.version,
        "language": base.spoken,
        "type": base.chosen("type", frame.type, rules.assignment_types[0]),
        "student": seat.student,
        "school_contact": contact,
    }
    for part, who in zip(_ASSESSORS, (seat.first, seat.second), strict=True):
        if who:
            data[part.value] = _assessor(clone, base, who)
    pin: Fields = {
        "code": base.version.code,
        "version": base.version.version,
        "digest": base.version.digest,
    }
    more: Fields = {
        "place": base.chosen("place", frame.place, "company"),
        "companies": [_company(seat)] if seat.company else [],
        "committee": base.committee,
        "instrument": pin,
        "attempt": 1,
    }
    return data | more | _still([*_open(base, seat)])


def _company(seat: Seat) -> Fields:
    told: Fields = {
        "company": seat.company,
        "part": "both",
        "from": seat.placed_from,
        "until": seat.placed_until,
        "workplace_supervisor": seat.supervisor,
    }
    return {name: value for name, value in told.items() if value}


def _assessor(clone: Clone, base: _Base, who: str) -> Fields:
    known = clone.state.registry.people.get(who)
    if known is None:
        raise UsageError(
            f"{who} staat niet in het register.", f"{who} is not in the registry."
        )
    seat: Fields = {"person": who, "side": known.side}
    record = clone.record(person_path(who))
    for each in records_at(record, "declarations"):
        if set(texts_at(each, "crebo")) & set(base.rules.crebo):
            seat["declaration"] = text_at(each, "id")
    return seat


def _assignment(base: _Base, seat: Seat) -> Fields:
    frame, rules = base.frame, base.rules
    starts, until = seat.starts or frame.starts, seat.until or frame.until
    if not (starts and until):
        raise UsageError(
            "Zeg met --from en --until wanneer de opdracht wordt uitgevoerd.",
            "Say with --from and --until when the assignment is carried out.",
        )
    if until < starts:
        raise UsageError(
            f"De laatste werkdag {until} ligt voor de eerste, {starts}.",
            f"The last day of the work, {until}, lies before the first, {starts}.",
        )

    def say(label: Label) -> str:
        return label.in_language(base.language)

    return {
        "schema": "proeve/assignment/v1",
        "title": frame.title or say(rules.title)[:160],
        "description": frame.description or say(rules.assignment or rules.title),
        "agreements": {"delivered_by_company": []},
        "deviations": [],
        "required_evidence": [
            _evidence(each, base.language) for each in rules.required_evidence
        ],
        "schedule": {"from": starts, "until": until, "hours": rules.hours},
    }


def _evidence(asked: RequiredEvidence, language: Language) -> Fields:
    item: Fields = {
        "id": asked.id,
        "kind": asked.kind,
        "title": asked.title.in_language(language),
        "units": [*asked.units],
        "required": asked.required,
    }
    if asked.minimum is not None:
        item["minimum"] = asked.minimum
    if asked.no_people:
        item["no_people"] = True
    return item


def seats_known(
    students: Sequence[str], known: Mapping[str, Seat], first: str, second: str
) -> tuple[Seat, ...]:
    """Return a seat for each student; `first` and `second` where a row names nobody."""
    found = []
    for student in students:
        seat = known.get(student, Seat(student=student))
        found.append(
            Seat(
                student=student,
                company=seat.company,
                supervisor=seat.supervisor,
                placed_from=seat.placed_from,
                placed_until=seat.placed_until,
                first=seat.first or first,
                second=seat.second or second,
                starts=seat.starts,
                until=seat.until,
            )
        )
    return tuple(found)
